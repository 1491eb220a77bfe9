"""Whoever and whatever place a translation names is named in the source: no "Schmidt" where it has "Kohl".

English gives a capital to names and to what opens a sentence. What has one there and is no common word is a
name, and has something in the other text that may be it; German gives every noun a capital, so there it is
sought by its letters and its sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from babel import Locale

from generator.checks.pairs.acronyms import is_short_for, other_acronym
from generator.checks.pairs.counterparts import counterparts, untold
from generator.checks.pairs.left import DETERMINING, OF_ADJECTIVES
from generator.checks.pairs.number_words import numbers_in_words
from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.checks.pairs.places import country, nation, other_country, other_names, speaks_of
from generator.checks.pairs.sounds import (
    ALIKE,
    VERY_ALIKE,
    VOWEL,
    Spellings,
    is_alike,
    is_respelled,
    is_same,
    likeness,
    sound,
)
from generator.checks.pairs.words import Word, words_of
from generator.language.common_words import LISTED, is_common
from generator.language.given_names import is_given
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.word_list import english_stems, german_english, is_of_noun
from generator.model import ENGLISH, GERMAN, Language, Severity

SHORTEST, LONGEST_NAME = 3, 40
"""Letters of a name that is looked for."""
SHORTEST_LANGUAGE = 5
"""Letters of the name of a language that is no name here: "Yi" is somebody's."""
SHORT_SOUND = 3
"""Consonants of a name of which two thirds may be alike by chance."""
COGNATE = 3
"""Letters with which words begin alike that look like one in two languages."""
LONG_ENOUGH = 5
"""Letters of the other name of a place that are in another word by no chance: "jüdischen"."""
LONGEST = 300
"""Words of a text in which names are looked for: each is compared with all words of the other."""
MOST_PARTICLES = 2
"""Small words inside a name: "Ursula von der Leyen"."""
LONGEST_PARTICLE = 3
_SPEECH = LEXICONS.united(lambda one: one.speech_verbs)
_OF_PLACES = frozenset("at from in near of".split())
_SPEAKER = re.compile(r"(?: \w+)?:")
"""Behind the name of who speaks, which is compared as such."""
_PRONOUNS = {ENGLISH: frozenset(("he", "she")), GERMAN: frozenset("er sie es ihm ihn ihr".split())}
"""May stand for who has a name in the other text."""
OF_PLACES = "isch"
"""Ends adjectives of places in their first form: "bayerisch"."""
HOME = "DE"
"""A German text may say so without its name: "bundesweit", "hierzulande"."""


class _Text(NamedTuple):
    """One of the texts."""

    text: str
    language: Language


class _FullName(NamedTuple):
    """Two words with capitals."""

    first: str
    last: str
    is_persons: bool
    """It stands after a title."""

    def __str__(self) -> str:
        return f"{self.first} {self.last}"


