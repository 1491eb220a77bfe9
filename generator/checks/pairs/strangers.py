"""A name has not become another's, also where no record tells of it: "Helmut Kohl", "Helmut Schmidt".

German gives every noun a capital, so a name is told there by what it stands beside. A pair is named only
where each text has a name that nothing in the other is like.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale

from generator.checks.pairs.acronyms import other_acronym
from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.places import is_country, other_city, other_country, other_names
from generator.checks.pairs.sounds import (
    ALIKE,
    VERY_ALIKE,
    Spellings,
    is_alike,
    is_misspelled,
    is_respelled,
    is_same,
    likeness,
    sound,
)
from generator.checks.pairs.words import Word, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language, Severity

LONGEST = 300
"""Words of a text in which names are looked for: each is compared with all words of the other."""
_ENDED = re.compile(r"[.!?:…]")
SHORTEST_LANGUAGE = 5
"""Letters of the name of a language that is no name here: "Yi" is somebody's."""
_JOINERS = frozenset("und oder sowie and or".split())
_OF_BODY = re.compile(r"\b[A-Z][\w’']{0,40} of\Z")
"""Before what a body is of: "Court of Justice"."""
LONGEST_NAME = 30
"""Characters looked at before one of them."""
_SPEECH = LEXICONS.united(lambda one: one.speech_verbs)
_ARTICLES = LEXICONS.united(
    lambda one: one.definite_articles | one.indefinite_articles | one.names.possessives
)


@cache
def _common(language: Language) -> frozenset[str]:
    """Return the words of a language that are no names, whatever letter they begin with."""
    lexicon = LEXICONS[language]
    languages = map(fold, Locale.parse(language).languages.values())
    return lexicon.function_words.union(
        LEXICONS.calendar_words(),
        map(fold, (*lexicon.numbers.scales, *lexicon.numbers.multiples)),
        *(fold(feast).split() for feast in lexicon.calendar.feasts),
        (name for name in languages if len(name) >= SHORTEST_LANGUAGE),
    )


class _Text(NamedTuple):
    """A text in which names are sought."""

    text: str
    language: Language


class _Name(NamedTuple):
    """Words with capitals in a row that may be a name, without titles."""

    words: tuple[str, ...]
    is_bare: bool
    """It stands after a small word such as "in" or "whether" that is no article and joins nothing."""
    is_persons: bool
    """It stands after a title, or by itself beside a word such as "says"."""
    is_long: bool
    """Something with a capital is before it: "Bishop"."""
    opens: bool
    """It opens a sentence, or stands after an article: its first word may be none of it."""
    joined_to: str
    """What stands before an "and" before it."""

    def __str__(self) -> str:
        return " ".join(self.words)


