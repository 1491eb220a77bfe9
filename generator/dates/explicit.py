"""Finds dates named by their own words: "14. März 2022", "in December", "Q3 2022", "the 1990s"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from generator.dates.calendar import (
    ABBREVIATED,
    ANY_YEAR,
    DECADES,
    FEASTS,
    MODERN_YEAR,
    MONTH,
    MONTHS,
    NAMES_OF_PEOPLE,
    ORDINALS,
    SEASON,
    SEASONS,
    WEEKDAYS,
    YEAR,
    either,
    is_name,
)
from generator.dates.hints import hints
from generator.dates.named import LAST_WEEK, LATEST_SHORT_YEAR, NamedDate, NamedWeek
from generator.dates.not_dates import counts_something
from generator.language.lexicons import LEXICONS
from generator.language.searching import find_at

QUARTERS, HALVES, LAST_QUARTER = 32, 39, 4
"""EDTF numbers quarters from 33 and halves from 40."""
_ORDINAL = rf"(?:{either(ORDINALS)}|[1-4](?:\.|st|nd|rd|th))"
_LAST = (
    r"(?:(?:final|last|letzte[ns]?)(?=\s(?:quarter|quartals?)\s(?:(?:of|in|des|dieses)\s)?(?:[a-z]{3,9}\s)?(?:year|(?:vor)?jahres|\d{4})\b)|"
    r"(?<=\d{4}'s\s)(?:final|last))"
)
"""Of a year, it is the fourth quarter."""
_NEXT = rf"\d\d?(?:[:.]\d\d\b(?!\.\d)|\s?(?:[ap]\.?m\b|uhr\b)|\.?\s(?:{MONTH})\b)"
"""What may follow a whole date behind a dash: a time of day, another date."""
_YEAR_BEHIND = rf"(?:{YEAR}|1[0-4]\d\d(?!\s(?!(?:was|is|has|as|its)\b)[a-z]{{2,30}}s\b))"
"""Behind a month also a year of the Middle Ages, unless it counts something: "in May, 1200 flats"."""
_TAIL = rf"(?:(?:,?[\s-]{{1,2}}|(?<=[.,])|,)(?P<year>{_YEAR_BEHIND})\b(?![.,:]\d|\s?-\s?(?!{_NEXT})\d))?"
_NO_HYPHEN = r"(?:(?<![\w-])|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-)|(?<=\d-))"

ISO = re.compile(
    rf"(?<![\w.-])(?P<year>{YEAR})(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)"
    r"(?:[T ](?P<time>\d\d:\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\w|[.,-]\d)"
)
NUMERIC = re.compile(
    r"(?:(?<![\w.,:/])|(?<=\d\./))(?P<first>\d\d?)(?P<mark>[./-])\s?(?P<second>\d\d?)(?P=mark)\s?"
    rf"(?P<year>{YEAR}|\d\d)(?![\w/]|[.,:]\d)"
)
SPACED = re.compile(
    rf"(?<!\d\s)(?<![\w.,:/-])(?P<first>\d\d?)\s(?P<mark>[/-])\s(?P<second>\d\d?)\s(?P=mark)\s(?P<year>{YEAR})(?![\w/]|[.,:]\d)"
)
""" "16 / 07 / 2021"."""
GLUED = re.compile(
    rf"(?<=[^\W\d_])(?P<first>\d\d)(?P<mark>\.)(?P<second>\d\d)\.(?P<year>{YEAR})(?![\d/]|[.,:]\d)"
)
"""What a page's code has run together: "am28.12.2023um"."""
ROMAN_MONTHS = {
    name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)
}
ROMAN = re.compile(
    rf"(?<![\w.,:/-])(?P<day>\d\d?)\.\s?(?P<month>{either(ROMAN_MONTHS)})\.?\s?(?P<year>{YEAR})(?!\w|[.,:]\d)"
)
""" "3. VI. 1931"."""
WEEK = re.compile(
    rf"\b(?:(?:KW|Kalenderwoche|calendar\sweek)\s?(?P<number>\d\d?)|(?P<before>\d\d?)\.\s?(?:KW|Kalenderwoche))\b"
    rf"(?:\s?/\s?(?P<short>{YEAR})|,?\s(?:of\s|in\s|des\sJahres\s)?(?P<year>{YEAR}))?(?!\w)"
)
DAY_MONTH = re.compile(
    rf"(?P<day>\d(?:(?<![\w.,:/]\d)|(?<=\d\./\d)|(?<=[^\W\d],\d))\d?)(?:\.|st\b|[nr]?d\b|th\b|t?e[nr]\b)?[\s-]{{0,2}}(?:day\s)?(?:of\s)?"
    rf"(?P<month>{MONTH})\b\.?{_TAIL}",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"{_NO_HYPHEN}(?P<month>{MONTH})\b(?:\.?\s{{1,2}}(?:the\s)?|\.)(?P<day>\d\d?)(?:st|[nr]?d|th)?\b(?![.:]?\d|,\d(?!\d{{3}})|\s?[x×]\s?\d)"
    rf"{_TAIL}",
    re.IGNORECASE,
)
AFTER_MONTH = re.compile(rf"\b(?:{MONTH})\.?\s$", re.IGNORECASE)
MONTH_YEAR = re.compile(
    rf"(?<!\w)(?P<month>{MONTH})s?\b\.?,?\s{{1,2}}(?:of\s(?:the\syear\s)?|des\sJahres\s|im\sJahre?\s)?"
    rf"(?P<year>{_YEAR_BEHIND})\b(?![.,:]\d|-\d)",
    re.IGNORECASE,
)
SHORT_DAY = re.compile(r"(?<![\w.,:/-])(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.(?!\s?\d|\w|/(?!\d))")
UNSTOPPED_DAY = re.compile(r"\b[Aa]m\s(?P<day>\d\d?)\.(?P<month>\d\d?)(?![\w.:%-]|,\d)")
""" "Am 24.12 um 18 Uhr"."""
BARE_MONTH = re.compile(rf"{_NO_HYPHEN}(?P<month>{MONTH})\b(?!'(?!s\s)|\w|-(?!{MONTH})\w)", re.IGNORECASE)
YEARS = re.compile(rf"(?<![\w.,/-])(?P<first>{MODERN_YEAR})\s?-\s?(?P<last>{MODERN_YEAR})(?![\w-]|[.,]\d)")
BARE_YEAR = re.compile(
    rf"(?P<year>{ANY_YEAR})(?:(?<![\w.,:/+-]\d{{4}})|(?<=\b(?:mid|pre)-\d{{4}})|(?<=\bpost-\d{{4}}))"
    r"(?![\w/]|[.,:]\d|-\w|\s?-\s?\d(?!\d{0,3}\s(?:S\.|Seiten|pp?\.)))"
)
SHORT_YEAR = re.compile(
    r"\b(?:in|since|of|by|from|until|to|and|spring|summer|fall|autumn|winter|seit|von|bis|ab|und|im\sjahr|frühjahr|sommer|herbst)"
    r"\s(?P<written>'(?P<year>\d\d))(?![\w'])",
    re.IGNORECASE,
)
""" "In '86"."""
_PART_OF = "spät|früh(?!jahr|ling)|hoch"
""" "Spätsommer"."""
SEASON_YEAR = re.compile(
    rf"\b(?:{_PART_OF})?(?P<season>{SEASON})s?\s(?:of\s|des\sJahres\s)?(?P<year>{_YEAR_BEHIND})(?:/\d\d(?:\d\d)?)?\b",
    re.IGNORECASE,
)
FEAST = re.compile(
    rf"(?<![\w-])(?P<feast>{either(FEASTS)})(?![\w-])(?:,?\s(?:of\s|des\sJahres\s)?(?P<year>{YEAR})\b)?",
    re.IGNORECASE,
)
NUMBERS_JOINED = re.compile(r"\d\s?[./-]\s?[\dIVX]")
"""Without it no day stands in figures; what begins with a digit is quickly looked for."""
IN_LOWER_CASE = re.compile(MONTH)
"""Far quicker to look for than in any case."""
THE, NAME = re.compile(r"\bthe\s$", re.IGNORECASE), re.compile(r"\s[A-Z][a-z]")
""""The Good Friday Agreement"."""
FEAST_TIMES = frozenset(name for name in FEASTS if any(other.startswith(f"{name} ") for other in FEASTS))
"""What is a time of the year, too: "Christmas", beside "Christmas Eve"."""
SEASON_ALONE = re.compile(rf"\b(?:{_PART_OF})?(?P<season>{SEASON})s?\b", re.IGNORECASE)
_YEAR_FIRST = rf"(?:(?<![\w.,/-])(?P<before>{MODERN_YEAR})(?:'s)?\s)?"
""" "1988's fourth quarter"."""
QUARTER = re.compile(
    rf"{_YEAR_FIRST}\b(?:Q(?P<short>[1-4])|(?P<number>{_ORDINAL}|{_LAST})[\s-](?:quarter|quartals?))\b"
    rf"(?:[\s/](?:of\s|in\s|des\sJahres\s)?(?P<year>{YEAR})\b)?",
    re.IGNORECASE,
)
HALF = re.compile(
    rf"{_YEAR_FIRST}\b(?:H(?P<short>[12])|(?P<number>{_ORDINAL})[\s-](?:half|halbjahr(?:es|s)?|jahreshälfte))\b"
    rf"(?:[\s/](?:of\s|in\s|des\sJahres\s)?(?P<year>{YEAR})\b)?",
    re.IGNORECASE,
)
DECADE = re.compile(
    r"(?:(?<![\w.,/-])|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-))(?:(?P<century>1[5-9]|20)(?P<ten>\d)0"
    r"(?:s|'s|er(?:[ -]?jahren?)?)|"
    r"'?(?P<short>[3-9])0(?:s|er(?:[ -]?jahren?|(?=\s(?:und|bis|oder)\s[3-9]0er)|"
    r"(?<=\bdie\s[3-9]0er)(?!\s[A-ZÄÖÜ])|n(?<=\bden\s[3-9]0ern)))|"
    r"(?P<twenties>20er|zwanziger)[ -]?jahren?|"
    rf"(?P<word>{either(DECADES)})n?(?:[ -]?jahren?)?)(?!\w)",
    re.IGNORECASE,
)
AGE = re.compile(r"\b(?:his|her|their|seinen|ihren|my|our)\s(?:early\s|late\s|mid-?)?$", re.IGNORECASE)
FIRST_NAME = re.compile(r"(?P<word>[A-ZÄÖÜ][\w.]{1,30})\s$")
WORDS = ("march", "may")
"""Months that other words are like: "Long March 11"."""
BEFORE_MONTH = LEXICONS.function_words.union(
    WEEKDAYS, ("anfang", "mitte", "ende", "beginn", "monat", "monats", "mid")
)
"""Words with a capital that may stand before a month; another one is a first name: Theresa May."""


