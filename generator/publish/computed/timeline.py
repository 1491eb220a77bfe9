"""Puts entries in order by date, reports of one event together, and all in groups by year and month.

What entries tell of has its place among them, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.dates.edtf import Bounds, bounds, bounds_of, sort_key
from generator.model import Entry, Event, Slug

LONGEST_MONTH = timedelta(days=31)
"""What is known as closely stands under the month in which it begins, even if it may end in the next."""

Happening = tuple[Entry, ...]
"""Entries that report one event, in order; most often a single one."""


@dataclass(frozen=True)
class Reported:
    """An event that an entry tells of."""

    event: Event
    entry: Entry


Row = Happening | Reported


@dataclass(frozen=True)
class Month:
    """Rows of one month; number 0 holds those whose month is not known."""

    number: int
    rows: tuple[Row, ...]

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """The rows that are entries."""
        return tuple(row for row in self.rows if isinstance(row, tuple))

    @property
    def reported(self) -> tuple[Reported, ...]:
        """The rows that are what entries tell of."""
        return tuple(row for row in self.rows if isinstance(row, Reported))

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

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """All happenings of the year."""
        return tuple(happening for month in self.months for happening in month.happenings)

    @property
    def reported(self) -> tuple[Reported, ...]:
        """All that is reported to have happened in the year."""
        return tuple(one for month in self.months for one in month.reported)


@dataclass(frozen=True)
class Timeline:
    """The chronology: years in order, and what can't be dated at the end."""

    years: tuple[Year, ...]
    undated: tuple[Entry, ...]
    all_years: tuple[Year, ...] = ()
    """Those in which something happened that entries tell of, too, with that; and the others."""

    @property
    def reported(self) -> tuple[Reported, ...]:
        """All that entries tell of and that has a date."""
        return tuple(one for year in self.all_years for one in year.reported)


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
    dated = [entry for entry in ordered if bounds_of(entry.date)]
    placed = [(_place(happening), happening) for happening in _happenings(dated, groups)]
    # What an entry is dated by, it stands for itself.
    reported = [
        (span, Reported(event, entry))
        for entry in ordered
        for event in entry.events
        if event.date != entry.date and (span := bounds(event.date))
    ]
    return Timeline(
        years=_years(placed),
        undated=tuple(entry for entry in ordered if bounds_of(entry.date) is None),
        all_years=_years([*placed, *reported]),
    )


def _years(placed: Iterable[tuple[Bounds, Row]]) -> tuple[Year, ...]:
    ordered = sorted(placed, key=lambda pair: (pair[0].earliest, pair[0].latest, _name(pair[1])))
    years = groupby(ordered, key=lambda pair: pair[0].earliest.year)
    return tuple(Year(number, tuple(_months(list(pairs)))) for number, pairs in years)


def _name(row: Row) -> tuple[bool, Slug]:
    """Return what rows of the same date are ordered by: what is reported comes after the entries."""
    return (True, row.entry.slug) if isinstance(row, Reported) else (False, row[0].slug)


def _happenings(entries: Sequence[Entry], groups: Iterable[Sequence[Slug]]) -> Iterator[Happening]:
    number_of = {slug: number for number, group in enumerate(groups) for slug in group}
    together: dict[object, list[Entry]] = {}
    for entry in entries:
        together.setdefault(number_of.get(entry.slug, entry.slug), []).append(entry)
    yield from map(tuple, together.values())


def most_exact(happening: Happening) -> Entry:
    """Return the report whose date an event stands by."""
    return min(happening, key=lambda entry: _exactness(bounds_of(entry.date)))


def _exactness(span: Bounds | None) -> tuple[timedelta, date]:
    return (span.latest - span.earliest, span.earliest) if span else (timedelta.max, date.max)


def _place(happening: Happening) -> Bounds:
    span = bounds_of(most_exact(happening).date)
    assert span is not None
    return span


def _months(placed: list[tuple[Bounds, Row]]) -> Iterator[Month]:
    def month_of(pair: tuple[Bounds, Row]) -> int:
        first, last = pair[0].earliest, pair[0].latest
        return first.month if last - first < LONGEST_MONTH else 0

    # Those without a month first: they may be from any.
    for number, group in groupby(sorted(placed, key=month_of), key=month_of):
        yield Month(number, tuple(row for _, row in group))


@dataclass(frozen=True)
class PlaceInTime:
    """An entry's place."""

    year: int | None
    """None: the entry can't be dated."""
    month: int
    """0: not known."""
    earlier: Entry | None = None
    later: Entry | None = None


def find_places(timeline: Timeline) -> Mapping[Slug, PlaceInTime]:
    """Return the place of each entry, in one pass over the chronology."""
    listed: list[tuple[Entry, int | None, int]] = [
        (entry, year.number, month.number)
        for year in timeline.years
        for month in year.months
        for entry in month.entries
    ]
    listed += [(entry, None, 0) for entry in timeline.undated]
    before = [None, *(entry for entry, _, _ in listed)]
    after = [*(entry for entry, _, _ in listed[1:]), None]
    return {
        entry.slug: PlaceInTime(year, month, earlier, later)
        for (entry, year, month), earlier, later in zip(listed, before, after, strict=False)
    }


def month_anchor(year: int, month: int) -> str:
    """Return the name of a month's place on a page, which no later entry changes: `2023-12`."""
    return f"{year}-{month:02}" if month else f"{year}-xx"
