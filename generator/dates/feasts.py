"""Feast days: on which day each falls in a year."""

from __future__ import annotations

import calendar
import datetime
import re

from dateutil.easter import easter

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
        sunday: datetime.date = easter(year)
        return sunday + datetime.timedelta(days=int(match[1]))
    if match := NTH_WEEKDAY.fullmatch(rule):
        month, which, weekday = (int(group) for group in match.groups())
        weeks = calendar.monthcalendar(year, month)
        days = [week[weekday] for week in weeks if week[weekday]]
        return datetime.date(year, month, days[which if which < 0 else which - 1])
    raise ValueError(f"{rule!r} is no rule for a feast day")
