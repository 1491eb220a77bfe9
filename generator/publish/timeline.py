"""Puts entries in order by date, reports of one event together, and all in groups by year and month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.dates.edtf import Bounds, bounds, sort_key
from generator.model import Entry, Slug

Happening = tuple[Entry, ...]
"""Entries that report one event, in order; most often a single one."""


@dataclass(frozen=True)
class Month:
    """Happenings of one month; number 0 holds those whose month is not known."""

    number: int
    happenings: tuple[Happening, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of the month."""
        return tuple(entry for happening in self.happenings for entry in happening)


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


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Order entries by earliest, then latest bound, then name; what can't be dated is last."""
    return sorted(entries, key=lambda entry: (*sort_key(entry.date), entry.slug))


def build_timeline(entries: Iterable[Entry], groups: Iterable[Sequence[Slug]] = ()) -> Timeline:
    """Put entries in order, those that report one event side by side.

    Args:
        entries: in any order.
        groups: of entries that report one event.
    """
    ordered = in_order(entries)
    dated = [entry for entry in ordered if _bounds(entry)]
    placed = sorted(
        ((_place(happening), happening) for happening in _happenings(dated, groups)),
        key=lambda pair: (pair[0].earliest, pair[0].latest, pair[1][0].slug),
    )
    years = groupby(placed, key=lambda pair: pair[0].earliest.year)
    return Timeline(
        years=tuple(Year(number, tuple(_months(list(pairs)))) for number, pairs in years),
        undated=tuple(entry for entry in ordered if _bounds(entry) is None),
    )


def _happenings(entries: Sequence[Entry], groups: Iterable[Sequence[Slug]]) -> Iterator[Happening]:
    number_of = {slug: number for number, group in enumerate(groups) for slug in group}
    together: dict[object, list[Entry]] = {}
    for entry in entries:
        together.setdefault(number_of.get(entry.slug, entry.slug), []).append(entry)
    yield from map(tuple, together.values())


def _place(happening: Happening) -> Bounds:
    """Return the date an event stands by: of what its reports give, the most exact."""
    spans = [span for entry in happening if (span := _bounds(entry))]
    return min(spans, key=lambda span: (span.latest - span.earliest, span.earliest))


def _months(placed: list[tuple[Bounds, Happening]]) -> Iterator[Month]:
    def month_of(pair: tuple[Bounds, Happening]) -> int:
        first, last = pair[0].earliest, pair[0].latest
        return first.month if (first.year, first.month) == (last.year, last.month) else 0

    # Those without a month first: they may be from any.
    for number, group in groupby(sorted(placed, key=month_of), key=month_of):
        yield Month(number, tuple(happening for _, happening in group))


def _bounds(entry: Entry) -> Bounds | None:
    return bounds(entry.date) if entry.date else None
