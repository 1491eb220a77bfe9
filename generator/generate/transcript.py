"""Who speaks in a transcript, by the labels at the start of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.generate.draft import KeptLine

SPEAKER = re.compile(r"^(?P<name>[A-ZÄÖÜ][\w.'’() -]{0,60}?):\s")
QUESTIONER = re.compile(
    r"^(?:frage|zusatzfrage|nachfrage|reporter(?:in)?|journalist(?:in)?|question|q|moderator(?:in)?)\b",
    re.I,
)
ANSWER = re.compile(r"^(?:antwort|answer|a)$", re.IGNORECASE)


def speakers(lines: Sequence[KeptLine]) -> list[str]:
    """Return who answers in a transcript, in order of appearance; empty when it is none."""
    labels = [match["name"] for line in lines if (match := SPEAKER.match(line.text))]
    if not any(QUESTIONER.match(label) for label in labels):
        return []
    return list(dict.fromkeys(label for label in labels if not QUESTIONER.match(label)))


def named_speaker(lines: Sequence[KeptLine]) -> str | None:
    """Return the first of those who answer that the transcript gives a name."""
    return next((name for name in speakers(lines) if not ANSWER.match(name)), None)
