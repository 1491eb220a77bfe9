"""Pairs the sentences of a text with those of its translation.

Gale and Church (1993), by length in characters, helped by what both sides share: numbers, names, question
marks. The libraries at hand do the lengths alone, and are part of a large package (nltk) or new (galechurch:
one release).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language.sentences.split import Sentence, find_sentences
from generator.model import Language

SHAPES = {
    shape: -math.log(share)
    for shape, share in {
        (1, 1): 0.89,
        (2, 1): 0.045,
        (1, 2): 0.045,
        (2, 2): 0.01,
        (1, 0): 0.001,
        (0, 1): 0.001,
        (3, 1): 0.005,
        (1, 3): 0.005,
    }.items()
}
"""What it costs that so many sentences were made into so many: shares as in the paper, but for the
last ones, where it has no 3-1 and charges for the length as well."""
VARIANCE = 6.8
"""Of a translation's length, per character: the paper's."""
SHARED = {True: 2.0, False: 1.0}
"""What a shared number, or a shared name, is worth."""
MARGIN = 5.0
"""How much better than the order of the sentences another pairing has to be when their counts agree."""
MOST_CELLS = 40_000
"""No paragraph has more; the time grows with the product of the counts."""

ANCHOR = re.compile(r"\d+|\b[A-ZÄÖÜ]\w+|\?")

Pairs = tuple[tuple[Sentence, Sentence], ...]
_Bead = tuple[int, int]


def align(source_text: str, target_text: str, source_language: Language, target_language: Language) -> Pairs:
    """Pair the sentences of a text and of its translation, in order.

    Where one sentence became two, or two became one, a pair holds both as one span. A sentence without a
    counterpart is paired with an empty one, at the place where it would stand.
    """
    sides = (
        _Side.of(source_text, find_sentences(source_text, source_language)),
        _Side.of(target_text, find_sentences(target_text, target_language)),
    )
    return tuple(_pairs(*sides, _beads(*sides)))


@dataclass(frozen=True)
class _Side:
    """The sentences of one text, with what the costs are computed from."""

    text: str
    sentences: Sequence[Sentence]
    anchors: Sequence[frozenset[str]]

    @classmethod
    def of(cls, text: str, sentences: Sequence[Sentence]) -> _Side:
        return cls(text, sentences, [frozenset(ANCHOR.findall(sentence.text)) for sentence in sentences])

    @property
    def characters(self) -> int:
        return sum(len(sentence.text) for sentence in self.sentences)

    def length(self, first: int, count: int) -> int:
        return sum(len(sentence.text) for sentence in self.sentences[first : first + count])

    def shared(self, first: int, count: int) -> frozenset[str]:
        return frozenset().union(*self.anchors[first : first + count])

    def span(self, first: int, count: int) -> Sentence:
        """Return some sentences as one; an empty one where there are none."""
        if count:
            start, end = self.sentences[first].start, self.sentences[first + count - 1].end
        else:
            start = end = self.sentences[first - 1].end if first else 0
        return Sentence(start, end, self.text[start:end])


def _pairs(source: _Side, target: _Side, beads: Sequence[_Bead]) -> Iterator[tuple[Sentence, Sentence]]:
    at = (0, 0)
    for bead in beads:
        yield source.span(at[0], bead[0]), target.span(at[1], bead[1])
        at = (at[0] + bead[0], at[1] + bead[1])


def _beads(source: _Side, target: _Side) -> Sequence[_Bead]:
    """Return how many sentences each pair takes from both sides."""
    counts = len(source.sentences), len(target.sentences)
    by_order = [(1, 1)] * counts[0]
    if counts[0] * counts[1] > MOST_CELLS or counts == (1, 1):
        return by_order if counts[0] == counts[1] else [counts]
    ratio = _ratio(source, target)
    best, beads = _cheapest(source, target, ratio)
    if counts[0] != counts[1]:
        return beads
    ordered = sum(_cost(source, target, (i, i), (1, 1), ratio) for i in range(counts[0]))
    return beads if best + MARGIN < ordered else by_order


def _cheapest(source: _Side, target: _Side, ratio: float) -> tuple[float, list[_Bead]]:
    """Find the cheapest way through both texts, by dynamic programming."""
    cheapest: dict[tuple[int, int], tuple[float, _Bead]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(source.sentences) + 1):
        for j in range(len(target.sentences) + 1):
            ways = [
                (cheapest[i - shape[0], j - shape[1]][0] + cost, shape)
                for shape in SHAPES
                if shape[0] <= i and shape[1] <= j
                for cost in [_cost(source, target, (i - shape[0], j - shape[1]), shape, ratio)]
            ]
            if ways:
                cheapest[i, j] = min(ways)
    at = len(source.sentences), len(target.sentences)
    total = cheapest[at][0]
    beads = []
    while at != (0, 0):
        bead = cheapest[at][1]
        beads.append(bead)
        at = (at[0] - bead[0], at[1] - bead[1])
    return total, beads[::-1]


def _cost(source: _Side, target: _Side, at: _Bead, shape: _Bead, ratio: float) -> float:
    if not all(shape):
        return SHAPES[shape]  # What is left out has no length to compare: a long one is as easily left out.
    lengths = source.length(at[0], shape[0]) * ratio, target.length(at[1], shape[1])
    shared = source.shared(at[0], shape[0]) & target.shared(at[1], shape[1])
    worth = sum(SHARED[anchor.isdigit()] for anchor in shared)
    return SHAPES[shape] + _length_cost(*lengths) - worth


def _length_cost(expected: float, found: float) -> float:
    """Return the logarithm of how unlikely a difference in length is."""
    deviations = abs(found - expected) / math.sqrt(max(1.0, (expected + found) / 2) * VARIANCE)
    # erfc becomes 0 further out; there it is as good as the exponent.
    return -math.log(math.erfc(deviations / math.sqrt(2))) if deviations < 30 else deviations**2 / 2


def _ratio(source: _Side, target: _Side) -> float:
    """Return how much longer the target's language is; 1 where a missing sentence may explain it."""
    ratio = target.characters / source.characters if source.characters and target.characters else 1.0
    return 1.0 if 0.4 < ratio < 2.5 else ratio
