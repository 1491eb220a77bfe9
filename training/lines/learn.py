"""Learns the two passes of trees, and writes them as the package reads them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np

from generator.generate.clean.features import page_features, second_features
from generator.generate.clean.line_words import Floats, page_words
from generator.generate.clean.model import probabilities
from generator.generate.clean.trees import Trees, read_trees
from training.lines.pages import Page, folds
from training.lines.variants import with_variants
from training.lines.words import WithoutSite, WordCounts, count_words

TREES = 80
SETTINGS = {
    "objective": "cross_entropy",
    "learning_rate": 0.1,
    "num_leaves": 16,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 63,
    "seed": 7,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
SEEDS = (7, 8)
INNER_FOLDS = 2
DIGITS = 4
"""Of what a leaf says."""
TINY = 1e-30
"""LightGBM takes a smaller number for 0."""
FURNITURE = 80
"""Plain furniture lines of a page that are learned from; of more, a sample stands for all."""
TYPICAL_LINES = 200
"""Of a page. Longer pages weigh more, but not in proportion."""


@dataclass(frozen=True)
class Learned:
    """What was learned from some pages."""

    weights: Mapping[str, float]
    """Of words."""
    first: Forest
    second: Forest

    def scores(self, page: Page) -> Floats:
        """Return the scores of a page that was not learned from."""
        seen = _matrix(page_features(page.texts, page_words(page.texts), self.weights))
        return self.second.scores(_with_scores(page, seen, self.first.scores(seen)))


@dataclass(frozen=True)
class Forest:
    """Learned trees, as they are written and as the package reads them: what comes after sees no others."""

    rows: list[Any]
    trees: Trees

    def scores(self, columns: Floats) -> Floats:
        """Return the scores of lines, whose features are a row to a line."""
        return probabilities(self.trees.odds(self.trees.leaves(columns.T)))


def learn(pages: Sequence[Page]) -> Learned:
    """Learn from pages; the second pass sees scores of pages that the first had not learned from."""
    counts = count_words(pages)
    originals, pages = pages, [variant for page in pages for variant in with_variants(page)]
    columns = _columns(originals, pages, counts)
    weight = _language_weights(pages)
    scores: dict[str, Floats] = {}
    for others, part in folds(pages, INNER_FOLDS, "inner"):
        forest = _fit(others, columns, weight)
        scores |= {page.name: forest.scores(columns[page.name]) for page in part}
    first = _fit(pages, columns, weight)
    later = {page.name: _with_scores(page, columns[page.name], scores[page.name]) for page in pages}
    return Learned(counts.weights(), first, _fit(pages, later, weight))


def _columns(pages: Sequence[Page], varied: Sequence[Page], counts: WordCounts) -> dict[str, Floats]:
    """Return the features of pages and variants, each with words weighed as if its site were unknown."""
    weights = counts.weights()
    sites: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        sites[page.site].append(page)
    unknown = {site: WithoutSite(counts, weights, of_site) for site, of_site in sites.items()}
    return {
        page.name: _matrix(page_features(page.texts, page_words(page.texts), unknown[page.site]))
        for page in varied
    }


def _matrix(columns: Mapping[str, Floats]) -> Floats:
    """Return features as rows of lines."""
    return np.stack(list(columns.values()), axis=1)


def _with_scores(page: Page, first: Floats, scores: Floats) -> Floats:
    """Return the features that the second pass sees."""
    later = second_features(page.texts, page_words(page.texts), scores)
    return np.concatenate([first, _matrix(later)], axis=1)


def _language_weights(pages: Sequence[Page]) -> dict[str, float]:
    """Let every language weigh the same, however few its pages."""
    counts: dict[str, int] = defaultdict(int)
    for page in pages:
        counts[page.gold.language] += 1
    return {language: max(counts.values()) / count for language, count in counts.items()}


def _fit(pages: Sequence[Page], columns: Mapping[str, Floats], weight: Mapping[str, float]) -> Forest:
    rows, labels, weights = [], [], []
    for page in pages:
        kept, share = _sample(page)
        rows.append(columns[page.name][kept])
        labels.append(page.labels[kept])
        size = math.sqrt(len(page.texts) / TYPICAL_LINES)
        weights.append((page.weights * share)[kept] * weight[page.gold.language] / size)
    return _grow(np.concatenate(rows), np.concatenate(labels), np.concatenate(weights))


def _grow(columns: Floats, labels: Floats, weights: Floats) -> Forest:
    """Learn trees; those of several boosters have the mean of what each would say."""
    data = lightgbm.Dataset(columns, labels, weight=weights, params=SETTINGS)
    rows = []
    for seed in SEEDS:
        booster = lightgbm.train({**SETTINGS, "seed": seed}, data, TREES)
        rows += rows_of(booster, 1 / len(SEEDS))
    return Forest(rows, read_trees(rows, [0] * columns.shape[1]))


def _sample(page: Page) -> tuple[np.ndarray, Floats]:
    """Choose the lines to learn from, and say how many each stands for."""
    chance = np.random.default_rng(int(page.name.encode().hex(), 16) % 2**32).random(len(page.texts))
    plain = (page.labels < 0.05) & (page.weights < 2)
    share = min(1.0, FURNITURE / max(1, int(plain.sum())))
    return ~plain | (chance < share), np.where(plain, 1 / share, 1.0).astype(np.float32)


def model_data(learned: Learned, threshold: float) -> dict[str, Any]:
    """Return what was learned as the package reads it.

    Args:
        learned: from some pages.
        threshold: a line with a lower score is left out.
    """
    by_weight: dict[int, list[str]] = defaultdict(list)
    for word, weight in sorted(learned.weights.items()):
        by_weight[round(weight * 10)].append(word)
    return {
        "threshold": threshold,
        "features": feature_names(),
        "words": {str(weight): words for weight, words in sorted(by_weight.items())},
        "first": learned.first.rows,
        "second": learned.second.rows,
    }


def feature_names() -> list[str]:
    """Return the names of what trees see of a line, in order."""
    words = page_words(["a"])
    return [*page_features(["a"], words, {}), *second_features(["a"], words, np.ones(1, np.float32))]


def rows_of(booster: lightgbm.Booster, share: float = 1.0) -> list[Any]:
    """Return a booster's trees as the package reads them.

    Args:
        booster: what was learned.
        share: of what the trees say.
    """
    return [_row(tree["tree_structure"], share) for tree in booster.dump_model()["tree_info"]]


def _row(node: Mapping[str, Any], share: float) -> Any:
    if "leaf_value" in node:
        return _short(node["leaf_value"] * share)
    yes, no = (_row(node[child], share) for child in ("left_child", "right_child"))
    return [node["split_feature"], _below(node["threshold"]), _short(node["internal_value"] * share), yes, no]


def _below(threshold: float) -> float:
    """Return the greatest number of 32 bits that is no greater, in as few digits as tell it."""
    near = np.float32(threshold)
    if float(near) > threshold:  # as 64 bits
        near = np.nextafter(near, np.float32(-np.inf))
    return 0.0 if abs(near) < TINY else float(str(near))


def _short(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")
