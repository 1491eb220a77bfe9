"""Says what is unclear about an entry's date: one issue a seed, of what is true of the entry as it is now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dates.unread import dates_unread, why_undated
from generator.generate.draft import Draft
from generator.model import Entry, Evidence, Issue, Severity

DAY_IN_WORDS = re.compile(r"(?<!\d)\d{1,2}(?:\.|er|º)?\s(?:de\s)?[^\W\d_]{3,}\.?,?\s(?:de\s)?\d{4}(?!\d)")
"""`30 mars 2023`, `3 de mayo de 2022`, `5. maaliskuuta 2024`."""
LONGEST = 90
"""A line as long tells more than a day."""


def date_issues(draft: Draft, now: Entry, place: str) -> tuple[Issue, ...]:
    """Return what an editor should know of an entry's date.

    `now`: the entry as it lies in content/.
    """
    unread = dates_unread(draft.language)
    unclear = f"which of its dates is that of publication is unclear: {_named(draft.unclear)}"
    if not now.date:
        known = [unclear] if draft.unclear else []
        known += [unread + _left_out(draft)] if unread else []
        why, remedy = why_undated(now)
        if not now.date_evidence:
            why = "; ".join(known) or why
            remedy = "write `published:` into its seed's sidecar .yml, or `date:` into the entry"
            remedy += ", and what it reports into `events:`" if unread else ""
        return (Issue(Severity.WARNING, place, f"not dated: {why}", remedy),)
    if unread:
        return (Issue(Severity.WARNING, place, unread, "write what it reports into `events:` of the entry"),)
    if draft.unclear:
        remedy = "write `published:` into its sidecar .yml"
        return (Issue(Severity.NOTE, f"seeds/{draft.seed}", unclear, remedy),)
    return ()


def _named(days: Sequence[Evidence]) -> str:
    # Of numbers that can be read in two ways, both are named.
    named = ((one.gives.strip("[]").replace(",", " or "), one) for one in days)
    return ", ".join(f"{gives} ({f'line {one.line}' if one.line else one.rule})" for gives, one in named)


def _left_out(draft: Draft) -> str:
    """Name a line that was left out and may be its date, in words that are not read."""
    lines = (one for one in draft.dropped if len(one.text) <= LONGEST and DAY_IN_WORDS.search(one.text))
    line = next(lines, None)
    return (
        f"; line {line.number}, {line.text!r}, was left out of the text and may be its date" if line else ""
    )
