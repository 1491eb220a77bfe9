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
NOTICES, NOTICE_WEIGHT = 2, 0.5
"""Of a page: beginnings of its article with little around them, as short pages are."""
FEWEST, MOST_ABOVE, MOST_BELOW = 2, 4, 9
"""Lines of such a text, and of what is around it."""


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
    for number in range(NOTICES):
        yield _notice(page, np.random.default_rng([len(page.texts), number]))


def _notice(page: Page, random: np.random.Generator) -> Page:
    """Return the beginning of the article, with a few lines in a row from around it above and below."""
    inside, around = np.flatnonzero(page.labels > 0.5), np.flatnonzero(page.labels < 0.05)

    def run(rows: NDArray[np.intp], most: int) -> NDArray[np.intp]:
        first = int(random.integers(max(1, len(rows) - most + 1)))
        return rows[first : first + int(random.integers(most + 1))]

    text = inside[: int(random.integers(FEWEST, len(inside) + FEWEST))]
    rows = np.concatenate((run(around, MOST_ABOVE), text, run(around, MOST_BELOW)))
    return replace(
        page,
        name=f"{page.name} notice {random.integers(1 << 30)}",
        texts=tuple(page.texts[row] for row in rows),
        labels=page.labels[rows],
        weights=page.weights[rows] * NOTICE_WEIGHT,
    )


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
