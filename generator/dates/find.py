"""Finds dates written in German or English and turns each into EDTF.

Candidates come from patterns first, so that "may", "die" or a score is never taken for a date.
What a date leaves open (a year, which of two numbers is the month) stays open, unless it follows
from when the text was written. General date libraries guess instead: see `python -m tests.eval`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, takewhile
from typing import TypeVar

from generator.dates.anchor import Anchor
from generator.dates.calendar import (
    DECADES,
    FEASTS,
    MONTHS,
    SEASONS,
    SHORT_AND_LONG_WEEKDAYS,
    UNITS,
    WEEKDAYS,
    either,
    is_name,
    same_characters,
)
from generator.dates.cues import SEASON_NUMBERS, is_meant, span_with_cues, with_cues
from generator.dates.explicit import NUMERIC, find_explicit, find_weeks
from generator.dates.hints import DAYS, hints
from generator.dates.joined import pair, widen
from generator.dates.named import NamedDate, NamedRange
from generator.dates.not_dates import not_dates
from generator.dates.relative import Meaning, Relative, find_relative
from generator.dates.tense import Tense, tense_around
from generator.language.lexicons import LEXICONS
from generator.model import GERMAN, Language

STORY = 400
"""Characters between a date and one that it is told after, at most."""
MOST_LOOKED_BACK = 50
"""Dates that one is counted from by way of others, or looked through for the day of a story's start."""
LAST_MONTH = 12
SENTENCE_END = re.compile(r"[^\W\dA-Z]{2}[.!?]\s")
PLACE = re.compile(r"[A-ZÄÖÜ][\w /.-]{1,40},\s(?:den\s)?")
AFTER_DATELINE = re.compile(r"\.?\s?(?:\(|-|:)|\.\s")
JOINED = re.compile(
    r"(?!\.\s?$)\.?\s?(?:[-,/&]|,?\s?(?:bis|to|through|and|und|sowie|or|oder))?\s?(?:(?:on|am|im|in|den|dem|zum)\s)?"
)
"""Between dates that one clause tells of."""
_HINTS = {
    *("fortnight", "quart", "hälfte", "halbjahr", "heuer", "heurig", "jährig", "vortag", "anderntags"),
    *(*MONTHS, *WEEKDAYS, *SEASONS, *DECADES, *FEASTS, *DAYS, *UNITS),
}
HINT = re.compile(rf"{either(_HINTS)}|half\b(?<=\bhalf)")
WEEKDAY_BEFORE = re.compile(rf"(?<!\w)({either(SHORT_AND_LONG_WEEKDAYS)})\.?,?\s$", re.IGNORECASE)
LONGEST_WEEKDAY = 15
DIGIT = re.compile(r"\d")
"""Without one, or one of these words in lower case, there is no date: most sentences are done with a look."""


M = TypeVar("M", bound=Meaning)


@dataclass(frozen=True)
class FoundDate:
    """A date as it stands in a text."""

    start: int
    end: int
    quote: str
    meaning: Meaning
    tense: Tense = Tense.OPEN

    @property
    def to_come(self) -> bool:
        """Tell whether it lies ahead of when its words were written, as far as they say."""
        return self.tense > Tense.OPEN

    @property
    def is_planned(self) -> bool:
        """Tell whether the words say outright that it was still to come."""
        return self.tense is Tense.FUTURE

    @cached_property
    def gives(self) -> str:
        """EDTF: what the words alone tell; `XXXX-01-29`."""
        return self.meaning.edtf(None, self.tense)

    def edtf(self, anchor: Anchor | None) -> str:
        """Return what they mean in a text written then."""
        return self.meaning.edtf(anchor, self.tense)

    def moved(self, by: int) -> FoundDate:
        """Return it as it stands in a longer text, so many characters further on."""
        return FoundDate(self.start + by, self.end + by, self.quote, self.meaning, self.tense)

    @property
    def is_relative(self) -> bool:
        """Tell whether it is counted from when the text was written: "yesterday"."""
        return isinstance(self.meaning, Relative)

    @property
    def is_today(self) -> bool:
        """Tell whether it is "today", which may only mean nowadays."""
        meaning = self.meaning
        return (
            isinstance(meaning, Relative) and meaning.unit == "day" and not (meaning.away or self.is_weekday)
        )

    @property
    def is_weekday(self) -> bool:
        """Tell whether it is the nearest of its weekday: "on Thursday"."""
        return (
            isinstance(self.meaning, Relative) and self.meaning.weekday is not None and not self.meaning.away
        )

    @property
    def is_ambiguous(self) -> bool:
        """Tell whether day and month can't be told apart: `03/07/2022`."""
        return isinstance(self.meaning, NamedDate) and self.meaning.other_reading is not None