def find_weeks(text: str) -> Iterator[NamedWeek]:
    """Yield weeks that are named by their number."""
    for match in WEEK.finditer(text) if "week by number" in hints(text) else ():
        number, year = int(match["number"] or match["before"]), match["short"] or match["year"]
        if 1 <= number <= LAST_WEEK:
            yield NamedWeek(match.start(), match.end(), number, int(year) if year else None)


def find_explicit(text: str, german: bool, day_first: bool | None) -> Iterator[NamedDate]:
    """Yield dates named by their own words, the surest form first; they may overlap.

    Args:
        text: with plain dashes and spaces.
        german: whether the text is German.
        day_first: how to read `03/07/2022`; None leaves it open.
    """
    kinds = hints(text)
    months = [m.start() for m in IN_LOWER_CASE.finditer(text.lower())] if "month" in kinds else []
    if "digit" in kinds:
        yield from _days(text, day_first, months)
    yield from _periods(text, german)
    if months:
        yield from _months(text, months)
    if "digit" in kinds:
        yield from _years(text)


def _days(text: str, day_first: bool | None, months: Sequence[int]) -> Iterator[NamedDate]:
    in_figures = NUMBERS_JOINED.search(text) is not None
    if in_figures:
        yield from _whole_days_in_figures(text, day_first)
    for match in chain(DAY_MONTH.finditer(text), find_at(months, MONTH_DAY, text)) if months else ():
        yield from _worded_day(text, match)
    for match in (*SHORT_DAY.finditer(text), *UNSTOPPED_DAY.finditer(text)) if in_figures else ():
        for part in _day(match, None, int(match["month"]), int(match["day"])):
            if match.re is SHORT_DAY or not counts_something(text, match.end()):
                yield replace(part, start=match.start("day"), weak=True)


