"""The words of the calendar in all languages at once, as patterns of dates use them.

A text is mostly in one language, and quotes another; a month's name is a month's name in both.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Mapping

from dateutil.easter import easter

from generator.language.lexicons import LEXICONS

_OTHER = "‐‑‒–—−⸗’‘\u00a0\u202f\u2009\t\nſıİ"
_SAME_CHARACTER = dict(zip(_OTHER, "-------''     siI", strict=True))
"""One character each way, so that places in a text stay. A pattern that ignores case takes ſ, ı and İ for s
and i, a table does not."""
_HAS_OTHER = re.compile(f"[{_OTHER}]")


DAY = re.compile(r"(\d\d)-(\d\d)")
OF_EASTER = re.compile(r"easter([+-]\d{1,3})")
NTH_WEEKDAY = re.compile(r"(\d\d)/(-?\d)/(\d)")


def _up_to(most: int, names: Mapping[str, int]) -> dict[str, int]:
    return {name: number for name, number in names.items() if number <= most}


MONTHS = LEXICONS.months
ABBREVIATED = LEXICONS.united(lambda one: frozenset(one.calendar.short_months))
"""Months that may have a stop of their own."""
NAMES_OF_PEOPLE = LEXICONS.united(lambda one: one.calendar.months_also_names)
"""Months that are also somebody's name, or a verb."""
WEEKDAYS = LEXICONS.weekdays
SHORT_WEEKDAYS = LEXICONS.joined(lambda one: one.calendar.short_weekdays)
SHORT_AND_LONG_WEEKDAYS = {**SHORT_WEEKDAYS, **WEEKDAYS}
IN_LOWER_CASE = frozenset(
    name
    for lexicon in LEXICONS.values()
    if not lexicon.calendar.has_capitals
    for names in (lexicon.calendar.months, lexicon.calendar.short_months, lexicon.calendar.weekdays)
    for name in names
)
SEASONS = LEXICONS.joined(lambda one: one.calendar.seasons)
ORDINALS = LEXICONS.joined(lambda one: _up_to(4, one.numbers.inflected_ordinals))
"""What counts quarters and halves of years."""
NTH = LEXICONS.joined(lambda one: _up_to(9, one.numbers.inflected_ordinals))
"""What counts weeks of something."""
NUMBERS = LEXICONS.joined(
    lambda one: {**_up_to(12, one.numbers.cardinals), **dict.fromkeys(one.indefinite_articles, 1)}
)
UNITS = LEXICONS.joined(lambda one: one.calendar.units)
FEASTS = LEXICONS.joined(lambda one: one.calendar.feasts)
DECADES = LEXICONS.joined(lambda one: one.calendar.decades)


def same_characters(text: str) -> str:
    """Return a text as patterns of dates take it: with plain dashes, spaces and apostrophes."""
    return _HAS_OTHER.sub(lambda other: _SAME_CHARACTER[other[0]], text)


def either(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, the longest first.

    Names that begin alike share that part of the pattern: each place of a text is tried against a few
    letters, not against every name.
    """
    by_first: dict[str, set[str]] = {}
    for name in names:
        by_first.setdefault(name[:1], set()).add(name[1:])
    is_end = by_first.pop("", None) is not None
    parts = [_beginning(first, rests) for first, rests in sorted(by_first.items())]
    return "|".join([*parts, ""] if is_end else parts)


def _beginning(first: str, rests: set[str]) -> str:
    rest = either(rests)
    return re.escape(first) + (rest if len(rests) == 1 else f"(?:{rest})")


def is_name(word: str) -> bool:
    """Tell whether a month or weekday has its capital; with a small letter "may" is a verb."""
    return word[0].isupper() or word in IN_LOWER_CASE


MONTH = either(MONTHS)
WEEKDAY = either(WEEKDAYS)
SHORT_WEEKDAY = either(SHORT_WEEKDAYS)
SEASON = either(SEASONS)
YEAR = r"(?:1[5-9]|20)\d\d"
MODERN_YEAR = r"(?:1[89]|20)\d\d"
ANY_YEAR = r"(?:1\d|20)\d\d"
"""What a year is that stands by itself; one that is not modern needs more around it."""


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
