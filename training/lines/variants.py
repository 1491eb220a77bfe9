"""A page as others would have saved it: the article alone, with what is next to it, with little around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from training.lines.pages import Page

NEXT_TO_IT = 6
"""Lines above and below an article that somebody copies with it."""
THIN = 0.08
"""Share of the lines around an article that stay in a page with little around it."""
STRAY = 0.2
"""Lines from around an article that stand inside it, by its lines."""
WEIGHT = 0.3
"""Of a variant, beside its page."""


def with_variants(page: Page) -> Iterator[Page]:
    """Yield a page and, where it has an article, its variants."""
    yield page
    inside = page.labels > 0.5
    if not inside.any():
        return
    chance = np.random.default_rng(len(page.texts)).random(len(page.texts))
    first, last = np.flatnonzero(inside)[[0, -1]]
    index = np.arange(len(page.texts))
    title = index == 0
    yield _only(page, "alone", inside | (title & (chance < 0.5)))
    yield _only(page, "near", (index >= first - NEXT_TO_IT) & (index <= last + NEXT_TO_IT))
    yield _only(page, "thin", inside | (chance < THIN))
    yield _with_strays(page, inside)


def _with_strays(page: Page, inside: NDArray[np.bool_]) -> Page:
    """Return the article with some lines from around it put in anywhere."""
    random = np.random.default_rng(len(page.texts) + 1)
    around = np.flatnonzero(page.labels < 0.05)
    count = min(len(around), 1 + int(STRAY * inside.sum()))
    strays = random.choice(around, count, replace=False)
    rows = list(np.flatnonzero(inside))
    for stray in strays:
        rows.insert(int(random.integers(len(rows) + 1)), int(stray))
    return replace(
        page,
        name=f"{page.name} strays",
        texts=tuple(page.texts[row] for row in rows),
        labels=page.labels[rows],
        weights=page.weights[rows] * WEIGHT,
    )


def _only(page: Page, kind: str, kept: NDArray[np.bool_]) -> Page:
    texts = tuple(text for text, keep in zip(page.texts, kept, strict=True) if keep)
    weights = page.weights[kept] * WEIGHT
    return replace(page, name=f"{page.name} {kind}", texts=texts, labels=page.labels[kept], weights=weights)
