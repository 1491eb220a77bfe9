"""The words that tell what a text is about, to compare texts by.

Small words, and words of reporting ("said", "Sprecher", "Donnerstag"), are in every news text and tell
nothing. Of the others the beginning is enough: "strengthen" and "strengthening", "russisch" and
"russischen" count as one. Nothing heavier is needed: texts are compared in one language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from sys import intern

from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

STEM = 5
"""Letters of a word that count: cutting words off here does as well as a stemmer in both languages."""
WORD = re.compile(r"\w+")
TELL_NOTHING = LEXICONS.calendar_words() | LEXICONS.united(
    lambda one: one.function_words | one.speech_verbs | one.reporting_words
)
"""Small words, and those of reporting and of the calendar: they are in every text."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the part of a word, in lower case, that counts."""
    return intern(word[:STEM])


def words_of(text: str) -> list[str]:
    """Return the words of a plain text, in order, in lower case."""
    return WORD.findall(fold(text))


def telling_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that tell what a plain text is about."""
    return frozenset(stem(word) for word in words_of(text) if word not in TELL_NOTHING)


def contained(part: frozenset[str], whole: Iterable[str]) -> float:
    """Return how much of one set of stems is in another: 0 to 1."""
    return len(part.intersection(whole)) / len(part) if part else 0.0


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets of stems have in common (Dice): 0 to 1."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0
