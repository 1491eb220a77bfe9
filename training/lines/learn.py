"""Learns the two passes of trees, and writes them as the package reads them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np

from generator.generate.clean.features import Floats, page_features, score_features
from training.lines.pages import Page, folds
from training.lines.variants import with_variants
from training.lines.words import WithoutSite, WordCounts, count_words

TREES = 100
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
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
INNER_FOLDS = 2
FURNITURE = 80
"""Plain furniture lines of a page that are learned from; of more, a sample stands for all."""
TYPICAL_LINES = 200
"""Of a page. Longer pages weigh more, but not in proportion."""


@dataclass(frozen=True)
class Learned:
    """What was learned from some pages."""

    counts: WordCounts
    weights: Mapping[str, float]
    first: lightgbm.Booster
    second: lightgbm.Booster

    def scores(self, page: Page) -> Floats:
        """Return the scores of a page that was not learned from."""
        first = matrix(page_features(page.texts, self.weights))
        return self._second(page, first, self.first.predict(first))

    def _second(self, page: Page, first: Floats, scores: Floats) -> Floats:
        return np.asarray(self.second.predict(with_scores(page, first, scores)), np.float32)


def learn(pages: Sequence[Page]) -> Learned:
    """Learn from pages; the second pass sees scores of pages that the first had not learned from."""
    counts = count_words(pages)
    originals, pages = pages, [variant for page in pages for variant in with_variants(page)]
    columns = _columns(originals, pages, counts)
    weight = _language_weights(pages)
    scores: dict[str, Floats] = {}
    for others, part in folds(pages, INNER_FOLDS, "inner"):
        booster = _fit(others, columns, weight)
        scores |= {page.name: booster.predict(columns[page.name]) for page in part}
    first = _fit(pages, columns, weight)
    later = {page.name: with_scores(page, columns[page.name], scores[page.name]) for page in pages}
    return Learned(counts, counts.weights(), first, _fit(pages, later, weight))


def _columns(pages: Sequence[Page], varied: Sequence[Page], counts: WordCounts) -> dict[str, Floats]:
    """Return the features of pages and variants, each with words weighed as if its site were unknown."""
    weights = counts.weights()
    sites: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        sites[page.site].append(page)
    unknown = {site: WithoutSite(counts, weights, of_site) for site, of_site in sites.items()}
    return {page.name: matrix(page_features(page.texts, unknown[page.site])) for page in varied}


def matrix(columns: Mapping[str, Floats]) -> Floats:
    """Return features as rows of lines."""
    return np.stack(list(columns.values()), axis=1)


def with_scores(page: Page, first: Floats, scores: Any) -> Floats:
    """Return the features that the second pass sees."""
    lengths = np.array([len(text) for text in page.texts], np.float32)
    later = score_features(np.asarray(scores, np.float32), lengths)
    return np.concatenate([first, matrix(later)], axis=1)


def _language_weights(pages: Sequence[Page]) -> dict[str, float]:
    """Let every language weigh the same, however few its pages."""
    counts: dict[str, int] = defaultdict(int)
    for page in pages:
        counts[page.gold.language] += 1
    return {language: max(counts.values()) / count for language, count in counts.items()}


def _fit(
    pages: Sequence[Page], columns: Mapping[str, Floats], weight: Mapping[str, float]
) -> lightgbm.Booster:
    rows, labels, weights = [], [], []
    for page in pages:
        kept, share = _sample(page)
        rows.append(columns[page.name][kept])
        labels.append(page.labels[kept])
        size = math.sqrt(len(page.texts) / TYPICAL_LINES)
        weights.append((page.weights * share)[kept] * weight[page.gold.language] / size)
    data = lightgbm.Dataset(np.concatenate(rows), np.concatenate(labels), weight=np.concatenate(weights))
    return lightgbm.train(SETTINGS, data, TREES)


def _sample(page: Page) -> tuple[np.ndarray, Floats]:
    """Choose the lines to learn from, and say how many each stands for."""
    chance = np.random.default_rng(int(page.name.encode().hex(), 16) % 2**32).random(len(page.texts))
    plain = (page.labels < 0.05) & (page.weights < 2)
    share = min(1.0, FURNITURE / max(1, int(plain.sum())))
    return ~plain | (chance < share), np.where(plain, 1 / share, 1.0).astype(np.float32)


def model_data(learned: Learned, features: Sequence[str]) -> dict[str, Any]:
    """Return what was learned as the package reads it."""
    by_weight: dict[int, list[str]] = defaultdict(list)
    for word, weight in sorted(learned.weights.items()):
        by_weight[round(weight * 10)].append(word)
    return {
        "features": list(features),
        "words": {str(weight): words for weight, words in sorted(by_weight.items())},
        "first": _rows(learned.first),
        "second": _rows(learned.second),
    }


def _rows(booster: lightgbm.Booster) -> list[Any]:
    return [_row(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def _row(node: Mapping[str, Any]) -> Any:
    if "leaf_value" in node:
        return _short(node["leaf_value"])
    threshold = 0.0 if abs(node["threshold"]) < 1e-30 else _short(node["threshold"], 5)
    value = _short(node["internal_value"])
    return [node["split_feature"], threshold, value, _row(node["left_child"]), _row(node["right_child"])]


def _short(number: float, digits: int = 3) -> float:
    return float(f"{number:.{digits}g}")
