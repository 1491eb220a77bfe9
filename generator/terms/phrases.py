"""Finds many phrases in one pass over a text; the longest wins where two overlap.

The cost grows with the text: at each word, one look into a table for every length a phrase with that
first word can have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from generator.language.forms import is_form
from generator.language.words import Words
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
    first: int
    """Number of its first word."""
    genitive: bool = False
    """A name with an s of its own grammar: "Schoigus Besuch"."""


@lru_cache(maxsize=20_000)
def parted(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a phrase and their keys; one empty key when it can't be looked for."""
    words = Words(phrase)
    return tuple(words[number] for number in range(len(words))), tuple(words.keys()) or ("",)


def joined(words: Words, number: int) -> bool:
    """Tell whether a word may stand in one term with the word before it."""
    end, start = words.spans[number - 1][1], words.spans[number][0]
    return start - end <= 4 and GAP.fullmatch(words.text, end, start) is not None


class Phrases(Generic[T]):
    """Phrases to look for in texts of one language; of equal ones, the first counts."""

    def __init__(self, phrases: Iterable[Phrase[T]], language: Language) -> None:
        self._language = language
        self._table: dict[tuple[str, ...], list[tuple[Sequence[str], Phrase[T]]]] = defaultdict(list)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for phrase in phrases:
            words, keys = parted(phrase.text)
            if not all(keys):
                continue
            self._table[keys].append((words, phrase))
            known = self._lengths.get(keys[0], ())
            if len(keys) not in known:
                self._lengths[keys[0]] = (*known, len(keys))

    def find(self, text: str) -> list[Place[T]]:
        """Return the places in order, none of them overlapping another."""
        if not self._table:
            return []
        return self.find_in(Words(text))

    def find_in(self, words: Words) -> list[Place[T]]:
        """Return the places among words that are parted already."""
        keys = words.keys()
        candidates = [
            (length, first, place)
            for first, key in enumerate(keys)
            for length in self._lengths.get(key, ())
            if (place := self._place(words, keys, first, length))
        ]
        candidates.sort(key=lambda found: (-found[0], found[1]))
        taken: set[int] = set()
        kept = []
        for length, first, place in candidates:
            numbers = range(first, first + length)
            if taken.isdisjoint(numbers):
                taken.update(numbers)
                kept.append(place)
        return sorted(kept, key=lambda place: place.start)

    def _place(self, words: Words, keys: Sequence[str], first: int, length: int) -> Place[T] | None:
        if first + length > len(keys):
            return None
        group = self._table.get(tuple(keys[first : first + length]))
        if not group or not all(joined(words, first + number) for number in range(1, length)):
            return None
        last = first + length - 1
        for expected, phrase in group:
            if self._fits(words, first, expected, phrase):
                genitive = phrase.is_name and words[last] != expected[-1]
                return Place(words.spans[first][0], words.spans[last][1], phrase, first, genitive)
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
