"""What is an address of the web: `javascript:` and what a person mistyped are none."""

from __future__ import annotations

import re

WEB_ADDRESS = re.compile(r"https?://[^\s/?#].*", re.IGNORECASE)
EXAMPLE = "https://example.org/page"


def web_address(text: str | None) -> str:
    """Return an address with http or https; empty for anything else."""
    return text if text and WEB_ADDRESS.fullmatch(text) else ""
