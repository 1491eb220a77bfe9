"""What has changed places with another of its sort: "61 men and 38 women", or speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from generator.checks.pairs.anchors import Anchor, Side, Sort, sides_of
from generator.checks.pairs.counterparts import content_words
from generator.checks.pairs.pair import PairText, quoted
from generator.checks.pairs.quantities import quantities
from generator.checks.pairs.words import as_one, sentences_of
from generator.model import ENGLISH, GERMAN

MOST_BEHIND = 3
"""Words behind a number that tell what it counts."""
_NAMED = (Sort.NAME, Sort.THING)
_ENDS = re.compile(r"[,;:.!?–—]\s|\b(?:und|and|but|aber|while|während)\b")


def exchanged(pair: PairText) -> Iterator[str]:
    """Yield two that stand where the other stood: in the sentences of a text, or before what they count."""
    if {pair.source_language, pair.target_language} != {GERMAN, ENGLISH} or not _may_be(pair):
        return
    sides = sides_of(pair, as_one(pair.source), as_one(pair.target))
    if not sides:
        return
    two = _in_other_sentences(*sides) or _before_other_words(*sides)
    if two:
        words = (sides[0].words[sides[0].places[anchor]].surface for anchor in two)
        yield f"{quoted(words)} of the source have changed places"


def _may_be(pair: PairText) -> bool:
    """Tell whether both texts have several sentences, as many, or the source two numbers: most have not."""
    counted = quantities(pair.source, pair.source_language)
    sentences, sentences_there = (len(sentences_of(text)) for text in (pair.source, pair.target))
    return 1 < sentences == sentences_there or len(counted.numbers) + len(counted.in_words) > 1


def _in_other_sentences(source: Side, target: Side) -> tuple[Anchor, Anchor] | None:
    """Return two names or things of which each stands in the sentence where the other is in the source."""
    if len(sentences_of(source.text)) != len(sentences_of(target.text)):
        return None
    named = [one for one in source.places if one.sort in _NAMED]
    places = {one: (_number(source, one), _number(target, one)) for one in named}
    moved = [one for one, (here, there) in places.items() if here != there]
    return next((two for two in combinations(moved, 2) if places[two[0]] == places[two[1]][::-1]), None)


def _number(side: Side, anchor: Anchor) -> int:
    start = side.words[side.places[anchor]].start
    return sum(sentence.start <= start for sentence in sentences_of(side.text))


def _before_other_words(source: Side, target: Side) -> tuple[Anchor, Anchor] | None:
    """Return two numbers of which each counts what the other counts in the source."""
    numbers = [one for one in source.places if one.sort is Sort.NUMBER]
    if len(numbers) < 2:
        return None
    ours, theirs = (_counted(side, numbers) for side in (source, target))
    for one, other in combinations(numbers, 2):
        is_kept = ours[one] & theirs[one] or ours[other] & theirs[other]
        if not is_kept and ours[one] & theirs[other] and ours[other] & theirs[one]:
            return one, other
    return None


def _counted(side: Side, numbers: Sequence[Anchor]) -> Mapping[Anchor, Set[str]]:
    """Return what each of some numbers counts: the English stems of what stands behind it, up to the next.

    Names beside it, too, where its part of a sentence has no other number.
    """
    starts = {one: side.words[side.places[one]].start for one in numbers}
    names = {side.words[at].start: one.name for one, at in side.places.items() if one.sort in _NAMED}
    said = [(one.word.start, one.known.stems) for one in content_words(side.text, side.language)]
    ends = [match.start() for match in _ENDS.finditer(side.text)]
    counted = {}
    for one, start in starts.items():
        first = max((end for end in ends if end < start), default=0)
        last = min((end for end in ends if end > start), default=len(side.text))
        inside = [at for at in starts.values() if first <= at < last]
        reach = min((at for at in inside if at > start), default=last)
        behind = [stems for at, stems in said if start < at < reach][:MOST_BEHIND]
        beside = [name for at, name in names.items() if first <= at < last and len(inside) == 1]
        counted[one] = frozenset().union(*behind, beside)
    return counted
