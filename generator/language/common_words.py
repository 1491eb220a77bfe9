"""Words of a language that are no names, whatever letter they begin with: "Reconstruction", "Formula"."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from generator.model import ENGLISH, Language

LISTED = frozenset((ENGLISH,))
"""Languages with a list: those that write names with a capital, and other nouns without."""
_ENDINGS = tuple(
    (ending, first.replace("-", ""))
    for row in """
    s -; es -; ed - e; ing - e; er - e; or - e; est - e; ies y; ied y; ly -; ness -; ist - y; ism -; al -;
    ment -; ship -; less -; ful -
    """.split(";")
    for ending, *firsts in (row.split(),)
    for first in firsts
)
"""What a word may end with, and what its first form has there."""
_PREFIXES = ("un", "re", "non", "anti", "inter", "over", "under", "co", "pre", "sub", "out", "mis", "counter")
_BRITISH = (("is", "iz"), ("our", "or"), ("ll", "l"), ("ence", "ense"), ("tre", "ter"))
"""The list has American spellings."""
SHORTEST = 3
"""Letters of a word without its ending."""
LONGEST = 40
"""Letters of a word."""
MOST_ENDINGS = 3
"""Of a word: "environ-ment-al-ist"."""


@lru_cache(maxsize=50_000)
def is_common(word: str, language: Language) -> bool:
    """Tell whether a word, in lower case, is one that a language has, in any form."""
    if len(word) > LONGEST:
        return False
    spellings = {word, *(word.replace(own, other) for own, other in _BRITISH)}
    return any(_is_derived(one, _listed(language), MOST_ENDINGS) for one in spellings)


def _is_derived(word: str, listed: frozenset[str], endings: int) -> bool:
    if word in listed or any(word.removeprefix(one) in listed for one in _PREFIXES):
        return True
    shorter = (
        word.removesuffix(ending) + first
        for ending, first in _ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST
    )
    return endings > 0 and any(_is_derived(one, listed, endings - 1) for one in shorter)


@cache
def _listed(language: Language) -> frozenset[str]:
    if language not in LISTED:
        return frozenset()
    text = files("generator.language").joinpath(f"common_words_{language}.txt").read_text(encoding="utf-8")
    return frozenset(text.rpartition("\n\n")[2].split())
