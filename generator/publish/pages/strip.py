"""A timeline as a drawing: marks on a line, what was reported below it, years or months along it.

Places are in percent of the width, so that marks and letters have one size on every screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.dates.edtf import bounds

MARGIN = 2.5
MARK = 1.8
"""A mark's width, in percent; what begins closer to it stands upon it."""
LEAST_FADED = 4.0
"""A mark whose ends fade is as wide, or there would be nothing to see of it."""
MOST_TICKS = 12
HIGHEST = 4
"""Marks upon each other; more of one time are one column."""
NEIGHBOURS = 2 * (HIGHEST + 1)
"""So many marks before one are looked at for a free place."""
DENSE = 12
"""More marks of one stretch of time become one."""
MOST = 80
"""With more marks in all, each stretch has one."""
GAP = 0.3
"""Between columns, in percent."""
LEAST_HEIGHT, GREATEST_HEIGHT = 6, 44
"""Of the column of a stretch, in pixels."""


class Shape(StrEnum):
    """What a mark looks like."""

    NAMED = "named"
    """An entry, or several reports of one event."""
    FACT = "fact"
    EVENT = "event"
    """That an entry tells of."""
    ANNOUNCED = "announced"

    @property
    def is_below(self) -> bool:
        """Whether it stands below the line."""
        return self in (Shape.EVENT, Shape.ANNOUNCED)


@dataclass(frozen=True)
class Moment:
    """What is to be drawn."""

    date: str
    """EDTF."""
    label: str
    url: str = ""
    """Empty: a fact, which leads nowhere."""
    shape: Shape = Shape.NAMED
    count: int = 1
    """Reports of one event."""
    folded: int = 0
    """How many moments it stands for; 0: for itself."""


@dataclass(frozen=True)
class Mark:
    """A moment in its place."""

    moment: Moment
    x: float
    width: float
    """0: a point."""
    level: int
    """From 0, away from the line, for marks of about the same time."""
    looks: str = ""
    """`lasting` from one day to another, `within` a stretch at an unknown time; `faded` where approximate."""
    height: int = 0
    """Of a column; 0: it is none."""


@dataclass(frozen=True)
class Scale:
    """The line: its ends, and what is written along it."""

    first: date
    last: date
    """The day after."""
    ticks: Sequence[tuple[date, str]]

    def at(self, day: date) -> float:
        """Return a day's place; that of the next end for one beyond."""
        share = (day.toordinal() - self.first.toordinal()) / (self.last.toordinal() - self.first.toordinal())
        return round(MARGIN + min(max(share, 0), 1) * (100 - 2 * MARGIN), 2)


@dataclass(frozen=True)
class Strip:
    """A drawing: marks in order, and what stands along the line."""

    marks: Sequence[Mark]
    ticks: Sequence[tuple[float, str]]

    @property
    def above(self) -> int:
        """How high it is above the line, in pixels."""
        return self._height(below=False)

    @property
    def below(self) -> int:
        """The same below."""
        return self._height(below=True)

    def _height(self, *, below: bool) -> int:
        side = (mark for mark in self.marks if mark.moment.shape.is_below is below)
        return max((mark.height or 8 + 10 * mark.level for mark in side), default=0)


def scale_of_years(first: int, last: int) -> Scale:
    """Return a line from one year to the end of another."""
    step = -(-(last + 1 - first) // MOST_TICKS)
    ticks = [(date(year, 1, 1), str(year)) for year in range(first, last + 1, step)]
    return Scale(date(first, 1, 1), date(last, 12, 31), ticks)


def scale_of_months(year: int, names: Sequence[str]) -> Scale:
    """Return a line that is one year, with the names of its months."""
    ticks = [(date(year, month, 1), name) for month, name in enumerate(names, 1)]
    return Scale(date(year, 1, 1), date(year, 12, 31), ticks)


def draw_strip(moments: Iterable[Moment], scale: Scale | None = None) -> Strip | None:
    """Return where moments stand on a line.

    Args:
        moments: what is drawn, as far as it is dated.
        scale: the line; else it is as long as the moments last, and None is returned where there are not two
            times to be told apart.
    """
    dated = sorted(
        ((*span, one) for one in moments if (span := days_of(one.date))), key=lambda found: found[:2]
    )
    if scale is None:
        if len({first for first, _, _ in dated}) < 2:
            return None
        scale = scale_of_years(dated[0][0].year, max(latest.year for _, latest, _ in dated))
    shown = [found for found in dated if found[1] >= scale.first and found[0] <= scale.last]
    most = {False: 0, True: 0}
    for _, _, moment in shown:
        most[moment.shape.is_below] = max(most[moment.shape.is_below], moment.folded)
    marks: dict[bool, list[Mark]] = {False: [], True: []}
    for earliest, latest, moment in shown:
        side, height = marks[moment.shape.is_below], most[moment.shape.is_below]
        side.append(_mark(moment, scale.at(earliest), scale.at(latest), side[-NEIGHBOURS:], height))
    return Strip(
        sorted((*marks[False], *marks[True]), key=lambda mark: mark.x),
        [(scale.at(day), name) for day, name in scale.ticks],
    )


def _mark(moment: Moment, x: float, end: float, before: Sequence[Mark], most: int) -> Mark:
    if moment.folded:
        height = LEAST_HEIGHT + round((GREATEST_HEIGHT - LEAST_HEIGHT) * moment.folded / most)
        return Mark(moment, x, max(round(end - x - GAP, 2), MARK), 0, height=height)
    faded = any(sign in moment.date for sign in "~?%")
    width = round(max(end - x, LEAST_FADED if faded else 0), 2)
    taken = {mark.level for mark in before if not mark.height and x < mark.x + max(mark.width, MARK)}
    level = next((level for level in range(HIGHEST) if level not in taken), HIGHEST)
    return Mark(moment, x, width if width >= MARK / 2 else 0, level, _looks(moment.date, faded=faded))


def _looks(text: str, *, faded: bool) -> str:
    if faded:
        return "faded"
    # An interval lasts, and so does all of a set; one of a set, a month or a year is when it was, once.
    return "lasting" if ("/" in text or text.startswith("{")) else "within"


def dense(counts: Sequence[int]) -> list[bool]:
    """Tell of stretches of time, by how many marks each would have, which are to have one instead."""
    is_all = sum(min(count, DENSE + 1) for count in counts) > MOST
    return [count > DENSE or (is_all and count > 1) for count in counts]


def days_of(text: str) -> tuple[date, date] | None:
    """Return the first and last day of a date; an end that is open is left out."""
    found = bounds(text)
    days = [day for day in (found.earliest, found.latest) if date.min < day < date.max] if found else []
    return (days[0], days[-1]) if days else None
