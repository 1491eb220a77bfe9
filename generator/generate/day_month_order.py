"""How each publisher writes `03/07/2022`: learned from its documents that leave no doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.dates.find import is_day_first
from generator.generate.draft import Draft
from generator.model import Entry

Habits = Mapping[str, bool | None]
"""By publisher: whether `03/07/2022` is 3 July there; None: it writes both ways."""


def habits_of_entries(entries: Iterable[Entry]) -> Habits:
    """Return what earlier entries show, by publisher."""
    return _together({}, ((entry.source.publisher, _shown_by(entry)) for entry in entries))


def with_drafts(habits: Habits, drafts: Iterable[Draft]) -> Habits:
    """Add what further documents show; a publisher that writes both ways has no habit."""
    return _together(habits, ((draft.metadata.publisher, draft.metadata.day_first) for draft in drafts))


def _shown_by(entry: Entry) -> bool | None:
    # Each document by itself: "3 July" in one says nothing of "03/07/2022" in another.
    texts = [evidence.quote for evidence in entry.date_evidence]
    texts += [segment.text for segment in entry.segments]
    return is_day_first(texts) if any("/" in text for text in texts) else None


def _together(habits: Habits, shown: Iterable[tuple[str | None, bool | None]]) -> Habits:
    known = dict(habits)
    for publisher, day_first in shown:
        if publisher and day_first is not None:
            known[publisher] = day_first if known.get(publisher, day_first) == day_first else None
    return known
