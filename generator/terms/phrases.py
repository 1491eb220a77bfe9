"""Finds many phrases in one pass over a text; the longest wins where two overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from generator.language.forms import is_form
from generator.language.words import Runs, Words
from generator.model import Language

T = TypeVar("T")

GAP = re.compile(r"[\s'’‑\-–,/·・]{0,4}")
"""What may stand between two words of one term: not the end of a sentence."""


@dataclass(frozen=True)
class Phrase(Generic[T]):
    """Words to look for, and what they stand for."""

    text: str
    owner: T
    is_name: bool = False
    """A name has no endings but the s of a genitive, and its letters are as they are."""


@dataclass(frozen=True)
class Place(Generic[T]):
    """Where a phrase stands in a text."""

    start: int
    end: int
    phrase: Phrase[T]
    genitive: bool = False
    """A name with an s of its own grammar: "Schoigus Besuch"."""


def joined(words: Words, number: int) -> bool:
    """Tell whether a word may stand in one term with the word before it."""
    end, start = words.spans[number - 1][1], words.spans[number][0]
    return start - end <= 4 and GAP.fullmatch(words.text, end, start) is not None


@lru_cache(maxsize=10_000)
def _parted(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of a phrase's words, and the words: the same few are looked for again and again."""
    words = Words(phrase)
    return tuple(words.keys()), tuple(words)


class Phrases(Generic[T]):
    """Phrases to look for in texts of one language; of equal ones, the first counts."""

    def __init__(self, phrases: Iterable[Phrase[T]], language: Language) -> None:
        self._language = language
        parted = ((phrase, *_parted(phrase.text)) for phrase in phrases)
        self._runs = Runs((keys, (words, phrase)) for phrase, keys, words in parted)

    def find(self, text: str) -> list[Place[T]]:
        """Return the places in order, none of them overlapping another."""
        words = Words(text)
        fitting = [
            (first, last, place)
            for first, last, group in self._runs.find(words.keys())
            if (place := self._place(words, first, last, group))
        ]
        fitting.sort(key=lambda found: found[0] - found[1])
        taken: set[int] = set()
        kept = []
        for first, last, place in fitting:
            numbers = range(first, last + 1)
            if taken.isdisjoint(numbers):
                taken.update(numbers)
                kept.append(place)
        return sorted(kept, key=lambda place: place.start)

    def _place(
        self, words: Words, first: int, last: int, group: Sequence[tuple[tuple[str, ...], Phrase[T]]]
    ) -> Place[T] | None:
        if not all(joined(words, number) for number in range(first + 1, last + 1)):
            return None
        for expected, phrase in group:
            if self._fits(words, first, expected, phrase):
                genitive = phrase.is_name and words[last] != expected[-1]
                return Place(words.spans[first][0], words.spans[last][1], phrase, genitive)
        return None

    def _fits(self, words: Words, first: int, expected: Sequence[str], phrase: Phrase[T]) -> bool:
        last = len(expected) - 1
        for number, base in enumerate(expected):
            word = words[first + number]
            if phrase.is_name:
                if word != base and not (number == last and word == f"{base}s"):
                    return False
            elif not is_form(word, base, self._language, alone=last == 0):
                return False
        return True
