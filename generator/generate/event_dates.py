"""Which dates of a sentence are one happening's: "on 14 and 15 May", "am 11., 18. und 25. März"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.dates.anchor import ONE_DAY
from generator.dates.find import FoundDate
from generator.model import Span

JOINS = re.compile(r"[.,;]?\s?(?:(?:and|und|sowie|&)\s)?(?:(?:on|am|den|the|der|dem)\s)?", re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class EventDate:
    """The date of a happening, and where the words for it stand."""

    first: FoundDate
    date: str
    """EDTF."""
    span: Span


def in_one(text: str, dates: Sequence[tuple[FoundDate, str]]) -> list[EventDate]:
    """Put the days together that a sentence lists.

    `dates`: found in it, in order, each with what it means.
    """
    groups: list[list[tuple[FoundDate, str]]] = []
    for found, date in dates:
        before = groups[-1][-1] if groups else None
        if before and _are_listed(text, before, (found, date)):
            groups[-1].append((found, date))
        else:
            groups.append([(found, date)])
    return [
        EventDate(
            group[0][0], _together([date for _, date in group]), Span(group[0][0].start, group[-1][0].end)
        )
        for group in groups
    ]


def _are_listed(text: str, before: tuple[FoundDate, str], after: tuple[FoundDate, str]) -> bool:
    both_days = DAY.fullmatch(before[1]) and DAY.fullmatch(after[1]) and before[1] < after[1]
    between = text[before[0].end : after[0].start]
    return bool(both_days and between and JOINS.fullmatch(between))


def _together(days: Sequence[str]) -> str:
    if len(days) == 1:
        return days[0]
    dates = [datetime.date.fromisoformat(day) for day in days]
    in_a_row = all(later - earlier == ONE_DAY for earlier, later in pairwise(dates))
    return f"{days[0]}/{days[-1]}" if in_a_row else f"{{{','.join(days)}}}"
