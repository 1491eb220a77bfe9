"""What has changed places with another of its sort: "61 men and 38 women", or speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from generator.checks.pairs.anchors import Anchor, Side, Sort, sides_of
from generator.checks.pairs.counterparts import german_words, telling
from generator.checks.pairs.pair import PairText, quoted
from generator.checks.pairs.quantities import quantities
from generator.checks.pairs.words import as_one, sentences_of
from generator.language.word_list import english_stems, german_english
from generator.model import ENGLISH, GERMAN

MOST_BEHIND = 3
"""Words behind a number that tell what it counts."""
_ENDS = re.compile(r"[,;:.!?–—]\s|\b(?:und|and|but|aber|while|während)\b")


def exchanged(pair: PairText) -> Iterator[str]:
    """Yield two that stand where the other stood: in the sentences of a text, or before what they count."""
    if {pair.source_language, pair.target_language} != {GERMAN, ENGLISH} or not _may_be(pair):
        return
    sides = sides_of(pair, as_one(pair.source), as_one(pair.target))
    if not sides:
        return
    two = _in_other_sentences(*sides) or _before_other_words(pair, *sides)
    if two:
        words = (sides[0].words[sides[0].places[anchor]].surface for anchor in two)
        yield f"{quoted(words)} of the source have changed places"


def _may_be(pair: PairText) -> bool:
    """Tell whether a text has several sentences, or two numbers: most have not, and are not gone through."""
    counted = quantities(pair.source, pair.source_language)
    return len(sentences_of(pair.source)) > 1 or len(counted.numbers) + len(counted.in_words) > 1


def _in_other_sentences(source: Side, target: Side) -> tuple[Anchor, Anchor] | None:
    """Return two names or things of which each stands in the sentence where the other is in the source."""
    if len(sentences_of(source.text)) != len(sentences_of(target.text)):
        return None
    named = [one for one in source.places if one.sort in (Sort.NAME, Sort.THING)]
    places = {one: (_number(source, one), _number(target, one)) for one in named}
    moved = [one for one, (here, there) in places.items() if here != there]
    return next((two for two in combinations(moved, 2) if places[two[0]] == places[two[1]][::-1]), None)


def _number(side: Side, anchor: Anchor) -> int:
    start = side.words[side.places[anchor]].start
    return sum(sentence.start <= start for sentence in sentences_of(side.text))


def _before_other_words(pair: PairText, source: Side, target: Side) -> tuple[Anchor, Anchor] | None:
    """Return two numbers of which each counts what the other counts in the source."""
    numbers = [one for one in source.places if one.sort is Sort.NUMBER]
    if len(numbers) < 2:
        return None
    german, english = (source, target) if pair.source_language == GERMAN else (target, source)
    ours = [(one.word.start, one.forms) for one in german_words(german.text)]
    theirs = [(word.start, (word.surface,)) for word in telling(english.text, ENGLISH)]
    counted, counted_too = _counted(german, numbers, ours), _counted(english, numbers, theirs)
    for one, other in combinations(numbers, 2):
        is_kept = counted[one] & counted_too[one] or counted[other] & counted_too[other]
        if not is_kept and counted[one] & counted_too[other] and counted[other] & counted_too[one]:
            return one, other
    return None


def _counted(
    side: Side, numbers: Sequence[Anchor], words: Iterable[tuple[int, tuple[str, ...]]]
) -> Mapping[Anchor, Set[str]]:
    """Return the English stems of what stands behind each of some numbers, up to the next.

    `words`: where each telling word begins, with its first forms or, in English, itself.
    """
    starts = sorted(side.words[side.places[one]].start for one in numbers)
    counted = {}
    for one, start in ((one, side.words[side.places[one]].start) for one in numbers):
        end = next((later for later in starts if later > start), len(side.text))
        ended = _ENDS.search(side.text, start, end)
        reach = ended.start() if ended else end
        behind = [forms for at, forms in words if start < at < reach][:MOST_BEHIND]
        counted[one] = frozenset().union(*(_stems(side, form) for forms in behind for form in forms))
    return counted


def _stems(side: Side, form: str) -> Set[str]:
    return english_stems(form) if side.language == ENGLISH else german_english().meaning(form).stems
