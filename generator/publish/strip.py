"""A small timeline as a drawing: when a record is named, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dates.edtf import bounds

WIDTH = 720
MARGIN = 16
LEAST_SPAN = 4
"""Units a mark is wide at least."""
MOST_TICKS = 12
HIGHEST = 5
"""Marks upon each other; more of one time are one column."""


@dataclass(frozen=True)
class Moment:
    """What is to be drawn."""

    date: str
    """EDTF."""
    label: str
    url: str = ""
    """Empty: a fact, which leads nowhere."""


@dataclass(frozen=True)
class Mark:
    """A moment in its place."""

    moment: Moment
    x: float
    width: float
    level: int
    """From 0, upon marks of about the same time."""


@dataclass(frozen=True)
class Strip:
    """A drawing: marks in order, and years along the line."""

    marks: Sequence[Mark]
    ticks: Sequence[tuple[float, int]]


def draw_strip(moments: Iterable[Moment]) -> Strip | None:
    """Return where moments stand on a line; None where there are not two times to be told apart."""
    dated = sorted(
        ((*span, one) for one in moments if (span := _span(one.date))), key=lambda found: found[:2]
    )
    if len({first for first, _, _ in dated}) < 2:
        return None
    first, last = dated[0][0].year, max(latest.year for _, latest, _ in dated) + 1
    scale = _Scale(date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal())
    marks: list[Mark] = []
    for earliest, latest, moment in dated:
        x = scale.at(earliest)
        width = max(scale.at(latest) - x, LEAST_SPAN)
        level = 0
        for mark in reversed(marks[-HIGHEST:]):
            if x < mark.x + max(mark.width, 2 * LEAST_SPAN):
                level = max(level, mark.level + 1)
        marks.append(Mark(moment, x, width, min(level, HIGHEST)))
    step = -(-(last - first) // MOST_TICKS)
    ticks = [(scale.at(date(year, 1, 1)), year) for year in range(first, last, step)]
    return Strip(marks, ticks)


def _span(text: str) -> tuple[date, date] | None:
    """Return the first and last day of a date; an end that is open is left out."""
    found = bounds(text)
    days = [day for day in (found.earliest, found.latest) if date.min < day < date.max] if found else []
    return (days[0], days[-1]) if days else None


@dataclass(frozen=True)
class _Scale:
    first: int
    last: int

    def at(self, day: date) -> float:
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return round(MARGIN + share * (WIDTH - 2 * MARGIN), 1)
