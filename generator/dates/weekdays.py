"""Whether the weekdays that a text names fall on its days in a year: "Thursday, 20 December"."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from generator.dates.find import FoundDate
from generator.dates.named import NamedDate
from generator.dates.passages import Passage
from generator.dates.relative import WEEK, Relative
from generator.dates.tense import Tense

LONGEST_DELAY = 3
"""Days from a weekday that a report tells of to the day in its dateline, at most."""


def weekdays_agree(opening: Iterable[Passage], year: int) -> bool:
    """Tell whether the days without year at the beginning of a text may be of a year, by their weekdays.

    Args:
        opening: the paragraphs that say what is reported.
        year: that something else points to.
    """
    return all(_agree(day, weekday, year) for one in opening for day, weekday in _pairs(one.dates))


def _pairs(dates: Iterable[FoundDate]) -> Iterator[tuple[NamedDate, Relative | None]]:
    """Yield each day without year, and the weekday that is told after it where none stands with it."""
    before: NamedDate | None = None
    for found in dates:
        meaning = found.meaning
        if isinstance(meaning, NamedDate) and meaning.precision == "day" and meaning.year is None:
            before = None if meaning.feast else meaning
            if before and before.weekday is not None:
                yield before, None
        elif isinstance(meaning, Relative) and before and found.is_weekday and found.tense is Tense.PAST:
            yield before, meaning
            before = None


def _agree(day: NamedDate, told: Relative | None, year: int) -> bool:
    try:
        date = datetime.date(year, day.month or 1, day.day or 1)
    except ValueError:
        return False
    if told is None:
        return date.weekday() == day.weekday
    return (date.weekday() - (told.weekday or 0)) % WEEK <= LONGEST_DELAY
