"""Where an entry stands in the chronology: its year and month, and what comes before and after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Entry, Slug
from generator.publish.computed.timeline import Timeline


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
