"""A translation is about as long as its source, and has nothing that engines make up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import words_of
from generator.model import ENGLISH, GERMAN, Language, Severity

MEANS: Mapping[tuple[Language, Language], float] = {(ENGLISH, GERMAN): 1.1, (GERMAN, ENGLISH): 1 / 1.1}
"""Characters of the translation for each of the source.

By Gale and Church (A Program for Aligning Sentences in Bilingual Corpora, 1993), from bank reports in both
languages; the variance adds up, so that long texts keep closer to the mean than short ones.
"""
VARIANCE = 7.3
DEVIATIONS = 4.0
"""Standard deviations from the mean. The good pairs of the tests stay within 2.1."""
WIDEST = 6.0
"""Times as long, or as short, where no mean is known: a Chinese text is a quarter of its translation."""

_FILLER = (
    ("thank you for watching", "thanks for watching", "for your attention", "fürs zuschauen"),
    (
        "subtitles by",
        "subtitled by",
        "captioned by",
        "untertitel von",
        "untertitel im auftrag",
        "untertitelung",
    ),
)
"""What engines trained on subtitles add of their own; a line is one thing in all its wordings."""


def _length(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = (sum(not char.isspace() for char in text) for text in (pair.source, pair.target))
    if not source:
        return
    mean = MEANS.get((pair.source_language, pair.target_language))
    deviations = (target - source * (mean or 1)) / math.sqrt(VARIANCE * source)
    if abs(deviations) > DEVIATIONS and (mean or not source / WIDEST <= target <= source * WIDEST):
        what = "says more than the source" if deviations > 0 else "leaves something out"
        yield f"{target} characters for {source}: it {what}"


def _filler(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = (
        f" {' '.join(word.folded for word in words_of(text))} " for text in (pair.source, pair.target)
    )
    for phrases in _FILLER:
        found = [phrase for phrase in phrases if f" {phrase} " in target]
        if found and not any(f" {phrase} " in source for phrase in phrases):
            yield f"{quoted(found)} is not in the source"


LENGTH = Check("length", Severity.WARNING, "compare the two texts to the end", _length)
FILLER = Check("filler", Severity.WARNING, "delete what the source does not say", _filler)
