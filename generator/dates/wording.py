"""EDTF dates in words, in every language that there are words for.

There is a wording for every EDTF form the chronology uses; a form without one is shown as it is
written, never dropped. Words keep apart what the notation keeps apart: an interval *lasts* from
one date to another ("14–17 October 2021"), one of a set is a single date somewhere among several
("week of 18 December 2023"), and an end that is unknown is not one that is open.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from babel.dates import format_date, format_skeleton, get_month_names
from babel.lists import format_list

from generator.dates.edtf import OPEN_END, SET_BRACKETS, UNKNOWN_END, UNKNOWN_YEAR, bounds, is_edtf
from generator.language.codes import locale_of
from generator.messages import N_, is_worded, messages_in
from generator.model import ENGLISH, Language


@dataclass(frozen=True)
class DatePhrases:
    """What dates are worded with in one language; `{}` stands for a date, or for dates in order."""

    locale: str
    gettext: Callable[[str], str]
    pgettext: Callable[[str, str], str]


@cache
def phrases_of(language: Language) -> DatePhrases:
    """Return what dates are worded with in a language; in English, where it has no words."""
    if not is_worded(language):
        return phrases_of(ENGLISH)
    messages = messages_in(language)
    # "2018, 2019 and 2020", where en has a comma before the "and".
    locale = "en_GB" if language == ENGLISH else locale_of(Language(language.partition("-")[0]))
    return DatePhrases(locale, messages.gettext, messages.pgettext)


_UNSPECIFIED = MappingProxyType(
    {"XXXX": N_("year unknown"), "XXXX-XX": N_("month unknown"), "XXXX-XX-XX": N_("day unknown")}
)
"""Dates of which nothing is known but how precise they should be."""
_THIRDS = (N_("early {}"), N_("mid-{}"), N_("late {}"))
_THIRDS_OF_ANY_YEAR = (N_("early in the year"), N_("in the middle of the year"), N_("late in the year"))
_SEASONS_OF_A_YEAR = (N_("spring"), N_("summer"), N_("autumn"), N_("winter"))
_HEMISPHERES = (N_("{} (northern hemisphere)"), N_("{} (southern hemisphere)"))
_PARTS_OF_A_YEAR = (
    *(N_("first quarter"), N_("second quarter"), N_("third quarter"), N_("fourth quarter")),
    *(N_("first third"), N_("second third"), N_("last third")),
    *(N_("first half"), N_("second half")),
)
_MARKS = re.compile(r"[?~%]")
_ABOUT_YEAR = re.compile(r"([0-9]{4})[~%]")
_DAY = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}")
_PART_OF_YEAR = re.compile(r"[0-9]{4}-(?:(?:2[1-9]|3[0-9]|4[01])[?~%]?|XX-[0-9]{2})")
_YEAR_BELONGS = re.compile(r"[0-9]{4}-(?:XX|2[1-9]|3[0-9]|4[01])")
"""In words, the year isn't merely put behind the rest: "first quarter of 2024"."""
_SEVERAL_YEARS = re.compile(r"([0-9]{1,3})X{1,3}")
_BETWEEN_DATES = re.compile(r"[/,]|\.\.")
_UTC = ("+00:00", "Z")
_MONTHS_OF_THIRDS = (("01", "04"), ("05", "08"), ("09", "12"))
_DAYS_OF_THIRDS = ((1, 10), (11, 20), (21, None))
"""The last third of a month ends with the month."""
_LAST_OF_WEEK = 6
_LEAP_YEAR = "2000"
"""Has every day that any year has."""
_DAYS_OF_LEAP_YEAR = 366
_FEBRUARY = 2
_TEENS = (11, 12, 13)
"""English says 11th where it says 1st and 21st."""
# Where ISO 8601-2 begins to number what lies between months and years.
_SEASONS, _NORTHERN, _SOUTHERN, _QUARTERS = 21, 25, 29, 33


@lru_cache(maxsize=10_000)
def date_in_words(date: str | None, language: Language = ENGLISH) -> str:
    """Return an EDTF date in words: `[2023-12-18..2023-12-24]` is "week of 18 December 2023".

    What is not EDTF, or has no wording, is returned as it is written.
    """
    phrases = phrases_of(language)
    if not date:
        return phrases.gettext("date unknown")
    if not is_edtf(date):
        return date
    day, _, time = date.partition("T")
    words = _year_note(day, phrases).format(_whole(day, phrases))
    if not time:
        return words
    return f"{words}, {time[:5]}" + (" UTC" if time.endswith(_UTC) else "")


def date_below_year(date: str, language: Language = ENGLISH) -> str:
    """Return a date in words as it stands below its year, which is not said again: "first quarter"."""
    if _PART_OF_YEAR.fullmatch(date):
        return _single(UNKNOWN_YEAR + date[len(UNKNOWN_YEAR) :], phrases_of(language))
    words, span = date_in_words(date, language), bounds(date)
    return words if not span or _YEAR_BELONGS.search(date) else words.removesuffix(f" {span.earliest.year}")


