"""All names of all records, looked for in one pass over a text.

The words of names are numbered by what their forms have in common; Aho-Corasick finds the runs of
numbers, and each hit is compared with the name in full. The cost grows with the text, not with the
number of records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Record, Slug
from generator.names.context import Contexts
from generator.names.spelling import NameRole, Spelling, spellings
from generator.names.words import Words

UNKNOWN = 0
"""The number of every word that no name holds."""


@dataclass(frozen=True)
class Found:
    """A name in a text."""

    start: int
    end: int
    record: Slug


@dataclass(frozen=True)
class Candidate:
    """A run of words that is a form of names."""

    first: int
    last: int
    """Numbers of words."""
    spellings: tuple[Spelling, ...]

    def records(self, role: NameRole) -> frozenset[Slug]:
        """Return the records these words may lead to in one role."""
        return frozenset(spelling.record for spelling in self.spellings if spelling.role is role)


class NameIndex:
    """Every name, alias, short name and surname of every record."""

    def __init__(self, records: Mapping[Slug, Record]) -> None:
        self.records = records
        self.contexts = Contexts(records)
        self._numbers: dict[str, int] = {}
        groups: dict[tuple[int, ...], list[Spelling]] = defaultdict(list)
        for record in records.values():
            for spelling in spellings(record):
                groups[self._numbered(spelling.keys)].append(spelling)
        self.ambiguous: Mapping[str, frozenset[Slug]] = dict(_ambiguous(groups.values()))
        """Names that lead to several records, whatever stands around them."""
        self._automaton = _automaton(groups)

    def find(self, text: str) -> list[Found]:
        """Return the names and aliases in a text, in order, none inside another.

        The longest of those that start first counts; one that leads to two records is left out.
        """
        words = Words(text)
        return list(only_names(words, self.candidates(words)))

    def candidates(self, words: Words) -> list[Candidate]:
        """Return all runs of words that are forms of names: from left to right, longer ones first."""
        if self._automaton is None or not words.spans:
            return []
        runs: dict[tuple[int, int], list[Spelling]] = defaultdict(list)
        numbers = self._numbers
        keys = words.keys()
        text = tuple(numbers.get(key, UNKNOWN) for key in keys)
        for last, group in self._automaton.iter(text):
            first = last - len(group[0].words) + 1
            if fitting := [spelling for spelling in group if spelling.fits(words, first)]:
                runs[first, last] = fitting
        return [
            Candidate(first, last, tuple(runs[first, last]))
            for first, last in sorted(runs, key=lambda run: (run[0], -run[1]))
        ]

    def _numbered(self, keys: Sequence[str]) -> tuple[int, ...]:
        return tuple(self._numbers.setdefault(key, len(self._numbers) + 1) for key in keys)


def only_names(words: Words, candidates: Iterable[Candidate]) -> Iterator[Found]:
    """Yield the places that full names alone lead from."""
    reached = 0
    for candidate in candidates:
        records = candidate.records(NameRole.NAME)
        if not records or candidate.first < reached:
            continue
        reached = candidate.last + 1
        if len(records) == 1:
            yield Found(*words.extent(candidate.first, candidate.last), *records)


def _ambiguous(groups: Iterable[Sequence[Spelling]]) -> Iterator[tuple[str, frozenset[Slug]]]:
    for group in groups:
        names = [spelling for spelling in group if spelling.role is NameRole.NAME]
        if len({spelling.record for spelling in names}) < 2:
            continue
        for name in names:
            words = Words(name.name)
            records = frozenset(other.record for other in names if other.fits(words, 0))
            if len(records) > 1:
                yield name.name, records


def _automaton(groups: Mapping[tuple[int, ...], Sequence[Spelling]]) -> Any:
    import ahocorasick

    if not groups:
        return None
    automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY, ahocorasick.KEY_SEQUENCE)
    for numbers, group in groups.items():
        automaton.add_word(numbers, group)
    automaton.make_automaton()
    return automaton
