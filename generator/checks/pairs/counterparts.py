"""Which words of a German and an English text have their counterpart in the other."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import MOST_KNOWN, MOST_TEXTS, Sentence, Word, as_one, words_of
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
# "Am 3. Mai" goes on.
_STOP = r"(?<!\b\d)(?<!\b\d\d)\."
_CLAUSE_ENDS = re.compile(rf"(?:[,;:!?]|{_STOP})\s")
_SENTENCE_ENDS = re.compile(rf"(?:[;:!?]|{_STOP})\s|[;:.!?]$")
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


class Known(NamedTuple):
    """What is known of a word of one language, whatever text it stands in; texts repeat their words."""

    forms: tuple[str, ...]
    """The first forms that a word of German may be of, or else those of its parts."""
    stems: Set[str]
    """Those of what it is in English."""
    is_light: bool
    is_listed: bool
    is_compound: bool = False
    phrases: tuple[str, ...] = ()
    """Of small words alone that stand for it."""
    related: Set[str] = frozenset()
    """The stems of what stands for it, and for words that mean much the same."""


class ContentWord(NamedTuple):
    """A word of a text that tells something."""

    word: Word
    known: Known


def counterparts_of(pair: PairText, source: Sentence, target: Sentence) -> Counterparts:
    """Return which words of a part of each text, German and English, have a counterpart in the other text."""
    if pair.source_language == GERMAN:
        return counterparts(pair.source, pair.target).within(source, target)
    return counterparts(pair.target, pair.source).within(target, source)


@lru_cache(maxsize=MOST_TEXTS)
def counterparts(german: str, english: str) -> Counterparts:
    """Return which words of a German and an English text have their counterpart in the other.

    Names, numbers, months, weekdays and small words are left out: they have checks of their own.
    """
    both = compared(german, english)
    return Counterparts(tuple(map(both.german, both.ours)), tuple(map(both.english, both.theirs)))


@lru_cache(maxsize=MOST_TEXTS)
def compared(german: str, english: str) -> Compared:
    """Return what tells of single words of both texts whether they have a counterpart."""
    return Compared(german, english)


class Compared:
    """A German and an English text, each with what the other is asked for."""

    def __init__(self, german: str, english: str) -> None:
        self.ours, self.theirs = content_words(german, GERMAN), content_words(english, ENGLISH)
        self._text = english
        self._words = as_one(english).folded
        self._same = self._words & as_one(german).folded
        self._there = _Stems(frozenset().union(*[one.known.stems for one in self.theirs]))
        self._here = _Stems(frozenset().union(*[one.known.stems for one in self.ours]))

    def is_exact(self, one: ContentWord) -> bool:
        """Tell whether a word of German is in the other text, or all words of a rendering of it.

        Of "vote down" not "votes" alone.
        """
        word, known = one
        if word.folded in self._same:
            return True
        stems = self._there.stems
        if stems.isdisjoint(known.stems):
            return False
        meant = german_english()
        return any(meant.is_said(form, stems, self._words) for form in known.forms)

    def german(self, one: ContentWord) -> Told:
        """Tell of a word of German whether its counterpart is there."""
        word, known = one
        is_exact = self.is_exact(one)
        is_there = (
            is_exact
            or self._there.have(known.stems)
            or any(f" {phrase} " in self._plain for phrase in known.phrases)
            or not self._there.stems.isdisjoint(known.related)
        )
        return Told(word, known.is_listed, is_there, known.is_light, known.is_compound, is_exact, known.forms)

    def english(self, one: ContentWord) -> Told:
        """Tell of a word of English whether its counterpart is there."""
        word, known = one
        own = known.stems
        is_exact = word.folded in self._same or not self._here.stems.isdisjoint(own)
        is_there = is_exact or self._here.have(own) or not self._related.isdisjoint(own)
        is_known = known.is_listed and not _is_name(self._text, word)
        return Told(word, is_known, is_there, known.is_light, is_compound=False, is_exact=is_exact)

    @cached_property
    def _related(self) -> Set[str]:
        return frozenset().union(*[one.known.related for one in self.ours])

    @cached_property
    def _plain(self) -> str:
        return f" {' '.join([word.folded for word in words_of(self._text)])} "


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

    @cached_property
    def _alike(self) -> Mapping[str, Sequence[str]]:
        alike: dict[str, list[str]] = {}
        for stem in self.stems:
            alike.setdefault(stem[:SHORTEST_FAMILY], []).append(stem)
        return alike

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


@lru_cache(maxsize=MOST_TEXTS)
def content_words(text: str, language: Language) -> tuple[ContentWord, ...]:
    """Return the words of a text in German or English that tell something, in order."""
    every = words_of(text)
    looked_up = [(at, word, _known(word.surface, language)) for at, word in enumerate(every)]
    prefixes = [at for at, word in enumerate(every) if word.surface in PREFIXES] if language == GERMAN else []
    return tuple(
        [
            ContentWord(
                word, _with_prefix(known[0], known[1], every, at, prefixes, text) if known[1] else known[0]
            )
            for at, word, known in looked_up
            if known
        ]
    )


@lru_cache(maxsize=MOST_KNOWN)
def _known(word: str, language: Language) -> tuple[Known, Mapping[str, Sequence[str]]] | None:
    """Return what is known of a word that tells something, and the verbs that it is of by their prefixes."""
    is_word = SHORTEST <= len(word) <= LONGEST and not word[0].isdigit()
    if not is_word or fold(word) in untold(language):
        return None
    meant = german_english()
    if language == ENGLISH:
        stems = english_stems(word)
        return Known((), stems, not LIGHT.isdisjoint(stems), meant.is_rendering(stems)), {}
    own = meant.first_forms(word)
    return _of_forms(own or meant.parts(word), is_compound=not own), meant.verbs(word)


@lru_cache(maxsize=MOST_KNOWN)
def _of_forms(forms: tuple[str, ...], *, is_compound: bool = False) -> Known:
    meant = german_english()
    meanings = [meant.meaning(form) for form in forms]
    return Known(
        tuple(dict.fromkeys(forms)),
        frozenset().union(*[meaning.stems for meaning in meanings]),
        is_light=not LIGHT.isdisjoint(forms),
        is_listed=bool(forms),
        is_compound=is_compound and bool(forms),
        phrases=tuple([phrase for meaning in meanings for phrase in meaning.phrases]),
        related=frozenset().union(*map(meant.related, forms)),
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


def _with_prefix(
    known: Known,
    verbs: Mapping[str, Sequence[str]],
    every: Sequence[Word],
    at: int,
    prefixes: Sequence[int],
    text: str,
) -> Known:
    """Return what is known of a word, and of the verbs that it is of with a prefix later in its clause.

    One that ends the sentence may stand behind other clauses: "lehnte den Plan, ein Bad zu bauen, ab".
    """
    near = prefixes[bisect_right(prefixes, at) : bisect_right(prefixes, at + FURTHEST_PREFIX)]
    later = [every[one] for one in near]
    if not any(prefix.surface in verbs for prefix in later):
        return known
    clause, sentence = (
        ended.start() if (ended := ends.search(text, every[at].end, later[-1].start)) else len(text)
        for ends in (_CLAUSE_ENDS, _SENTENCE_ENDS)
    )
    apart = [
        verb
        for prefix in later
        if prefix.start < clause or (prefix.start < sentence and _SENTENCE_ENDS.match(text, prefix.end))
        for verb in verbs.get(prefix.surface, ())
    ]
    own = () if known.is_compound else known.forms
    return _of_forms((*own, *apart)) if apart else known