def month_name(month: int, language: Language = ENGLISH, *, short: bool = False) -> str:
    """Return the name of a month, 1 to 12."""
    width, context = ("abbreviated", "format") if short else ("wide", "stand-alone")
    return str(get_month_names(width, context, locale_of(language))[month])


def _year_note(date: str, phrases: DatePhrases) -> str:
    """Say once that the year is unknown, however many dates lack it."""
    dates = [part.strip(" []{}") for part in _BETWEEN_DATES.split(date)]
    named = [part for part in dates if part and not _is_unspecified(part)]
    lacking = [part for part in named if part.startswith(UNKNOWN_YEAR)]
    if not lacking:
        return "{}"
    return (
        phrases.gettext("{}, year unknown") if lacking == named else phrases.gettext("{}, one year unknown")
    )


def _is_unspecified(date: str) -> bool:
    return _MARKS.sub("", date) in _UNSPECIFIED


def _whole(date: str, phrases: DatePhrases) -> str:
    if date.startswith(tuple(SET_BRACKETS)):
        return _set(date, phrases)
    if "/" in date:
        return _interval(date, phrases)
    if match := _ABOUT_YEAR.fullmatch(date):
        # German has a word for "about" that goes with a year on its own, and nowhere else.
        words = phrases.pgettext("a year", "about {}").format(match[1])
        return phrases.pgettext("date", "{} (uncertain)").format(words) if date.endswith("%") else words
    return _single(date, phrases)


def _set(date: str, phrases: DatePhrases) -> str:
    word, style = (_one_of, "or") if date.startswith("[") else (_all_of, "standard")
    members = [word(member.strip(), phrases) for member in date[1:-1].split(",")]
    return str(format_list(members, style=style, locale=phrases.locale))


def _one_of(member: str, phrases: DatePhrases) -> str:
    start, dots, end = member.partition(OPEN_END)
    if not dots:
        return _single(member, phrases)
    if not start or not end:
        return (phrases.gettext("{} or later") if start else phrases.gettext("{} or earlier")).format(
            _single(start or end, phrases)
        )
    if _is_week(start, end):
        return phrases.gettext("week of {}").format(_single(start, phrases))
    if third := _third_of_month(start, end, phrases) or _third_of_year(start, end, phrases):
        return third
    template = (
        phrases.gettext("a day between {} and {}")
        if _are(_DAY, start, end)
        else phrases.pgettext("date", "between {} and {}")
    )
    return template.format(_single(start, phrases), _single(end, phrases))


def _all_of(member: str, phrases: DatePhrases) -> str:
    start, dots, end = member.partition(OPEN_END)
    if not dots:
        return _single(member, phrases)
    if not start or not end:
        return (phrases.gettext("{} and later") if start else phrases.gettext("{} and earlier")).format(
            _single(start or end, phrases)
        )
    return _lasting(start, end, phrases)


def _is_week(start: str, end: str) -> bool:
    """Tell whether two days are a Monday and its Sunday; without a year, seven days will do."""
    if not _are(_DAY, start, end):
        return False
    first, last = _as_day(start), _as_day(end)
    if start.startswith(UNKNOWN_YEAR) and end.startswith(UNKNOWN_YEAR):
        # The remainder, for a week that leads into the next year.
        return (last - first).days % _DAYS_OF_LEAP_YEAR == _LAST_OF_WEEK
    return first.weekday() == 0 and (last - first).days == _LAST_OF_WEEK


def _third_of_month(start: str, end: str, phrases: DatePhrases) -> str | None:
    if not _are(_DAY, start, end) or start[:7] != end[:7]:
        return None
    first, last = int(start[8:]), int(end[8:])
    for (begins, ends), template in zip(_DAYS_OF_THIRDS, _THIRDS, strict=True):
        if first == begins and (last == ends if ends else last in _last_days(start)):
            return phrases.gettext(template).format(_single(start[:7], phrases))
    return None


def _last_days(day: str) -> tuple[int, ...]:
    """Return the last day of the day's month; of a February without year, both that it may be."""
    moment = _as_day(day)
    last = calendar.monthrange(moment.year, moment.month)[1]
    if day.startswith(UNKNOWN_YEAR) and moment.month == _FEBRUARY:
        return last - 1, last
    return (last,)


def _third_of_year(start: str, end: str, phrases: DatePhrases) -> str | None:
    months = (start[5:], end[5:])
    if not _are(_MONTH, start, end) or start[:4] != end[:4] or months not in _MONTHS_OF_THIRDS:
        return None
    third = _MONTHS_OF_THIRDS.index(months)
    if start.startswith(UNKNOWN_YEAR):
        return phrases.gettext(_THIRDS_OF_ANY_YEAR[third])
    return phrases.gettext(_THIRDS[third]).format(start[:4])


