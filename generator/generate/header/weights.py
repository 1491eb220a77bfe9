"""What each thing that can be seen in a header's candidates weighs: numbers learned by `training`."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Features = Mapping[str, float]
"""What can be seen in a candidate, by name: 1 where it is so, or how much."""
Steps = Sequence[tuple[int, str]]
"""Numbers, rising, each with what is said up to it."""
NOTHING_SEEN: Features = {"none": 1.0}
"""What speaks for none of the candidates."""


def those_that_hold(marks: Mapping[str, bool]) -> dict[str, float]:
    """Return what is to be seen, of all that was looked for."""
    return {name: 1.0 for name, holds in marks.items() if holds}


def said_up_to(steps: Steps, number: int, beyond: str) -> str:
    """Return what is said of a number; `beyond`: of one above all steps."""
    return next((said for most, said in steps if number <= most), beyond)


@dataclass(frozen=True)
class NameCandidate:
    """A name that may be that of who published or wrote a document, with what is to be seen of it."""

    name: str
    words: str
    """Those of the name, folded."""
    features: Features


@dataclass(frozen=True)
class Weighed:
    """Something that one or more candidates say, and how probable it is."""

    value: str
    share: float
    best: int
    """The candidate that says it most probably."""


@dataclass(frozen=True)
class Weights:
    """The weights of one choice."""

    by_feature: Mapping[str, float]
    enough: float
    """The least probability that a candidate is taken with."""

    def weigh(self, values: Sequence[str], candidates: Sequence[Features]) -> list[Weighed]:
        """Return what the candidates say, the most probable first; several may say the same.

        Args:
            values: what each candidate says.
            candidates: what is seen in each.
        """
        scores = [self._score(features) for features in (*candidates, NOTHING_SEEN)]
        highest = max(scores)
        parts = [math.exp(score - highest) for score in scores]
        whole = sum(parts)
        shares: dict[str, float] = {}
        best: dict[str, int] = {}
        for number, value in enumerate(values):
            shares[value] = shares.get(value, 0.0) + parts[number] / whole
            if parts[best.setdefault(value, number)] < parts[number]:
                best[value] = number
        return [
            Weighed(value, shares[value], best[value]) for value in sorted(shares, key=lambda v: -shares[v])
        ]

    def _score(self, features: Features) -> float:
        by_feature = self.by_feature
        return sum(by_feature.get(name, 0.0) * value for name, value in features.items())

    def choose(self, values: Sequence[str], candidates: Sequence[Features]) -> Weighed | None:
        """Return what is probable enough, or where no limit is set, more probable than nothing.

        Args:
            values: what each candidate says.
            candidates: what is seen in each.
        """
        return self.taken(self.weigh(values, candidates))

    def taken(self, weighed: Sequence[Weighed]) -> Weighed | None:
        """Return the first of what was weighed, where it is probable enough."""
        least = self.enough or 1 - sum(one.share for one in weighed)
        return weighed[0] if weighed and weighed[0].share >= least else None

    def reasons(self, features: Features, most: int = 3) -> list[str]:
        """Return the names of what spoke most for a candidate."""
        parts = {name: self.by_feature.get(name, 0.0) * value for name, value in features.items()}
        told = sorted((name for name in parts if parts[name] > 0.1), key=lambda name: -parts[name])
        return told[:most]


@cache
def weights_for(choice: str) -> Weights:
    """Return the weights of a choice: `publisher`, `title, markup`."""
    text = files("generator.generate.header").joinpath("weights.json").read_text(encoding="utf-8")
    table = json.loads(text)[choice]
    return Weights(table["weights"], table["enough"])
