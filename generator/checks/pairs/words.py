"""A text as words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.language.letters import fold
from generator.language.words import WORD


class Word(NamedTuple):
    """A run of letters and digits: "mid-August" is two words, so is "don't"; a Chinese character is one."""

    start: int
    end: int
    surface: str
    folded: str
    """To compare: in lower case, "ß" as "ss"."""


@lru_cache(maxsize=64)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, in order."""
    return tuple([Word(*match.span(), match[0], fold(match[0])) for match in WORD.finditer(text)])
