"""What a sentence and its translation both name once: a country, a name, a thing, a day, a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.checks.pairs.acronyms import OTHERS
from generator.checks.pairs.kinds import means
from generator.checks.pairs.negation import sentence_pairs
from generator.checks.pairs.pair import PairText
from generator.checks.pairs.places import country, nation, other_names
from generator.checks.pairs.quantities import quantities
from generator.checks.pairs.sounds import as_read
from generator.checks.pairs.words import MOST_TEXTS, Sentence, Telling, Word, surfaces_of, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language

_SCORE = re.compile(r".{0,2}\d[:–-]\d", re.DOTALL)
"""Two numbers that stand for one thing: "0:1"."""
LONGEST = 300
"""Words of a sentence: what it names is compared two by two."""
SHORTEST_READ = 3
"""Consonants that tell a name, however its vowels are spelled."""


class Sort(StrEnum):
    """What a thing is that both texts name; as text it is quick to hash."""

    NAME = "a person, a place, a body"
    THING = "of a kind"
    TIME = "a month, a weekday"
    NUMBER = "in digits"


class Anchor(NamedTuple):
    """Something that both texts name once."""

    sort: Sort
    name: str


class Side(NamedTuple):
    """A sentence of one of the texts, and what it has in common with the other."""

    sentence: Sentence
    text: str
    """The whole, in which the words have their places."""
    language: Language
    places: Mapping[Anchor, int]
    """By the number of the word, in the order of the sentence."""

    @property
    def words(self) -> Sequence[Word]:
        """The words of the sentence."""
        return self.sentence.words


def both_sides(pair: PairText) -> Iterator[tuple[Side, Side]]:
    """Yield the sentences of both texts that name the same, but for endless ones."""
    return filter(None, (sides_of(pair, source, target) for source, target in sentence_pairs(pair)))


def sides_of(pair: PairText, source: Sentence, target: Sentence) -> tuple[Side, Side] | None:
    """Return a sentence and its translation, where they name the same and are not endless."""
    if max(len(source.words), len(target.words)) > LONGEST:
        return None
    here = _once(source, pair.source, pair.source_language)
    there = _once(target, pair.target, pair.target_language) if here else {}
    # What is the same in two ways is so once.
    both = set({(at, there[one], one.sort): one for one, at in here.items() if one in there}.values())
    if not both:
        return None
    ours, theirs = (
        {anchor: places[anchor] for anchor in places if anchor in both} for places in (here, there)
    )
    return (
        Side(source, pair.source, pair.source_language, ours),
        Side(target, pair.target, pair.target_language, theirs),
    )


def _once(sentence: Sentence, text: str, language: Language) -> Mapping[Anchor, int]:
    first = bisect_left(words_of(text), (sentence.start,))
    named = _named(text, language)
    inside = bisect_left(named, (first,)), bisect_left(named, (first + len(sentence.words),))
    places: dict[Anchor, int] = {}
    again: set[Anchor] = set()
    for at, anchor in named[slice(*inside)]:
        if anchor in places:
            again.add(anchor)
        places[anchor] = at - first
    for anchor in again:
        del places[anchor]
    return places


@lru_cache(maxsize=MOST_TEXTS)
def _named(text: str, language: Language) -> Sequence[tuple[int, Anchor]]:
    """Return what the words of a text name, each with the number of the word."""
    numbers, telling = _numbers(text, language), _TELLING.among(surfaces_of(text), language)
    named: list[tuple[int, Anchor]] = []
    for at, word in enumerate(words_of(text)):
        if word.surface in telling:
            named += [(at, anchor) for anchor in anchors_of(word.surface, language)]
        if word.start in numbers:
            named.append((at, numbers[word.start]))
    return named


@lru_cache(maxsize=MOST_TEXTS)
def _numbers(text: str, language: Language) -> Mapping[int, Anchor]:
    """Return the numbers in a text, each by where it begins."""
    counted = quantities(text, language)
    numbers = (*counted.numbers, *(number for number in counted.in_words if number.is_plain))
    return {
        number.start: Anchor(Sort.NUMBER, " ".join(sorted(number.readings[0])))
        for number in numbers
        if not _SCORE.match(text, max(0, number.start - 2), number.end + 2)
    }


@lru_cache(maxsize=50_000)
def anchors_of(surface: str, language: Language) -> tuple[Anchor, ...]:
    """Return what a word names: a country rather than a name, spelled alike in both texts."""
    lexicon, folded = LEXICONS[language], fold(surface)
    if code := nation(folded, language):
        return (Anchor(Sort.NAME, code),)
    if surface.islower():
        return () if lexicon.capitalizes_nouns else _things(folded, language)
    if code := country(folded, language):
        return (Anchor(Sort.NAME, code),)
    for name, table in (("month", lexicon.calendar.months), ("weekday", lexicon.calendar.weekdays)):
        if folded in table:
            return (Anchor(Sort.TIME, f"{name} {table[folded]}"),)
    things = _things(folded, language)
    is_acronym = surface.isupper() and len(surface) > 1  # "WHO" is no "who".
    if (folded in lexicon.function_words and not is_acronym) or surface[0].isdigit():
        return things
    read = as_read(folded, language)
    called = (_called(folded), *((f"~{read}",) if len(read) >= SHORTEST_READ else ()))
    return (*things, *(Anchor(Sort.NAME, name) for name in called))


_TELLING = Telling(anchors_of)


def _called(name: str) -> str:
    """Return one name for what the other text calls otherwise: Vienna is Wien, the OSCE the OSZE."""
    others: list[str] = [*other_names().get(name, ()), *map(str.casefold, OTHERS.get(name.upper(), ()))]
    return min([name, *others])


def _things(folded: str, language: Language) -> tuple[Anchor, ...]:
    return tuple(Anchor(Sort.THING, name) for name in means(folded, language))
