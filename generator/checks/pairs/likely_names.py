"""Which words of a text may be names, and which words of a translation may be the same name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale

from generator.checks.pairs.acronyms import is_short_for
from generator.checks.pairs.counterparts import untold
from generator.checks.pairs.places import other_names
from generator.checks.pairs.sounds import ALIKE, VERY_ALIKE, VOWEL, is_alike, is_same, sound
from generator.checks.pairs.words import MOST_TEXTS, Telling, Word, surfaces_of, words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.word_list import german_english, is_of_noun
from generator.model import Language

SHORTEST, LONGEST_NAME = 3, 40
"""Letters of a name that is looked for."""
SHORTEST_LANGUAGE = 5
"""Letters of the name of a language that is no name here: "Yi" is somebody's."""
SHORT_SOUND = 3
"""Consonants of a name of which two thirds may be alike by chance."""
LONG_ENOUGH = 5
"""Letters of the other name of a place that are in another word by no chance: "jüdischen"."""
OF_PLACES = "isch"
"""Ends adjectives of places in their first form: "bayerisch"."""
LONGEST_ENDING = 2
_SPEECH = LEXICONS.united(lambda one: one.speech_verbs)
_BEFORE_PLACES = frozenset("at from in near of".split())


class Text(NamedTuple):
    """One of the texts."""

    text: str
    language: Language


@lru_cache(maxsize=MOST_TEXTS)
def capitals_of(text: Text) -> tuple[str, ...]:
    """Return the words with a capital that are no small words."""
    small = LEXICONS[text.language].function_words
    return tuple(
        word.surface
        for word in words_of(text.text)
        if word.surface[0].isupper() and len(word.surface) >= SHORTEST and word.folded not in small
    )


@lru_cache(maxsize=MOST_TEXTS)
def likely_names(text: Text) -> tuple[int, ...]:
    """Return the numbers of the words that may be names."""
    likely = _LIKELY.among(surfaces_of(text.text), text.language)
    return tuple([at for at, word in enumerate(words_of(text.text)) if word.surface in likely])


@lru_cache(maxsize=50_000)
def is_opaque(name: str, language: Language) -> bool:
    """Tell whether a word of German is a name: listed as one, or no part of it is listed."""
    is_word = SHORTEST <= len(name) <= LONGEST_NAME and name.isalpha() and not name.isupper()
    if not is_word or fold(name) in untold(language) or not may_be_name(name, language):
        return False
    if proper(name):
        return True
    meant = german_english()
    return not (meant.first_forms(name) or meant.has_part(name))


@lru_cache(maxsize=50_000)
def proper(name: str) -> frozenset[str]:
    """Return the stems of what a name that is listed is in English."""
    meant = german_english()
    forms = [
        form
        for form in meant.first_forms(name)
        if (form.endswith(OF_PLACES) if name.islower() else is_of_noun(name, form))
        and all(rendering[0].isupper() for rendering in meant.renderings(form))
    ]
    return frozenset().union(*(meant.meaning(form).stems for form in forms))


def is_persons(words: Sequence[Word], at: int, text: str) -> bool:
    """Tell whether a title stands before a name, or it by itself beside a word such as "says"."""
    before, behind = (words[near] if 0 <= near < len(words) else None for near in (at - 1, at + 1))
    if before and LEXICONS.is_title(before.surface) and text[before.end : words[at].start] in (" ", ". "):
        return True
    # "Police in Kiel said."
    is_place = before is not None and before.folded in _BEFORE_PLACES
    return any(word is not None and word.folded in _SPEECH for word in (before, None if is_place else behind))


@lru_cache(maxsize=MOST_TEXTS)
def candidates(text: Text) -> tuple[str, ...]:
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
def may_be(name: str, language: Language, word: str, other_language: Language) -> bool:
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


@lru_cache(maxsize=50_000)
def is_listed_whole(word: str) -> bool:
    """Tell whether a word of German is a listed one with no more than an ending, and no name in English."""
    forms = [
        form
        for form in german_english().first_forms(word)
        if form[0].islower() or (is_of_noun(word, form) and len(word) <= len(form) + LONGEST_ENDING)
    ]
    return bool(forms) and all(german_english().renderings(form)[0].islower() for form in forms)


def _sounds_like(own: str, theirs: str) -> bool:
    if is_alike(own, theirs, ALIKE if max(len(own), len(theirs)) > SHORT_SOUND else VERY_ALIKE):
        return True
    # "Großbritannien" ends with Britain, "Südafrika" with Africa: a vowel first is heard there no more.
    if len(own) > SHORT_SOUND and own[0] == VOWEL and own[1:] in theirs:
        return True
    parts = (theirs[at : at + len(own)] for at in range(len(theirs) - len(own) + 1))
    return len(own) > SHORT_SOUND and any(is_alike(own, part, VERY_ALIKE) for part in parts)


@lru_cache(maxsize=50_000)
def may_be_name(word: str, language: Language) -> bool:
    """Tell whether a word has a capital and is no small word, number, title or word of the calendar."""
    # "MPs" are none.
    if not word[0].isupper() or word.removesuffix("s").isupper():
        return False
    return not ({fold(word), fold(word).removesuffix("s")} & no_names(language) or LEXICONS.is_title(word))


_LIKELY = Telling(may_be_name)


@cache
def no_names(language: Language) -> frozenset[str]:
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
