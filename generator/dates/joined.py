"""Joins dates that share words: "14.–17. Oktober 2021", "from 2018 to 2020", "14 and 15 December"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.dates.calendar import MONTH, WEEKDAY, YEAR
from generator.dates.edtf import is_edtf
from generator.dates.named import NamedDate, NamedRange
from generator.dates.not_dates import counts_something

_RANGE = (
    r"(?:-|/|bis(?:\s(?:einschließlich|einschl\.|inklusive|inkl\.))?|up\sto\sand\sincluding|to|through|thru|until|"
    r"till|auf(?=\sden\s))"
)
_AND = r"(?:and|und|sowie|or|oder|&)"
BETWEEN = re.compile(
    rf"(?:,(?=\s{_AND}))?\s?(?:(?P<range>{_RANGE})|(?P<and>{_AND})|(?P<comma>,))"
    r"(?:\s(?:in|on|the|zum|dem|den|am|im|early|late|to|of))?\s?",
    re.IGNORECASE,
)
LEFT_DAY = re.compile(
    rf"(?<![\w.,:/])(?P<day>\d\d?)(?:\.|st|nd|rd|th)?(?:,(?=\s(?:{_AND}|{_RANGE})))?\s?(?:(?P<range>{_RANGE})|(?P<and>{_AND})|(?P<comma>,))"
    rf"\s?(?:the |dem |den |zum )?(?:(?:am\s)?(?:{WEEKDAY}),?\s(?:den\s|dem\s)?)?$",
    re.IGNORECASE,
)
RIGHT_DAY = re.compile(
    rf"\s?(?:(?P<range>{_RANGE})|(?P<and>{_AND}))\s?(?:the\s)?(?P<day>\d\d?)(?:st|nd|rd|th)?\b"
    rf"(?![.,:]?\d|\s?(?:%|percent|[ap]\.?m\b|uhr\b|{MONTH}\b))(?:,?\s{{1,2}}(?P<year>{YEAR})\b)?",
    re.IGNORECASE,
)
OPENS_PAIR = re.compile(r"\b(?:between|zwischen)\s(?:the\s|dem\s|den\s)?$", re.IGNORECASE)
WIDEST_GAP = 40
FAR_APART = 150
LISTED = 4
"""Days that may be listed before a month: "12, 13, 14 and 15 March"."""


def widen(text: str, parts: Sequence[NamedDate]) -> list[NamedDate | NamedRange]:
    """Add the days that stand beside a date and share its month: "14.–17. Oktober".

    Args:
        text: with plain dashes and spaces.
        parts: not overlapping, in text order.
    """
    return [wide for part in parts for wide in _with_bare_days(text, part)]


def pair(text: str, parts: Sequence[NamedDate | NamedRange]) -> list[NamedDate | NamedRange]:
    """Join neighbours into spans, or lend the first the year that is named with the second.

    Args:
        text: with plain dashes and spaces.
        parts: not overlapping, in text order.
    """
    paired: list[NamedDate | NamedRange] = []
    for part in parts:
        before = paired[-1] if paired else None
        if (
            isinstance(before, NamedDate)
            and isinstance(part, NamedDate)
            and (both := _pair(text, before, part))
        ):
            paired[-1:] = both
        else:
            paired.append(part)
    return paired


def _pair(text: str, part: NamedDate, following: NamedDate) -> list[NamedDate | NamedRange]:
    """Return one span, or the two with what they lend each other; nothing when they don't belong together."""
    if following.start - part.end > WIDEST_GAP or part.precision != following.precision:
        return []
    match = BETWEEN.fullmatch(text, part.end, following.start)
    if not match or _is_far(part, following):
        return []
    if match["comma"]:
        listed = part.precision == "year" and not part.weak
        return [part, replace(following, weak=False)] if listed and part.third == "" else []
    first = replace(
        part,
        year=part.year if part.year is not None else following.year,
        years_away=part.years_away if part.years_away is not None else following.years_away,
    )
    is_range = match["range"] or OPENS_PAIR.search(text[max(0, part.start - WIDEST_GAP) : part.start])
    weak = part.weak and following.weak
    if is_range and not (part.third or following.third):
        return [] if weak else _span(first, following)
    return [replace(first, weak=weak), replace(following, weak=weak)]


def _is_far(part: NamedDate, following: NamedDate) -> bool:
    """Tell whether the second number is none of a pair of years: "2000 in 2011, and 1700 last year"."""
    years = part.year, following.year
    return following.weak and None not in years and abs(years[0] - years[1]) > FAR_APART  # type: ignore[operator]


def _span(first: NamedDate, last: NamedDate) -> list[NamedDate | NamedRange]:
    last = replace(last, year=last.year if last.year is not None else first.year)
    span = NamedRange(first, last)
    # The later one can't come first; with both years open, nothing tells.
    is_open = first.year is None and not first.decade
    return [span] if is_open or is_edtf(span.edtf(None)) else []


def _with_bare_days(text: str, part: NamedDate) -> Iterator[NamedDate | NamedRange]:
    """Yield a day with those listed beside it under the same month."""
    if part.day is None or part.other_reading:
        yield part
        return
    right = RIGHT_DAY.match(text, part.end) if text[part.start].isalpha() else None
    if right and not counts_something(text, right.end("day")) and 1 <= int(right["day"]) <= 31:
        year = int(right["year"]) if right["year"] else part.year
        first = replace(part, year=year)
        last = replace(first, start=right.start("day"), end=right.end(), day=int(right["day"]))
        opened = OPENS_PAIR.search(text[max(0, part.start - WIDEST_GAP) : part.start])
        yield from _both(first, last, is_range=bool(right["range"] or opened))
        return
    yield from _listed_before(text, part)


def _listed_before(text: str, part: NamedDate) -> Iterator[NamedDate | NamedRange]:
    before: list[NamedDate] = []
    start = part.start
    for _ in range(LISTED if text[part.start].isdigit() else 0):
        opening = max(0, start - WIDEST_GAP)
        match = LEFT_DAY.search(text[opening:start])
        # A comma lists days only where "and" ends the list.
        if not match or not 1 <= int(match["day"]) <= 31 or (match["comma"] and not before):
            break
        at = opening + match.start()
        day = replace(part, start=at, end=opening + match.end("day"), day=int(match["day"]))
        if match["range"] or OPENS_PAIR.search(text[max(0, at - WIDEST_GAP) : at]):
            yield from _both(day, before[0] if before else part, is_range=True)
            yield from [*before[1:], part] if before else []
            return
        before.insert(0, day)
        start = at
    yield from [*before, part]


def _both(first: NamedDate, last: NamedDate, *, is_range: bool) -> Iterator[NamedDate | NamedRange]:
    if is_range and (first.day or 0) <= (last.day or 0):
        yield NamedRange(first, last)
    else:
        yield from (first, last)
