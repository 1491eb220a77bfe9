"""Finds dates written in German or English and turns each into EDTF.

Candidates come from patterns first, so that "may", "die" or a score is never taken for a date.
What a date leaves open (a year, which of two numbers is the month) stays open.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan",
            "februar february feb",
            "märz maerz mrz march mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "montag monday",
            "dienstag tuesday",
            "mittwoch wednesday",
            "donnerstag thursday",
            "freitag friday",
            "samstag sonnabend saturday",
            "sonntag sunday",
        )
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_YEAR = r"(?:1[89]|20)\d{2}"

ISO = re.compile(
    rf"\b(?P<year>{_YEAR})-(?P<month>\d{{2}})-(?P<day>\d{{2}})"
    r"(?:[T ](?P<time>\d{2}:\d{2})(?::\d{2})?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?"
    rf"(?:,?\s+(?P<year>{_YEAR})\b)?",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,]?\d)"
    r"(?:\s?(?:[-–]|to)\s?\d{1,2}\b)?"
    rf"(?:,?\s+(?P<year>{_YEAR})\b)?",
    re.IGNORECASE,
)
NUMERIC = re.compile(
    rf"(?<![\d.,/:-])(?P<first>\d{{1,2}})(?P<mark>[./])\s?(?P<second>\d{{1,2}})(?P=mark)\s?"
    rf"(?P<year>{_YEAR})(?![\d/])"
)
MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\b\.?,?\s+(?P<year>{_YEAR})\b", re.IGNORECASE)
WEEKDAY = re.compile(
    rf"\b(?:(?:on|am)\s+(?:(?:vergangenen|letzten|heutigen|gestrigen)\s+)?|(?:last|this past)\s+)"
    rf"(?P<weekday>{_WEEKDAY})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundDate:
    """A date as it stands in a text."""

    start: int
    end: int
    quote: str
    edtf: str
    """`2023-12-28`, `2023-12`, `XXXX-01-29`; with time only from an ISO stamp."""


def find_dates(text: str, day_first: bool | None = None) -> list[FoundDate]:
    """Find dates of day or month precision, in text order.

    Args:
        text: any text.
        day_first: how to read `03/07/2022`; None leaves such dates out.
    """
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for candidate in _candidates(text, day_first):
        if all(candidate.end <= start or candidate.start >= end for start, end in taken):
            found.append(candidate)
            taken.append((candidate.start, candidate.end))
    return sorted(found, key=lambda date: date.start)


def find_weekdays(text: str) -> Iterator[tuple[str, int]]:
    """Yield ("on Thursday", 3) for every weekday something happened on; Monday is 0."""
    for match in WEEKDAY.finditer(text):
        yield match[0], WEEKDAYS[match["weekday"].lower()]


def is_day_first(texts: Iterable[str]) -> bool | None:
    """Tell from a document's own dates whether `03/07/2022` is D/M/Y or M/D/Y; None: nothing tells.

    A number over 12 decides; else a date with the month in words that fits one reading only.
    """
    numeric: list[tuple[int, int]] = []
    worded: set[tuple[int, int]] = set()
    for text in texts:
        for match in NUMERIC.finditer(text):
            if match["mark"] == "/":
                numeric.append((int(match["first"]), int(match["second"])))
        worded |= {
            (int(found.edtf[8:10]), int(found.edtf[5:7]))
            for found in find_dates(text)
            if len(found.edtf) >= 10 and "/" not in found.quote
        }
    as_day_first = any(first > 12 or (first, second) in worded for first, second in numeric)
    as_month_first = any(second > 12 or (second, first) in worded for first, second in numeric)
    return as_day_first if as_day_first != as_month_first else None


def _candidates(text: str, day_first: bool | None) -> Iterator[FoundDate]:
    for match in ISO.finditer(text):
        yield from _found(match, match["year"], match["month"], match["day"], _time(match))
    for match in NUMERIC.finditer(text):
        yield from _numeric(match, day_first)
    for pattern in (DAY_MONTH, MONTH_DAY):
        for match in pattern.finditer(text):
            # With a small letter it is a verb: "they may 12 times".
            if match["month"][0].isupper():
                month = MONTHS[match["month"].lower()]
                yield from _found(match, match["year"], month, match["day"])
    for match in MONTH_YEAR.finditer(text):
        edtf = f"{match['year']}-{MONTHS[match['month'].lower()]:02d}"
        yield FoundDate(match.start(), match.end(), match[0], edtf)


def _numeric(match: re.Match[str], day_first: bool | None) -> Iterator[FoundDate]:
    first, second = int(match["first"]), int(match["second"])
    if match["mark"] == "." or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    elif day_first is None:
        return
    else:
        day, month = (first, second) if day_first else (second, first)
    yield from _found(match, match["year"], month, day)


def _found(
    match: re.Match[str], year: str | None, month: int | str, day: int | str, time: str = ""
) -> Iterator[FoundDate]:
    month, day = int(month), int(day)
    try:
        # A year-less date is checked in a leap year.
        datetime.date(int(year or 2000), month, day)
    except ValueError:
        return
    edtf = f"{year or 'XXXX'}-{month:02d}-{day:02d}{time}"
    yield FoundDate(match.start(), match.end(), match[0].rstrip(" ,"), edtf)


def _time(match: re.Match[str]) -> str:
    if not match["time"]:
        return ""
    zone = (match["zone"] or "").replace("Z", "+0000")
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{match['time']}{zone}"
