"""Which letters and marks count as the same."""

from __future__ import annotations

import re
import unicodedata

_TODAYS = {"ſ": "s", "⸗": "-"}
"""Long s and the hyphen of black letter: read as today's, kept as written."""
# One character each way, so that positions stay.
_SAME_MARKS = {
    **dict.fromkeys("’‘ʼ‚‛´`‹›", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
    **_TODAYS,
}
_WITH_STROKES = str.maketrans(
    {"ß": "ss", "đ": "d", "ð": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"}
)
"""Small letters that no accent is taken off from."""
_OTHER = re.compile(f"[{re.escape(''.join(_SAME_MARKS))}]")


def same_marks(text: str) -> str:
    """Return a text with one kind of apostrophe, quotation mark, dash and space, each in its place."""
    return _OTHER.sub(lambda mark: _SAME_MARKS[mark[0]], text)


def fold(word: str) -> str:
    """Return a word as it is compared: in lower case, "ß" as "ss", one kind of apostrophe."""
    folded = word.casefold()
    return folded if folded.isascii() else folded.replace("’", "'").replace("‘", "'")


def bare(small: str) -> str:
    """Return small letters without accents and strokes: "łódź" as "lodz"."""
    if small.isascii():
        return small
    parted = unicodedata.normalize("NFKD", small.translate(_WITH_STROKES))
    return "".join(sign for sign in parted if not unicodedata.category(sign).startswith("M"))


def todays_letters(text: str) -> str:
    """Return a text with today's letters for those of black letter; a table takes a hundred times as long."""
    for old, new in _TODAYS.items():
        text = text.replace(old, new)
    return text


def composed(word: str) -> str:
    """Return a word with its accents written in one way."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)
