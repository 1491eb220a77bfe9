"""A date named by its own words, with what they leave open, and how that is filled in."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace

from generator.dates.anchor import Anchor
from generator.dates.calendar import feast_day
from generator.dates.edtf import UNKNOWN_YEAR, bounds, is_edtf
from generator.dates.resolve import Choice, Reading, likeliest
from generator.dates.tense import Tense

YEARS_AROUND = 8
"""From one 29 February to the next, at most; also how far off a weekday is looked for that agrees."""
LATEST_SHORT_YEAR = 40
"""`9.5.45` is of the last century, in a text of unknown age."""
CENTURY, YEARS_TO_COME = 100, 10
"""`9.11.18` in a text of 1919 is of its own century, and reaches no further ahead than this."""
LAST_WEEK = 53
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
    feast: str = ""
    """The rule of a feast day."""
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
    weekday: int | None = None
    """The weekday that stands with it; Monday is 0."""
    told: int | None = None
    """The year in which a date before it, that has one, would go on, or that the headline names."""
    told_loosely: bool = False
    """It is the year after the one named, or the headline's: not enough where nothing else tells when."""
    beside: int | None = None
    """How many years away the year is that its sentence names: "this year … on 5 May" is 0."""
    is_week: bool = False
    """"The week of March 6"."""
    is_short: bool = False
    """Of the year, the last two digits are written."""
    weak: bool = False
    """A bare number or word: a date only where the words around it say so."""

    @property
    def exists(self) -> bool:
        """Tell whether there is such a day: it may have been given another's month or year."""
        return self.month is None or self.span_in(2000 if self.year is None else self.year) is not None

    @property
    def precision(self) -> str:
        """Day, month, period or year."""
        if self.day is not None or self.feast:
            return "day"
        if self.month is not None:
            return "month"
        return "period" if self.period is not None else "year"

    def edtf(self, anchor: Anchor | None, tense: Tense = Tense.OPEN) -> str:
        """Return the date, as far as the words and the anchor tell it."""
        if self.decade:
            return self.decade
        years = self.years(anchor, tense)
        # "29 February next year" may be a day that year does not have.
        written = [self.written(year) for year in years if self.span_in(year) is not None]
        return f"[{','.join(written)}]" if len(written) > 1 else written[0] if written else self.written(None)

    def years(self, anchor: Anchor | None, tense: Tense) -> list[int]:
        """Return the year that is meant; two where both are as likely, none where nothing tells."""
        if self.year is not None:
            return [self._full_year(self.year, anchor)]
        if anchor is None:
            is_told = self.told is not None and not self.told_loosely and tense <= Tense.OPEN
            return [self.told] if is_told and self.told is not None else []
        if self.years_away is not None:
            return [anchor.year + self.years_away] if anchor.year is not None else []
        if not anchor.is_narrow or self.toward == "this":
            return [anchor.year] if anchor.year is not None else []
        choice = self.choice(anchor, tense)
        around = choice.readings
        if self.toward == "last":
            return [reading.year for reading in around if reading.last < anchor.earliest][-1:]
        if self.toward == "next":
            return [reading.year for reading in around if reading.first > anchor.latest][:1]
        years = likeliest(choice)
        # Both are said of a whole date only, as a set.
        is_plain = not (self.third or self.doubt or self.time or self.other_reading)
        return years if is_plain else years[:1]

    def _full_year(self, year: int, anchor: Anchor | None) -> int:
        if not self.is_short or anchor is None or anchor.year is None:
            return year
        latest = anchor.year + YEARS_TO_COME
        return latest - (latest - year) % CENTURY

    def choice(self, anchor: Anchor, tense: Tense) -> Choice:
        """Return the years that come into question in a text written then."""
        near = range(anchor.earliest.year - YEARS_AROUND, anchor.latest.year + YEARS_AROUND + 1)
        years = near if self.told is None or self.told in near else [*near, self.told]
        spans = ((year, self.span_in(year)) for year in years)
        readings = [Reading(year, *span) for year, span in spans if span]
        beside = None if self.beside is None or anchor.year is None else anchor.year + self.beside
        return Choice(readings, anchor, tense, self.weekday, self.told, beside)

    def written(self, year: int | None) -> str:
        """Return the date in a year."""
        prefix = UNKNOWN_YEAR if year is None else f"{year:04d}"
        if self.feast:
            return f"{prefix}-XX-XX" if year is None else feast_day(self.feast, year).isoformat()
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
        if self.is_week and year is not None:
            return _week_of(datetime.date(year, self.month, self.day))
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

    def span_in(self, year: int) -> tuple[datetime.date, datetime.date] | None:
        """Return its first and last day in a year; None in a year without it."""
        if self.feast:
            day = feast_day(self.feast, year)
            return day, day
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