def _problems(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    swap = other_country(pair) or other_city(pair) or other_acronym(pair)
    if not swap and max(len(words_of(text)) for text in (pair.source, pair.target)) <= LONGEST:
        swap = _other_name(_Text(pair.source, pair.source_language), _Text(pair.target, pair.target_language))
    if swap and not any(map(knowledge.names.find, swap)):
        yield f"“{swap[0]}” of the source has become “{swap[1]}”"


def _other_name(source: _Text, target: _Text) -> tuple[str, str] | None:
    """Return a name of the source and the one that has taken its place."""
    here, there = _strangers(source, target), _strangers(target, source)
    persons = (
        (str(one), str(other))
        for one in here
        for other in there
        if _is_other_person(one, other, source.language, target.language)
    )
    return next(persons, None) or _other_place(
        [name for name in here if _may_be_place(name, source, target) and not _is_heard(name, target)],
        [name for name in there if _may_be_place(name, target, source) and not _is_heard(name, source)],
    )


def _other_place(here: Sequence[_Name], there: Sequence[_Name]) -> tuple[str, str] | None:
    alone = sum(len(name.words) == 2 for name in there) == 1
    swaps = (
        (str(one), str(other)) for one in here for other in there if _may_be_swapped(one, other, alone=alone)
    )
    return next(swaps, None)


def _is_other_person(one: _Name, other: _Name, *languages: Language) -> bool:
    """Tell whether a person has another's name, or another name after the same first name."""
    firsts = one.words[0], languages[0], other.words[0], languages[1]
    if len(one.words) == len(other.words) == 2 and is_same(*firsts):
        # Names from another script are spelled in many ways, and towns have others: "Bayern München".
        may_be_alike = is_respelled(*firsts) or _may_be_town(one, other)
        return not (may_be_alike and likeness(one.words[1], other.words[1]) >= ALIKE)
    return one.is_persons and other.is_persons and not is_same(*firsts)


def _may_be_town(one: _Name, other: _Name) -> bool:
    is_person = (one.is_persons and other.is_persons) or (one.is_long and other.is_long)
    own, theirs = one.words[1], other.words[1]
    return not (is_person or own.isascii() == theirs.isascii() or is_misspelled(own, theirs))


def _may_be_swapped(one: _Name, other: _Name, *, alone: bool) -> bool:
    """Tell whether a name has taken another's place, where it is the only one in two words or not."""
    if len(one.words) != len(other.words):
        return False
    if len(one.words) == 2:
        return alone and not (one.opens or other.opens or _share_sounds(one, other))
    # Letters of one language alone are lost where a town has another name: "Breslau", "Wrocław".
    return str(one).isascii() == str(other).isascii()


def _may_be_place(name: _Name, own: _Text, other: _Text) -> bool:
    """Tell whether a name is of two words, or stands where nouns seldom do; "and" joins two of one kind."""
    if len(name.words) == 2:
        return True
    if not (name.is_bare or name.joined_to in _capitals(other.text)):
        return False
    return not fold(name.words[0]).endswith(tuple(LEXICONS[own.language].stamps.institutions))


def _share_sounds(one: _Name, other: _Name) -> bool:
    """Tell whether two may name one thing: "Starnberger See", "Lake Starnberg"."""
    if all(
        name.is_long or name.is_persons for name in (one, other)
    ):  # "Kardinal" before a first name and a surname.
        return is_alike(sound(one.words[-1]), sound(other.words[-1]), VERY_ALIKE)
    return any(is_alike(sound(a), sound(b), VERY_ALIKE) for a in one.words for b in other.words)


def _strangers(own: _Text, other: _Text) -> list[_Name]:
    """Return names of one or two words of a text that another has not as they are spelled there."""
    return [name for name in _names(own.text, own.language) if not _is_there(name, own.language, other)]


def _is_there(name: _Name, language: Language, other: _Text) -> bool:
    last = name.words[-1]
    if len(name.words) == 1 and is_country(last, language):
        return True
    # Most names stand there letter for letter.
    return last in _capitals(other.text) or _spellings(other.text, other.language).have(last, language)


def _is_heard(name: _Name, other: _Text) -> bool:
    """Tell whether anything in a text may be a name in another spelling: "Wien", "Viennese"."""
    own = sound(name.words[-1])
    heard = _heard(other.text, other.language).get(own[:1], ())
    return own in heard or (len(name.words) == 1 and any(is_alike(own, one) for one in heard))


@lru_cache(maxsize=64)
def _names(text: str, language: Language) -> tuple[_Name, ...]:
    """Return what may be a name: of more than two words the last, "Finanzvorständin Katrin Dorn"."""
    return tuple(
        _name(text, before, run, behind)
        for before, run, behind in _runs(text, language)
        if not (before and before.folded in _ARTICLES and len(run) <= 2)
        and not _is_other(text, run[-1], behind)
    )


def _name(text: str, before: Word | None, run: list[Word], behind: Word | None) -> _Name:
    joins = before is not None and before.folded in _JOINERS
    earlier = text[max(0, before.start - LONGEST_NAME) : before.start].split() if joins and before else []
    is_first = before is None or bool(_ENDED.search(text, before.end, run[0].start))
    speaks = len(run) == 1 and any(word and word.folded in _SPEECH for word in (before, behind))
    return _Name(
        tuple(word.surface for word in run[-2:]),
        is_bare=before is not None
        and before.folded in LEXICONS.function_words
        and not joins
        and not (
            before.folded == "of" and _OF_BODY.search(text, max(0, before.end - 2 * LONGEST_NAME), before.end)
        ),
        is_persons=before is not None and (_is_title(text, before, run[0]) or (speaks and not is_first)),
        is_long=len(run) > 2,
        opens=(is_first and len(run) <= 2) or (before is not None and before.folded in _ARTICLES),
        joined_to=earlier[-1] if earlier else "",
    )


def _runs(text: str, language: Language) -> Iterator[tuple[Word | None, list[Word], Word | None]]:
    """Yield words with capitals in a row, with the word before and the one behind them."""
    run: list[Word] = []
    before = previous = None
    for word in (*words_of(text), None):
        is_capital = word is not None and word.surface[0].isupper() and _may_be_name(word.surface, language)
        if run and not (is_capital and word and text[run[-1].end : word.start] == " "):
            yield before, run, word
            run = []
        if is_capital and word:
            before = before if run else previous
            run.append(word)
        previous = word


def _is_other(text: str, last: Word, behind: Word | None) -> bool:
    """Tell whether words are part of a title, "Canadian Prime Minister", or who speaks."""
    is_of_title = behind and text[last.end : behind.start] == " " and LEXICONS.is_title(behind.surface)
    return bool(is_of_title) or text[last.end : last.end + 1] == ":"


@lru_cache(maxsize=50_000)
def _may_be_name(word: str, language: Language) -> bool:
    # "MPs" are none.
    is_common = word.removesuffix("s").isupper() or fold(word) in _common(language)
    return not is_common and not LEXICONS.is_title(word)


def _is_title(text: str, before: Word, word: Word) -> bool:
    return LEXICONS.is_title(before.surface) and text[before.end : word.start] in (" ", ". ")


@lru_cache(maxsize=64)
def _capitals(text: str) -> frozenset[str]:
    return frozenset(word.surface for word in words_of(text) if word.surface[0].isupper())


@lru_cache(maxsize=64)
def _spellings(text: str, language: Language) -> Spellings:
    return Spellings.of(_capitals(text), language)


@lru_cache(maxsize=64)
def _heard(text: str, language: Language) -> Mapping[str, set[str]]:
    """Return how the words of a text sound that may be names, by the first letter.

    What a place is called elsewhere counts as said: "Rangun" where "Yangon" stands.
    """
    heard = defaultdict[str, set[str]](set)
    lexicon = LEXICONS[language]
    for word in words_of(text):
        # A German adjective may be of a name, without a capital.
        may_be_of_name = word.surface[0].isupper() or lexicon.is_adjective(word.surface)
        if may_be_of_name and word.folded not in _common(language):
            for name in (word.surface, *other_names().get(word.folded, ())):
                if said := sound(name):
                    heard[said[0]].add(said)
    return heard


STRANGERS = Check("other names", Severity.WARNING, "name whom the source names", _problems)
