"""Quotes from a text: sentences found at punctuation alone, and texts cut to a length."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.language.lexicons import LEXICONS
from generator.model import Span

NEVER_LAST = LEXICONS.united(lambda one: one.abbreviations.never_last)
ABBREVIATION = re.compile(r"\b(\w+)\.\s*$")
# Three letters or a year before the stop: not "Nov. 25", "Dr. Li" or "29. Januar".
ROUGH_END = re.compile(
    r"""(?:(?<=[a-zäöüß]{2}[.!?])|(?<=\d{4}[.!?])|(?<=[^\W\d_]{3}[.!?])|(?<=[.!?]["'”“’»)])|(?<=["'”“’»)][.!?]))\s+(?=["'„“‘«(]?[A-ZÄÖÜ])"""
)
LONGEST_ABBREVIATION = 20
"""Characters before the end of a sentence that an abbreviation may take."""


@lru_cache(maxsize=20_000)
def rough_spans(text: str) -> tuple[Span, ...]:
    """Return where the sentences of a paragraph stand, found at punctuation alone: far faster."""
    spans: list[Span] = []
    start = 0
    for match in ROUGH_END.finditer(text):
        if not _goes_on(text[max(start, match.start() - LONGEST_ABBREVIATION) : match.start()]):
            spans.append(Span(start, match.start()))
            start = match.end()
    return (*spans, Span(start, len(text)))


def _goes_on(before: str) -> bool:
    """Tell whether a sentence can't end with these words: with a rank, a title, a dash."""
    last = ABBREVIATION.search(before)
    return before.rstrip().endswith("--") or (last is not None and last[1] in NEVER_LAST)


def rough_sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph at punctuation alone: enough to compare or quote."""
    return tuple(span.of(text) for span in rough_spans(text))


def first_sentence(text: str, limit: int) -> str:
    """Return the first sentence of a paragraph, cut at a word when longer than `limit` characters."""
    return shorten(rough_sentences(text[: 4 * limit])[0], limit)


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word so that it has at most `limit` characters, marked with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def sentence_at(text: str, span: Span) -> Span:
    """Return where the sentence of a paragraph stands that a stretch of it begins in."""
    return next(one for one in reversed(rough_spans(text)) if one.start <= span.start)
