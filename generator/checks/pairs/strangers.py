"""A name has not become another's, also where no record tells of it: "Helmut Kohl", "Helmut Schmidt".

German gives every noun a capital, so a name is told there by what it stands beside. A pair is named only
where each text has a name that nothing in the other is like.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale
from rapidfuzz.fuzz import ratio

from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.checks.pairs.words import Word, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language, Severity

ALIKE = 60
"""How much of its consonants a name keeps at least in another language, in percent: "Köln", "Cologne"."""
LONGEST = 300
"""Words of a text in which names are looked for: each is compared with all words of the other."""
COUNTRY_BEGINS = 3
"""Letters that the name of a country shares with what is of it."""
VERY_ALIKE = 75
"""The same for two names of which another part is not alike: "Kreisauer Kreis", "Kreisau Circle"."""
_SOUNDS = str.maketrans("bdfgqckzxwyj", "ptvssssssvii")
"""What languages write for one another: "Schoigu" and "Shoigu", "Tschechow" and "Chekhov"."""
_OPENING = re.compile(r"^[eiouh]")
_VOWELS = re.compile(r"(?<=.)[aeiouh]+")
_ENDED = re.compile(r"[.!?:…]")
_TWICE = re.compile(r"(.)\1+")
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
class _Name:
    """Words with capitals in a row that may be a name, without titles."""

    words: tuple[str, ...]
    is_bare: bool
    """It stands after a small word such as "in" or "whether" that is no article: nouns seldom do."""
    opens: bool
    """It opens a sentence: its first word may be none of it."""

    def __str__(self) -> str:
        return " ".join(self.words)


def _problems(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    swap = _other_country(pair)
    if not swap and max(len(words_of(text)) for text in (pair.source, pair.target)) <= LONGEST:
        swap = _other_name(pair)
    if swap and not any(map(knowledge.names.find, swap)):
        yield f"“{swap[0]}” of the source has become “{swap[1]}”"


def _other_country(pair: PairText) -> tuple[str, str] | None:
    """Return a country that only the source names, and one that only the translation does."""
    here, there = _named(pair.source, pair.source_language), _named(pair.target, pair.target_language)
    lost = [name for code, name in here.items() if not _speaks_of(pair.target, code, pair.target_language)]
    added = [name for code, name in there.items() if not _speaks_of(pair.source, code, pair.source_language)]
    return (lost[0], added[0]) if lost and added else None


def _named(text: str, language: Language) -> dict[str, str]:
    """Return the countries in a text by their codes, as written."""
    countries = _countries(language)
    capitals = [word for word in words_of(text) if word.surface[0].isupper()]
    codes = (
        (countries.get(one.folded) or countries.get(one.folded.removesuffix("s")), one) for one in capitals
    )
    return {code: one.surface for code, one in codes if code}


def _speaks_of(text: str, code: str, language: Language) -> bool:
    """Tell whether a word of a text begins as the name of a country does: "German", "jordanisch"."""
    begins = fold(Locale.parse(language).territories.get(code, ""))[:COUNTRY_BEGINS]
    countries = _countries(language)
    return any(
        word.folded.startswith(begins) and countries.get(word.folded, code) == code for word in words_of(text)
    )


@cache
def _countries(language: Language) -> Mapping[str, str]:
    names = Locale.parse(language).territories
    return {fold(name): code for code, name in names.items() if code.isalpha()}


def _other_name(pair: PairText) -> tuple[str, str] | None:
    """Return a name of the source and the one that has taken its place."""
    here = _strangers(pair.source, pair.target, pair.source_language)
    there = _strangers(pair.target, pair.source, pair.target_language)
    alone = sum(len(name.words) == 2 for name in there) == 1
    swaps = ((one, other) for one in here for other in there if _may_be_swapped(one, other, alone=alone))
    return next(((str(one), str(other)) for one, other in swaps), None)


def _may_be_swapped(one: _Name, other: _Name, *, alone: bool) -> bool:
    """Tell whether a name has taken another's place, where it is the only one in two words or not."""
    if len(one.words) != len(other.words):
        return False
    if len(one.words) == 2:
        is_other = alone and not (one.opens or other.opens or _share_sounds(one, other))
        return one.words[0] == other.words[0] or is_other
    # Letters of one language alone are lost where a town has another name: "Breslau", "Wrocław".
    return one.is_bare and other.is_bare and str(one).isascii() == str(other).isascii()


def _share_sounds(one: _Name, other: _Name) -> bool:
    """Tell whether two may name one thing: "Starnberger See", "Lake Starnberg"."""
    sounds = ((sound(a), sound(b)) for a in one.words for b in other.words)
    return any(a[:1] == b[:1] and ratio(a, b) >= VERY_ALIKE for a, b in sounds)


def _strangers(text: str, other: str, language: Language) -> list[_Name]:
    """Return names of one or two words that the other text has not in any spelling."""
    return [
        name
        for name in _names(text)
        if (len(name.words) == 2 and not _is_said(name.words[1], other))
        or (
            len(name.words) == 1
            and fold(name.words[0]) not in _countries(language)
            and not _is_heard(name.words[0], other)
        )
    ]


@lru_cache(maxsize=64)
def _names(text: str) -> tuple[_Name, ...]:
    """Return what may be a name: of more than two words the last, "Finanzvorständin Katrin Dorn"."""
    return tuple(
        _Name(
            tuple(word.surface for word in run[-2:]),
            is_bare=before is not None and before.folded in LEXICONS.function_words,
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
    is_of_title = behind and LEXICONS.is_title(behind.surface) and text[last.end : behind.start] == " "
    return bool(is_of_title) or text[last.end : last.end + 1] == ":"


@lru_cache(maxsize=50_000)
def _may_be_name(word: str) -> bool:
    return not word.isupper() and fold(word) not in _COMMON and not LEXICONS.is_title(word)


def _is_said(surname: str, text: str) -> bool:
    """Tell whether a text has a surname, whatever its spelling; a town has other names: "Bayern München"."""
    own = sound(surname)
    return own in _sounds(text).get(own[:1], ()) or (not surname.isascii() and _is_heard(surname, text))


def _is_heard(name: str, text: str) -> bool:
    """Tell whether anything in a text may be a name in another spelling: "Wien", "Viennese"."""
    own = sound(name)
    return any(ratio(own, heard) >= ALIKE for heard in _sounds(text).get(own[:1], ()))


@lru_cache(maxsize=64)
def _sounds(text: str) -> Mapping[str, set[str]]:
    """Return how the words of a text sound, by their first letter."""
    sounds = defaultdict[str, set[str]](set)
    for word in words_of(text):
        if word.folded not in _COMMON and (heard := sound(word.surface)):
            sounds[heard[0]].add(heard)
    return sounds


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return a name as its consonants sound, the same however languages spell it; a vowel first is "a"."""
    letters = filter(str.isalpha, unicodedata.normalize("NFD", fold(word).removesuffix("s")))
    sounds = "".join(letters).replace("ph", "f").replace("ts", "s").translate(_SOUNDS)
    opening = _OPENING.sub("a", sounds)
    return _VOWELS.sub("", _TWICE.sub(r"\1", opening))


STRANGERS = Check("other names", Severity.WARNING, "name whom the source names", _problems)
