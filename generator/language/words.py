"""Words as they are compared."""

from __future__ import annotations

_SAME = str.maketrans("’‘", "''")


def fold(word: str) -> str:
    """Return a word as it is compared: in lower case, "ß" as "ss", one kind of apostrophe."""
    return word.casefold().translate(_SAME)
