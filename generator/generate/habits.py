"""How each publisher writes `03/07/2022`: learned from its documents that leave no doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.generate.dates.find import is_day_first
from generator.generate.draft import Draft
from generator.model import Entry

Habits = Mapping[str, bool]
"""By publisher: whether `03/07/2022` is 3 July there."""


def habits_of_entries(entries: Iterable[Entry]) -> Habits:
    """Return what the datings of earlier entries show, by publisher."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.source.publisher:
            quotes[entry.source.publisher] += [evidence.quote for evidence in entry.date_evidence]
    shown = {publisher: is_day_first(texts) for publisher, texts in quotes.items()}
    return {publisher: day_first for publisher, day_first in shown.items() if day_first is not None}


def with_drafts(habits: Habits, drafts: Iterable[Draft]) -> Habits:
    """Add what further documents show; a publisher that writes both ways has no habit."""
    shown: dict[str, set[bool]] = defaultdict(set)
    for publisher, day_first in habits.items():
        shown[publisher].add(day_first)
    for draft in drafts:
        if draft.metadata.publisher and draft.metadata.day_first is not None:
            shown[draft.metadata.publisher].add(draft.metadata.day_first)
    return {publisher: next(iter(ways)) for publisher, ways in shown.items() if len(ways) == 1}
