"""Which of its possible years, or weeks, a date means that leaves it open: evidence is weighed.

Near is likelier than far, by the tense of the clause ahead or behind. A weekday that stands with the
day has to agree, and a story that began in another year goes on there.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.dates.anchor import Anchor
from generator.dates.tense import Tense

PERIOD = datetime.timedelta(days=80)


@dataclass(frozen=True)
class Weights:
    """What each piece of evidence weighs.

    Set in November 2026 on four fifths of KRAUTS and AQUAINT TimeML (German and English news): each stands
    within a range in which no fewer dates come out right, as `python -m training.dates` shows.
    """

    nearness: float = 1.5
    """Times the logarithm of the days away."""
    past: float = -7.5
    """A day, month or season lies ahead that its clause tells of in the past tense."""
    untold: float = 0.0
    """It lies ahead, and no tense tells."""
    present: float = 2.0
    """It lies ahead, and the present tense says so."""
    future: float = 3.6
    """It lies ahead, and the words say so outright."""
    period: float = -1.0
    """A quarter, season or half lies ahead, and no tense tells: they are told of when they are over."""
    agrees: float = 6.0
    """The weekday that stands with a day is that day's, in this year."""
    beside: float = 3.0
    """Its sentence names this year."""
    goes_on: float = -6.5
    """A date that goes on in the year of the one before it, whatever the distance from the writing."""
    margin: float = 0.1
    """Two readings that are nearer to each other than this stay open."""

    def ahead(self, tense: Tense) -> float:
        """Return what the tense of its clause says for a date that lies ahead."""
        return (self.untold, self.present, self.future, self.past)[tense]


WEIGHTS = Weights()


@dataclass(frozen=True)
class Reading:
    """One of the years a date may be in."""

    year: int
    first: datetime.date
    last: datetime.date


@dataclass(frozen=True)
class Choice:
    """The years a date may be in, and what tells them apart."""

    readings: Sequence[Reading]
    anchor: Anchor
    """When the text was written."""
    tense: Tense
    """Of the clause."""
    weekday: int | None = None
    """That is named with the day; Monday is 0."""
    told: int | None = None
    """The year in which a date before it in the text would go on, or that the headline names."""
    beside: int | None = None
    """The year that its sentence names."""


def likeliest(choice: Choice, weights: Weights = WEIGHTS) -> list[int]:
    """Return the year that is meant, or two that are equally likely."""
    weighed = sorted(
        ((weigh(reading, choice, weights), reading.year) for reading in choice.readings), reverse=True
    )
    if not weighed:
        return []
    (best, year), others = weighed[0], weighed[1:2]
    draw = [other for weight, other in others if best - weight < weights.margin and abs(other - year) == 1]
    return sorted([year, *draw])


def weigh(reading: Reading, choice: Choice, weights: Weights) -> float:
    """Return what speaks for a year: the more, the likelier; only the difference to others counts.

    Args:
        reading: the date in that year.
        choice: when the text was written, and what else is known.
        weights: of each piece of evidence.
    """
    ahead = (reading.first - choice.anchor.latest).days
    behind = (choice.anchor.earliest - reading.last).days
    weight = -weights.nearness * math.log1p(max(ahead, behind, 0))
    if ahead > 0:
        weight += weights.ahead(choice.tense)
        if choice.tense is Tense.OPEN and reading.last - reading.first >= PERIOD:
            weight += weights.period
    if reading.year == choice.told and behind > 0:
        weight = max(weight, weights.goes_on + min(0.0, -weights.ahead(choice.tense)))
    if reading.year == choice.beside:
        weight += weights.beside
    if choice.weekday is not None and reading.first.weekday() == choice.weekday:
        weight += weights.agrees
    return weight
