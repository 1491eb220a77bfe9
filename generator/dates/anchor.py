"""When a text was written, as far as that is known: what "yesterday" is counted from, and its witnesses."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.dates.edtf import bounds_of
from generator.model import Evidence

LONGEST_SPAN = datetime.timedelta(days=31)
"""Knowing when a text was written to within this, its "last week" still tells something."""

YEARS = range(1500, 9000)
"""What is counted from a year beyond these may leave the calendar."""
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Anchor:
    """The first and the last day a text can have been written on."""

    earliest: datetime.date
    latest: datetime.date

    @property
    def is_narrow(self) -> bool:
        """Tell whether days can be counted from it."""
        return self.latest - self.earliest <= LONGEST_SPAN

    @property
    def year(self) -> int | None:
        """The year, when it is one."""
        return self.latest.year if self.earliest.year == self.latest.year else None

    @property
    def edtf(self) -> str:
        """The anchor as a date: a day, a year, or one day of several."""
        first, last = self.earliest, self.latest
        if first == last:
            return first.isoformat()
        if self.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{self.year:04d}"
        if (first.year, first.month, first.day) == (last.year, last.month, 1) and (last + ONE_DAY).day == 1:
            return f"{last.year:04d}-{last.month:02d}"
        return f"[{first.isoformat()}..{last.isoformat()}]"


def anchor_from(edtf: str | None) -> Anchor | None:
    """Return the anchor an EDTF date gives; None when it gives none or is not EDTF."""
    found = bounds_of(edtf)
    if found is None or not (found.earliest.year in YEARS and found.latest.year in YEARS):
        return None
    return Anchor(found.earliest, found.latest)


@dataclass(frozen=True)
class Witness:
    """A reason in the text to believe that it was written then."""

    evidence: Evidence
    spans: tuple[Anchor, ...]
    """In order; where there are several, one of them is meant."""
    of_a_series: bool = False
    """It rests on days of what is held again and again; another may be meant."""
    others_are_known_of: bool = False
    """… and its record numbers them, but does not know the days of all."""


def agree(witnesses: Iterable[Witness]) -> tuple[Anchor, ...]:
    """Return when a text was written by all its witnesses, in order: one span, or one of several.

    Nothing is returned when there are no witnesses, or when they disagree.
    """
    left: tuple[Anchor, ...] | None = None
    for witness in witnesses:
        left = witness.spans if left is None else _common(left, witness.spans)
    return left or ()


def _common(some: Iterable[Anchor], others: Sequence[Anchor]) -> tuple[Anchor, ...]:
    pairs = ((max(a.earliest, b.earliest), min(a.latest, b.latest)) for a in some for b in others)
    return tuple(Anchor(earliest, latest) for earliest, latest in pairs if earliest <= latest)


def hull(spans: Sequence[Anchor]) -> Anchor | None:
    """Return the first to the last day of several spans; None: there are none."""
    if not spans:
        return None
    return Anchor(min(span.earliest for span in spans), max(span.latest for span in spans))


def in_edtf(spans: Sequence[Anchor]) -> str:
    """Return spans as a date, one of several where they are several.

    For example `[2023-06-12..2023-06-18,2023-12-15]`.

    Args:
        spans: one at least, in order.
    """
    if len(spans) == 1:
        return spans[0].edtf
    return f"[{','.join(_member(span) for span in spans)}]"


def _member(span: Anchor) -> str:
    first, last = span.earliest.isoformat(), span.latest.isoformat()
    return first if first == last else f"{first}..{last}"
