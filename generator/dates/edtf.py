"""EDTF dates (ISO 8601-2) through the `edtf` library: checked, and with bounds to sort by.

The library judges and bounds single dates. Intervals and sets are put together here from their
single dates, because of what the library does with them: an unknown end (`2019/`) becomes ten
years, an open one a float, and `2019-XX/2020`, `2022-33/2022-34` and most dates without a year
are refused. Its fuzzy bounds widen approximate dates by months (`1979-08~` starts in 1978-07),
so the strict ones are used.

What we decide where the standard leaves it open:

- An *open* end (`2019/..`, `[2019..]`) reaches to the end of the calendar. An *unknown* end
  (`2019/`) bounds nothing: the date sorts by the end that is known.
- The winter of a year begins in its December and lasts until the next February, where the library
  stops at New Year's Eve. So it is with the southern summer.
- A date without a year (`XXXX-01-29`) is a date without bounds, also when it stands in an interval
  or a set; it may be from any year, so nothing in it can end before it begins.
- Years before 1 and after 9999 are refused, since they can't be sorted among the others.

Source of the notation: Library of Congress, Extended Date/Time Format, levels 0 to 2.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Bounds:
    """The first and the last day a date can mean."""

    earliest: datetime.date
    latest: datetime.date


UNKNOWN_YEAR = "XXXX"
UNKNOWN_END = ""
OPEN_END = ".."
SET_BRACKETS = {"[": "]", "{": "}"}
"""One of a set, all of a set."""
_BEGINNING = Bounds(datetime.date.min, datetime.date.min)
_END = Bounds(datetime.date.max, datetime.date.max)
_LEAP_YEAR = "2000"
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH_OR_YEAR = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2]))?")
_DAY_OF_ANY_YEAR = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}-[0-9]{2}")
_QUALIFIED = re.compile(r"([0-9X-]+)[?~%]")
_SINGLE = re.compile(r"[0-9X?~%-]+")
_YEARS = re.compile(r"[0-9]{3}X|[0-9]{2}XX|[0-9]{4}-XX(?:-XX)?")
"""Decades and centuries, and some day of a year."""
_PERIOD = re.compile(r"(?P<year>[0-9]{4})-(?P<period>2[1-9]|3[0-9]|4[01])")
_FIRST_MONTHS = {
    **dict(enumerate((3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6), 21)),  # seasons: of either half of the earth
    **dict(enumerate((1, 4, 7, 10), 33)),
    **dict(enumerate((1, 5, 9), 37)),
    **dict(enumerate((1, 7), 40)),
}
_THIRDS, _HALVES = (37, 38, 39), (40, 41)
_WINTERS = (24, 28, 30)
"""Winter, the northern winter, the southern summer."""
# The library takes these for dates and then fails, with a line on standard output.
_HALF_A_MONTH = re.compile(r"-(?:[0-9]X|X[0-9])")
_FEBRUARY = 2


@lru_cache(maxsize=20_000)
def bounds(text: str) -> Bounds | None:
    """Return the strict bounds of an EDTF date; None when it names no year (`XXXX-01-29`).

    Raises:
        ValueError: `text` is not EDTF, or it ends before it begins, or its years can't be sorted.
    """
    try:
        return _whole(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date that can be sorted: {error}") from error


def bounds_of(text: str | None) -> Bounds | None:
    """Return the bounds of what may be a date; None when it is none, or names no year."""
    try:
        found: Bounds | None = bounds(text) if text else None
    except ValueError:
        return None
    return found


def is_edtf(text: str) -> bool:
    """Tell whether `text` is an EDTF date that `bounds` accepts."""
    try:
        bounds(text)
    except ValueError:
        return False
    return True


def sort_key(text: str | None) -> tuple[datetime.date, datetime.date]:
    """Return earliest and latest day; what can't be dated sorts last.

    Raises:
        ValueError: `text` is not EDTF.
    """
    found = bounds(text) if text else None
    if found is None:
        return datetime.date.max, datetime.date.max
    return found.earliest, found.latest


def _whole(text: str) -> Bounds | None:
    if text.startswith(tuple(SET_BRACKETS)):
        return _set(text)
    if "/" in text:
        return _interval(text)
    day, separator, time = text.partition("T")
    # The library's times want seconds, which our sources do not give.
    if separator and not (_DAY_OF_ANY_YEAR.fullmatch(day) and _TIME.fullmatch(time)):
        raise ValueError("it has no day before the T, or no time of day after it")
    return _single(day)


def _set(text: str) -> Bounds | None:
    if not text.endswith(SET_BRACKETS[text[0]]):
        raise ValueError("it lacks its closing bracket")
    members = [member.removeprefix(" ") for member in text[1:-1].split(",")]
    if len(members) == 1 and OPEN_END not in text:
        raise ValueError("it is a set of fewer than two")
    spans = [_member(member) for member in members]
    known = [span for span in spans if span]
    if len(known) < len(spans):
        return None
    return Bounds(min(span.earliest for span in known), max(span.latest for span in known))


def _member(text: str) -> Bounds | None:
    start, dots, end = text.partition(OPEN_END)
    if not dots:
        return _single(text)
    if not start and not end:
        raise ValueError("it names no date")
    return _reach(_single(start) if start else _BEGINNING, _single(end) if end else _END)


def _interval(text: str) -> Bounds | None:
    start, _, end = text.partition("/")
    unnamed = (UNKNOWN_END, OPEN_END)
    if start in unnamed and end in unnamed:
        raise ValueError("it names no date")
    if UNKNOWN_END in (start, end):
        return _single(start or end)
    return _reach(
        _BEGINNING if start == OPEN_END else _single(start), _END if end == OPEN_END else _single(end)
    )


def _reach(start: Bounds | None, end: Bounds | None) -> Bounds | None:
    if start is None or end is None:
        return None
    if start.earliest > end.latest:
        raise ValueError(f"it ends on {end.latest}, before it begins on {start.earliest}")
    return Bounds(start.earliest, end.latest)


@lru_cache(maxsize=20_000)
def _single(text: str) -> Bounds | None:
    if _DAY.fullmatch(text):
        # Days, months and years are by far the most frequent, and the library's grammar takes milliseconds.
        day = datetime.date.fromisoformat(text)
        return Bounds(day, day)
    if match := _MONTH_OR_YEAR.fullmatch(text):
        return _month_or_year(int(match["year"]), int(match["month"] or 0))
    if match := _PERIOD.fullmatch(text):
        return _period(int(match["year"]), int(match["period"]))
    if _YEARS.fullmatch(text):
        first, last = (int(text[:4].replace("X", digit)) for digit in "09")
        return Bounds(datetime.date(first, 1, 1), datetime.date(last, 12, 31))
    if text.startswith(UNKNOWN_YEAR):
        # A leap year has every day that any year has.
        _single(_LEAP_YEAR + text.removeprefix(UNKNOWN_YEAR))
        return None
    if match := _QUALIFIED.fullmatch(text):
        # Doubt does not move strict bounds, and the library has no doubtful seasons.
        return _single(match[1])
    parsed = _parse(text)
    return Bounds(_as_date(parsed.lower_strict()), _as_date(parsed.upper_strict()))


def _period(year: int, period: int) -> Bounds:
    """Return the bounds of a season, quarter, third or half of a year by its number in EDTF."""
    first = _FIRST_MONTHS[period]
    begins = datetime.date(year, first, 1)
    if period in _WINTERS:
        return Bounds(begins, _end_of_month(year + 1, _FEBRUARY))
    months = 4 if period in _THIRDS else 6 if period in _HALVES else 3
    return Bounds(begins, _end_of_month(year, first + months - 1))


def _month_or_year(year: int, month: int) -> Bounds:
    """Return the bounds of a month, or of the year where that is 0."""
    last = month or 12
    return Bounds(datetime.date(year, month or 1, 1), _end_of_month(year, last))


def _parse(text: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library is untyped
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    # The library overlooks spaces around a date.
    if not _SINGLE.fullmatch(text) or _HALF_A_MONTH.search(text):
        raise ValueError(f"{text!r} is not an EDTF date")
    try:
        return parse_edtf(text)
    except (EDTFParseException, ValueError, AttributeError) as error:
        raise ValueError(f"{text!r} is not an EDTF date") from error


def _as_date(moment: object) -> datetime.date:
    """Turn the library's struct_time into a date."""
    year, month, day = tuple(moment)[:3]  # type: ignore[arg-type, var-annotated]
    # Raises for the years before 1 and after 9999.
    return datetime.date(year, month, day)


def _end_of_month(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
