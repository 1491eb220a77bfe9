"""Boosted decision trees, read from numbers and asked about many lines at once.

A tree has at most 16 leaves. Each of its questions takes away the leaves that a line can't come to any more;
the first that is left is the line's. So all questions of all trees are put to all lines in a few steps
(QuickScorer: Lucchese et al., 2015).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.generate.clean.line_words import Floats

Leaves: TypeAlias = NDArray[np.intp]
LEAVES = 16
AT_ONCE = 500
"""Lines asked about in one step, so that a long page needs no more memory than a short one."""


@dataclass(frozen=True)
class Trees:
    """Trees whose answers add up to a line's log odds, each part of it owed to some group of features."""

    features: NDArray[np.intp]
    """Of every question, the first one of every tree before all second ones: the column it looks at."""
    thresholds: Floats
    """A value above it answers the question with no."""
    taken: NDArray[np.uint16]
    """The leaves that a no takes away, as bits."""
    values: Floats
    """The answer of every leaf, those of a tree in a row."""
    owed: Floats
    """Of every leaf, how much each group adds to the answer."""

    def leaves(self, columns: Floats) -> Leaves:
        """Return the leaf of each tree, a row to a tree, that each line comes to.

        Args:
            columns: the features, a row to a feature.
        """
        size = columns.shape[1]
        parts = [self._leaves(columns[:, at : at + AT_ONCE]) for at in range(0, size, AT_ONCE)]
        return np.concatenate(parts, axis=1)

    def _leaves(self, columns: Floats) -> Leaves:
        # `take` is several times as fast as an index in brackets.
        no = columns.take(self.features, axis=0) > self.thresholds[:, None]
        taken = no.view(np.uint8) * self.taken[:, None]
        gone = np.bitwise_or.reduce(taken.reshape(LEAVES - 1, -1, columns.shape[1]), axis=0)
        return np.asarray(_first_bits().take(~gone) + np.arange(len(gone))[:, None] * LEAVES, np.intp)

    def odds(self, leaves: Leaves) -> Floats:
        """Return the log odds of lines that come to these leaves."""
        return np.asarray(np.add.reduce(self.values.take(leaves)), np.float32)

    def owed_to(self, leaves: Leaves) -> Floats:
        """Return what each group of features adds to the log odds, a row to a line."""
        return np.asarray(np.add.reduce(self.owed.take(leaves, axis=0)), np.float32)


@cache
def _first_bits() -> NDArray[np.uint8]:
    """Return the lowest bit that is set, for every number of 16 bits."""
    table = np.zeros(1 << LEAVES, np.uint8)
    for bit in reversed(range(LEAVES)):
        table[(np.arange(1 << LEAVES) >> bit) & 1 == 1] = bit
    return table


def read_trees(rows: Sequence[Any], groups: Sequence[int]) -> Trees:
    """Read trees as the training script writes them.

    Args:
        rows: of each tree: `[feature, threshold, value, yes, no]` for a question, a number for a leaf.
        groups: of each feature, the number of its group.
    """
    asked = []
    values = np.zeros((len(rows), LEAVES), np.float32)
    owed = np.zeros((len(rows), LEAVES, max(groups) + 1), np.float32)
    for number, row in enumerate(rows):
        tree = _Reading([], values[number], owed[number], groups)
        tree.walk(row, 0, {})
        asked.append(tree.questions + [(0, np.inf, 0)] * (LEAVES - 1 - len(tree.questions)))
    features, thresholds, taken = zip(
        *(question for nth in zip(*asked, strict=True) for question in nth), strict=True
    )
    return Trees(
        np.array(features, np.intp),
        np.array(thresholds, np.float32),
        np.array(taken, np.uint16),
        values.reshape(-1),
        owed.reshape(len(rows) * LEAVES, -1),
    )


def _value(node: Any) -> float:
    return float(node[2] if isinstance(node, list) else node)


@dataclass(frozen=True)
class _Reading:
    """What is read of a tree: its questions, and what each leaf answers."""

    questions: list[tuple[int, float, int]]
    values: Floats
    owed: Floats
    groups: Sequence[int]

    def walk(self, node: Any, leaf: int, owed: Mapping[int, float]) -> int:
        """Number a tree's leaves from left to right; return the number after its last."""
        if not isinstance(node, list):
            self.values[leaf] = node
            for group, value in owed.items():
                self.owed[leaf, group] = value
            return leaf + 1
        feature, threshold, value, yes, no = node
        group = self.groups[feature]

        def with_step(child: Any) -> dict[int, float]:
            return {**owed, group: owed.get(group, 0.0) + _value(child) - value}

        middle = self.walk(yes, leaf, with_step(yes))
        bits = ((1 << middle) - 1) & ~((1 << leaf) - 1)
        self.questions.append((feature, threshold, bits))
        return self.walk(no, middle, with_step(no))
