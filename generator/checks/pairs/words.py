"""A text as words."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from generator.language.letters import fold
from generator.language.sentences.quote import rough_spans
from generator.language.words import WORD

_make = tuple.__new__
"""Makes a word in half the time."""
_folded = lru_cache(maxsize=50_000)(fold)
"""Texts repeat their words."""


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
    return tuple(
        [
            _make(Word, (match.start(), match.end(), word := match[0], _folded(word)))
            for match in WORD.finditer(text)
        ]
    )


class Sentence(NamedTuple):
    """A sentence of a text, in whatever language."""

    text: str
    words: tuple[Word, ...]
    """With their places in the whole text."""


@lru_cache(maxsize=64)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, in order; at least one."""
    spans, words = rough_spans(text), words_of(text)
    if len(spans) == 1:
        return (Sentence(spans[0].of(text), words),)
    sentences, first = [], 0
    for span in spans:
        last = bisect_left(words, (span.end,), first)
        sentences.append(Sentence(span.of(text), words[first:last]))
        first = last
    return tuple(sentences)
