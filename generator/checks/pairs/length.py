"""A translation is about as long as its source, and has nothing that engines make up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from generator.checks.pairs.acronyms import is_acronym
from generator.checks.pairs.counterparts import Missing, counterparts_of, missing
from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import MOST_TEXTS, Sentence, as_one, part_of, sentences_of, words_of
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
    (GERMAN, ENGLISH): (-3.37, -6.36, -2.07, -1.22, 1.56, -0.38, 0.2),
    (ENGLISH, GERMAN): (-4.42, -6.86, -5.43, -1.73, 0.77, -0.01, 0.3),
}
"""A constant and the weights of what is `measured`: their sum tells what is left out (`training.lengths`)."""
LESS, LESS_OF_LONG, LESS_OF_OTHERS = 3.0, 2.3, 2.0
"""The least sum with which something is: of most sentences, of `LONG` ones, and where several have become
fewer, or, where they have become more, with which something is added. Of 1217 good pairs 12 have more, of
those with a clause cut out two of three."""
LEAST_ROW, LEAST_ROW_IN_PART, LEAST_ROW_OF_OTHERS = 0.5, 1.5, 1.0
"""Words in a row without a counterpart where something is left out, where a sentence leaves it out: the next
may have it, and where one has more. Of 1193 good pairs 9 are named instead of 14, of 1008
clauses cut out 600 instead of 656."""
BY_LENGTH = -1.0
"""The least that the lengths add to the sum: what is as long as ever leaves nothing out, however free it is.
Of 1361 clauses cut out 847 are found, 28 fewer with this, and of 1217 good pairs 3 fewer are named; for most
no words need be looked up."""
LEAST_KNOWN, MOST_THERE = 3, 0.4
"""Words that a sentence has at least, and what share of them has a counterpart at most, where it is added:
of 21 good pairs with more sentences than their sources none has one with less than half, of 8 bad ones 3."""
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
        least, row = LESS_OF_OTHERS, LEAST_ROW_OF_OTHERS
        if before == after:
            least = least_of(source.text)
            row = LEAST_ROW if source.text == pair.source else LEAST_ROW_IN_PART
        if (before > after or is_long(source.text)) and _is_short(pair, source, target, least, row):
            yield f"“{shorten(source.text, LONGEST_QUOTE)}” is longer: the translation leaves something out"
            return
        is_added = after > before and _is_short(
            _turned(pair), target, source, LESS_OF_OTHERS, LEAST_ROW_OF_OTHERS
        )
        if is_added or _deviations(source.text, target.text, mean) > DEVIATIONS:
            yield f"“{shorten(target.text, LONGEST_QUOTE)}” says more than the source"
            return
    for sentence in _added(pair):
        yield f"“{shorten(sentence.text, LONGEST_QUOTE)}” is not in the source"


def _added(pair: PairText) -> Iterator[Sentence]:
    """Yield what hardly has a counterpart, where a translation has more sentences than its source."""
    sentences = sentences_of(pair.target)
    if not len(sentences_of(pair.source)) < len(sentences) <= MOST_SENTENCES:
        return
    for sentence in sentences:
        told = counterparts_of(_turned(pair), sentence, as_one(pair.source))
        words, _ = told.sides(pair.target_language)
        there = sum(one.is_there for one in words)
        known = there + sum(one.is_loose for one in words)
        if known >= LEAST_KNOWN and there <= MOST_THERE * known:
            yield sentence


def least_of(source: str) -> float:
    """Return the least sum with which something is left out of the translation of a sentence."""
    return LESS_OF_LONG if _size(source) >= LONG else LESS


def _turned(pair: PairText) -> PairText:
    return PairText(pair.target, pair.source, pair.target_language, pair.source_language)


def _is_short(pair: PairText, source: Sentence, target: Sentence, least: float, least_row: float) -> bool:
    """Tell whether a part of a translation leaves something out, which stands nowhere else in it."""
    is_short = _shortness(pair, source, target) > least
    return is_short and _missing(pair, source, target).row >= least_row


def _shortness(pair: PairText, source: Sentence, target: Sentence) -> float:
    """Return the logarithm of the odds that a part of a translation leaves out a clause or more.

    Words are looked up only where its length does not tell that it leaves out nothing.
    """
    constant, *weights = LEFT_OUT[pair.source_language, pair.target_language]
    longer = _longer(pair, source, target)
    by_length = constant + _product(weights, longer)
    if by_length < BY_LENGTH:
        return by_length
    return by_length + _product(weights[len(longer) :], _missing(pair, source, target))


def _product(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=False))


def _missing(pair: PairText, source: Sentence, target: Sentence) -> Missing:
    return missing(counterparts_of(pair, source, target), pair.source_language)


def is_long(text: str) -> bool:
    """Tell whether something can be left out of a text; shorter ones vary too much."""
    return _size(text) >= SHORTEST


def measured(pair: PairText, source: Sentence, target: Sentence) -> tuple[float, ...]:
    """Return how much longer a part of a translation is than its source, and how much seems to be missing.

    In characters, in words, and in words that tell something, each as a logarithm; then as `missing` does.
    """
    return (*_longer(pair, source, target), *_missing(pair, source, target))


def _longer(pair: PairText, source: Sentence, target: Sentence) -> tuple[float, ...]:
    same = source.folded & target.folded
    sizes = _sizes(source, pair.source_language, same), _sizes(target, pair.target_language, same)
    return tuple(math.log(there / here) for here, there in zip(*sizes, strict=True))


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
        and _shortness(pair, as_one(pair.source), as_one(pair.target)) > MAY
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


@lru_cache(maxsize=MOST_TEXTS)
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
