"""One form for all texts: NFC, newline as line end, no control characters, single spaces."""

from __future__ import annotations

import re
import unicodedata

from generator.generate.seed_text import SOFT_HYPHEN

# C0 and C1 controls but tab and newline, marks that don't show (zero width, BOM), no characters; and a soft
# hyphen, but at a line's end: there it tells that the word goes on in the next.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
    rf"|{SOFT_HYPHEN}(?![^\S\n]*+\n[^\S\n]*+[^\W\d_])"
)
LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
BULLETS = dict.fromkeys(map(ord, "\uf0a7\uf0b7\uf0d8"), "•")
"""Of Word's lists, in fonts of its own: characters that mean nothing elsewhere."""
SPACES = re.compile(r"[^\S\n]+")
UNTIDY = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000"
    r"\uf0a7\uf0b7\uf0d8\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Any of the characters above but the space: most lines have none."""


def normalise(text: str) -> str:
    """Give the text one form: NFC, newline as line end, no control characters, single spaces."""
    if "  " in text or UNTIDY.search(text):
        text = LINE_END.sub("\n", text)
        text = INVISIBLE.sub("", text)
        text = SPACES.sub(" ", text.translate(BULLETS))
    return unicodedata.normalize("NFC", text)
