"""Learns what the candidates of a choice weigh: conditional logistic regression, drawn to what is expected.

The weights make the right candidate, or none of them, most probable.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.generate.header.weights import NOTHING_SEEN, Features, Weights
from training.header.pages import is_held

FOLDS = 5
PULL = 1.5
"""How strongly weights are drawn to nothing."""
AS_IT_IS = {"title": 2.0, "published": 2.0}
"""What a page as it is weighs, beside 1 for a document made of it: for a headline there are up to six.

Out of fold, 5 of 490 headlines more are right than where all weigh the same. What
weights are expected to be counts for as much more, so that it is as strong as before beside a page.
"""
WITHOUT = {"title": 0.3}
"""What a document made of a page weighs that lacks what is asked for: seeds without a headline are rare.

With it, 5 of 211 headlines of texts that were not learned from are more right, and 206 instead of 222 of 252
texts whose headline was taken away have none.
"""
STEPS = 250
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One choice: what is seen in each candidate, and which are right."""

    page: str
    kind: str
    """Which weights decide it, and what was made of the page."""
    features: tuple[Features, ...]
    right: tuple[bool, ...]
    given: tuple[str, ...]
    """What each candidate says: several may say the same."""
    none_is_right: bool = False
    is_wanted: bool = True
    """Somebody says that there is something to find."""
    site: str = ""
    """What its host is called; empty: it is from nowhere else."""

    @property
    def choice(self) -> str:
        """Which weights decide it."""
        return self.kind.partition(" (")[0]

    @property
    def is_made(self) -> bool:
        """Tell whether it was made of a page, which nobody published like this."""
        return "(made" in self.kind

    @property
    def is_learned_from(self) -> bool:
        """Tell whether there is a right choice: not where the page lacks what the gold says."""
        return any(self.right) or self.none_is_right


def learn(examples: Sequence[Example], drawn_to: Mapping[str, float]) -> dict[str, float]:
    """Return the weights that make the right choices most probable; all examples are of one choice."""
    about = examples[0].choice.partition(",")[0] if examples else ""
    whole, without = AS_IT_IS.get(about, 1.0), WITHOUT.get(about, 1.0)
    names = sorted({name for one in examples for seen in (*one.features, NOTHING_SEEN) for name in seen})
    columns = {name: number for number, name in enumerate(names)}
    rows = [seen for one in examples for seen in (*one.features, NOTHING_SEEN)]
    of_row = np.repeat(np.arange(len(rows)), [len(seen) for seen in rows])
    column = np.array([columns[name] for seen in rows for name in seen])
    value = np.array([value for seen in rows for value in seen.values()])
    choice = np.repeat(np.arange(len(examples)), [len(one.features) + 1 for one in examples])
    right = np.array([mark for one in examples for mark in (*one.right, not any(one.right))], float)
    goals = np.array([drawn_to.get(name, 0.0) for name in names])
    pulls = np.array([PULL * (whole if name in drawn_to else 1.0) for name in names])
    made = [without if one.none_is_right else 1.0 for one in examples]
    counts = np.array([m if one.is_made else whole for one, m in zip(examples, made, strict=True)])[choice]

    def slope(weights: Floats) -> Floats:
        scores = np.bincount(of_row, value * weights[column], len(rows))
        surplus = counts * _surplus(scores, choice, right, len(examples))
        return pulls * (weights - goals) + np.bincount(column, value * surplus[of_row], len(names))

    weights = _descend(slope, len(names))
    learned = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    return dict(drawn_to) | {name: weight for name, weight in learned.items() if abs(weight) >= 0.01}


def _surplus(scores: Floats, choice: NDArray[Any], right: Floats, count: int) -> Floats:
    """Return how much more probable each candidate is than if it were known that a right one is chosen."""
    highest = np.full(count, -np.inf)
    np.maximum.at(highest, choice, scores)
    parts = np.exp(scores - highest[choice])
    surplus: Floats = parts / np.bincount(choice, parts)[choice]
    surplus -= parts * right / (np.bincount(choice, parts * right) + 1e-300)[choice]
    return surplus


def _descend(slope: Callable[[Floats], Floats], size: int) -> Floats:
    """Go down by Adam's steps, ever smaller."""
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        gradient = slope(weights)
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient**2
        rate = 0.05 * (1 + math.cos(math.pi * step / STEPS))
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def chosen(example: Example, weights: Mapping[str, float], enough: float) -> str:
    """Return what is chosen; empty: none."""
    choice = Weights(weights, enough).choose(example.given, example.features)
    return choice.value if choice else ""


def score(examples: Sequence[Example], weights: Mapping[str, float], enough: float) -> tuple[int, ...]:
    """Return how many choices are right, how many made, and how many are wanted."""
    right = made = 0
    for one in examples:
        value = chosen(one, weights, enough)
        made += bool(value)
        right += bool(value) and value in {v for v, mark in zip(one.given, one.right, strict=True) if mark}
    return right, made, sum(one.is_wanted for one in examples)


def learn_choice(
    examples: Sequence[Example], goals: Mapping[str, float], enough: float, also: Sequence[Example] = ()
) -> dict[str, Any]:
    """Learn the weights of a choice and score them; print and return both.

    Args:
        examples: all that there are of it.
        also: others to learn from, that are not scored.
        goals: what weights are drawn to.
        enough: the least probability that something is taken with; 0: it must be more probable than nothing.
    """
    learned = [one for one in examples if not is_held(one.page)]
    useful = [one for one in learned if one.is_learned_from]
    sites = sorted({one.site or one.page for one in learned})
    fold = {site: number % FOLDS for number, site in enumerate(sites)}
    parts = []
    for number in range(FOLDS):
        weights = learn([*(one for one in useful if fold[one.site or one.page] != number), *also], goals)
        apart = [one for one in learned if fold[one.site or one.page] == number and not one.is_made]
        parts.append(score(apart, weights, enough))
    held = score(
        [one for one in examples if is_held(one.page) and not one.is_made],
        learn([*useful, *also], goals),
        enough,
    )
    told = {"out of fold": _said([sum(part) for part in zip(*parts, strict=True)]), "set aside": _said(held)}
    weights = learn([*(one for one in examples if one.is_learned_from), *also], goals)
    made = [one for one in learned if one.is_made]
    print(
        f"{examples[0].choice}: {told}; made documents, learned from: {_said(score(made, weights, enough))}"
    )
    return {
        "enough": enough,
        "scores": told,
        "weights": dict(sorted(weights.items(), key=lambda item: -item[1])),
    }


def _said(counts: Sequence[int]) -> str:
    right, made, whole = counts
    return f"{right} right of {made} given, {whole} wanted"
