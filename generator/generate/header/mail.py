"""Who sent a mail, by the labelled lines above its text: "From: Jane Sample <jane@harbour.example>"."""

from __future__ import annotations

import re

from generator.generate.header.layout import Layout

SENDER = re.compile(
    r"(?:from|von)\s?:\s+\"?(?P<name>[^<>()\[\]@\"]{2,80})\"?\s?[<(\[](?:mailto:)?[^\s@]{1,80}@",
    re.IGNORECASE,
)
"""The address behind the name tells that it is a mail's."""


def find_sender(layout: Layout) -> str | None:
    """Return who sent the document, the given name first; None: it is no mail."""
    matches = (SENDER.match(layout.lines[index].text) for index in sorted(layout.labelled))
    name = next((match["name"].strip() for match in matches if match), None)
    return " ".join(reversed(name.split(", "))) if name and name.count(", ") == 1 else name
