"""When a text was written, as far as it is known: what "yesterday" and "29 January" are counted from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator.dates.edtf import bounds_of

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
