"""Pairs the sentences of a text with those of its translation.

Gale and Church (1993), by length in characters, helped by what both sides share: numbers, names, question
marks. The libraries at hand do the lengths alone, and are part of a large package (nltk) or new (galechurch:
one release).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from generator.language.sentences.split import Sentence, find_sentences
from generator.model import Language

SHAPES = {
    shape: -math.log(share)
    for shape, share in {
        (1, 1): 0.89,
        (2, 1): 0.045,
        (1, 2): 0.045,
        (1, 0): 0.001,
        (0, 1): 0.001,
        (3, 1): 0.005,
        (1, 3): 0.005,
    }.items()
}
"""What it costs that so many sentences were made into so many: shares as in the paper, but for the
last ones, where it has no 3-1 and charges for the length as well."""
STRAIGHT = (1, 1)
LARGEST = max(map(max, SHAPES))
LEAST_DETOUR = 2 * min(
    cost - SHAPES[STRAIGHT] * sum(shape) / 2 for shape, cost in SHAPES.items() if shape != STRAIGHT
)
"""What other shapes cost at the least more than one for one: between equal counts, one never comes alone."""
VARIANCE = 6.8
"""Of a translation's length, per character: the paper's."""
MOST_CELLS = 10_000
"""No paragraph has as many; the time grows with the product of the counts."""

ANCHOR = re.compile(r"\d+|\b[A-ZÄÖÜ]\w+|\?")

_Bead = tuple[int, int]
_Place = tuple[int, int]
"""So many sentences of both texts lie before it."""
_Run = tuple[int, frozenset[str]]
"""Of some sentences, their characters and anchors."""


@dataclass(frozen=True)
class Alignment:
    """Sentences and what became of them, each side as one span of its text."""

    source: Sentence
    target: Sentence
    shape: tuple[int, int]
    """How many sentences both sides hold."""
    certainty: float | None = None
    """How likely these belong together and no others, from 0 to 1; None where that was not asked."""


def align(
    source_text: str,
    target_text: str,
    source_language: Language,
    target_language: Language,
    *,
    with_certainty: bool = False,
) -> tuple[Alignment, ...]:
    """Pair the sentences of a text and of its translation, in order; how sure that is takes time.

    A sentence without a counterpart is paired with an empty span, at the place where it would stand.
    """
    sides = (
        _Side(source_text, find_sentences(source_text, source_language)),
        _Side(target_text, find_sentences(target_text, target_language)),
    )
    return tuple(_alignments(*sides, with_certainty=with_certainty))


@dataclass(frozen=True)
class _Side:
    """The sentences of one text, with what the costs are computed from."""

    text: str
    sentences: Sequence[Sentence]

    @cached_property
    def each(self) -> Sequence[_Run]:
        """Of each sentence."""
        texts = [sentence.text for sentence in self.sentences]
        return [(len(text), frozenset(ANCHOR.findall(text))) for text in texts]

    @cached_property
    def runs(self) -> Mapping[tuple[int, int], _Run]:
        """By first sentence and count."""
        runs = {(at, 0): (0, frozenset[str]()) for at in range(len(self.sentences) + 1)}
        for at, own in enumerate(self.each):
            runs[at, 1] = own
            for count in range(2, min(LARGEST, at + 1) + 1):
                length, anchors = runs[at - count + 1, count - 1]
                runs[at - count + 1, count] = length + own[0], anchors | own[1]
        return runs

    @property
    def characters(self) -> int:
        return sum(len(sentence.text) for sentence in self.sentences)

    def span(self, first: int, count: int) -> Sentence:
        """Return some sentences as one; an empty one where there are none."""
        if count:
            start, end = self.sentences[first].start, self.sentences[first + count - 1].end
        else:
            start = end = self.sentences[first - 1].end if first else 0
        return Sentence(start, end, self.text[start:end])


def _alignments(source: _Side, target: _Side, *, with_certainty: bool) -> Iterator[Alignment]:
    counts = len(source.sentences), len(target.sentences)
    if counts[0] * counts[1] > MOST_CELLS:
        yield Alignment(source.span(0, counts[0]), target.span(0, counts[1]), counts, certainty=0.0)
        return
    costs = _costs(source, target) if with_certainty or not _is_straight(source, target) else None
    likelihood = _likelihoods(costs, counts) if costs and with_certainty else None
    at = (0, 0)
    for bead in _beads(costs, counts) if costs else [STRAIGHT] * counts[0]:
        spans = source.span(at[0], bead[0]), target.span(at[1], bead[1])
        yield Alignment(*spans, bead, likelihood(at, bead) if likelihood else None)
        at = _after(at, bead)


def _is_straight(source: _Side, target: _Side) -> bool:
    """Tell whether one for one is the cheapest way for sure: any other costs more even if all lengths fit."""
    if len(source.sentences) != len(target.sentences):
        return False
    ratio = _ratio(source, target)
    runs = list(zip(source.each, target.each, strict=True))
    lengths = sum(_length_cost(run[0] * ratio, other[0]) for run, other in runs)
    anywhere = frozenset[str]().union(*(run[1] for run, _ in runs))
    missed = sum(len(other[1] & anywhere) - len(other[1] & run[1]) for run, other in runs)
    return lengths + missed < LEAST_DETOUR


_Costs = Mapping[tuple[_Place, _Bead], float]
"""What it costs that these sentences from a place on belong together."""


def _costs(source: _Side, target: _Side) -> _Costs:
    ratio = _ratio(source, target)
    counts = len(source.sentences), len(target.sentences)
    costs: dict[tuple[_Place, _Bead], float] = {}
    for place in product(range(counts[0] + 1), range(counts[1] + 1)):
        for shape, cost in SHAPES.items():
            run, other = source.runs.get((place[0], shape[0])), target.runs.get((place[1], shape[1]))
            if run is None or other is None:
                continue
            # What is left out has no length to compare: a long one is as easily left out.
            if all(shape):
                cost = cost + _length_cost(run[0] * ratio, other[0]) - len(run[1] & other[1])  # noqa: PLW2901
            costs[place, shape] = cost
    return costs


def _after(place: _Place, bead: _Bead) -> _Place:
    return place[0] + bead[0], place[1] + bead[1]


def _beads(costs: _Costs, counts: _Place) -> Sequence[_Bead]:
    """Return how many sentences each pair takes from both sides: the cheapest way through both texts."""
    cheapest: dict[_Place, float] = {(0, 0): 0.0}
    last: dict[_Place, _Bead] = {}
    for (place, bead), cost in costs.items():
        total, after = cheapest[place] + cost, (place[0] + bead[0], place[1] + bead[1])
        if after not in cheapest or total < cheapest[after]:
            cheapest[after], last[after] = total, bead
    beads, at = list[_Bead](), counts
    while at != (0, 0):
        beads.append(last[at])
        at = at[0] - last[at][0], at[1] - last[at][1]
    return beads[::-1]


def _likelihoods(costs: _Costs, counts: _Place) -> Callable[[_Place, _Bead], float]:
    """Return what tells how likely a pair is, of all ways through both texts."""
    before: dict[_Place, float] = {(0, 0): 0.0}
    for (place, bead), cost in costs.items():
        after = _after(place, bead)
        before[after] = _log_sum(before.get(after, -math.inf), before[place] - cost)
    behind: dict[_Place, float] = {counts: 0.0}
    for (place, bead), cost in reversed(list(costs.items())):
        behind[place] = _log_sum(behind.get(place, -math.inf), behind[_after(place, bead)] - cost)

    def likelihood(place: _Place, bead: _Bead) -> float:
        return math.exp(before[place] - costs[place, bead] + behind[_after(place, bead)] - before[counts])

    return likelihood


def _log_sum(one: float, other: float) -> float:
    larger, smaller = (one, other) if one >= other else (other, one)
    return larger if smaller == -math.inf else larger + math.log1p(math.exp(smaller - larger))


def _length_cost(expected: float, found: float) -> float:
    """Return the logarithm of how unlikely a difference in length is."""
    deviations = abs(found - expected) / math.sqrt(max(1.0, (expected + found) / 2) * VARIANCE)
    # erfc becomes 0 further out; there it is as good as the exponent.
    return -math.log(math.erfc(deviations / math.sqrt(2))) if deviations < 30 else deviations**2 / 2


def _ratio(source: _Side, target: _Side) -> float:
    """Return how much longer the target's language is; 1 where a missing sentence may explain it."""
    ratio = target.characters / source.characters if source.characters and target.characters else 1.0
    return 1.0 if 0.4 < ratio < 2.5 else ratio
