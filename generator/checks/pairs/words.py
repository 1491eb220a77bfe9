"""A text as words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Set
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from generator.language.letters import fold
from generator.language.sentences.quote import rough_spans
from generator.language.words import WORD
from generator.model import Language

MOST_KNOWN = 50_000
"""Words of which is kept what they tell: texts repeat their words."""
MOST_TEXTS = 128
"""Of which is kept what they hold: those of all pairs checked together, and some with parts masked."""
_PARTS = re.compile(f"({WORD.pattern})")
_folded = lru_cache(maxsize=MOST_KNOWN)(fold)


class Word(NamedTuple):
    """A run of letters and digits: "mid-August" is two words, so is "don't"; a Chinese character is one."""

    start: int
    end: int
    surface: str
    folded: str
    """To compare: in lower case, "ß" as "ss"."""


@lru_cache(maxsize=MOST_TEXTS)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, in order."""
    # What parts the words and each word in turn: no step of this is taken in Python.
    parts = _PARTS.split(text)
    ends, words = list(accumulate(map(len, parts))), parts[1::2]
    fields = zip(ends[::2], ends[1::2], words, map(_folded, words), strict=False)
    return tuple(map(partial(tuple.__new__, Word), fields))


class Sentence(NamedTuple):
    """A sentence of a text, in whatever language."""

    start: int
    """Its place in the whole text."""
    text: str
    words: tuple[Word, ...]
    """With theirs."""
    folded: frozenset[str]
    """The words as they are compared, each once."""


def part_of(text: str, start: int, end: int) -> Sentence:
    """Return a part of a text that begins and ends with a word, or beside one."""
    words = words_of(text)
    inside = words[bisect_left(words, (start,)) : bisect_left(words, (end,))]
    return Sentence(start, text[start:end], inside, frozenset([word.folded for word in inside]))


@lru_cache(maxsize=MOST_TEXTS)
def as_one(text: str) -> Sentence:
    """Return a whole text as one sentence."""
    return part_of(text, 0, len(text))


@lru_cache(maxsize=MOST_TEXTS)
def surfaces_of(text: str) -> frozenset[str]:
    """Return the words of a text as they are written, each once."""
    return frozenset([word.surface for word in words_of(text)])


@lru_cache(maxsize=MOST_TEXTS)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, in order; at least one."""
    return tuple([part_of(text, span.start, span.end) for span in rough_spans(text)])


class Telling:
    """Which words tell a check anything: most do not, and are known not to after one look."""

    def __init__(self, tells: Callable[[str, Language], object]) -> None:
        self._tells = tells
        self._known = defaultdict[Language, tuple[set[str], set[str]]](lambda: (set(), set()))

    def among(self, words: Set[str], language: Language) -> Set[str]:
        """Return those of some words that tell something."""
        seen, telling = self._known[language]
        if not words <= seen:
            if len(seen) > MOST_KNOWN:
                seen.clear()
                telling.clear()
            telling |= {word for word in words - seen if self._tells(word, language)}
            seen |= words
        return words & telling
