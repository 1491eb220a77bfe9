"""The words of a text.

A sign of Chinese or Japanese script is a word of its own, since nothing parts the words there. Every step
takes time in proportion to the text: words are found in one pass, each is folded on its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, count
from typing import Generic, TypeVar

from generator.language.forms import key

_SIGN = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Accents may be written as characters of their own. Possessive: what has been read is never read again.
_LETTERS = rf"[^\W{_SIGN}]++(?:[\u0300-\u036f]++[^\W{_SIGN}]*+)*+"
WORD = re.compile(rf"{_LETTERS}|[{_SIGN}]")
WORD_WITH_APOSTROPHES = re.compile(rf"{_LETTERS}(?:'{_LETTERS})*+|[{_SIGN}]")
""" "People's" is one word."""
LONGEST = 80
"""No word of a name or term is longer; a longer word of a text is not looked at."""


T = TypeVar("T")


class Words:
    """The words of one text, by number."""

    pattern = re.compile(f"({WORD.pattern})")

    def __init__(self, text: str) -> None:
        self.text = text
        # What parts the words and each word in turn: no step of this is taken in Python.
        self._parts = self.pattern.split(text)
        self._words = self._parts[1::2]

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, number: int) -> str:
        return self._words[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word begins and ends."""
        ends = list(accumulate(map(len, self._parts)))
        return list(zip(ends[::2], ends[1::2], strict=False))

    def keys(self) -> list[str]:
        """Return the key of every word, "" for those that are too long; see `forms`."""
        if max(map(len, self._words), default=0) <= LONGEST:
            return list(map(key, self._words))
        return [key(word) if len(word) <= LONGEST else "" for word in self._words]


class Runs(Generic[T]):
    """What runs of keys stand for; a run with a word too long to have a key is never found.

    The cost grows with the text: at each word, one look into a table for every length that a run with that
    first word can have.
    """

    def __init__(self, runs: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._table: dict[tuple[str, ...], list[T]] = defaultdict(list)
        for keys, one in runs:
            if keys and all(keys):
                self._table[keys].append(one)
        lengths: dict[str, set[int]] = defaultdict(set)
        for keys in self._table:
            lengths[keys[0]].add(len(keys))
        self._lengths = {first: sorted(some, reverse=True) for first, some in lengths.items()}

    def groups(self) -> Iterable[Sequence[T]]:
        """Return what shares its keys, in groups."""
        return self._table.values()

    def find(self, keys: Sequence[str]) -> Iterator[tuple[int, int, Sequence[T]]]:
        """Yield the numbers of the first and last key of every run, and what it may stand for.

        From left to right, longer ones first.
        """
        for first in compress(count(), map(self._lengths.__contains__, keys)):
            for length in self._lengths[keys[first]]:
                group = self._table.get(tuple(keys[first : first + length]))
                if group and first + length <= len(keys):
                    yield first, first + length - 1, group