def find_dates(
    text: str, language: Language | None = None, day_first: bool | None = None, story: int | None = None
) -> list[FoundDate]:
    """Find the dates in a text, in order.

    Args:
        text: any text.
        language: of the text; some words are a date in one language only.
        day_first: how to read `03/07/2022`; None: as the text's other dates tell, or both ways.
        story: the year that the text tells of, as its headline says.
    """
    plain = same_characters(text)
    if not (DIGIT.search(plain) or HINT.search(plain.lower())):
        return []
    if day_first is None:
        day_first = is_day_first([text])
    masked = not_dates(plain) if "no date" in hints(plain) else []
    named = _named(plain, masked, language == GERMAN, day_first)
    chosen: Iterable[Meaning] = (one for one in named if _is_in_figures(plain, one))
    if language is None or language in LEXICONS:
        found = [*find_weeks(plain), *named, *_apart(list(find_relative(plain)), masked)]
        chosen = _in_story(plain, _same_days(plain, _apart(found, masked)), story)
    return [
        FoundDate(one.start, one.end, text[one.start : one.end], one, tense)
        for group in _told_together(plain, chosen)
        for tense in [tense_around(plain, group[0].start, group[-1].end, german=language == GERMAN)]
        for one in group
        if not (_recurs(one) and tense in (Tense.OPEN, Tense.PRESENT))
        and not (isinstance(one, Relative) and one.only_ahead and tense <= Tense.OPEN)
    ]


def _is_in_figures(text: str, meaning: Meaning) -> bool:
    """Tell whether a day is written without a word: those are read in any language."""
    return _is_day(meaning) and not re.search(r"[^\W\d_TZ]", text[meaning.start : meaning.end])


def _told_together(text: str, found: Iterable[Meaning]) -> Iterator[list[Meaning]]:
    """Yield dates with those that are joined to them: one verb tells of all."""
    group: list[Meaning] = []
    for one in found:
        if group and not JOINED.fullmatch(text, group[-1].end, one.start):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _recurs(meaning: Meaning) -> bool:
    """Tell whether it is a season or feast as every year has one: "im Winter", unless a verb tells when."""
    if not isinstance(meaning, NamedDate) or meaning.year is not None:
        return False
    is_plain = meaning.years_away is None and not meaning.toward and not meaning.third
    return is_plain and (meaning.period in SEASON_NUMBERS)


def _same_days(text: str, found: Iterable[Meaning]) -> Iterator[Meaning]:
    """Join a weekday to the day it explains: "Morgen, Freitag, …"."""
    before: Meaning | None = None
    for one in found:
        is_same = (
            isinstance(before, Relative)
            and isinstance(one, Relative)
            and before.unit == one.unit == "day"
            and before.weekday is None
            and one.weekday is not None
            and not (one.away or before.follows)
            and text[before.end : one.start] in (", ", " (")
        )
        if before and is_same:
            before = replace(before, end=one.end)  # type: ignore[type-var]
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def year_told(headline: Iterable[FoundDate]) -> int | None:
    """Return the year that a headline names, if it is one: what is below tells of it."""
    meanings = [found.meaning for found in headline]
    ends = [one.last if isinstance(one, NamedRange) else one for one in meanings]
    years = {end.year for end in ends if isinstance(end, NamedDate) and not end.is_short}
    return years.pop() if len(years) == 1 else None


