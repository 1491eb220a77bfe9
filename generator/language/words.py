"""The words of a text.

A sign of Chinese or Japanese script is a word of its own, since nothing parts the words there. Every step
takes time in proportion to the text: words are found in one pass, each is folded on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.forms import key

_SIGN = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Accents may be written as characters of their own. Possessive: what has been read is never read again.
_LETTERS = rf"[^\W{_SIGN}]++(?:[\u0300-\u036f]++[^\W{_SIGN}]*+)*+"
WORD = re.compile(rf"{_LETTERS}|[{_SIGN}]")
WORD_WITH_APOSTROPHES = re.compile(rf"{_LETTERS}(?:'{_LETTERS})*+|[{_SIGN}]")
""" "People's" is one word."""
LONGEST = 80
"""No word of a name or term is longer; a longer word of a text is not looked at."""


class Words:
    """The words of one text, by number."""

    pattern = WORD

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in self.pattern.finditer(text)]

    def __len__(self) -> int:
        return len(self.spans)

    def __getitem__(self, number: int) -> str:
        start, end = self.spans[number]
        return self.text[start:end]

    def __iter__(self) -> Iterator[str]:
        return (self.text[start:end] for start, end in self.spans)

    def keys(self) -> list[str]:
        """Return the key of every word, "" for those that are too long; see `forms`."""
        text = self.text
        return [key(text[start:end]) if end - start <= LONGEST else "" for start, end in self.spans]
