"""Quotes from a text: sentences found at punctuation alone, and texts cut to a length."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.language.lexicons import LEXICONS

_NEVER_LAST = "|".join(sorted(LEXICONS.united(lambda one: one.abbreviations.never_last)))
RANK = re.compile(rf"(?:\b(?:{_NEVER_LAST})\.|--)\s*$")
"""A rank, title or other abbreviation that no sentence ends with."""
# Three letters or a year before the stop: not "Nov. 25", "Dr. Li" or "29. Januar".
ROUGH_END = re.compile(
    r"""(?:(?<=[a-zäöüß]{2}[.!?])|(?<=\d{4}[.!?])|(?<=[^\W\d_]{3}[.!?])|(?<=[.!?]["'”“’»)])|(?<=["'”“’»)][.!?]))\s+(?=["'„“‘«(]?[A-ZÄÖÜ])"""
)


@lru_cache(maxsize=20_000)
def rough_sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph at punctuation alone: enough to compare or quote, and far faster."""
    sentences: list[str] = []
    for piece in ROUGH_END.split(text):
        if sentences and RANK.search(sentences[-1]):
            sentences[-1] = f"{sentences[-1]} {piece}"
        else:
            sentences.append(piece)
    return tuple(sentences)


def first_sentence(text: str, limit: int) -> str:
    """Return the first sentence of a paragraph, cut at a word when longer than `limit` characters."""
    return shorten(rough_sentences(text[: 4 * limit])[0], limit)


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word so that it has at most `limit` characters, marked with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def sentence_around(text: str, words: str) -> str:
    """Return the sentence of a paragraph that holds `words`; all of it when none does."""
    return next((sentence for sentence in rough_sentences(text) if words in sentence), text)
