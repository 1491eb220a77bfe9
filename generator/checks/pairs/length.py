"""A translation is about as long as its source, and has nothing that engines make up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from generator.checks.pairs.acronyms import is_acronym
from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import Sentence, as_one, part_of, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.sentences import split
from generator.language.sentences.align import Alignment, align
from generator.language.sentences.quote import rough_sentences, shorten
from generator.model import ENGLISH, GERMAN, Language, Severity

MEANS: Mapping[tuple[Language, Language], float] = {(ENGLISH, GERMAN): 1.1, (GERMAN, ENGLISH): 1 / 1.1}
"""Characters of the translation for each of the source.

By Gale and Church (A Program for Aligning Sentences in Bilingual Corpora, 1993), from bank reports in both
languages; the variance adds up, so that long texts keep closer to the mean than short ones.
"""
VARIANCE = 7.3
DEVIATIONS = 4.0
"""Standard deviations from the mean with which something is added, or, where no mean is known, left out: a
short text may well become twice as long."""
LEFT_OUT: Mapping[tuple[Language, Language], tuple[float, ...]] = {
    (GERMAN, ENGLISH): (-3.75, -7.06, -1.97, -3.44),
    (ENGLISH, GERMAN): (-4.99, -8.36, -4.33, -3.85),
}
"""The constant and the weights of `lengths`: the sum tells what is left out; see `training.lengths`."""
LESS, LESS_OF_LONG, LESS_OF_OTHERS = 2.2, 1.2, 0.85
"""The least sum with which something is: of most sentences, of `LONG` ones, and where several have become
fewer, or, where they have become more, with which something is added. Of 752 good pairs four have more, of
those with a clause cut out three of four."""
MAY = 0.5
"""The least sum with which something may be left out."""
LONG = 80
"""Characters from which on a sentence varies less."""
SHORTEST = 45
"""Characters of a sentence that something can be left out of."""
LONGEST_SHORT, LETTERS_OF_WORD = 4, 6
"""Letters of what stands for as many words, "EZB", and of each such word."""
MOST_SENTENCES = 30
"""More are compared as one text."""
WIDEST = 6.0
"""Times as long, or as short, where no mean is known: a Chinese text is a quarter of its translation."""

LONGEST_QUOTE = 80
_Sizes = tuple[tuple[float, ...], tuple[float, ...]]
"""Of a sentence and of its translation."""
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
    languages = pair.source_language, pair.target_language
    mean = MEANS.get(languages)
    if mean is None:
        yield from _widely_different(pair.source, pair.target)
        return
    for part in dict.fromkeys((*_parts(pair), _whole(pair))):
        source = part_of(pair.source, part.source.start, part.source.end)
        target = part_of(pair.target, part.target.start, part.target.end)
        before, after = part.shape
        sizes = _sizes_of(source, target, *languages)
        least = least_of(source.text) if before == after else LESS_OF_OTHERS
        if (before > after or is_long(source.text)) and _shortness(sizes, *languages) > least:
            yield f"“{shorten(source.text, LONGEST_QUOTE)}” is longer: the translation leaves something out"
            return
        is_added = after > before and _shortness(sizes[::-1], *reversed(languages)) > LESS_OF_OTHERS
        if is_added or _deviations(source.text, target.text, mean) > DEVIATIONS:
            yield f"“{shorten(target.text, LONGEST_QUOTE)}” says more than the source"
            return


def least_of(source: str) -> float:
    """Return the least sum with which something is left out of the translation of a sentence."""
    return LESS_OF_LONG if _size(source) >= LONG else LESS


def _shortness(sizes: _Sizes, *languages: Language) -> float:
    """Return the logarithm of the odds that a translation leaves out a clause or more."""
    constant, *weights = LEFT_OUT[languages[0], languages[1]]
    measured = zip(weights, _differences(sizes), strict=True)
    return constant + sum(weight * one for weight, one in measured)


def is_long(text: str) -> bool:
    """Tell whether something can be left out of a text; shorter ones vary too much."""
    return _size(text) >= SHORTEST


def lengths(source: Sentence, target: Sentence, *languages: Language) -> tuple[float, ...]:
    """Return how much longer a translation is than its source, each as a logarithm.

    In characters, in words, and in words that tell something.
    """
    return _differences(_sizes_of(source, target, *languages))


def _differences(sizes: _Sizes) -> tuple[float, ...]:
    return tuple(math.log(there / here) for here, there in zip(*sizes, strict=True))


def _sizes_of(source: Sentence, target: Sentence, *languages: Language) -> _Sizes:
    same = source.folded & target.folded
    return _sizes(source, languages[0], same), _sizes(target, languages[1], same)


def _sizes(sentence: Sentence, language: Language, same: Set[str]) -> tuple[float, ...]:
    """Return characters, words and telling words; letters that stand for words count as those."""
    words, small = sentence.words, LEXICONS[language].function_words
    telling = len([word for word in words if word.folded not in small])
    letters = [word.surface for word in words if len(word.surface) <= LONGEST_SHORT]
    short = [word for word in letters if is_acronym(word) and fold(word) not in same]
    meant = sum(map(len, short)) - len(short)
    size = _size(sentence.text) + meant * LETTERS_OF_WORD
    return size or 1, len(words) + meant or 1, telling + meant or 0.5


def _deviations(source: str, target: str, mean: float) -> float:
    size = _size(source)
    return (_size(target) - size * mean) / math.sqrt(VARIANCE * max(size, 1))


def may_leave_out(pair: PairText) -> bool:
    """Tell whether a translation is so short that words which it does not have may have been left out."""
    languages = pair.source_language, pair.target_language
    return (
        languages in LEFT_OUT
        and is_long(pair.source)
        and _shortness(_sizes_of(as_one(pair.source), as_one(pair.target), *languages), *languages) > MAY
    )


def _parts(pair: PairText) -> Sequence[Alignment]:
    """Return which sentences became which."""
    most = max(len(rough_sentences(text)) for text in (pair.source, pair.target))
    if most == 1 or most > MOST_SENTENCES:
        return ()
    return align(pair.source, pair.target, pair.source_language, pair.target_language)


def _whole(pair: PairText) -> Alignment:
    source, target = (split.Sentence(0, len(text), text) for text in (pair.source, pair.target))
    return Alignment(source, target, (1, 1))


def _widely_different(source: str, target: str) -> Iterator[str]:
    deviations, here, there = _deviations(source, target, 1.0), _size(source), _size(target)
    if abs(deviations) > DEVIATIONS and not here / WIDEST <= there <= here * WIDEST:
        what = "says more than the source" if deviations > 0 else "leaves something out"
        yield f"{there} characters for {here}: it {what}"


@lru_cache(maxsize=64)
def _size(text: str) -> int:
    return sum(map(len, text.split()))


def _filler(pair: PairText, _: Knowledge) -> Iterator[str]:
    source, target = (
        f" {' '.join(word.folded for word in words_of(text))} " for text in (pair.source, pair.target)
    )
    for phrases in _FILLER:
        found = [phrase for phrase in phrases if f" {phrase} " in target]
        if found and not any(f" {phrase} " in source for phrase in phrases):
            yield f"{quoted(found)} is not in the source"


LENGTH = Check("length", Severity.WARNING, "compare the two texts to the end", _length)
FILLER = Check("filler", Severity.WARNING, "delete what the source does not say", _filler, is_final=True)
