"""Finds runs of words in one pass over a text, by their keys.

The cost grows with the text: at each word, one look into a table for every length that a run with that
first word can have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Runs(Generic[T]):
    """What runs of keys stand for; a run with a word too long to have a key is never found."""

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
        for first, key in enumerate(keys):
            for length in self._lengths.get(key, ()):
                group = self._table.get(tuple(keys[first : first + length]))
                if group and first + length <= len(keys):
                    yield first, first + length - 1, group
