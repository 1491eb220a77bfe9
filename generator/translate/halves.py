"""Splits a sentence that is longer than a translation model takes."""

from __future__ import annotations

import re
from collections.abc import Callable

BREAKS = (
    re.compile(r"(?<=[.!?;:])\s+|(?<=[。！？；：])"),
    re.compile(r"(?<=[,–—])\s+|(?<=[，、])"),
    re.compile(r"\s+"),
)
"""Where a sentence is best cut, best first: between sentences, between clauses, between words."""


def split_long(sentence: str, fits: Callable[[str], bool]) -> list[str]:
    """Halve a sentence until every part fits; joined, the parts have all of its words, in order.

    `fits`: tells whether the model takes a part whole.

    Returns:
        The parts without space around them; the sentence itself when it fits. A single character is
        returned even if it does not fit.
    """
    if len(sentence) < 2 or fits(sentence):
        return [sentence]
    place = _place(sentence)
    halves = (sentence[:place].strip(), sentence[place:].strip())
    return [part for half in halves if half for part in split_long(half, fits)]


def _place(sentence: str) -> int:
    """Return where to cut: at the best kind of break in the middle half, the one nearest the middle."""
    middle = len(sentence) / 2
    for breaks in BREAKS:
        places = [found.end() for found in breaks.finditer(sentence)]
        near = [place for place in places if middle / 2 < place < middle * 1.5]
        if near:
            return min(near, key=lambda place: abs(place - middle))
    return len(sentence) // 2
