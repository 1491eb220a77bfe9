"""Which words of a German and an English text have their counterpart in the other."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import MOST_KNOWN, Sentence, Word, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.word_list import (
    LIGHT,
    PREFIXES,
    SHORTEST,
    SHORTEST_FAMILY,
    UNTOLD,
    are_family,
    english_stems,
    german_english,
)
from generator.model import ENGLISH, GERMAN, Language

_INSIDE = re.compile(r"[\w,'’-] ?$")
_CLAUSE_ENDS = re.compile(r"[,;:.!?]\s")
_SENTENCE_ENDS = re.compile(r"[;:.!?](?:\s|$)")
REACH = 2
"""Telling words before and behind one that are looked at."""
LONGEST = 40
"""Letters of a word that is looked up."""
FURTHEST_PREFIX = 20
"""Words between a verb and its prefix."""
COUNTERPART, UNKNOWN = 1.5, 0.5
"""What a word with a counterpart takes from the words in a row that have none, and what one that is not
listed adds to them."""
MOST_LOOSE, KNOWN_FOR_LOOSE = 1, 25
"""Words without a counterpart where a text is rendered word by word, and words for each further one."""


class Told(NamedTuple):
    """A word that tells something, and whether the other text has its counterpart."""

    word: Word
    is_known: bool
    """It is in the word list: that it has none means something."""
    is_there: bool
    """Its counterpart is in the other text, or something that means much the same."""
    is_light: bool
    is_compound: bool
    is_exact: bool = True
    """One of its own renderings is, and not only a word of their families."""
    forms: tuple[str, ...] = ()
    """The first forms that a word of German may be of."""

    @property
    def is_loose(self) -> bool:
        """It has no counterpart, though it has one in most translations."""
        return self.is_known and not (self.is_there or self.is_light)

    @property
    def weight(self) -> float:
        """How much is missing with it: a compound is two words, and what is not known may be a name."""
        if self.is_there:
            return -COUNTERPART
        if not self.is_known:
            return UNKNOWN
        return 0.0 if self.is_light else 1.0 + self.is_compound


class Counterparts(NamedTuple):
    """The telling words of both texts, in order."""

    german: tuple[Told, ...]
    english: tuple[Told, ...]

    def sides(self, language: Language) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
        """Return the words of the text in a language, and those of the other."""
        return (self.german, self.english) if language == GERMAN else (self.english, self.german)

    def within(self, german: Sentence, english: Sentence) -> Counterparts:
        """Return the words in a part of each text; their counterparts may be anywhere in the other."""
        return Counterparts(_inside(self.german, german), _inside(self.english, english))


def _inside(words: tuple[Told, ...], part: Sentence) -> tuple[Told, ...]:
    start, end = (
        bisect_left(words, place, key=lambda one: one.word.start)
        for place in (part.start, part.start + len(part.text))
    )
    return words[start:end]


class German(NamedTuple):
    """A telling word of German, and what may stand for it."""

    word: Word
    forms: tuple[str, ...]
    is_compound: bool


def counterparts_of(pair: PairText, source: Sentence, target: Sentence) -> Counterparts:
    """Return which words of a part of each text, German and English, have a counterpart in the other text."""
    if pair.source_language == GERMAN:
        return counterparts(pair.source, pair.target).within(source, target)
    return counterparts(pair.target, pair.source).within(target, source)


@lru_cache(maxsize=4)
def counterparts(german: str, english: str) -> Counterparts:
    """Return which words of a German and an English text have their counterpart in the other.

    Names, numbers, months, weekdays and small words are left out: they have checks of their own.
    """
    ours, theirs = german_words(german), telling(english, ENGLISH)
    stems = [english_stems(word.surface) for word in theirs]
    there = _Stems(frozenset().union(*stems))
    plain = f" {' '.join(word.folded for word in words_of(english))} "
    words = frozenset(word.folded for word in words_of(english))
    meant = german_english()
    said = [[meant.meaning(form) for form in one.forms] for one in ours]
    here = _Stems(frozenset().union(*(meaning.stems for several in said for meaning in several)))
    near = frozenset().union(*(meant.related(form) for one in ours for form in one.forms))
    same = {word.folded for word in words_of(german)} & {word.folded for word in words_of(english)}
    left = tuple(
        Told(
            one.word,
            is_known=bool(one.forms),
            is_there=(
                exact
                or any(there.have(meaning.stems) for meaning in meanings)
                or any(f" {phrase} " in plain for meaning in meanings for phrase in meaning.phrases)
                or any(meant.related(form) & there.stems for form in one.forms)
            ),
            is_light=not LIGHT.isdisjoint(one.forms),
            is_compound=one.is_compound,
            is_exact=exact,
            forms=one.forms,
        )
        for one, meanings in zip(ours, said, strict=True)
        for exact in [one.word.folded in same or _are_there(one.forms, there.stems, words)]
    )
    right = tuple(
        Told(
            word,
            is_known=meant.is_rendering(own) and not _is_name(english, word),
            is_there=word.folded in same or here.have(own) or bool(own & near),
            is_light=not LIGHT.isdisjoint(own),
            is_compound=False,
            is_exact=word.folded in same or not here.stems.isdisjoint(own),
        )
        for word, own in zip(theirs, stems, strict=True)
    )
    return Counterparts(left, right)


def _are_there(forms: Iterable[str], stems: Set[str], words: Set[str]) -> bool:
    """Tell whether all words of a rendering are there: of "vote down" not "votes" alone."""
    return any(german_english().is_said(form, stems, words) for form in forms)


def is_literal(told: Counterparts, besides: Iterable[str] = (), most: int = MOST_LOOSE) -> bool:
    """Tell whether a text is rendered word by word, and the other has nothing else.

    `besides`: words that are not looked at; `most`: how many may have no counterpart. What is missing in
    such a text is missed; where a translator has put all of it otherwise, it may be there in other words.
    """
    skipped = {part for said in besides for part in said.split()}
    known = [one for one in (*told.german, *told.english) if one.is_known]
    loose = [one for one in known if one.is_loose and one.word.surface not in skipped]
    return len(loose) <= most + len(known) // KNOWN_FOR_LOOSE


def near(told: Counterparts, language: Language, at: int) -> Counterparts:
    """Return the words near a place in the text in a language, and all of the other's."""
    own, other = told.sides(language)
    number = bisect_left(own, at, key=lambda one: one.word.start)
    some = own[max(0, number - REACH) : number + REACH + 1]
    return Counterparts(some, other) if language == GERMAN else Counterparts(other, some)


