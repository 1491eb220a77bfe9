"""Dates as words to be searched: `2023-12-28`, `2023-12`, `2023`, and without a year `--12-28`, `--12`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.dates.edtf import bounds

MOST_DAYS = 62
MOST_MONTHS = 36
MOST_YEARS = 100
"""Of longer spans, only what is less exact is said: a year of a decade is no day's."""


def day_words(date: str | None) -> Iterator[str]:
    """Yield the words that an EDTF date is found by, none for one without bounds."""
    span = bounds(date) if date else None
    if span is None:
        return
    first, last = span.earliest, span.latest
    count = (last - first).days + 1
    if count <= MOST_DAYS:
        for number in range(count):
            day = (first + datetime.timedelta(number)).isoformat()
            yield from (day, f"-{day[4:]}")
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) <= MOST_MONTHS:
        for number in months:
            year, month = divmod(number, 12)
            yield from (f"{year:04}-{month + 1:02}", f"--{month + 1:02}")
    if last.year - first.year < MOST_YEARS:
        yield from (f"{year:04}" for year in range(first.year, last.year + 1))
