"""A name has not become another's, also where no record tells of it: "Helmut Kohl", "Helmut Schmidt".

German gives every noun a capital, so a name is told there by what it stands beside. A pair is named only
where each text has a name that nothing in the other is like.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.places import is_country, other_country, other_names
from generator.checks.pairs.sounds import (
    ALIKE,
    VERY_ALIKE,
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
_COMMON = frozenset().union(
    LEXICONS.function_words,
    LEXICONS.calendar_words(),
    map(fold, LEXICONS.joined(lambda one: {**one.numbers.scales, **one.numbers.multiples})),
    *(fold(feast).split() for feast in LEXICONS.joined(lambda one: one.calendar.feasts)),
    (fold(name) for code in LEXICONS for name in Locale.parse(code).languages.values()),
)
_ARTICLES = LEXICONS.united(
    lambda one: one.definite_articles | one.indefinite_articles | one.names.possessives
)


@dataclass(frozen=True)
class _Text:
    """A text in which names are sought."""

    text: str
    language: Language


@dataclass(frozen=True)
class _Name:
    """Words with capitals in a row that may be a name, without titles."""

    words: tuple[str, ...]
    is_bare: bool
    """It stands after a small word such as "in" or "whether" that is no article: nouns seldom do."""
    is_titled: bool
    """It stands after a title: a person's."""
    opens: bool
    """It opens a sentence: its first word may be none of it."""

    def __str__(self) -> str:
        return " ".join(self.words)


def _problems(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    swap = other_country(pair)
    if not swap and max(len(words_of(text)) for text in (pair.source, pair.target)) <= LONGEST:
        swap = _other_name(_Text(pair.source, pair.source_language), _Text(pair.target, pair.target_language))
    if swap and not any(map(knowledge.names.find, swap)):
        yield f"“{swap[0]}” of the source has become “{swap[1]}”"


def _other_name(source: _Text, target: _Text) -> tuple[str, str] | None:
    """Return a name of the source and the one that has taken its place."""
    here, there = _strangers(source, target), _strangers(target, source)
    unheard = [name for name in here if not _is_heard(name, target)]
    unheard_too = [name for name in there if not _is_heard(name, source)]
    alone = sum(len(name.words) == 2 for name in unheard_too) == 1
    swaps = (
        (str(one), str(other))
        for one in here
        for other in there
        if _is_other_person(one, other, source.language, target.language)
        or (one in unheard and other in unheard_too and _may_be_swapped(one, other, alone=alone))
    )
    return next(swaps, None)


def _is_other_person(one: _Name, other: _Name, *languages: Language) -> bool:
    """Tell whether the same title stands before another name, or the same first name."""
    firsts = one.words[0], languages[0], other.words[0], languages[1]
    if len(one.words) == len(other.words) == 2 and is_same(*firsts):
        # Names from another script are spelled in many ways.
        return not (is_respelled(*firsts) and likeness(one.words[1], other.words[1]) >= ALIKE)
    return one.is_titled and other.is_titled and not is_same(*firsts)


def _may_be_swapped(one: _Name, other: _Name, *, alone: bool) -> bool:
    """Tell whether a name has taken another's place, where it is the only one in two words or not."""
    if len(one.words) != len(other.words):
        return False
    if len(one.words) == 2:
        return alone and not (one.opens or other.opens or _share_sounds(one, other))
    # Letters of one language alone are lost where a town has another name: "Breslau", "Wrocław".
    return one.is_bare and other.is_bare and str(one).isascii() == str(other).isascii()


def _share_sounds(one: _Name, other: _Name) -> bool:
    """Tell whether two may name one thing: "Starnberger See", "Lake Starnberg"."""
    return any(is_alike(sound(a), sound(b), VERY_ALIKE) for a in one.words for b in other.words)


def _strangers(own: _Text, other: _Text) -> list[_Name]:
    """Return names of one or two words of a text that another has not as they are spelled there."""
    return [name for name in _names(own.text) if not _is_there(name, own.language, other)]


def _is_there(name: _Name, language: Language, other: _Text) -> bool:
    last = name.words[-1]
    if len(name.words) == 1 and is_country(last, language):
        return True
    if any(is_same(last, language, word, other.language) for word in _capitals(other.text)):
        return True
    # A town has other names: "Bayern München".
    return not last.isascii() and any(
        is_alike(sound(last), sound(word)) and not is_misspelled(last, word) for word in _capitals(other.text)
    )


def _is_heard(name: _Name, other: _Text) -> bool:
    """Tell whether anything in a text may be a name in another spelling: "Wien", "Viennese"."""
    own = sound(name.words[-1])
    heard = _heard(other.text, other.language).get(own[:1], ())
    return own in heard or (len(name.words) == 1 and any(is_alike(own, one) for one in heard))


@lru_cache(maxsize=64)
def _names(text: str) -> tuple[_Name, ...]:
    """Return what may be a name: of more than two words the last, "Finanzvorständin Katrin Dorn"."""
    return tuple(
        _Name(
            tuple(word.surface for word in run[-2:]),
            is_bare=before is not None and before.folded in LEXICONS.function_words,
            is_titled=before is not None and _is_title(text, before, run[0]),
            opens=len(run) <= 2 and (before is None or bool(_ENDED.search(text, before.end, run[0].start))),
        )
        for before, run, behind in _runs(text)
        if not (before and before.folded in _ARTICLES) and not _is_other(text, run[-1], behind)
    )


def _runs(text: str) -> Iterator[tuple[Word | None, list[Word], Word | None]]:
    """Yield words with capitals in a row, with the word before and the one behind them."""
    run: list[Word] = []
    before = previous = None
    for word in (*words_of(text), None):
        is_capital = word is not None and word.surface[0].isupper() and _may_be_name(word.surface)
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
def _may_be_name(word: str) -> bool:
    # "MPs" are none.
    return not word.removesuffix("s").isupper() and fold(word) not in _COMMON and not LEXICONS.is_title(word)


def _is_title(text: str, before: Word, word: Word) -> bool:
    return LEXICONS.is_title(before.surface) and text[before.end : word.start] in (" ", ". ")


@lru_cache(maxsize=64)
def _capitals(text: str) -> frozenset[str]:
    return frozenset(word.surface for word in words_of(text) if word.surface[0].isupper())


@lru_cache(maxsize=64)
def _heard(text: str, language: Language) -> Mapping[str, set[str]]:
    """Return how the words of a text sound that may be names, by the first letter.

    What a place is called elsewhere counts as said: "Rangun" where "Yangon" stands.
    """
    heard = defaultdict[str, set[str]](set)
    # A German adjective may be of a name without a capital.
    capitals_only = not LEXICONS[language].capitalizes_nouns
    for word in words_of(text):
        if word.folded not in _COMMON and not (capitals_only and word.surface.islower()):
            for name in (word.surface, *other_names().get(word.folded, ())):
                if said := sound(name):
                    heard[said[0]].add(said)
    return heard


STRANGERS = Check("other names", Severity.WARNING, "name whom the source names", _problems)
