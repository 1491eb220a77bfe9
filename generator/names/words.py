"""The words of a text, and what stands between them, as names need them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from generator.language import words
from generator.language.forms import POSSESSIVE, without_possessive
from generator.language.letters import composed, same_marks

SPACE, HYPHEN, DASH, FAR = " ", "-", " - ", "…"


class Words(words.Words):
    """The words of one text, by number; "People's" is one word."""

    pattern = re.compile(f"({words.WORD_WITH_APOSTROPHES.pattern})")

    def __init__(self, text: str) -> None:
        super().__init__(same_marks(text))

    @cached_property
    def surfaces(self) -> list[str]:
        """The words as they stand, without possessive endings."""
        return list(map(_surface, self))

    def surface(self, number: int) -> str:
        """Return a word as it stands, without a possessive ending."""
        return self.surfaces[number]

    def is_possessive(self, number: int) -> bool:
        """Tell whether a word ends with 's."""
        return self[number].endswith(POSSESSIVE)

    def is_capital(self, number: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return self.text[self.spans[number][0]].isupper()

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """Return where a run of words begins and ends in the text, without a possessive ending."""
        end = self.spans[last][1]
        return self.spans[first][0], end - 2 if self.is_possessive(last) else end

    def gap(self, number: int) -> str:
        """Return what parts a word from the one before it, as far as names tell gaps apart."""
        if not 0 < number < len(self.spans):
            return FAR
        start, end = self.spans[number - 1][1], self.spans[number][0]
        return _kind_of_gap(self.text[start:end])


def _kind_of_gap(between: str) -> str:
    if between.isspace():
        return SPACE
    joined = "".join(between.split())
    return DASH if joined == HYPHEN and joined != between else joined


@lru_cache(maxsize=50_000)
def _surface(word: str) -> str:
    return composed(without_possessive(word))
