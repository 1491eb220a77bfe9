"""Words as they are searched: what a reader may type one way or another is one.

`theme/assets/search-engine.js` does the same to a query, step by step; change both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_SIGNS}]+|[^\W_{_SIGNS}]+")
"""A run of signs of Chinese or Japanese script, or letters and figures."""
_SIGN = re.compile(rf"[{_SIGNS}]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_OTHER_LETTERS = str.maketrans(
    {"ß": "ss", "đ": "d", "ð": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"}
)
_ORDINAL = re.compile(r"^([0-9]+)(?:st|nd|rd|th)$")
"""22nd: as in the 22. of German."""
_WRITTEN_OUT = re.compile(r"(?<![aeiouq])ue|(?<=a)e|(?<=o)e")
"""Umlauts without dots: Militaer, Buero, Muenchen; not the ue of neue and Quelle."""


def words_in(text: str) -> list[str]:
    """Return the words of a text as they are written, with signs that nothing parts two by two."""
    text = _POSSESSIVE.sub("", unicodedata.normalize("NFC", text).replace("\u00ad", ""))
    found: list[str] = WORD.findall(text)
    if not _SIGN.search(text):
        return found
    return [part for word in found for part in (_pairs(word) if _SIGN.match(word) else (word,))]


@lru_cache(maxsize=100_000)
def searchable(word: str) -> str:
    """Return a word as it is searched: small, without accents, an umlaut as its vowel, ae or ä."""
    small = word.lower()
    if not small.isascii():
        small = unicodedata.normalize("NFKD", small.translate(_OTHER_LETTERS))
        small = "".join(sign for sign in small if not unicodedata.category(sign).startswith("M"))
    small = _ORDINAL.sub(r"\1", small)
    return _WRITTEN_OUT.sub(lambda match: "u" if match[0] == "ue" else "", small)


def _pairs(signs: str) -> list[str]:
    return [signs[place : place + 2] for place in range(len(signs) - 1)] or [signs]
