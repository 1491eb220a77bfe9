"""The line model: how likely each line of a page belongs to the article, and what speaks for or against it.

Two passes of boosted trees. The first sees a line and its neighbours as they are, the second also what the
first made of the neighbours. `training/` learns the numbers in `line_model.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from generator.generate.clean.features import page_features, second_features
from generator.generate.clean.groups import GROUPS, OWN_SCORE, group_of
from generator.generate.clean.line_words import Floats, page_words
from generator.generate.clean.places import rows_of
from generator.generate.clean.trees import Trees, read_trees

FILE = "line_model.json"


@dataclass(frozen=True)
class Judgement:
    """What the model makes of the lines of a page."""

    scores: Floats
    """How likely each line is the article's, from 0 to 1."""
    owed: Floats
    """Of each line, how much each of GROUPS adds to its log odds."""
    columns: Mapping[str, Floats]
    """The features of the lines."""


@dataclass(frozen=True)
class LineModel:
    """What was learned."""

    weights: Mapping[str, float]
    """Of words: log odds that a line with them is the article's."""
    first: Trees
    second: Trees
    threshold: float
    """A line with a lower score is left out."""

    def judge(self, texts: Sequence[str]) -> Judgement:
        """Score the lines of a page.

        Args:
            texts: the lines, at least one, none of them empty.
        """
        words = page_words(texts)
        columns = page_features(texts, words, self.weights)
        seen = rows_of(columns.values())
        early = self.first.leaves(seen)
        later = second_features(texts, words, probabilities(self.first.odds(early)))
        late = self.second.leaves(np.concatenate([seen, rows_of(later.values())]))
        owed = _with_first(self.second.owed_to(late), self.first.owed_to(early))
        return Judgement(probabilities(self.second.odds(late)), owed, columns)


def probabilities(odds: Floats) -> Floats:
    """Return probabilities for log odds."""
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def _with_first(owed: Floats, first: Floats) -> Floats:
    """Share what the second pass owes to the first one's score among the groups that made this score."""
    shares = first / np.maximum(np.abs(first).sum(axis=1, keepdims=True), 1e-6)
    own = np.abs(owed[:, OWN_SCORE : OWN_SCORE + 1])
    return np.asarray(owed + shares * own, np.float32)


def read_model(data: Mapping[str, Any]) -> LineModel:
    """Read a model as the training script writes it."""
    names = data["features"]
    groups = [GROUPS.index(group_of(name)) for name in names]
    return LineModel(
        weights={word: int(tenths) / 10 for tenths, words in data["words"].items() for word in words},
        first=read_trees(data["first"], groups),
        second=read_trees(data["second"], groups),
        threshold=data["threshold"],
    )


@cache
def line_model() -> LineModel:
    """Return the model of the package; read once."""
    return read_model(json.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8")))
