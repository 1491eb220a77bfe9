"""Addresses that stay when an entry is renamed: they name its source file."""

from __future__ import annotations

import re
from hashlib import sha256

from slugify import slugify

from generator.model import Entry

PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
FOLDER = "id"


def permalink(entry: Entry) -> str:
    """Return the path of the page that leads to an entry for good; empty for one without a source file."""
    seed = entry.source.seed
    if not seed:
        return ""
    name = seed.removesuffix(".txt")
    if not PLAIN.fullmatch(name):
        name = f"{slugify(name)[:80]}-{sha256(seed.encode()).hexdigest()[:8]}"
    return f"{FOLDER}/{name}.html"
