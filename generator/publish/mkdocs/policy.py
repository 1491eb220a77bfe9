"""What a page allows to run: files of the site, and the theme's own scripts by their hashes."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

OPEN = "script-src 'self' 'unsafe-inline'"
"""As the theme writes it; enough where something puts scripts in later, as `mkdocs serve` does."""
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""A script of the theme; data and files have attributes."""


def close_policy(page: str, content: str) -> str:
    """Return a page that runs no script but those that stand around its content.

    `content`: the part of it that comes from texts and editors.
    """
    if OPEN not in page:
        return page
    around = page.replace(content, "", 1) if content else page
    hashes = dict.fromkeys(_hash(script) for script in INLINE.findall(around))
    return page.replace(OPEN, " ".join(("script-src 'self'", *hashes)), 1)


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
