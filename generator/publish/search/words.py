"""Words as they are searched: what a reader may type one way or another is one.

`theme/assets/search-engine.js` does the same to a query, step by step; change both.

A Pressekonferenz is a Konferenz, without a list of words: the parts of compounds are words that the site
itself has. How one begins is found without them, since a word is found by its beginning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from generator.language.letters import bare
from generator.language.lexicons import LEXICONS
from generator.model import GERMAN

_SIGNS = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_SIGNS}]+|[^\W_{_SIGNS}]+")
"""A run of signs of Chinese or Japanese script, or letters and figures."""
_SIGN = re.compile(rf"[{_SIGNS}]")
_POSSESSIVE = re.compile(r"['’](?<=\w.)s\b")
_ORDINAL = re.compile(r"^([0-9]+)(?:st|nd|rd|th)$")
"""22nd: as in the 22. of German."""
_WRITTEN_OUT = re.compile(r"(?<![aeiouq])ue|(?<=a)e|(?<=o)e")
"""Umlauts without dots: Militaer, Buero, Muenchen; not the ue of neue and Quelle."""


LINKS = ("", "s", "es", "n", "en", "e", "er")
"""What may stand between two parts."""
SHORTEST_HEAD = 3
SHORTEST_PART = 4
SURE_PART = 5
"""Letters from which a last part is one whatever stands before it."""
VOWELS = frozenset("aeiouy")
MOST_PARTS = 4


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
    small = _ORDINAL.sub(r"\1", bare(word.lower()))
    return _WRITTEN_OUT.sub(lambda match: "u" if match[0] == "ue" else "", small)


def _pairs(signs: str) -> list[str]:
    return [signs[place : place + 2] for place in range(len(signs) - 1)] or [signs]


def parts_of(word: str, known: Collection[str]) -> Iterator[str]:
    """Yield the words that a compound ends with, each shorter than the one before.

    Args:
        word: as it is searched.
        known: the words of German texts, as they are searched.
    """
    for _ in range(MOST_PARTS):
        part = _longest_end(word, known)
        if part is None:
            return
        yield part
        word = part


def _longest_end(word: str, known: Collection[str]) -> str | None:
    for start in range(SHORTEST_HEAD, len(word) - SHORTEST_PART + 1):
        head, end = word[:start], word[start:]
        if not VOWELS.isdisjoint(head) and (len(end) >= SURE_PART or _is_known(head, known)):
            for form in _forms(end):
                if form in known:
                    return form
    return None


def _is_known(head: str, known: Collection[str]) -> bool:
    return any(head.removesuffix(link) in known for link in LINKS if head.endswith(link))


def _forms(end: str) -> Iterator[str]:
    for ending in LEXICONS[GERMAN].noun_endings:
        form = end.removesuffix(ending)
        if end.endswith(ending) and len(form) >= SHORTEST_PART:
            yield form
