"""Finds the second copy of a text: lines that say again what others say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.dates.dateline import match_dateline
from generator.generate.clean.page import Page
from generator.generate.reasons import COPY
from generator.language.sentences.quote import rough_sentences

MOSTLY = 0.7
"""Share of a line that stands elsewhere, for it to be a copy of several lines."""
ENOUGH_PLACES = 8
"""Of a sentence that stands in more lines than this, the others need not be known."""
LONG_ENOUGH = 60
"""Shorter lines are not compared: "Thank you." may well be said twice."""


def drop_copies(page: Page) -> Page:
    """Drop lines whose sentences all stand elsewhere: second copies, and blobs of the whole text."""
    texts = {line.number: line.text for line in page.left if len(line.text) >= LONG_ENOUGH}
    keys = {number: found for number, text in texts.items() if (found := _sentence_keys(text))}
    where: dict[str, list[int]] = defaultdict(list)
    for number, found in keys.items():
        for key in set(found):
            if len(where[key]) < ENOUGH_PLACES:
                where[key].append(number)
    dropped: dict[int, str] = {}
    for number in sorted(keys, key=lambda number: (-len(keys[number]), -number)):
        elsewhere = [[n for n in where[key] if n != number and n not in dropped] for key in keys[number]]
        whole = all(elsewhere) and _is_copy(texts, number, keys, elsewhere)
        if whole or _is_blob(keys[number], elsewhere):
            dropped[number] = COPY
    return page.drop(dropped)


def _is_copy(
    texts: Mapping[int, str], number: int, keys: Mapping[int, Sequence[str]], elsewhere: list[list[int]]
) -> bool:
    """Tell which of the lines that say the same is the copy.

    A line made of several others is a blob; a line wholly inside one other is an excerpt of it; of
    two that say the same, the one with a dateline or the first stays.
    """
    others = {n for numbers in elsewhere for n in numbers}
    same = [n for n in others if keys[n] == keys[number]]
    if same:
        has_dateline = bool(match_dateline(texts[number]))
        if any(bool(match_dateline(texts[n])) != has_dateline for n in same):
            return not has_dateline
        return any(n < number for n in same)
    return True


def _is_blob(keys: Sequence[str], elsewhere: list[list[int]]) -> bool:
    """Tell whether a line is mostly made of several others, though not to the last word."""
    found = sum(len(key) for key, places in zip(keys, elsewhere, strict=True) if places)
    lines = {places[0] for places in elsewhere if places}
    return len(lines) >= 2 and found >= MOSTLY * sum(len(key) for key in keys)


def _sentence_keys(text: str) -> tuple[str, ...]:
    if dateline := match_dateline(text):
        text = text[dateline.end() :]
    return tuple(re.sub(r"\W+", " ", sentence).casefold().strip() for sentence in rough_sentences(text))