def _interval(date: str, phrases: DatePhrases) -> str:
    # An end of which nothing is specified (`2019/XXXX`) is as good as an unknown one.
    start, end = (UNKNOWN_END if _is_unspecified(part) else part for part in date.split("/"))
    named = [part for part in (start, end) if part not in (UNKNOWN_END, OPEN_END)]
    if not named:
        return phrases.gettext("date unknown")
    if len(named) > 1:
        return _lasting(start, end, phrases)
    if named[0] == start:
        template = (
            phrases.pgettext("date", "since {}")
            if end == OPEN_END
            else phrases.gettext("from {}, end unknown")
        )
    else:
        template = (
            phrases.pgettext("date", "until {}")
            if start == OPEN_END
            else phrases.gettext("until {}, start unknown")
        )
    return template.format(_single(named[0], phrases))


def _lasting(start: str, end: str, phrases: DatePhrases) -> str:
    """Name the year, and the month, once where both ends share it."""
    if start == end:
        return _single(start, phrases)
    if start[:4] == end[:4]:
        if _are(_DAY, start, end):
            return _days(start, end, phrases)
        if _are(_MONTH, start, end):
            start = UNKNOWN_YEAR + start[4:]
    return phrases.pgettext("date", "{} to {}").format(_single(start, phrases), _single(end, phrases))


def _days(start: str, end: str, phrases: DatePhrases) -> str:
    last = _single(end, phrases)
    if start[:7] == end[:7]:
        first = phrases.pgettext("the first of two days", "{}").format(int(start[8:]))
        return f"{first}–{last}"
    return f"{_single(UNKNOWN_YEAR + start[4:], phrases)} – {last}"


def _single(date: str, phrases: DatePhrases) -> str:
    """Word a date without brackets, ends and time; nothing is said of a missing year."""
    plain = _MARKS.sub("", date)
    if plain in _UNSPECIFIED:
        # Doubt about nothing is nothing to tell.
        return phrases.gettext(_UNSPECIFIED[plain])
    words = _without_marks(plain, phrases)
    if words == plain and "X" in plain:
        return date
    if "~" in date or "%" in date:
        words = phrases.pgettext("date", "about {}").format(words)
    return phrases.pgettext("date", "{} (uncertain)").format(words) if "?" in date or "%" in date else words


def _without_marks(date: str, phrases: DatePhrases) -> str:
    year, _, rest = date.partition("-")
    if "X" in year and year != UNKNOWN_YEAR:
        return date if rest else _several_years(year, phrases)
    month, _, day = rest.partition("-")
    if day:
        return _day(date, phrases)
    return _month(year, month, phrases) if month else year


def _several_years(year: str, phrases: DatePhrases) -> str:
    match = _SEVERAL_YEARS.fullmatch(year)
    if not match:
        return year
    known = match[1]
    if len(known) == 3:
        return phrases.pgettext("date", "{}s").format(f"{known}0")
    template = (
        phrases.pgettext("date", "{} century")
        if len(known) == 2
        else phrases.pgettext("date", "{} millennium")
    )
    return template.format(_ordinal(int(known) + 1, phrases))


def _day(date: str, phrases: DatePhrases) -> str:
    year, month, day = date.split("-")
    in_year = year != UNKNOWN_YEAR
    if month == day == "XX":
        return phrases.pgettext("a year", "a day in {}").format(year)
    if day == "XX":
        return phrases.pgettext("date", "a day in {}").format(_month(year, month, phrases))
    if month == "XX":
        template = phrases.gettext("{} of a month in {}") if in_year else phrases.gettext("{} of a month")
        return template.format(_ordinal(int(day), phrases), year)
    if in_year:
        return str(format_date(_as_day(date), "long", locale=phrases.locale))
    return str(format_skeleton("MMMMd", _as_day(date), locale=phrases.locale))


def _month(year: str, month: str, phrases: DatePhrases) -> str:
    if month == "XX":
        return phrases.gettext("a month in {}").format(year)
    number = int(month)
    if number >= _QUARTERS:
        name, template = (
            phrases.gettext(_PARTS_OF_A_YEAR[number - _QUARTERS]),
            phrases.pgettext("part of a year", "{} of {}"),
        )
    elif number >= _SEASONS:
        name, template = phrases.gettext(_SEASONS_OF_A_YEAR[(number - _SEASONS) % 4]), "{} {}"
    else:
        name, template = month_name(number, Language(phrases.locale)), "{} {}"
    words = name if year == UNKNOWN_YEAR else template.format(name, year)
    if _NORTHERN <= number < _QUARTERS:
        return phrases.gettext(_HEMISPHERES[number >= _SOUTHERN]).format(words)
    return words


def _ordinal(number: int, phrases: DatePhrases) -> str:
    last_digit = 0 if number in _TEENS else number % 10
    endings = phrases.pgettext("by the last digit of a number", "th st nd rd th th th th th th").split()
    return f"{number}{endings[last_digit]}"


def _are(form: re.Pattern[str], *dates: str) -> bool:
    return all(form.fullmatch(date) for date in dates)


def _as_day(date: str) -> datetime.date:
    return datetime.date.fromisoformat(date.replace(UNKNOWN_YEAR, _LEAP_YEAR))
