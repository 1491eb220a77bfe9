"""The days, months and weekdays that a text names, so that they can be sought in its translation.

The dates are those that `generator.dates` finds. A weekday counts where that finds no date, too: "montags".
What else may mean a month or weekday is enough for a counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.checks.pairs.number_words import written
from generator.checks.pairs.words import MOST_TEXTS, Telling, as_one, words_of
from generator.dates.calendar import DAY, MONTH, MONTHS, SEASONS, WEEKDAY, WEEKDAYS, same_characters
from generator.dates.explicit import SHORT_DAY
from generator.dates.find import FoundDate, find_dates
from generator.dates.hints import hints
from generator.dates.named import NamedDate, NamedRange
from generator.dates.relative import Relative
from generator.model import GERMAN, Language

_IN_FIGURES = re.compile(r"\d[/-]\s?\d|\d\.\s?(?:\d\d?|[IVXivx]+)\.")
_TWO_FIGURES = re.compile(r"(0[1-9]|[12]\d|3[01])\.\s?(0[1-9]|1[0-2])\.")
_IN_WORDS = frozenset(("month", "weekday", "feast"))
_NAMED_DAYS = {f"{name}{end}": number for name, number in WEEKDAYS.items() for end in ("", "s")}
"""With "montags"."""
_NAMES = _NAMED_DAYS.keys() | SEASONS.keys()
MONTH_BEGINS, WEEKDAY_BEGINS = re.compile(MONTH), re.compile(WEEKDAY)
WEEKDAY_ENDS = re.compile(rf"(?:{WEEKDAY})\Z")

NIGHT = re.compile(r"(?i)\bnacht (?:zum|auf)\b|\bovernight\b|\bnight (?:from|to|of)\b")
NIGHT_OF = re.compile(rf"({WEEKDAY})(?= night)")
DAYS = 7


@dataclass(frozen=True)
class DayOfMonth:
    """A day that stands with its month."""

    surface: str
    start: int
    end: int
    year: int | None
    readings: frozenset[tuple[int, int]]
    """Month and day; two where a date in numbers may be read in two ways."""

    @property
    def months(self) -> frozenset[int]:
        """The months it may be in."""
        return frozenset(month for month, _ in self.readings)

    @property
    def numbers(self) -> frozenset[str]:
        """The days of the month it may be; "18.11." may be the number of a section, too."""
        section = _TWO_FIGURES.fullmatch(self.surface)
        whole = [written(Decimal(f"{section[1]}.{section[2]}"))] if section else []
        return frozenset([*whole, *(str(day) for _, day in self.readings)])

    def is_in(self, others: Iterable[DayOfMonth]) -> bool:
        """Tell whether it may be one of others."""
        return any(self.readings & other.readings for other in others)


@dataclass(frozen=True)
class CalendarNames:
    """Months, or weekdays, by their numbers."""

    surely: Mapping[int, str]
    """How the text names them."""
    perhaps: frozenset[int] = frozenset()
    """Those that it may mean besides: 3/4 may be in March or April, "Freitagsgebete" are on Fridays."""

    def missing_in(self, other: CalendarNames) -> list[str]:
        """Return those that the other text cannot mean."""
        return [
            word
            for number, word in self.surely.items()
            if number not in other.surely and number not in other.perhaps
        ]


@dataclass(frozen=True)
class Calendar:
    """What a text names of the calendar."""

    days: tuple[DayOfMonth, ...]
    months: CalendarNames
    weekdays: CalendarNames
    feasts: tuple[DayOfMonth, ...]
    """Days that need not be named so: "May Day"."""
    other_words: tuple[CalendarNames, CalendarNames]
    """Months that no date needs, and seasons: "fall" and "May" are other words, too."""


@lru_cache(maxsize=MOST_TEXTS)
def read_calendar(text: str, language: Language) -> Calendar:
    """Return what a text names of the calendar."""
    dates = find_dates(text, language) if _may_name_day(text) else []
    parts = [(date, part) for date in dates for part in _parts(date) if part.month is not None]
    days = [
        DayOfMonth(date.quote, date.start, date.end, part.year, frozenset(_readings(part)))
        for date, part in parts
        if part.day is not None
    ]
    in_figures = list(_days_in_figures(text, days)) if language == GERMAN else []
    months = {part.month: date.quote for date, part in parts if part.month and not part.other_reading}
    either = {month for _, part in parts if part.other_reading for month, _ in _readings(part)}
    either.update(*(day.months for day in in_figures))
    feasts = tuple(
        DayOfMonth(date.quote, date.start, date.end, part.year, frozenset({(int(match[1]), int(match[2]))}))
        for date in dates
        for part in _parts(date)
        if (match := DAY.fullmatch(part.feast or ""))
    )
    either.update(*(feast.months for feast in feasts))
    telling = _TELLING.among(as_one(text).folded, language)
    words = [
        word
        for word in (words_of(text) if telling else ())
        if word.folded in telling and (word.folded in _NAMES or word.surface[0].isupper())
    ]
    named = {_NAMED_DAYS[word.folded]: word.surface for word in words if word.folded in _NAMED_DAYS}
    other_words = [
        CalendarNames({table[word.folded]: word.surface for word in words if word.folded in table})
        for table in (MONTHS, SEASONS)
    ]
    begun = [_begun(word.folded) for word in words]
    weekdays = {
        date.meaning.weekday: date.quote
        for date in dates
        if isinstance(date.meaning, Relative) and date.meaning.weekday is not None
    }
    # The night to Wednesday is the one from Tuesday, and that of Tuesday the one to Wednesday.
    eves = {(day - 1) % DAYS for day in named} if named and NIGHT.search(text) else set[int]()
    eves |= {(WEEKDAYS[night[1]] + 1) % DAYS for night in NIGHT_OF.finditer(text.lower() if named else "")}
    return Calendar(
        (*days, *in_figures),
        CalendarNames(months, frozenset(either.union(month for month, _ in begun if month is not None))),
        CalendarNames(named | weekdays, frozenset(eves.union(day for _, day in begun if day is not None))),
        feasts,
        (other_words[0], other_words[1]),
    )


def _days_in_figures(text: str, besides: Sequence[DayOfMonth]) -> Iterator[DayOfMonth]:
    """Yield days that nothing tells from a section's number but that both their numbers have two figures."""
    for match in _TWO_FIGURES.finditer(text):
        if SHORT_DAY.match(text, match.start()) and not any(
            one.start <= match.start() < one.end for one in besides
        ):
            yield DayOfMonth(match[0], *match.span(), None, frozenset({(int(match[2]), int(match[1]))}))