@dataclass(frozen=True)
class NamedWeek:
    """A week by its number in the calendar: "KW 12/2022"."""

    start: int
    end: int
    number: int
    year: int | None = None

    def edtf(self, anchor: Anchor | None, tense: Tense = Tense.OPEN) -> str:
        """Return the week, one day of which is meant; unspecific where nothing tells the year."""
        year = self.year
        if year is None and anchor is not None and anchor.is_narrow:
            near = range(anchor.earliest.year - 1, anchor.latest.year + 2)
            spans = ((year, self._span(year)) for year in near)
            readings = [Reading(year, *span) for year, span in spans if span]
            year = next(iter(likeliest(Choice(readings, anchor, tense))), None)
        span = self._span(year) if year is not None else None
        return f"[{span[0].isoformat()}..{span[1].isoformat()}]" if span else f"{UNKNOWN_YEAR}-XX-XX"

    def _span(self, year: int) -> tuple[datetime.date, datetime.date] | None:
        try:
            monday = datetime.date.fromisocalendar(year, self.number, 1)
        except ValueError:
            return None
        return monday, monday + datetime.timedelta(days=6)


def season_span(year: int, period: int) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of a season, quarter or half by its EDTF number."""
    found = bounds(f"{year}-{period}")
    if found is None:
        raise ValueError(f"{year}-{period} has no bounds")
    return found.earliest, found.latest


def _week_of(day: datetime.date) -> str:
    monday = day - datetime.timedelta(days=day.weekday())
    return f"[{monday.isoformat()}..{(monday + datetime.timedelta(days=6)).isoformat()}]"


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

    def edtf(self, anchor: Anchor | None, tense: Tense = Tense.OPEN) -> str:
        """Return the interval, as far as the words and the anchor tell it."""
        if self.first.year is not None or self.last.decade:
            return f"{self.first.edtf(anchor, tense)}/{self.last.edtf(anchor, tense)}"
        years = self._years(anchor, tense)
        if not years:
            return f"{self.first.edtf(None)}/{self.last.edtf(None)}"
        first = self.first.written(years[-1])
        # The end comes after the beginning, if need be in the next year.
        wholes = (f"{first}/{self.last.written(years[-1] + more)}" for more in (0, 1))
        return next((whole for whole in wholes if is_edtf(whole)), first)

    def _years(self, anchor: Anchor | None, tense: Tense) -> list[int]:
        """Return the year it began in: of the span that is near, as a whole."""
        years = self.first.years(anchor, tense)
        if not years or anchor is None or not anchor.is_narrow or self.first.years_away is not None:
            return years
        choice = self.first.choice(anchor, tense)
        spans = [self._span(reading) for reading in choice.readings]
        return likeliest(replace(choice, readings=[span for span in spans if span])) or years

    def _span(self, first: Reading) -> Reading | None:
        """Return the whole span that begins in a year."""
        lasts = (self.last.span_in(first.year + more) for more in (0, 1))
        last = next((last for last in lasts if last and last[1] >= first.first), None)
        return Reading(first.year, first.first, last[1]) if last else None