def _in_story(text: str, found: Iterable[Meaning], story: int | None) -> Iterator[Meaning]:
    """Read each date after the one before it: in the year it tells of, or counted from it."""
    read: list[Meaning] = []
    told: list[NamedDate] = []
    dateline: Meaning | None = None
    for meaning in found:
        if isinstance(meaning, Relative) and meaning.follows:
            counted = _counted_from(meaning, read)
            if counted is None:
                continue
            meaning = counted  # noqa: PLW2901 - it is the same one, told from another
        elif isinstance(meaning, Relative) and meaning.part and _is_near(told, meaning):
            if tense_around(text, meaning.start, meaning.end) <= Tense.OPEN:
                year = replace(told[-1], month=None, day=None, third="")
                meaning = replace(meaning, after=year)  # noqa: PLW2901
                told.append(replace(year, start=meaning.start, end=meaning.end, third=meaning.part))
        elif (
            isinstance(meaning, Relative) and meaning.in_story and _is_near(told, meaning) and told[-1].month
        ):
            meaning = replace(meaning, after=told[-1])  # noqa: PLW2901
        elif isinstance(meaning, Relative) and dateline is not None:
            meaning = replace(meaning, after=dateline)  # noqa: PLW2901
        elif isinstance(meaning, NamedDate | NamedRange):
            if not read and _is_dateline(text, meaning):
                dateline = meaning
            last = meaning.last if isinstance(meaning, NamedRange) else meaning
            if last.year is not None:
                told.append(last)
            elif isinstance(meaning, NamedDate):
                beside = _year_beside(text, read, meaning)
                in_year, loosely = _year_it_is_in(meaning, told, story)
                meaning = replace(meaning, told=in_year, told_loosely=loosely, beside=beside)  # noqa: PLW2901
        read.append(meaning)
        yield meaning


def _is_dateline(text: str, meaning: NamedDate | NamedRange) -> bool:
    """Tell whether a text opens with where and when it was written: "Hersfeld, 14. Januar. Gestern …"."""
    is_day = isinstance(meaning, NamedDate) and meaning.precision == "day"
    return is_day and bool(
        PLACE.fullmatch(text, 0, meaning.start) and AFTER_DATELINE.match(text, meaning.end)
    )


def _is_story(told: Sequence[NamedDate], meaning: NamedDate) -> bool:
    """Tell a story in another year from a year that is named by the way: it has a month, or is the second."""
    return _is_near(told, meaning) and (told[-1].month is not None or len(told) > 1)


def _is_near(told: Sequence[NamedDate], meaning: Meaning) -> bool:
    return bool(told) and meaning.start - told[-1].end < STORY


def _counted_from(meaning: Relative, read: Sequence[Meaning]) -> Relative | None:
    near: Iterable[Meaning] = takewhile(lambda one: meaning.start - one.end < STORY, reversed(read))
    if meaning.from_start:
        told = islice(reversed(read), MOST_LOOKED_BACK) if any(near) else ()
        near = (one for one in told if isinstance(one, NamedDate) and one.day)
    if meaning.unit == "quarter" and meaning.away:
        near = (one for one in near if isinstance(one, NamedDate))
    if meaning.unit == "day" and not meaning.away:
        near = (one for one in near if _is_day(one))
    before = next(iter(near), None)
    if len(list(islice(_counted_through(before), MOST_LOOKED_BACK))) == MOST_LOOKED_BACK:
        return None
    # "Last year profits fell. Sales rose from a year earlier": both are the year before this one.
    is_same = isinstance(before, Relative) and before.unit == meaning.unit and before.away == meaning.away
    if before is not None and not (is_same and meaning.unit == "year" and meaning.keeps_part):
        return replace(meaning, after=before)
    if meaning.unit == "quarter" and meaning.away:
        # What is reported is the last quarter.
        return replace(meaning, away=meaning.away - 1)
    # "A year earlier" than now; which "next morning" it was, nobody knows.
    return meaning if meaning.unit == "year" and meaning.away < 0 else None


def _counted_through(meaning: Meaning | None) -> Iterator[Meaning]:
    """Yield a date, the one it is counted from, and so on."""
    while meaning is not None:
        yield meaning
        meaning = meaning.after if isinstance(meaning, Relative) else None


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Relative):
        return meaning.unit == "day" or meaning.weekday is not None or meaning.day is not None
    first = meaning.first if isinstance(meaning, NamedRange) else meaning
    return isinstance(first, NamedDate) and first.precision == "day"


def _year_beside(text: str, read: Sequence[Meaning], meaning: NamedDate) -> int | None:
    """Return how many years away the year is that the same sentence names before: "this year … on 5 May"."""
    before = read[-1] if read else None
    is_year = isinstance(before, Relative) and before.unit == "year" and before.after is None
    if not is_year or SENTENCE_END.search(text, before.end, meaning.start):  # type: ignore[union-attr]
        return None
    return before.away if before.away >= 0 else None  # type: ignore[union-attr]