def _whole_days_in_figures(text: str, day_first: bool | None) -> Iterator[NamedDate]:
    for match in ISO.finditer(text):
        for part in _day(match, match["year"], int(match["month"]), int(match["day"])):
            yield replace(part, time=_time(match))
    for pattern in (NUMERIC, SPACED, GLUED):
        for match in pattern.finditer(text):
            yield from _numeric(match, day_first)
    for match in ROMAN.finditer(text):
        yield from _day(match, match["year"], ROMAN_MONTHS[match["month"]], int(match["day"]))


def _time(match: re.Match[str]) -> str:
    if not match["time"] or match["time"] >= "24":
        return ""
    zone = (match["zone"] or "").replace("Z", "+0000")
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{match['time']}{zone}"


def _worded_day(text: str, match: re.Match[str]) -> Iterator[NamedDate]:
    if not is_name(match["month"]):
        return
    if (
        match.re is MONTH_DAY
        and not match["year"]
        and match["month"].lower() in WORDS
        and not _is_month(text, match)
    ):
        return
    hyphened = match.re is DAY_MONTH and "-" in text[match.start() : match.start("month")]
    if hyphened and AFTER_MONTH.search(text[max(0, match.start() - 12) : match.start()]):
        # "Feb 28-Mar 1": the number belongs to the month before it.
        return
    month, day = MONTHS[match["month"].lower()], int(match["day"])
    counts = counts_something(text, match.end())
    if match["year"] and counts:
        # "On March 9 2000 people …": the day stands, the number counts.
        for part in _day(match, None, month, day):
            yield replace(part, end=match.start("year") - 1)
    elif match.re is DAY_MONTH or not counts:
        for part in _day(match, match["year"], month, day):
            # The stop behind a month in full ends the sentence.
            ends = match["month"].lower() not in ABBREVIATED and match.end() == match.end("month") + 1
            yield replace(part, end=match.end("month")) if ends else part