class Missing(NamedTuple):
    """How much of a text seems to be missing in the other."""

    row: float
    """The most words in a row that hardly have a counterpart …"""
    longer: float
    """… how much more they are than in the other text …"""
    share: float
    """… and how many more have none there, by the root of how many might have one."""


def missing(told: Counterparts, language: Language) -> Missing:
    """Return how much of the text in a language seems to be missing in the other."""
    own, other = told.sides(language)
    row, row_there = _longest_row(own), _longest_row(other)
    loose, loose_there = (sum(1 + one.is_compound for one in side if one.is_loose) for side in (own, other))
    known = sum(1 + one.is_compound for one in own if one.is_known and not one.is_light)
    return Missing(row, row - row_there, (loose - loose_there) / math.sqrt(known or 1))


def _longest_row(words: Sequence[Told]) -> float:
    rows = accumulate((one.weight for one in words), lambda row, more: max(0.0, row + more), initial=0.0)
    return max(rows)


class _Stems:
    """The stems of a text, to find one of a family among them."""

    def __init__(self, stems: Set[str]) -> None:
        self.stems = stems
        self._alike = defaultdict[str, list[str]](list)
        for stem in stems:
            self._alike[stem[:SHORTEST_FAMILY]].append(stem)

    def have(self, stems: Set[str]) -> bool:
        """Tell whether one of some stems is there, or one of its family."""
        if not self.stems.isdisjoint(stems):
            return True
        return any(
            are_family(stem, other)
            for stem in stems
            if len(stem) >= SHORTEST_FAMILY
            for other in self._alike.get(stem[:SHORTEST_FAMILY], ())
        )


@lru_cache(maxsize=4)
def telling(text: str, language: Language) -> tuple[Word, ...]:
    """Return the words of a text that tell something, in order."""
    small = untold(language)
    return tuple(
        word
        for word in words_of(text)
        if SHORTEST <= len(word.surface) <= LONGEST
        and not word.surface[0].isdigit()
        and word.folded not in small
    )


@lru_cache(maxsize=4)
def untold(language: Language) -> frozenset[str]:
    """Return the small words of a language, those for numbers, and those of the calendar."""
    lexicon = LEXICONS[language]
    count, calendar = lexicon.numbers, lexicon.calendar
    numbers = (*count.cardinals, *count.tens, *count.ordinals, *count.scales, *count.multiples)
    named = map(fold, (*numbers, *calendar.months, *calendar.weekdays, *lexicon.measures))
    return lexicon.function_words.union(named, count.inflected_ordinals, UNTOLD)


def _is_name(english: str, word: Word) -> bool:
    """Tell whether a word of English is of a name, by its capital inside a sentence: "the Black Sea"."""
    return word.surface[0].isupper() and bool(_INSIDE.search(english, max(0, word.start - 2), word.start))


@lru_cache(maxsize=4)
def german_words(text: str) -> tuple[German, ...]:
    """Return the telling words of a text in German, in order."""
    starts = {word.start for word in telling(text, GERMAN)}
    every = words_of(text)
    return tuple(_german(every, at, text) for at, word in enumerate(every) if word.start in starts)


def _german(every: Sequence[Word], at: int, text: str) -> German:
    own, parts = _forms(every[at].surface)
    if forms := (*own, *_with_prefix(every, at, text)):
        return German(every[at], tuple(dict.fromkeys(forms)), is_compound=False)
    return German(every[at], tuple(dict.fromkeys(parts)), bool(parts))


@lru_cache(maxsize=MOST_KNOWN)
def _forms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the first forms that a word of German may be of, or else those of its parts."""
    meant = german_english()
    forms = meant.first_forms(word)
    return forms, () if forms else meant.parts(word)


def _with_prefix(every: Sequence[Word], at: int, text: str) -> Iterator[str]:
    """Yield the verbs that a word may be of with a prefix that stands later in its clause.

    One that ends the sentence may stand behind other clauses: "lehnte den Plan, ein Bad zu bauen, ab".
    """
    later = [one for one in every[at + 1 : at + 1 + FURTHEST_PREFIX] if one.surface in PREFIXES]
    if not later:
        return
    clause, sentence = (
        ended.start() if (ended := ends.search(text, every[at].end, later[-1].start)) else len(text)
        for ends in (_CLAUSE_ENDS, _SENTENCE_ENDS)
    )
    for prefix in later:
        is_last = prefix.start < sentence and _SENTENCE_ENDS.match(text, prefix.end)
        if prefix.start < clause or is_last:
            yield from german_english().verbs(every[at].surface, prefix.surface)