def _year_it_is_in(
    meaning: NamedDate, told: Sequence[NamedDate], story: int | None
) -> tuple[int | None, bool]:
    """Return the year in which the story goes on, or that of the headline, and whether it is told loosely."""
    year = told[-1].year if told else None
    if year is None or not _is_story(told, meaning):
        return story, True
    before, month = told[-1].month or (LAST_MONTH if told[-1].third == "late" else None), meaning.month
    # After November, March is next year's.
    turns = before is not None and month is not None and month < before
    return year + turns, turns


def is_day_first(texts: Iterable[str]) -> bool | None:
    """Tell from a document's own dates whether `03/07/2022` is D/M/Y or M/D/Y; None: nothing tells.

    A number over 12 decides, or the weekday before one; else a date with the month in words that fits one
    reading only.
    """
    texts = list(texts)
    slashed = [_slashed(text) for text in texts]
    numeric = [(int(match["first"]), int(match["second"])) for matches in slashed for match in matches]
    if not numeric:
        return None
    worded: set[tuple[int, int]] = set()
    weekdays = {_by_weekday(match) for matches in slashed for match in matches}
    for text, matches in zip(map(same_characters, texts), slashed, strict=True):
        places = {match.start() for match in matches}
        worded |= {
            (part.day, part.month)
            for part in find_explicit(text, german=False, day_first=None)
            if part.day and part.month and part.start not in places
        }
    as_day_first = any(first > 12 or (first, second) in worded for first, second in numeric)
    as_month_first = any(second > 12 or (second, first) in worded for first, second in numeric)
    as_day_first, as_month_first = as_day_first or True in weekdays, as_month_first or False in weekdays
    return as_day_first if as_day_first != as_month_first else None


def _by_weekday(match: re.Match[str]) -> bool | None:
    """Tell whether the day comes first in a date, by the weekday before it; None: it does not tell."""
    before = WEEKDAY_BEFORE.search(match.string[max(0, match.start() - LONGEST_WEEKDAY) : match.start()])
    if not before or not is_name(before[1]):
        return None
    readings = {
        day_first: part.span_in(part.year)
        for day_first in (True, False)
        for part in find_explicit(match[0], german=False, day_first=day_first)
        if part.year
    }
    told = SHORT_AND_LONG_WEEKDAYS[before[1].lower()]
    fitting = [day_first for day_first, days in readings.items() if days and days[0].weekday() == told]
    return fitting[0] if len(fitting) == 1 else None


def _slashed(text: str) -> list[re.Match[str]]:
    if "/" not in text:
        return []
    return [match for match in NUMERIC.finditer(same_characters(text)) if match["mark"] == "/"]


def _named(
    text: str, masked: Sequence[tuple[int, int]], german: bool, day_first: bool | None
) -> list[NamedDate | NamedRange]:
    parts = _apart(list(find_explicit(text, german, day_first)), masked)
    found = [_in_context(text, part, german) for part in widen(text, parts)]
    return [real for part in pair(text, found) for real in _real(part)]


def _real(part: NamedDate | NamedRange) -> Sequence[NamedDate | NamedRange]:
    """Leave out what is no date here, and days that no month has: "30 and 31 April"."""
    if isinstance(part, NamedRange):
        ends = [end for end in (part.first, part.last) if end.exists]
        return [part] if len(ends) == 2 else ends
    return [part] if part.exists and not part.weak else []


def _in_context(text: str, part: NamedDate | NamedRange, german: bool) -> NamedDate | NamedRange:
    """Take in what stands right beside a date; a bare number is one where the words around say so."""
    if isinstance(part, NamedRange):
        return span_with_cues(text, part)
    part = with_cues(text, part)
    return replace(part, weak=False) if part.weak and is_meant(text, part, german) else part


def _apart(found: Sequence[M], masked: Sequence[tuple[int, int]]) -> list[M]:
    """Keep what overlaps neither a masked place nor what comes before it in the list; in text order."""
    taken = bytearray()
    kept = []
    for start, end in masked:
        _take(taken, start, end)
    for candidate in found:
        if not any(taken[candidate.start : candidate.end]):
            _take(taken, candidate.start, candidate.end)
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.start)


def _take(taken: bytearray, start: int, end: int) -> None:
    if len(taken) < end:
        taken.extend(bytes(end - len(taken)))
    taken[start:end] = b"\1" * (end - start)
