"""Learns what tells that a translation leaves something out; `python -m training.lengths` prints the weights.

It learns from the good pairs of the tests, and from the same with one clause taken out of the translation.
Each set of them is also judged by what the others taught: what is found, with how many false alarms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from generator.checks.pairs.length import is_long, least_of, measured
from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import as_one, words_of
from generator.language.lexicons import LEXICONS
from generator.model import ENGLISH, GERMAN, Language
from tests.checks.pairs.good import GOOD

SETS = Path(__file__).parent.parent / "tests" / "checks" / "pairs" / "news"
CLAUSE_BEGINS = {
    ENGLISH: "and|but|because|after|before|which|who|when|while|where|since|although|as|whose|that|to|if|so",
    GERMAN: "und|aber|oder|sowie|weil|dass|nachdem|bevor|wie|um|als",
}
SHORTEST_CLAUSE, SHORTEST_REST = 4, 3
ROUNDS = 30

Example = tuple[tuple[float, ...], bool, float]
"""What is measured of a pair, whether something is left out, and the least sum that tells so."""


def main() -> None:
    """Print the weights of each direction, and what they find in sets they have not learned from."""
    for languages in ((GERMAN, ENGLISH), (ENGLISH, GERMAN)):
        sets = {name: list(_examples(pairs, *languages)) for name, pairs in _pairs().items()}
        alarms = np.zeros(2)
        for name, examples in sets.items():
            others = [one for other, held in sets.items() if other != name for one in held]
            weights = learn(others)
            alarms += [
                sum(_odds(one, weights) > least for one, is_short, least in examples if is_short is told)
                for told in (True, False)
            ]
        every = [one for held in sets.values() for one in held]
        cut = sum(is_short for _, is_short, _ in every)
        print(*languages, f"found {alarms[0]:.0f} of {cut}, false {alarms[1]:.0f} of {len(every) - cut}")
        print("   ", [round(float(one), 2) for one in learn(every)])


def _pairs() -> dict[str, list[tuple[str, str]]]:
    held = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))["good de-en"]
        for path in SETS.glob("*.yml")
    }
    return {**held, "others": list(GOOD)}


def _examples(pairs: list[tuple[str, str]], source: Language, target: Language) -> Iterator[Example]:
    for german, english in pairs:
        one, other = (german, english) if source == GERMAN else (english, german)
        if not is_long(one):
            continue
        for text, is_short in ((other, False), *((short, True) for short in cut(other, target))):
            pair = PairText(one, text, source, target)
            yield measured(pair, as_one(one), as_one(text)), is_short, least_of(one)


def cut(text: str, language: Language) -> Iterator[str]:
    """Yield the text without one of its clauses; without what other checks would miss."""
    begins = CLAUSE_BEGINS[language]
    clauses = re.split(rf"(?<=,) | (?=(?:{begins}) )", text)
    for at, clause in enumerate(clauses):
        rest = " ".join(clauses[:at] + clauses[at + 1 :])
        words = [word.folded for word in words_of(clause)]
        tells = len([word for word in words if word not in LEXICONS[language].function_words]) > 1
        is_clause = len(words) >= SHORTEST_CLAUSE and tells and not re.search(r"\d", clause)
        if is_clause and len(words_of(rest)) >= SHORTEST_REST:
            yield rest


def learn(examples: list[Example]) -> NDArray[np.float64]:
    """Return the constant and the weights of a logistic regression, found by Newton's method."""
    values = np.array([one for one, *_ in examples])
    told = np.array([float(example[1]) for example in examples])
    mean, spread = values.mean(axis=0), values.std(axis=0)
    known = np.c_[np.ones(len(told)), (values - mean) / spread]
    weights = np.zeros(known.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-known @ weights))
        curve = (known * (chance * (1 - chance))[:, None]).T @ known + np.eye(len(weights))
        weights -= np.linalg.solve(curve, known.T @ (chance - told) + weights)
    scaled = weights[1:] / spread
    return np.concatenate(([weights[0] - scaled @ mean], scaled))


def _odds(values: tuple[float, ...], weights: NDArray[np.float64]) -> float:
    return float(weights[0] + np.dot(weights[1:], values))


if __name__ == "__main__":
    main()