def _day(match: re.Match[str], year: str | None, month: int, day: int) -> Iterator[NamedDate]:
    try:
        # A year-less date is checked in a leap year.
        datetime.date(int(year or 2000), month, day)
    except ValueError:
        return
    yield NamedDate(match.start(), match.end(), int(year) if year else None, month, day)


def _numeric(match: re.Match[str], day_first: bool | None) -> Iterator[NamedDate]:
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    short = len(year) == 2
    if short:
        year = str(_full_year(year))
    if match["mark"] == "." or first > 12 or first == second:
        parts = list(_day(match, year, second, first))
    elif second > 12:
        parts = list(_day(match, year, first, second))
    elif day_first is None:
        parts = [replace(part, other_reading=(first, second)) for part in _day(match, year, second, first)]
    else:
        parts = list(_day(match, year, *((second, first) if day_first else (first, second))))
    is_told = match["mark"] == "." or (match["mark"] == "/" and max(first, second) > 12)
    surely = not short or (is_told and len(match["first"]) == len(match["second"]) == 2)
    for part in parts:
        yield replace(part, weak=not surely, is_short=short)


def _full_year(two: str) -> int:
    return int(two) + (1900 if int(two) > LATEST_SHORT_YEAR else 2000)


def _periods(text: str, german: bool) -> Iterator[NamedDate]:
    kinds = hints(text)
    if "feast" in kinds:
        yield from _feasts(text)
    if "season" in kinds:
        yield from _seasons(text, german)
    if "part of year" in kinds:
        yield from _parts(text)
    for match in DECADE.finditer(text) if "decade" in kinds else ():
        if not AGE.search(text[max(0, match.start() - 20) : match.start()]):
            ten = match["ten"] or match["short"] or (match["twenties"] and 2)
            ten = ten or DECADES[match["word"].lower()]
            yield NamedDate(match.start(), match.end(), decade=f"{match['century'] or 19}{ten}X")