def _may_name_day(text: str) -> bool:
    """Tell whether a text may name a day, month or weekday: a look spares the search."""
    kinds = hints(same_characters(text))
    return not _IN_WORDS.isdisjoint(kinds) or ("digit" in kinds and bool(_IN_FIGURES.search(text)))


def _parts(date: FoundDate) -> tuple[NamedDate, ...]:
    match date.meaning:
        case NamedDate() as part:
            return (part,)
        case NamedRange(first=first, last=last):
            return first, last
    return ()


def _readings(part: NamedDate) -> Iterator[tuple[int, int]]:
    if part.month is not None and part.day is not None:
        yield part.month, part.day
    if part.other_reading:
        yield part.other_reading


def _begun(word: str) -> tuple[int | None, int | None]:
    """Return the month and weekday that a folded word begins with, or a feast ends with: "Ostersonntag"."""
    month, weekday = MONTH_BEGINS.match(word), WEEKDAY_BEGINS.match(word) or WEEKDAY_ENDS.search(word)
    return MONTHS[month[0]] if month else None, WEEKDAYS[weekday[0]] if weekday else None


_TELLING = Telling(lambda word, _: word in _NAMES or word in MONTHS or _begun(word) != (None, None))
"""What is, begins or ends with any name of the calendar."""
