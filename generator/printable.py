"""Text from outside as one line of characters that print.

A line break in a translation becomes a heading or a list, an escape sequence rewrites the terminal, a mark of
direction turns a name round: none of them is part of a text.
"""

from __future__ import annotations

import re
import shlex

CONTROLS = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
"""What breaks lines or steers a terminal."""
NO_CHARACTERS = (
    # Marks of direction, of byte order, halves of characters, and places where Unicode has none.
    r"\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
)
ANY = re.compile(f"[{CONTROLS}{NO_CHARACTERS}]")
BREAK = re.compile(f"[{CONTROLS}]+")
NONE = re.compile(f"[{NO_CHARACTERS}]+")


def command(*words: str) -> str:
    """Return a command of ours to type in a shell: `generate --explain 'two words.txt'`."""
    return shlex.join(("chronology", *words))


def printable_line(text: str) -> str:
    """Return a text on one line: a space for what controls, nothing for what is no character."""
    # What Python calls printable holds none of them; the rest, such as a no-break space, may.
    if text.isprintable() or not ANY.search(text):
        return text
    return NONE.sub("", BREAK.sub(" ", text))
