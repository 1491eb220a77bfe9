"""How well lines are told apart, by the phrases a person noted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.generate.clean.certain import certain_rules
from generator.generate.clean.copies import drop_copies
from generator.generate.clean.line_words import Floats
from generator.generate.clean.page import Page as Lines
from generator.generate.seed_text import Line
from training.lines.pages import Page, comparable


@dataclass(frozen=True)
class Scored:
    """A page that was not learned from."""

    page: Page
    scores: Floats
    """Of its lines."""
    by_rule: frozenset[int]
    """The lines that cleaning leaves out by rule, whatever their score."""


def scored(page: Page, scores: Floats) -> Scored:
    """Return a page with the scores of its lines and what rules make of them."""
    lines = tuple(Line(number, text) for number, text in enumerate(page.texts))
    return Scored(page, scores, frozenset(drop_copies(Lines(lines, certain_rules(lines))).rules))


def phrase_scores(pages: Iterable[Scored], threshold: float) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 of the gold phrases by language.

    Args:
        pages: those to count.
        threshold: a line with a lower score is left out.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in pages:
        gold = one.page.gold
        count = counts[gold.language]
        body = comparable(" ".join(_kept(one, threshold)))
        with_title = f"{comparable(gold.title)} {body}"
        count["wanted"] += len(gold.inside)
        count["kept"] += sum(comparable(phrase) in with_title for phrase in gold.inside)
        count["left in"] += sum(comparable(phrase) in body for phrase in gold.outside)
    return {language: _measures(count) for language, count in sorted(counts.items())}


def _kept(one: Scored, threshold: float) -> Iterable[str]:
    for number, (text, score) in enumerate(zip(one.page.texts, one.scores, strict=True)):
        if score >= threshold and number not in one.by_rule:
            yield text


def _measures(count: Counter[str]) -> tuple[float, float, float]:
    precision = count["kept"] / max(1, count["kept"] + count["left in"])
    recall = count["kept"] / max(1, count["wanted"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
