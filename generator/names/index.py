"""All names of all records, looked for in one pass over a text.

Runs of words are found by what their forms have in common, and each hit is compared with the name in
full. The cost grows with the text, not with the number of records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.language.words import Runs
from generator.model import Record, Slug
from generator.names.context import Contexts
from generator.names.spelling import NameRole, Spelling, spellings
from generator.names.words import Words

RECENT = 256
"""Texts whose names are not looked for again: several ask for those of an entry, one after the other."""


@dataclass(frozen=True)
class FoundName:
    """A name in a text."""

    start: int
    end: int
    record: Slug

    def moved(self, by: int) -> FoundName:
        """Return it as it stands in a longer text, so many characters further on."""
        return FoundName(self.start + by, self.end + by, self.record)


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
        known = (spelling for record in records.values() for spelling in spellings(record))
        self._runs = Runs((spelling.keys, spelling) for spelling in known)
        self.ambiguous: Mapping[str, frozenset[Slug]] = dict(_ambiguous(self._runs.groups()))
        """Names that lead to several records, whatever stands around them."""
        self._recent: dict[str, tuple[Words, Sequence[Candidate]]] = {}

    def find(self, text: str) -> list[FoundName]:
        """Return the names and aliases in a text, in order, none inside another.

        The longest of those that start first counts; one that leads to two records is left out.
        """
        return list(only_names(*self.read(text)))

    def read(self, text: str) -> tuple[Words, Sequence[Candidate]]:
        """Return a text's words, and all runs of them that are forms of names.

        From left to right, longer ones first.
        """
        known = self._recent.get(text)
        if known is None:
            if len(self._recent) >= RECENT:
                self._recent.clear()
            words = Words(text)
            self._recent[text] = known = words, self._candidates(words)
        return known

    def _candidates(self, words: Words) -> list[Candidate]:
        return [
            Candidate(first, last, tuple(fitting))
            for first, last, group in self._runs.find(words.keys())
            if (fitting := [spelling for spelling in group if spelling.fits(words, first)])
        ]


def only_names(words: Words, candidates: Iterable[Candidate]) -> Iterator[FoundName]:
    """Yield the places that full names alone lead from."""
    reached = 0
    for candidate in candidates:
        records = candidate.records(NameRole.NAME)
        if not records or candidate.first < reached:
            continue
        reached = candidate.last + 1
        if len(records) == 1:
            yield FoundName(*words.extent(candidate.first, candidate.last), *records)


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
