"""Puts entries in order by date, and in groups by year and month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.edtf import Bounds, bounds, sort_key
from generator.model import Entry


@dataclass(frozen=True)
class Month:
    """Entries of one month; number 0 holds those whose month is not known."""

    number: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Year:
    """A year with its months."""

    number: int
    months: tuple[Month, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of the year."""
        return tuple(entry for month in self.months for entry in month.entries)


@dataclass(frozen=True)
class Timeline:
    """The chronology: years in order, and what can't be dated at the end."""

    years: tuple[Year, ...]
    undated: tuple[Entry, ...]


def build_timeline(entries: Iterable[Entry]) -> Timeline:
    """Order entries by earliest, then latest bound, then name."""
    ordered = sorted(entries, key=lambda entry: (*sort_key(entry.date), entry.slug))
    dated = [(found, entry) for entry in ordered if (found := _bounds(entry))]
    years = groupby(dated, key=lambda pair: pair[0].earliest.year)
    return Timeline(
        years=tuple(Year(number, tuple(_months(list(pairs)))) for number, pairs in years),
        undated=tuple(entry for entry in ordered if _bounds(entry) is None),
    )


def _months(pairs: list[tuple[Bounds, Entry]]) -> Iterator[Month]:
    def month_of(pair: tuple[Bounds, Entry]) -> int:
        first, last = pair[0].earliest, pair[0].latest
        return first.month if (first.year, first.month) == (last.year, last.month) else 0

    # Those without a month first: they may be from any.
    for number, group in groupby(sorted(pairs, key=month_of), key=month_of):
        yield Month(number, tuple(entry for _, entry in group))


def _bounds(entry: Entry) -> Bounds | None:
    return bounds(entry.date) if entry.date else None