def _feasts(text: str) -> Iterator[NamedDate]:
    for match in FEAST.finditer(text):
        if match["feast"][0].isupper() and not (
            THE.search(text, max(0, match.start() - 4), match.start()) and NAME.match(text, match.end())
        ):
            year = int(match["year"]) if match["year"] else None
            is_day = year is not None or match["feast"].lower() not in FEAST_TIMES
            rule = FEASTS[match["feast"].lower()]
            yield NamedDate(match.start(), match.end(), year, feast=rule, weak=not is_day)


def _seasons(text: str, german: bool) -> Iterator[NamedDate]:
    for match in SEASON_YEAR.finditer(text):
        if _is_season(text, match, german):
            yield NamedDate(
                match.start(), match.end(), int(match["year"]), period=SEASONS[match["season"].lower()]
            )
    for match in SEASON_ALONE.finditer(text):
        if _is_season(text, match, german):
            yield NamedDate(match.start(), match.end(), period=SEASONS[match["season"].lower()], weak=True)


def _parts(text: str) -> Iterator[NamedDate]:
    for pattern, base in ((QUARTER, QUARTERS), (HALF, HALVES)):
        for match in pattern.finditer(text):
            number = int(match["short"] or _ordinal(match["number"]))
            if base == QUARTERS or number <= 2:
                written = match["year"] or match["before"]
                year = int(written) if written else None
                yield NamedDate(match.start(), match.end(), year, period=base + number, weak=year is None)


def _ordinal(text: str) -> int:
    return ORDINALS.get(text.lower()) or (int(text[0]) if text[0].isdecimal() else LAST_QUARTER)


def _is_season(text: str, match: re.Match[str], german: bool) -> bool:
    if german and match["season"].lower() == "fall":
        return False
    # "Prague Spring", "Arabischer Frühling" are names.
    named = FIRST_NAME.search(text[max(0, match.start() - 32) : match.start()])
    if named is None or named["word"].lower() in BEFORE_MONTH:
        return True
    return german and not named["word"].endswith(("er", "en"))


def _months(text: str, months: Sequence[int]) -> Iterator[NamedDate]:
    for match in find_at(months, MONTH_YEAR, text):
        if _is_month(text, match) and not counts_something(text, match.end()):
            yield NamedDate(match.start(), match.end(), int(match["year"]), MONTHS[match["month"].lower()])
    for match in find_at(months, BARE_MONTH, text):
        # "May's cabinet" is a person's.
        owns = match["month"] == "May" and text.startswith("'", match.end())
        if _is_month(text, match) and not owns:
            yield NamedDate(match.start(), match.end(), month=MONTHS[match["month"].lower()], weak=True)


def _years(text: str) -> Iterator[NamedDate]:
    kinds = hints(text)
    for match in YEARS.finditer(text) if "year" in kinds and "-" in text else ():
        if not counts_something(text, match.end()):
            for name in ("first", "last"):
                yield NamedDate(match.start(name), match.end(name), int(match[name]))
    for match in SHORT_YEAR.finditer(text) if "short year" in kinds else ():
        year = _full_year(match["year"])
        yield NamedDate(match.start("written"), match.end(), year, is_short=True)
    for match in BARE_YEAR.finditer(text) if "year" in kinds else ():
        if not counts_something(text, match.end()):
            yield NamedDate(match.start(), match.end(), int(match["year"]), weak=True)


def _is_month(text: str, match: re.Match[str]) -> bool:
    if not is_name(match["month"]):
        return False
    if match["month"].lower() not in NAMES_OF_PEOPLE:
        return True
    named = FIRST_NAME.search(text[max(0, match.start() - 32) : match.start()])
    return named is None or named["word"].lower().rstrip(".") in BEFORE_MONTH
