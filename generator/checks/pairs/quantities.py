"""The numbers in a text, with what they may mean in its language.

German writes 10.000 and 1,5 where English writes 10,000 and 1.5; both write a date, a time or a
million in ways that share no digit. So a number here is the set of values it may stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise, zip_longest

from generator.checks.pairs import chinese
from generator.checks.pairs.calendar import DayOfMonth, read_calendar
from generator.checks.pairs.chinese import CHINESE
from generator.checks.pairs.number_words import (
    Quantity,
    numbers_in_words,
    span_after,
    values_in_words,
    written,
)
from generator.checks.pairs.words import MOST_TEXTS
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language

_SPACE = "\u00a0\u202f\u2009 "
_DIGIT = re.compile(r"\d")
# A pattern that begins with a figure passes quickly over a text: what may not stand before is asked second.
_NUMBER = re.compile(rf"\d(?<!\b[CNS]O\d)\d*(?:[.,'’]\d+|[{_SPACE}]\d{{3}}(?!\d))*")
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+")
_NEXT_WORD = re.compile(rf"[-{_SPACE}]?([^\W\d_]+)(?!\w)")
_BRACKETS = re.compile(r"\)|\s?\([^()]{1,40}\)|")
"""Between a number and its scale: "98,7 (Vorjahr: 50,1) Millionen"."""
_CURRENCY = ("€", "$", "£", "¥")
_TO_TIME = r"\s?(?:-|–|bis|to|and|und)\s?\d{1,2}(?:[:.]\d{2})?"
_CLOCK = re.compile(
    rf"(\d(?<![\d.,:]\d)\d?)(?:(?:[:.](\d{{2}}))?(?=(?:{_TO_TIME})?\s?(?:Uhr\b|[ap]\.?m\b|o['’]clock|noon\b))"
    r"|:(\d{2})(?![\d:]))",
    re.IGNORECASE,
)
_HALF_OF_DAY = re.compile(r"\s?([ap])\.?m\b", re.IGNORECASE)
HOURS_ON_DIAL = 12
_SHORT_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\s?[/–-]$")
_DECADE = re.compile(r"[’']?s\b|ern?\b")
_CENTURY = re.compile(r"\b(\d\d?)(?:\.|st|nd|rd|th)[ -](?:Jahrhundert|Jh\b|century)", re.IGNORECASE)
_FURTHEST_CENTURY = 40
THIS_CENTURY = 20
"""Of "die 50er", where none is named."""
_JOINS = re.compile(rf"[{_SPACE}-]?[{_SPACE}]?(?:bis(?: zu)?|auf|und|oder|to|and|or|-|–)?[{_SPACE}]?[€$£¥]?")
_WIDEST_JOINER = 9
_OUT_OF = re.compile(r"\s(?:von|in|of|out of)\s")
LARGEST_WHOLE = 100
HALF = frozenset(("0.5",))
"""Beside it half of any number may be told in full: "12 Euro, ermäßigt die Hälfte"."""
_SPOKEN_TIME = re.compile(
    r"(?i)\b(?:(?P<half>hal(?:b|f (?P<past>past)))|(?:viertel|quarter) (?P<to>nach|vor|past|after|to))"
    r" (?P<hour>[a-zäöüß]{3,12}|\d{1,2})\b"
)
_PAST = frozenset(("nach", "past", "after"))
_OF_SPOKEN_TIMES = ("hal", "viertel ", "quarter ")
"""Without any of these there is none: a look is cheaper."""
_SIX_MONTHS = re.compile(r"(\w{1,12}) (?:Jahren?|years?),? (?:und|and) (?:sechs Monaten?|six months)\b")
_LONGEST = 30
"""Characters of a number that is still one to reckon with."""


@dataclass(frozen=True)
class Quantities:
    """What a text counts."""

    numbers: tuple[Quantity, ...]
    """In digits."""
    in_words: tuple[Quantity, ...]
    days: tuple[DayOfMonth, ...]
    values: frozenset[str]
    """Every value that anything in the text may stand for, words too."""

    def missing_in(self, other: Quantities) -> list[Quantity]:
        """Return the numbers the other text does not have, in digits or in words."""
        large = (number for number in self.in_words if number.is_large)
        return [number for number in (*self.numbers, *large) if not number.is_in(other.values)]

    def words_missing_in(self, other: Quantities) -> list[Quantity]:
        """Return the numbers in words that the other text does not have."""
        return [number for number in self.in_words if number.is_plain and not number.is_in(other.values)]


def counts(*languages: Language) -> bool:
    """Tell whether the numbers of all these languages are known."""
    return all(language in LEXICONS or language == CHINESE for language in languages)


@lru_cache(maxsize=MOST_TEXTS)
def quantities(text: str, language: Language) -> Quantities:
    """Find the numbers, dates and times of a text."""
    if language == CHINESE:
        return _chinese(text)
    named = read_calendar(text, language)
    days = named.days
    text = _without(text, ((day.start, day.end) for day in (*days, *named.feasts)))
    clocks = [*_spoken_times(text, language), *(_clocks(text) if _DIGIT.search(text) else ())]
    text = _without(text, ((clock.start, clock.end) for clock in clocks))
    found = [*_numbers(text, language), *numbers_in_words(text, language)]
    found = list(_sharing(text, sorted(found, key=lambda number: number.start)))
    years = (_number(day, str(day.year)) for day in (*days, *named.feasts) if day.year is not None)
    numbers = [*clocks, *(number for number in found if _is_in_digits(number)), *years]
    values = {
        *values_in_words(text, language),
        *_shares_in_percent(text, found),
        *_half_years(text, language),
    }
    values.update(*(day.numbers for day in (*days, *named.feasts)))
    for number in (*numbers, *found):
        values.update(*number.readings)
    if HALF & values:
        values.update(written(Decimal(number.surface) / 2) for number in numbers if number.surface.isdigit())
    in_words = tuple(number for number in found if not _is_in_digits(number))
    return Quantities(tuple(numbers), in_words, days, frozenset(values))


def _shares_in_percent(text: str, numbers: Sequence[Quantity]) -> Iterator[str]:
    """Yield what a part of a few is, in percent too: "three out of four"."""
    for part, whole in pairwise(numbers):
        if _OUT_OF.fullmatch(text, part.end, whole.start):
            first, second = (Decimal(next(iter(one.readings[0]))) for one in (part, whole))
            if 0 < first < second <= LARGEST_WHOLE:
                yield str(round(100 * first / second))


def _half_years(text: str, language: Language) -> Iterator[str]:
    """Yield "three and a half" for "three years and six months"."""
    for match in _SIX_MONTHS.finditer(text) if "ix months" in text or "echs Monat" in text else ():
        years = LEXICONS[language].numbers.cardinals.get(fold(match[1]), match[1])
        if str(years).isdigit():
            yield f"{years}.5"


def _chinese(text: str) -> Quantities:
    found = tuple(chinese.numbers_in(text))
    values = frozenset(value for number in found for reading in number.readings for value in reading)
    values |= {"am", "pm"}  # "上午" is not read.
    return Quantities(tuple(number for number in found if number.is_plain), (), (), values)


def _is_in_digits(number: Quantity) -> bool:
    return number.surface[0].isdigit()


def _sharing(text: str, numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the numbers, each also with the scale that it may share with the next: "200 to 300 million"."""
    for number, following in zip_longest(numbers, numbers[1:]):
        if following and number.scale < 100 <= following.scale and _shares(text, number, following):
            scaled = (
                frozenset(written(Decimal(value) * following.scale) for value in reading)
                for reading in number.readings
            )
            yield replace(number, readings=(*number.readings, *scaled))
        else:
            yield number


