"""Feast days: on which day each falls in a year."""

from __future__ import annotations

import calendar
import datetime
import re

DAY = re.compile(r"(\d\d)-(\d\d)")
OF_EASTER = re.compile(r"easter([+-]\d{1,3})")
NTH_WEEKDAY = re.compile(r"(\d\d)/(-?\d)/(\d)")


def feast_day(rule: str, year: int) -> datetime.date:
    """Return the day of a feast.

    Args:
        rule: `12-31`; `easter-2`, days from Easter Sunday; `11/4/3`, the fourth Thursday of November
            (the month, which of them, with -1 for the last, and the weekday, Monday being 0).
        year: in the Gregorian calendar.

    Raises:
        ValueError: the rule is none of these.
    """
    if match := DAY.fullmatch(rule):
        return datetime.date(year, int(match[1]), int(match[2]))
    if match := OF_EASTER.fullmatch(rule):
        return _easter(year) + datetime.timedelta(days=int(match[1]))
    if match := NTH_WEEKDAY.fullmatch(rule):
        month, which, weekday = (int(group) for group in match.groups())
        weeks = calendar.monthcalendar(year, month)
        days = [week[weekday] for week in weeks if week[weekday]]
        return datetime.date(year, month, days[which if which < 0 else which - 1])
    raise ValueError(f"{rule!r} is no rule for a feast day")


def _easter(year: int) -> datetime.date:
    """Return Easter Sunday (the "Anonymous Gregorian" algorithm)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, left = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
