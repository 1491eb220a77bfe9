"""A date named by its own words, with what they leave open, and how that is filled in."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from generator.dates.anchor import ONE_DAY, Anchor
from generator.dates.edtf import UNKNOWN_YEAR, bounds, is_edtf

YEARS_BACK = 8
"""From one 29 February to the one before it, at most."""
FAR_AHEAD = datetime.timedelta(days=335)
"""A day without year that would lie further ahead was planned, and is over: "expected on 12 December"."""
THIRDS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
THIRDS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


@dataclass(frozen=True)
class NamedDate:
    """A year, a month, a day, or a season of a year; what is None is not said."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    period: int | None = None
    """EDTF's number for a season (21–24), quarter (33–36) or half (40, 41)."""
    decade: str = ""
    """`199X`"""
    years_away: int | None = None
    """"of next year" is 1."""
    third: str = ""
    """early, mid or late."""
    doubt: str = ""
    """`~` about, `?` perhaps."""
    other_reading: tuple[int, int] | None = None
    """Month and day, when `03/07` may be either."""
    time: str = ""
    """`T12:47+00:00`, from a stamp."""
    toward: str = ""
    """ "last October", "next spring": last, this or next."""
    weak: bool = False
    """A bare number or word: a date only where the words around it say so."""

    @property
    def exists(self) -> bool:
        """Tell whether there is such a day: it may have been given another's month or year."""
        return self.month is None or self._span(2000 if self.year is None else self.year) is not None

    @property
    def precision(self) -> str:
        """Day, month, period or year."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "period" if self.period is not None else "year"

    def edtf(self, anchor: Anchor | None, to_come: bool) -> str:
        """Return the date, as far as the words and the anchor tell it."""
        if self.decade:
            return self.decade
        year = self.year if self.year is not None else self._year(anchor, to_come)
        # "29 February next year" may be a day that year does not have.
        return self._written(None if year is not None and self._span(year) is None else year)

    def _written(self, year: int | None) -> str:
        prefix = UNKNOWN_YEAR if year is None else f"{year:04d}"
        if self.period is not None:
            return prefix if year is None else f"{prefix}-{self.period}"
        if self.month is None:
            return self._third_of_year(prefix, year) + self.doubt
        if self.day is None:
            return self._third_of_month(prefix, year) + self.doubt
        if self.other_reading:
            month, day = self.other_reading
            both = sorted((f"{prefix}-{self.month:02d}-{self.day:02d}", f"{prefix}-{month:02d}-{day:02d}"))
            return f"[{both[0]},{both[1]}]"
        return f"{prefix}-{self.month:02d}-{self.day:02d}{self.doubt or self.time}"

    def _third_of_month(self, prefix: str, year: int | None) -> str:
        month = f"{prefix}-{self.month:02d}"
        if not self.third or year is None:
            return month
        first, last = THIRDS_OF_MONTH[self.third]
        last = min(last, calendar.monthrange(year, self.month or 1)[1])
        return f"[{month}-{first:02d}..{month}-{last:02d}]"

    def _third_of_year(self, prefix: str, year: int | None) -> str:
        # "Late this year" tells no more than the year: how far on it is, is open.
        if not self.third or year is None or self.years_away is not None:
            return prefix
        first, last = THIRDS_OF_YEAR[self.third]
        return f"[{prefix}-{first:02d}..{prefix}-{last:02d}]"

    def _year(self, anchor: Anchor | None, to_come: bool) -> int | None:
        """Find the year that is meant: the last such day up to the anchor, or the next one from it."""
        if anchor is None:
            return None
        if self.years_away is not None:
            return anchor.year + self.years_away if anchor.year is not None else None
        if not anchor.is_narrow:
            return anchor.year
        if self.toward == "this":
            return anchor.year
        ahead = self._next_year(anchor) if to_come or self.toward == "next" else None
        if ahead is None or (self.day and not self.toward and self._is_far(ahead, anchor)):
            return self._last_year(anchor)
        return ahead

    def _is_far(self, year: int, anchor: Anchor) -> bool:
        span = self._span(year)
        return span is not None and span[0] - anchor.latest > FAR_AHEAD

    def _last_year(self, anchor: Anchor) -> int | None:
        # A release may be dated a day ahead by its time zone.
        up_to = anchor.latest + ONE_DAY
        for year in range(up_to.year, up_to.year - YEARS_BACK - 1, -1):
            span = self._span(year)
            if span is None:
                continue
            if self.toward == "last" and span[1] >= anchor.earliest:
                continue
            if span[0] <= up_to:
                return year
        return None

    def _next_year(self, anchor: Anchor) -> int | None:
        for year in range(anchor.earliest.year, anchor.earliest.year + YEARS_BACK + 1):
            span = self._span(year)
            if span is None:
                continue
            is_after = span[0] > anchor.latest if self.toward == "next" else span[1] >= anchor.earliest
            if is_after:
                return year
        return None

    def _span(self, year: int) -> tuple[datetime.date, datetime.date] | None:
        """Return the first and last day of this date in a year; None in a year without it."""
        if self.period is not None:
            return season_span(year, self.period)
        if self.month is None:
            return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        last = calendar.monthrange(year, self.month)[1]
        if self.day is None:
            return datetime.date(year, self.month, 1), datetime.date(year, self.month, last)
        if self.day > last:
            return None
        day = datetime.date(year, self.month, self.day)
        return day, day


def season_span(year: int, period: int) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of a season, quarter or half by its EDTF number."""
    found = bounds(f"{year}-{period}")
    if found is None:
        raise ValueError(f"{year}-{period} has no bounds")
    return found.earliest, found.latest


@dataclass(frozen=True)
class NamedRange:
    """From one date to another."""

    first: NamedDate
    last: NamedDate

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.last.end

    def edtf(self, anchor: Anchor | None, to_come: bool) -> str:
        """Return the interval, as far as the words and the anchor tell it."""
        first = self.first.edtf(anchor, to_come)
        if self.first.year is not None or self.last.decade or UNKNOWN_YEAR in first:
            return f"{first}/{self.last.edtf(anchor, to_come)}"
        # It may still last: the end comes after the beginning, if need be in the next year.
        year = int(first[:4])
        wholes = (f"{first}/{self.last._written(year + more)}" for more in (0, 1))
        return next((whole for whole in wholes if is_edtf(whole)), first)