def _shares(text: str, number: Quantity, following: Quantity) -> bool:
    return following.start - number.end <= _WIDEST_JOINER and bool(
        _JOINS.fullmatch(text, number.end, following.start)
    )


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Put dots in some places, so that nothing else moves."""
    pieces, reached = [], 0
    for start, end in sorted(set(places)):
        pieces += [text[reached:start], "·" * (end - max(start, reached))]
        reached = max(reached, end)
    return "".join((*pieces, text[reached:]))


def _number(day: DayOfMonth, digits: str) -> Quantity:
    return Quantity(day.start, day.end, digits, (frozenset((digits,)),))


def _clocks(text: str) -> Iterator[Quantity]:
    """Read times of day; "17 Uhr" and "5 p.m." are the same on a dial."""
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1]), int(match[2] or match[3] or 0)
        half = _HALF_OF_DAY.match(text, match.end())
        surely = (
            "pm" if hour > HOURS_ON_DIAL else f"{half[1].lower()}m" if half and hour < HOURS_ON_DIAL else ""
        )
        on_dial = f"{hour % HOURS_ON_DIAL}:{minute:02}"
        readings = [frozenset((on_dial, surely or "am")), frozenset((on_dial, surely or "pm"))]
        if not minute or not half:
            # "6.40 Uhr" is just "6.40" where the other language needs no word with it.
            readings += [
                frozenset((written(Decimal(f"{said}.{minute:02}")),)) for said in (hour, hour % HOURS_ON_DIAL)
            ]
        if match[3]:  # A score, "34:27", is written "34-27", too, or with the winner's first.
            readings.append(frozenset((str(hour), str(minute))))
        yield Quantity(*match.span(), match[0], tuple(readings))


def _spoken_times(text: str, language: Language) -> Iterator[Quantity]:
    """Yield "halb neun" and "half past eight", "Viertel vor neun" and "quarter to nine"."""
    lowered = text.lower()
    may_tell = any(one in lowered for one in _OF_SPOKEN_TIMES)
    for match in _SPOKEN_TIME.finditer(text) if may_tell else ():
        hours = LEXICONS[language].numbers.cardinals
        hour = int(match["hour"]) if match["hour"].isdigit() else hours.get(fold(match["hour"]), 0)
        if not 0 < hour <= 2 * HOURS_ON_DIAL:
            continue
        is_past = bool(match["past"]) or fold(match["to"] or "") in _PAST
        minute = 30 if match["half"] else 15 if is_past else 45
        on_dial = (hour if is_past else hour - 1) % HOURS_ON_DIAL
        readings = [frozenset((f"{on_dial}:{minute}", half)) for half in ("am", "pm")]
        in_digits = f"{on_dial or HOURS_ON_DIAL}.{minute}".rstrip("0")
        yield Quantity(*match.span(), match[0], (*readings, frozenset((in_digits,))))


def _numbers(text: str, language: Language) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        digits = match[0]
        if len(digits) > _LONGEST:
            yield Quantity(*match.span(), digits, (frozenset((digits,)),))
            continue
        readings = list(_readings(digits, language))
        scale = _scale(text, match, language)
        if scale != 1:
            readings = [frozenset([written(Decimal(value) * scale) for value in one]) for one in readings]
        if len(digits) == 2 and _SHORT_YEAR.search(text[max(0, match.start() - 7) : match.start()]):
            century = text[max(0, match.start() - 7) : match.start()].strip(" /–-")[-4:-2]
            readings.append(frozenset((f"{century}{digits}",)))
        if digits.isdigit() and _CENTURY.match(text, match.start()):
            readings += [frozenset((said,)) for said in (f"{int(digits) - 1}00", f"century {digits}")]
        elif digits.isdigit() and _DECADE.match(text, match.end()):
            readings.append(frozenset((_in_decade(int(digits), text[match.end() :]),)))
        if digits.isdigit() and (span := span_after(text, match.end(), language)):
            readings.append(frozenset((written(int(digits) * span),)))
        yield Quantity(*match.span(), digits, tuple(readings), scale)


def _in_decade(number: int, behind: str) -> str:
    """Return what years say otherwise: the 1850s are in the 19th century, the "50er" of a century in 1850."""
    if number >= 100:
        return f"century {number // 100 + 1}"
    century = _CENTURY.search(behind, 0, _FURTHEST_CENTURY)
    return str(100 * ((int(century[1]) if century else THIS_CENTURY) - 1) + number)


def _scale(text: str, number: re.Match[str], language: Language) -> Decimal:
    """Return what the word after a number multiplies it with."""
    between = _BRACKETS.match(text, number.end())
    word = _NEXT_WORD.match(text, between.end() if between else number.end())
    if word is None:
        return Decimal(1)
    # "$5m" are millions; "5 m" are metres and a "6K" is an aeroplane.
    if len(word[1]) == 1 and text[max(0, number.start() - 1) : number.start()] not in _CURRENCY:
        return Decimal(1)
    return Decimal(10) ** LEXICONS[language].numbers.scales.get(word[1].casefold(), 0)


def _readings(digits: str, language: Language) -> Iterator[frozenset[str]]:
    """Yield what a number may say, the likeliest first."""
    parts = re.split(r"\D", digits)
    if len(parts) == 1:
        yield frozenset((written(Decimal(digits)),))
        return
    decimal = LEXICONS[language].decimal
    whole, sign, fraction = digits.rpartition(decimal)
    if not sign:
        whole, fraction = digits, ""
    is_one = not sign or (fraction.isdigit() and decimal not in whole)
    if is_one and (whole.isdigit() or _GROUPED.fullmatch(whole)):
        ungrouped = re.sub(r"\D", "", whole)
        yield frozenset((written(Decimal(f"{ungrouped}.{fraction or 0}")),))
        return
    if len(parts) == 2 and "." in digits:
        # A version, a price or a time has a point in every language: "um 6.40".
        yield frozenset((written(Decimal(digits)),))
    # A list, a version, a section: "1.2.3".
    yield frozenset(written(Decimal(part)) for part in parts)
