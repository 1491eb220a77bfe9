"""Which of its possible years, or weeks, a date means that leaves it open: evidence is weighed.

Near is likelier than far, by the tense of the clause ahead or behind. A weekday that stands with the
day has to agree, and a story that began in another year goes on there.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.dates.anchor import Anchor
from generator.dates.tense import Tense

# Set in November 2026 on four fifths of KRAUTS and AQUAINT TimeML (German and English news, 585 dates): each
# stands in the middle of a range in which no date changes, as `docs/dates.md` tells.
NEARNESS = 1.5
"""Times the logarithm of the days away."""
AHEAD: Mapping[Tense, float] = MappingProxyType(
    {Tense.PAST: -7.5, Tense.OPEN: 0.0, Tense.PRESENT: 2.0, Tense.FUTURE: 3.6}
)
"""What the tense of its clause says for a day, month or season that lies ahead."""
PERIOD, PERIOD_AHEAD = datetime.timedelta(days=80), -1.0
"""Quarters, seasons and halves are mostly told of when they are over."""
AGREES = 6.0
"""The weekday that stands with a day is that day's, in this year."""
GOES_ON = -6.5
"""A date that goes on in the year of the one before it, whatever the distance from the writing."""
MARGIN = 0.1
"""Two readings that are nearer to each other than this stay open."""


@dataclass(frozen=True)
class Reading:
    """One of the years a date may be in."""

    year: int
    first: datetime.date
    last: datetime.date


def likeliest(
    readings: Iterable[Reading],
    anchor: Anchor,
    tense: Tense,
    weekday: int | None = None,
    told: int | None = None,
) -> list[int]:
    """Return the year that is meant, or two that are equally likely.

    Args:
        readings: the years that come into question.
        anchor: when the text was written.
        tense: of the clause.
        weekday: that is named with the day; Monday is 0.
        told: the year in which a date before it in the text would go on.
    """
    weighed = sorted(
        ((_weight(reading, anchor, tense, weekday, told), reading.year) for reading in readings), reverse=True
    )
    if not weighed:
        return []
    (best, year), others = weighed[0], weighed[1:2]
    draw = [other for weight, other in others if best - weight < MARGIN and abs(other - year) == 1]
    return sorted([year, *draw])


def _weight(reading: Reading, anchor: Anchor, tense: Tense, weekday: int | None, told: int | None) -> float:
    ahead = (reading.first - anchor.latest).days
    behind = (anchor.earliest - reading.last).days
    weight = -NEARNESS * math.log1p(max(ahead, behind, 0))
    if ahead > 0:
        weight += AHEAD[tense]
        if tense is Tense.OPEN and reading.last - reading.first >= PERIOD:
            weight += PERIOD_AHEAD
    if reading.year == told and behind > 0:
        weight = max(weight, GOES_ON + min(0.0, -AHEAD[tense]))
    if weekday is not None and reading.first.weekday() == weekday:
        weight += AGREES
    return weight
