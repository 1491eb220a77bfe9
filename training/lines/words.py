"""Which words stand in articles and which around them: a weight for each, counted by pages."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.generate.clean.line_words import WHOLE_LINE, WORD, line_key, opening_key
from generator.language.letters import fold
from training.lines.pages import Page

FEWEST_PAGES = 4
LONGEST_LINE = 60
"""Words; a longer line is known by its form, and its words are many."""
SMOOTHING = 0.7
TELLING = 0.5
"""A weight nearer to 0 need not be known."""


@dataclass(frozen=True)
class WordCounts:
    """On how many pages a word stands in the article, and around it."""

    inside: Counter[str]
    outside: Counter[str]

    def weights(self) -> dict[str, float]:
        """Return the weights of all words that are on enough pages."""
        keys = self.inside.keys() | self.outside.keys()
        return {key: weight for key in keys if (weight := self.weight(key)) is not None}

    def weight(self, key: str, inside_less: int = 0, outside_less: int = 0) -> float | None:
        """Return a word's log odds to a tenth; None: it is on too few pages, or tells too little."""
        inside, outside = self.inside[key] - inside_less, self.outside[key] - outside_less
        if inside + outside < FEWEST_PAGES:
            return None
        weight = round(math.log((inside + SMOOTHING) / (outside + SMOOTHING)), 1)
        return weight if abs(weight) >= TELLING else None


class WithoutSite(Mapping[str, float]):
    """The weights as they would be without the pages of one site: what training may see of its lines."""

    def __init__(self, counts: WordCounts, weights: Mapping[str, float], site: Sequence[Page]) -> None:
        own = [keys_of(page) for page in site]
        self._counts, self._all = counts, weights
        self._inside = Counter(key for inside, _ in own for key in inside)
        self._outside = Counter(key for _, outside in own for key in outside)

    def get(self, key: str, default: float | None = None) -> float | None:  # type: ignore[override]
        """Return a word's weight."""
        if key not in self._inside and key not in self._outside:
            return self._all.get(key, default)
        weight = self._counts.weight(key, self._inside[key], self._outside[key])
        return default if weight is None else weight

    def __getitem__(self, key: str) -> float:
        return self._all[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def count_words(pages: Sequence[Page]) -> WordCounts:
    """Count the words of pages."""
    counts = WordCounts(Counter(), Counter())
    for page in pages:
        inside, outside = keys_of(page)
        counts.inside.update(inside)
        counts.outside.update(outside)
    return counts


def keys_of(page: Page) -> tuple[set[str], set[str]]:
    """Return the words and short lines of a page's article, and of what is around it."""
    inside: set[str] = set()
    outside: set[str] = set()
    for text, label in zip(page.texts, page.labels, strict=True):
        folded = fold(text)
        words = WORD.findall(folded)
        keys = {word for word in words if len(word) > 1 and not word.isdigit()}
        if len(words) > LONGEST_LINE:
            keys = set()
        keys.add(opening_key(words))
        if len(folded) <= WHOLE_LINE:
            keys.add(line_key(folded))
        (inside if label > 0.5 else outside).update(keys)
    return inside, outside
