"""How well lines are told apart, by the phrases a person noted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.generate.clean.features import Floats
from training.lines.pages import Page, comparable


def phrase_scores(
    pages: Iterable[tuple[Page, Floats]], threshold: float
) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 of the gold phrases by language.

    Args:
        pages: with the scores of their lines.
        threshold: a line with a higher score is kept.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for page, scores in pages:
        count = counts[page.gold.language]
        body = comparable(
            " ".join(text for text, of in zip(page.texts, scores, strict=True) if of > threshold)
        )
        with_title = f"{comparable(page.gold.title)} {body}"
        count["wanted"] += len(page.gold.inside)
        count["kept"] += sum(comparable(phrase) in with_title for phrase in page.gold.inside)
        count["left in"] += sum(comparable(phrase) in body for phrase in page.gold.outside)
    return {language: _measures(count) for language, count in sorted(counts.items())}


def _measures(count: Counter[str]) -> tuple[float, float, float]:
    precision = count["kept"] / max(1, count["kept"] + count["left in"])
    recall = count["kept"] / max(1, count["wanted"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