def _problems(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    texts = _Text(pair.source, pair.source_language), _Text(pair.target, pair.target_language)
    if max(len(words_of(one.text)) for one in texts) > LONGEST:
        return
    swap = other_country(pair) or other_acronym(pair) or _other_surname(*texts) or _other_first_name(*texts)
    if swap and not any(map(knowledge.names.find, swap)):
        yield f"“{swap[0]}” of the source has become “{swap[1]}”"
    elif not swap and (pair.source_language in LISTED) != (pair.target_language in LISTED):
        known = {
            word.surface
            for text in texts
            for name in knowledge.names.find(text.text)
            for word in words_of(text.text[name.start : name.end])
        }
        german, english = sorted(texts, key=lambda one: one.language in LISTED)
        added = [name for name in _strangers(english, german) if known.isdisjoint(name.split())]
        lost = [name for name in _unsaid(german, english) if name not in known]
        # "Moscow" for "the Kreml" takes the place of no name.
        if lost or (added and _has_gap(german, english, {word for name in added for word in name.split()})):
            yield from differences(*((lost, added) if german is texts[0] else (added, lost)))


def _other_surname(source: _Text, target: _Text) -> tuple[str, str] | None:
    """Return a person, and another with the same first name that has taken the place: "Stefan Ortega"."""
    for name in _full_names(source):
        same = _of_same_first_name(name.first, source, target)
        if same and not any(_may_be_one(name, other, source.language, target.language) for other in same):
            return str(name), str(same[0])
    return None


def _of_same_first_name(first: str, own: _Text, other: _Text) -> list[_FullName]:
    return [one for one in _full_names(other) if is_same(first, own.language, one.first, other.language)]


def _other_first_name(source: _Text, target: _Text) -> tuple[str, str] | None:
    """Return a person, and another with the same surname that has taken the place: "Anna-Maria Busch"."""
    for name in _full_names(source):
        same = [
            one
            for one in _full_names(target)
            if is_same(name.last, source.language, one.last, target.language)
        ]
        if same and _is_lost(name.first, source, target) and _is_lost(same[0].first, target, source):
            return str(name), str(same[0])
    return None


def _is_lost(first: str, own: _Text, other: _Text) -> bool:
    """Tell whether a first name is none of the words of another text; rare ones are unlike all."""
    if not (is_given(first) or own.language in LISTED or _is_opaque(first, own.language)):
        return False
    is_one = is_same if is_given(first) else _may_be
    return not any(is_one(first, own.language, word, other.language) for word in _capitals(other))


def _may_be_one(name: _FullName, other: _FullName, *languages: Language) -> bool:
    if is_same(name.last, languages[0], other.last, languages[1]):
        return True
    # Names from another script are spelled in many ways, and towns have others: "Bayern München".
    is_spelled_anew = is_respelled(name.first, languages[0], other.first, languages[1])
    is_town = name.last.isascii() != other.last.isascii()
    may_differ = is_spelled_anew or (is_town and not (name.is_persons and other.is_persons))
    return may_differ and likeness(name.last, other.last) >= ALIKE


@lru_cache(maxsize=64)
def _full_names(text: _Text) -> tuple[_FullName, ...]:
    """Return two words with capitals side by side that may be a first name and a surname."""
    words = words_of(text.text)
    return tuple(
        _FullName(
            one.surface,
            other.surface,
            _is_persons(words, at, text.text),
        )
        for at, (one, other) in enumerate(pairwise(words))
        if _may_be_name(one.surface, text.language)
        and _may_be_name(other.surface, text.language)
        and text.text[one.end : other.start] == " "
        and not is_common(one.folded, text.language)
    )


def _has_gap(own: _Text, other: _Text, new: Set[str]) -> bool:
    """Tell whether a text has what may be a name, and is none that another has besides some `new` ones."""
    words, capitals = words_of(own.text), {word.surface for word in words_of(other.text)} - new
    names = [one for one in capitals if one[0].isupper() and not is_common(fold(one), other.language)]
    return any(
        word.surface[0].isupper()
        and _may_stand_alone(before, own.language)
        and not LEXICONS.is_title(word.surface)
        and word.folded not in _common(own.language)
        and word.surface not in capitals
        and not any(_may_be(word.surface, own.language, one, other.language) for one in names)
        for before, word in zip((None, *words), words, strict=False)
    )


def _may_stand_alone(before: Word | None, language: Language) -> bool:
    """Tell whether a word stands before names, too: before other nouns stand articles and adjectives."""
    if before is None:
        return True
    lexicon = LEXICONS[language]
    if before.folded in lexicon.function_words:
        articles = lexicon.definite_articles | lexicon.indefinite_articles | DETERMINING
        return before.folded not in articles
    is_attribute = before.surface.islower() and before.folded.endswith(OF_ADJECTIVES)
    is_verb = any(form.endswith("n") for form in german_english().first_forms(before.folded))
    return not ((is_attribute and not is_verb) or before.surface[0].isdigit())


def _unsaid(german: _Text, english: _Text) -> Iterator[str]:
    """Yield names of a German text with nothing like them in English."""
    words = words_of(german.text)
    if _PRONOUNS[GERMAN].isdisjoint(word.folded for word in words) and not _PRONOUNS[ENGLISH].isdisjoint(
        word.folded for word in words_of(english.text)
    ):
        return
    numbers = {number.start for number in numbers_in_words(german.text, german.language)}
    for at, word in enumerate(words):
        # Adjectives of places are in small letters: "bayerisch".
        is_small = word.surface.islower()
        if not (_proper(word.surface) if is_small else _is_opaque(word.surface, german.language)):
            continue
        if _is_said(word.surface, german, english) or word.start in numbers:
            continue
        if is_small or (
            _stands_alone(words, at, german)
            and not any(_is_said(name, german, english) for name in _beside(words, at, german.text))
        ):
            yield word.surface


def _stands_alone(words: Sequence[Word], at: int, own: _Text) -> bool:
    before = words[at - 1] if at else None
    if _SPEAKER.match(own.text, words[at].end) or _is_described_by(before):
        return False
    return _may_stand_alone(before, own.language)


def _beside(words: Sequence[Word], at: int, text: str) -> Iterator[str]:
    """Yield words that may be of one name with a word, "Klug" of Otto Klug, or are of one word with it."""
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(words) and words[near].surface[0].isupper():
            name = words[near].surface
            is_joined = text[min(words[near].end, words[near - step].end)] == "-"
            forms = german_english().first_forms(name) if len(name) > 1 else (name,)
            if is_joined or not any(is_of_noun(name, form) for form in forms):
                yield name
            near += step


def _is_described_by(before: Word | None) -> bool:
    """Tell whether a word with a capital is an adjective: of "der Schwarze Peter" nobody has the name."""
    if before is None or not before.folded.endswith(OF_ADJECTIVES):
        return False
    return any(form.islower() and form[-1] != "n" for form in german_english().first_forms(before.folded))


@lru_cache(maxsize=1_000)
def _is_said(name: str, own: _Text, other: _Text) -> bool:
    folded, there = fold(name), words_of(other.text)
    code = country(folded, own.language) or nation(folded, own.language)
    if code and speaks_of(other.text, code, other.language):
        return True
    if any(_is_cognate(folded, word.folded) for word in there):
        return True
    renderings = _proper(name)
    if renderings and any(not renderings.isdisjoint(english_stems(word.surface)) for word in there):
        return True
    return any(_may_be(name, own.language, word, other.language) for word in _capitals(other))


def _is_cognate(word: str, other: str) -> bool:
    """Tell whether two words, as folded, look like one in two languages: "Pestizide", "pesticides"."""
    if word[:COGNATE] != other[:COGNATE]:
        return False
    return word.removesuffix("s") == other.removesuffix("s") or is_alike(
        sound(word), sound(other), VERY_ALIKE
    )


@lru_cache(maxsize=64)
def _capitals(text: _Text) -> tuple[str, ...]:
    """Return the words with a capital that are no small words."""
    small = LEXICONS[text.language].function_words
    return tuple(
        word.surface
        for word in words_of(text.text)
        if word.surface[0].isupper() and len(word.surface) >= SHORTEST and word.folded not in small
    )


@lru_cache(maxsize=50_000)
def _is_opaque(name: str, language: Language) -> bool:
    """Tell whether a word of German is a name: listed as one, or no part of it is listed."""
    is_word = SHORTEST <= len(name) <= LONGEST_NAME and name.isalpha() and not name.isupper()
    if not is_word or fold(name) in untold(language) or not _may_be_name(name, language):
        return False
    if _proper(name):
        return True
    meant = german_english()
    return not (meant.first_forms(name) or meant.has_part(name))


@lru_cache(maxsize=50_000)
def _proper(name: str) -> frozenset[str]:
    """Return the stems of what a name that is listed is in English."""
    meant = german_english()
    forms = [
        form
        for form in meant.first_forms(name)
        if (form.endswith(OF_PLACES) if name.islower() else is_of_noun(name, form))
        and all(rendering[0].isupper() for rendering in meant.renderings(form))
    ]
    return frozenset().union(*(meant.meaning(form).stems for form in forms))


@lru_cache(maxsize=64)
def _strangers(own: _Text, other: _Text) -> tuple[str, ...]:
    """Return names of an English text with nothing like them in another."""
    words = words_of(own.text)
    found: list[str] = []
    last = -1
    for at, word in enumerate(words):
        if not _is_name(words, at, own):
            continue
        if _is_persons(words, at, own.text):
            is_there = _is_spelled(word.surface, own, other)
        else:
            is_there = _is_there(word.surface, own, other)
        if is_there or word.start in _rendered(other.text, own.text):
            continue
        if _is_first_name(words, at, own, other) or _is_surname_there(words, at, own, other):
            continue
        goes_on = found and last == at - 1 and own.text[words[last].end : word.start] == " "
        if goes_on:
            found[-1] += f" {word.surface}"
        else:
            found.append(word.surface)
        last = at
    return tuple(found)


def _rendered(german: str, english: str) -> Set[int]:
    """Return where words of English are that stand for one of German: "Whitsun" for "Pfingsten"."""
    return {told.word.start for told in counterparts(german, english).english if told.is_there}


def _is_name(words: Sequence[Word], at: int, own: _Text) -> bool:
    word = words[at]
    is_word = SHORTEST <= len(word.surface) <= LONGEST_NAME and word.surface.isalpha()
    if not (is_word and _may_be_name(word.surface, own.language)) or _SPEAKER.match(own.text, word.end):
        return False
    return not is_common(word.folded, own.language)


def _is_persons(words: Sequence[Word], at: int, text: str) -> bool:
    """Tell whether a title stands before a name, or it by itself beside a word such as "says"."""
    before, behind = (words[near] if 0 <= near < len(words) else None for near in (at - 1, at + 1))
    if before and LEXICONS.is_title(before.surface) and text[before.end : words[at].start] in (" ", ". "):
        return True
    # "Police in Kiel said."
    is_place = before is not None and before.folded in _OF_PLACES
    return any(word is not None and word.folded in _SPEECH for word in (before, None if is_place else behind))


def _is_spelled(name: str, own: _Text, other: _Text) -> bool:
    """Tell whether the other text has a person's name, be it spelled anew from another script."""
    return _spellings(other).have(name, own.language)


def _is_first_name(words: Sequence[Word], at: int, own: _Text, other: _Text) -> bool:
    """Tell whether a surname that the other text has follows a name: "Ursula von der Leyen"."""
    for before, word in pairwise(words[at : at + MOST_PARTICLES + 2]):
        if own.text[before.end : word.start] not in (" ", "-"):
            return False
        if word.surface[0].isupper():
            return _is_spelled(word.surface, own, other)
        if len(word.surface) > LONGEST_PARTICLE:
            return False
    return False


def _is_surname_there(words: Sequence[Word], at: int, own: _Text, other: _Text) -> bool:
    """Tell whether the other text has a surname, too, after the first name before a word."""
    first = words[at - 1].surface if at else ""
    return first[:1].isupper() and bool(_of_same_first_name(first, own, other))


def _is_there(name: str, own: _Text, other: _Text) -> bool:
    """Tell whether anything in the other text may be a name of one, or of where it is from."""
    code = country(fold(name), own.language) or nation(fold(name), own.language)
    if code == HOME:
        return True
    if code and speaks_of(other.text, code, other.language):
        return True
    return any(_may_be(name, own.language, word, other.language) for word in _candidates(other))


@lru_cache(maxsize=64)
def _spellings(text: _Text) -> Spellings:
    return Spellings.of(_candidates(text), text.language)


@lru_cache(maxsize=64)
def _candidates(text: _Text) -> tuple[str, ...]:
    """Return the words that may be names or adjectives of names."""
    is_adjective = LEXICONS[text.language].is_adjective
    return tuple(
        dict.fromkeys(
            word.surface
            for word in words_of(text.text)
            if word.surface[0].isupper() or is_adjective(word.surface)
        )
    )


@lru_cache(maxsize=100_000)
def _may_be(name: str, language: Language, word: str, other_language: Language) -> bool:
    """Tell whether a word may be a name, a compound with it, what is of it, or its first letters."""
    own, theirs = fold(name).removesuffix("s"), fold(word).removesuffix("s")
    if own[: max(SHORTEST, len(own) - 1)] in theirs:
        return True
    if is_same(name, language, word, other_language) or (word.isupper() and is_short_for(word, name)):
        return True
    called = other_names().get(fold(name), frozenset())
    if any(len(one) >= LONG_ENOUGH and one in theirs for one in called):
        return True
    return _sounds_like(sound(name), sound(word))


def _sounds_like(own: str, theirs: str) -> bool:
    if is_alike(own, theirs, ALIKE if max(len(own), len(theirs)) > SHORT_SOUND else VERY_ALIKE):
        return True
    # "Großbritannien" ends with Britain, "Südafrika" with Africa: a vowel first is heard there no more.
    if len(own) > SHORT_SOUND and own[0] == VOWEL and own[1:] in theirs:
        return True
    parts = (theirs[at : at + len(own)] for at in range(len(theirs) - len(own) + 1))
    return len(own) > SHORT_SOUND and any(is_alike(own, part, VERY_ALIKE) for part in parts)


@lru_cache(maxsize=50_000)
def _may_be_name(word: str, language: Language) -> bool:
    # "MPs" are none.
    if not word[0].isupper() or word.removesuffix("s").isupper():
        return False
    return not ({fold(word), fold(word).removesuffix("s")} & _common(language) or LEXICONS.is_title(word))


@cache
def _common(language: Language) -> frozenset[str]:
    """Return the words of a language that are no names, whatever letter they begin with."""
    lexicon = LEXICONS[language]
    count = lexicon.numbers
    numbers = (*count.cardinals, *count.tens, *count.ordinals, *count.scales, *count.multiples)
    languages = map(fold, Locale.parse(language).languages.values())
    return lexicon.function_words.union(
        LEXICONS.calendar_words(),
        map(fold, numbers),
        *(fold(feast).split() for feast in lexicon.calendar.feasts),
        (name for name in languages if len(name) >= SHORTEST_LANGUAGE),
    )


STRANGERS = Check("other names", Severity.WARNING, "name the same persons and places", _problems)
