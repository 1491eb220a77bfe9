"""The numbers in a text, with what they may mean in its language.

German writes 10.000 and 1,5 where English writes 10,000 and 1.5; both write a date, a time or a
million in ways that share no digit. So a number here is the set of values it may stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.checks.pairs.calendar import DayOfMonth, read_calendar
from generator.checks.pairs.number_words import values_in_words
from generator.checks.pairs.words import words_of
from generator.language.lexicons import LEXICONS
from generator.model import Language

_SPACE = "\u00a0\u202f\u2009 "
_NUMBER = re.compile(rf"(?<![\d])\d+(?:[.,'’]\d+|[{_SPACE}]\d{{3}}(?!\d))*")
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+")
_NEXT_WORD = re.compile(rf"[-{_SPACE}]?([^\W\d_]+)(?!\w)")
_CURRENCY = ("€", "$", "£", "¥")
_TO_TIME = r"\s?(?:-|–|bis|to|and|und)\s?\d{1,2}(?:[:.]\d{2})?"
_CLOCK = re.compile(
    rf"(?<![\d.,:])(\d{{1,2}})(?:[:.](\d{{2}}))?(?=(?:{_TO_TIME})?\s?(?:Uhr\b|[ap]\.?m\b|o['’]clock|noon\b))"
    r"|(?<![\d.,:])(\d{1,2}):(\d{2})(?![\d:])",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\s?[/–-]$")
_DECADE = re.compile(r"[’']?s\b|er\b")
_LONGEST = 30
"""Characters of a number that is still one to reckon with."""


@dataclass(frozen=True)
class Quantity:
    """A number written in digits."""

    surface: str
    readings: tuple[frozenset[str], ...]
    """Each a set of values that together are what it says: 3.5 is one value, or a day and a month."""


@dataclass(frozen=True)
class Quantities:
    """What a text counts."""

    numbers: tuple[Quantity, ...]
    days: tuple[DayOfMonth, ...]
    values: frozenset[str]
    """Every value that anything in the text may stand for, words too."""

    def missing_in(self, other: Quantities) -> list[Quantity]:
        """Return the numbers the other text does not have, in digits or in words."""
        return [
            number
            for number in self.numbers
            if not any(reading <= other.values for reading in number.readings)
        ]


@lru_cache(maxsize=64)
def quantities(text: str, language: Language) -> Quantities:
    """Find the numbers, dates and times of a text."""
    days = read_calendar(text, language).days
    text = _without(text, days)
    clocks = list(_clocks(text))
    text = _CLOCK.sub(lambda match: "·" * len(match[0]), text)
    years = (_number(str(day.year)) for day in days if day.year is not None)
    numbers = [*clocks, *_numbers(text, language), *years]
    values = values_in_words(words_of(text), language)
    values.update(*(day.numbers for day in days))
    for number in numbers:
        values.update(*number.readings)
    return Quantities(tuple(numbers), days, frozenset(values))


def _without(text: str, days: Iterable[DayOfMonth]) -> str:
    """Put dots in place of dates, so that nothing else moves."""
    pieces, reached = [], 0
    for start, end in sorted({(day.start, day.end) for day in days}):
        pieces += [text[reached:start], "·" * (end - max(start, reached))]
        reached = max(reached, end)
    return "".join((*pieces, text[reached:]))


def _number(written: str) -> Quantity:
    return Quantity(written, (frozenset((written,)),))


def _clocks(text: str) -> Iterator[Quantity]:
    """Read times of day; "17 Uhr" and "5 p.m." are the same on a dial."""
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
        on_dial = f"{hour % 12}:{minute:02}"
        readings = [frozenset((on_dial,))]
        if not minute:
            readings.append(frozenset((str(hour),)))
        yield Quantity(match[0], tuple(readings))


def _numbers(text: str, language: Language) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        written = match[0]
        if len(written) > _LONGEST:
            yield _number(written)
            continue
        readings = list(_readings(written, language))
        if scale := _scale(text, match, language):
            readings = [frozenset(_plain(Decimal(value) * scale) for value in r) for r in readings]
        if len(written) == 2 and _SHORT_YEAR.search(text[max(0, match.start() - 7) : match.start()]):
            century = text[max(0, match.start() - 7) : match.start()].strip(" /–-")[-4:-2]
            readings.append(frozenset((f"{century}{written}",)))
        if written.isdigit() and _DECADE.match(text, match.end()):
            readings.append(frozenset((str(1900 + int(written) % 100),)))
        yield Quantity(written, tuple(readings))


def _scale(text: str, number: re.Match[str], language: Language) -> Decimal | None:
    """Return what the word after a number multiplies it with."""
    word = _NEXT_WORD.match(text, number.end())
    if word is None:
        return None
    # "$5m" are millions; "5 m" are metres and a "6K" is an aeroplane.
    if len(word[1]) == 1 and text[max(0, number.start() - 1) : number.start()] not in _CURRENCY:
        return None
    lexicon = LEXICONS.get(language)
    power = lexicon.numbers.scales.get(word[1].casefold()) if lexicon else None
    return Decimal(10) ** power if power else None


def _readings(written: str, language: Language) -> Iterator[frozenset[str]]:
    """Yield what a number may say, the likeliest first."""
    parts = re.split(r"\D", written)
    if len(parts) == 1:
        yield frozenset((_plain(Decimal(written)),))
        return
    decimals = (LEXICONS[language].decimal,) if language in LEXICONS else (".", ",")
    for decimal in decimals:
        whole, sign, fraction = written.rpartition(decimal)
        if not sign:
            whole, fraction = written, ""
        elif not fraction.isdigit() or decimal in whole:
            continue
        if whole.isdigit() or _GROUPED.fullmatch(whole):
            digits = re.sub(r"\D", "", whole)
            yield frozenset((_plain(Decimal(f"{digits}.{fraction or 0}")),))
            return
    # A list, a version, a section: "1.2.3".
    yield frozenset(_plain(Decimal(part)) for part in parts)


def _plain(value: Decimal) -> str:
    """Write a value in one way only: no exponent, no zeros at its ends."""
    written = f"{value:f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written) or "0"
