"""All names of all records, looked for in one pass over a text.

Runs of words are found by what their forms have in common, and each hit is compared with the name in
full. The cost grows with the text, not with the number of records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.language.words import Runs
from generator.model import Record, Slug
from generator.names.context import Contexts
from generator.names.spelling import NameRole, Spelling, spellings
from generator.names.words import Words

MOST_KNOWN = 50_000
"""Runs of words of which is kept what they are forms of."""
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


class Forms:
    """The names that some words are forms of: texts repeat their names, so one serves all places."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self.spellings = tuple(spellings)
        self._records = {
            role: frozenset(one.record for one in self.spellings if one.role is role) for role in NameRole
        }

    def records(self, role: NameRole) -> frozenset[Slug]:
        """Return the records these words may lead to in one role."""
        return self._records[role]


class Candidate(NamedTuple):
    """A run of words that is a form of names."""

    first: int
    last: int
    """Numbers of words."""
    forms: Forms


class NameIndex:
    """Every name, alias, short name and surname of every record."""

    def __init__(self, records: Mapping[Slug, Record]) -> None:
        self.records = records
        self.contexts = Contexts(records)
        known = (spelling for record in records.values() for spelling in spellings(record))
        self._runs = Runs((spelling.keys, spelling) for spelling in known)
        self.ambiguous: Mapping[str, frozenset[Slug]] = dict(_ambiguous(self._runs.groups()))
        """Names that lead to several records, whatever stands around them."""
        self._forms: dict[str, Forms | None] = {}
        """By words as they are written."""
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
            Candidate(first, last, forms)
            for first, last, group in self._runs.find(words.keys())
            if (forms := self._forms_of(words, first, last, group))
        ]

    def _forms_of(self, words: Words, first: int, last: int, group: Sequence[Spelling]) -> Forms | None:
        """Return what a run of words is a form of; None where they only share what names have in common."""
        written = words.text[words.spans[first][0] : words.spans[last][1]]
        if written not in self._forms:
            if len(self._forms) >= MOST_KNOWN:
                self._forms.clear()
            fitting = [spelling for spelling in group if spelling.fits(words, first)]
            self._forms[written] = Forms(fitting) if fitting else None
        return self._forms[written]


def only_names(words: Words, candidates: Iterable[Candidate]) -> Iterator[FoundName]:
    """Yield the places that full names alone lead from."""
    reached = 0
    for candidate in candidates:
        records = candidate.forms.records(NameRole.NAME)
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
