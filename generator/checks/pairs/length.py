"""A translation is about as long as its source, and has nothing that engines make up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import words_of
from generator.model import Language, Severity


@dataclass(frozen=True)
class LengthModel:
    """How long a text in one language is in another.

    The model of Gale and Church (A Program for Aligning Sentences in Bilingual Corpora, 1993): each
    character of the source gives `mean` characters, with a variance that adds up, so that long
    texts keep closer to the mean than short ones.
    """

    mean: float
    variance: float
    widest: float
    """How far the ratio may be from the mean, up or down, whatever the length: news is paraphrased
    more freely than the reports the model was made from."""


GERMAN, ENGLISH = Language("de"), Language("en")
LENGTHS: Mapping[tuple[Language, Language], LengthModel] = {
    # Mean and variance per character: Gale and Church, from bank reports in both languages.
    (ENGLISH, GERMAN): LengthModel(1.1, 7.3, 1.6),
    (GERMAN, ENGLISH): LengthModel(1 / 1.1, 7.3, 1.6),
}
# Any other pair: a Chinese text is a quarter as long as its translation.
UNKNOWN = LengthModel(1.0, 6.8, 6.0)
DEVIATIONS = 4.0
"""Standard deviations from the mean. The good pairs of the tests stay within 2.1."""

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
    model = LENGTHS.get((pair.source_language, pair.target_language), UNKNOWN)
    expected = source * model.mean
    deviations = (target - expected) / math.sqrt(model.variance * source)
    ratio = target / expected
    if deviations > DEVIATIONS and ratio > model.widest:
        yield f"{target} characters for {source}: it says more than the source"
    elif deviations < -DEVIATIONS and ratio < 1 / model.widest:
        yield f"{target} characters for {source}: it leaves something out"


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
