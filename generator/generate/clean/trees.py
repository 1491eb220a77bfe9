"""Boosted decision trees, read from numbers and asked about many lines at once.

A tree has at most 16 leaves. Each of its questions takes away the leaves that a line can't come to any more;
the first that is left is the line's. So all questions of all trees are put to all lines in a few steps
(QuickScorer: Lucchese et al., 2015).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.generate.clean.features import Floats

LEAVES = 16
AT_ONCE = 1_000
"""Lines asked about in one step, so that a long page needs no more memory than a short one."""


@dataclass(frozen=True)
class Trees:
    """Trees whose answers add up to a line's log odds, each part of it owed to some group of features."""

    features: NDArray[np.intp]
    """Of every question of every tree: the column it looks at."""
    thresholds: Floats
    """A value above it answers the question with no."""
    taken: NDArray[np.uint16]
    """The leaves that stay after a no, as bits."""
    owed: Floats
    """Of every tree and leaf, how much each group adds to the answer."""
    start: float
    """The log odds before any question."""

    def answers(self, columns: Floats) -> Floats:
        """Return what each group of features adds to the log odds of each line.

        Args:
            columns: the features, a row to a line.
        """
        parts = [self._answers(columns[at : at + AT_ONCE]) for at in range(0, len(columns), AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, self.owed.shape[2]), np.float32)

    def _answers(self, columns: Floats) -> Floats:
        trees = len(self.owed)
        no = columns[:, self.features] > self.thresholds
        left = np.where(no, self.taken, np.uint16(0xFFFF)).reshape(len(columns), trees, LEAVES - 1)
        leaves = _first_bits()[np.bitwise_and.reduce(left, axis=2)]
        answers: Floats = self.owed.reshape(trees * LEAVES, -1)[leaves + np.arange(trees) * LEAVES].sum(
            axis=1
        )
        return answers


@cache
def _first_bits() -> NDArray[np.intp]:
    """Return the lowest bit that is set, for every number of 16 bits."""
    table = np.zeros(1 << LEAVES, np.intp)
    for bit in reversed(range(LEAVES)):
        table[(np.arange(1 << LEAVES) >> bit) & 1 == 1] = bit
    return table


def read_trees(rows: Sequence[Any], groups: Sequence[int]) -> Trees:
    """Read trees as the training script writes them.

    Args:
        rows: of each tree: `[feature, threshold, value, yes, no]` for a question, a number for a leaf.
        groups: of each feature, the number of its group.
    """
    features, thresholds, taken = [], [], []
    owed = np.zeros((len(rows), LEAVES, max(groups) + 1), np.float32)
    for number, row in enumerate(rows):
        questions: list[tuple[int, float, int]] = []
        _walk(row, 0, {}, questions, owed[number], groups)
        questions += [(0, np.inf, 0xFFFF)] * (LEAVES - 1 - len(questions))
        for feature, threshold, bits in questions:
            features.append(feature)
            thresholds.append(threshold)
            taken.append(bits)
    return Trees(
        np.array(features, np.intp),
        np.array(thresholds, np.float32),
        np.array(taken, np.uint16),
        owed,
        start=sum(_value(row) for row in rows),
    )


def _value(node: Any) -> float:
    return float(node[2] if isinstance(node, list) else node)


def _walk(
    node: Any,
    leaf: int,
    owed: Mapping[int, float],
    questions: list[tuple[int, float, int]],
    table: Floats,
    groups: Sequence[int],
) -> int:
    """Number a tree's leaves from left to right; return the number after its last."""
    if not isinstance(node, list):
        for group, value in owed.items():
            table[leaf, group] = value
        return leaf + 1
    feature, threshold, value, yes, no = node
    group = groups[feature]

    def with_step(child: Any) -> dict[int, float]:
        return {**owed, group: owed.get(group, 0.0) + _value(child) - value}

    middle = _walk(yes, leaf, with_step(yes), questions, table, groups)
    bits = 0xFFFF & ~(((1 << middle) - 1) & ~((1 << leaf) - 1))
    questions.append((feature, threshold, bits))
    return _walk(no, middle, with_step(no), questions, table, groups)
