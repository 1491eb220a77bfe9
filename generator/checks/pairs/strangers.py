"""Whoever and whatever place a translation names is named in the source: no "Schmidt" where it has "Kohl".

English gives a capital to names and to what opens a sentence. What has one there and is no common word is a
name, and has something in the other text that may be it; German gives every noun a capital, so there it is
sought by its letters and its sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from generator.checks.pairs.acronyms import other_acronym
from generator.checks.pairs.counterparts import counterparts
from generator.checks.pairs.full_names import of_same_first_name, other_first_name, other_surname
from generator.checks.pairs.left import DETERMINING, OF_ADJECTIVES
from generator.checks.pairs.likely_names import (
    LONGEST_NAME,
    SHORTEST,
    Text,
    candidates,
    capitals_of,
    is_listed_whole,
    is_opaque,
    is_persons,
    likely_names,
    may_be,
    no_names,
    proper,
)
from generator.checks.pairs.number_words import numbers_in_words
from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.checks.pairs.places import country, nation, other_country, speaks_of
from generator.checks.pairs.sounds import VERY_ALIKE, Spellings, is_alike, sound
from generator.checks.pairs.words import MOST_TEXTS, Telling, Word, surfaces_of, words_of
from generator.language.common_words import LISTED, is_common
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.word_list import english_stems, german_english, is_of_noun
from generator.model import ENGLISH, GERMAN, Language, Severity

COGNATE = 3
"""Letters with which words begin alike that look like one in two languages."""
LONGEST = 300
"""Words of a text in which names are looked for: each is compared with all words of the other."""
MOST_PARTICLES = 2
"""Small words inside a name: "Ursula von der Leyen"."""
LONGEST_PARTICLE = 3
_SPEAKER = re.compile(r"(?: \w+)?:")
"""Behind the name of who speaks, which is compared as such."""
_PRONOUNS = {ENGLISH: frozenset(("he", "she")), GERMAN: frozenset("er sie es ihm ihn ihr".split())}
"""May stand for who has a name in the other text."""
HOME = "DE"
"""A German text may say so without its name: "bundesweit", "hierzulande"."""


def _problems(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    texts = Text(pair.source, pair.source_language), Text(pair.target, pair.target_language)
    if max(len(words_of(one.text)) for one in texts) > LONGEST:
        return
    swap = other_country(pair) or other_acronym(pair) or other_surname(*texts) or other_first_name(*texts)
    if swap and not any(map(knowledge.names.find, swap)):
        yield f"“{swap[0]}” of the source has become “{swap[1]}”"
    elif not swap and (pair.source_language in LISTED) != (pair.target_language in LISTED):
        german, english = sorted(texts, key=lambda one: one.language in LISTED)
        added, lost = list(_strangers(english, german)), list(_unsaid(german, english))
        known = _words_of_records(texts, knowledge) if added or lost else frozenset()
        added = [name for name in added if known.isdisjoint(name.split())]
        lost = [name for name in lost if name not in known]
        # "Moscow" for "the Kreml" takes the place of no name.
        if lost or (added and _has_gap(german, english, {word for name in added for word in name.split()})):
            yield from differences(*((lost, added) if german is texts[0] else (added, lost)))


def _words_of_records(texts: Iterable[Text], knowledge: Knowledge) -> frozenset[str]:
    """Return the words of the names that records have in texts: those have a check of their own."""
    names = (text.text[name.start : name.end] for text in texts for name in knowledge.names.find(text.text))
    return frozenset(word.surface for name in names for word in words_of(name))


def _has_gap(own: Text, other: Text, new: Set[str]) -> bool:
    """Tell whether a text has what may be a name, and is none that another has besides some `new` ones."""
    words, capitals = words_of(own.text), {word.surface for word in words_of(other.text)} - new
    names = [one for one in capitals if one[0].isupper() and not is_common(fold(one), other.language)]
    return any(
        word.surface[0].isupper()
        and _may_stand_alone(before, own.language)
        and not LEXICONS.is_title(word.surface)
        and word.folded not in no_names(own.language)
        and not (before and before.surface.islower() and is_listed_whole(word.surface))
        and word.surface not in capitals
        # "Jeremy" is no gap before "Corbyn", who is there.
        and not (behind and behind.surface[0].isupper() and behind.surface in capitals)
        and not any(may_be(word.surface, own.language, one, other.language) for one in names)
        for before, word, behind in zip((None, *words), words, (*words[1:], None), strict=False)
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


def _unsaid(german: Text, english: Text) -> Iterator[str]:
    """Yield names of a German text with nothing like them in English."""
    words = words_of(german.text)
    if _PRONOUNS[GERMAN].isdisjoint(word.folded for word in words) and not _PRONOUNS[ENGLISH].isdisjoint(
        word.folded for word in words_of(english.text)
    ):
        return
    names = _OPAQUE.among(surfaces_of(german.text), german.language)
    if not names:
        return
    numbers = {one.start for one in numbers_in_words(german.text, german.language)}
    for at, word in enumerate(words):
        if word.surface not in names:
            continue
        if _is_said(word.surface, german, english) or word.start in numbers:
            continue
        if word.surface.islower() or (
            _stands_alone(words, at, german)
            and not any(_is_said(name, german, english) for name in _beside(words, at, german.text))
        ):
            yield word.surface


# Adjectives of places are in small letters: "bayerisch".
_OPAQUE = Telling(lambda word, language: proper(word) if word.islower() else is_opaque(word, language))


def _stands_alone(words: Sequence[Word], at: int, own: Text) -> bool:
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
def _is_said(name: str, own: Text, other: Text) -> bool:
    folded, there = fold(name), words_of(other.text)
    code = country(folded, own.language) or nation(folded, own.language)
    if code and speaks_of(other.text, code, other.language):
        return True
    begins = folded[:COGNATE]
    if any(_is_cognate(folded, word.folded) for word in there if word.folded[:COGNATE] == begins):
        return True
    renderings = proper(name)
    if renderings and any(not renderings.isdisjoint(english_stems(word.surface)) for word in there):
        return True
    return any(may_be(name, own.language, word, other.language) for word in capitals_of(other))


def _is_cognate(word: str, other: str) -> bool:
    """Tell whether words that begin alike, as folded, are one in two languages: "Pestizide", "pesticides"."""
    return word.removesuffix("s") == other.removesuffix("s") or is_alike(
        sound(word), sound(other), VERY_ALIKE
    )


@lru_cache(maxsize=MOST_TEXTS)
def _strangers(own: Text, other: Text) -> tuple[str, ...]:
    """Return names of an English text with nothing like them in another."""
    words = words_of(own.text)
    found: list[str] = []
    last = -1
    for at in likely_names(own):
        word = words[at]
        if not _is_name(word, own):
            continue
        if is_persons(words, at, own.text):
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


def _is_name(word: Word, own: Text) -> bool:
    """Tell whether a word that may be a name is one: no common word, and not of who speaks."""
    is_word = SHORTEST <= len(word.surface) <= LONGEST_NAME and word.surface.isalpha()
    return is_word and not (is_common(word.folded, own.language) or _SPEAKER.match(own.text, word.end))


def _is_spelled(name: str, own: Text, other: Text) -> bool:
    """Tell whether the other text has a person's name, be it spelled anew from another script."""
    return _spellings(other).have(name, own.language)


def _is_first_name(words: Sequence[Word], at: int, own: Text, other: Text) -> bool:
    """Tell whether a surname that the other text has follows a name: "Ursula von der Leyen"."""
    for before, word in pairwise(words[at : at + MOST_PARTICLES + 2]):
        if own.text[before.end : word.start] not in (" ", "-"):
            return False
        if word.surface[0].isupper():
            # Of "Krupp AG" nobody is called so.
            return not word.surface.isupper() and _is_spelled(word.surface, own, other)
        if len(word.surface) > LONGEST_PARTICLE:
            return False
    return False


def _is_surname_there(words: Sequence[Word], at: int, own: Text, other: Text) -> bool:
    """Tell whether the other text has a surname, too, after the first name before a word."""
    first = words[at - 1].surface if at else ""
    return first[:1].isupper() and bool(of_same_first_name(first, own, other))


def _is_there(name: str, own: Text, other: Text) -> bool:
    """Tell whether anything in the other text may be a name of one, or of where it is from."""
    code = country(fold(name), own.language) or nation(fold(name), own.language)
    if code == HOME:
        return True
    if code and speaks_of(other.text, code, other.language):
        return True
    return any(may_be(name, own.language, word, other.language) for word in candidates(other))


@lru_cache(maxsize=MOST_TEXTS)
def _spellings(text: Text) -> Spellings:
    return Spellings.of(candidates(text), text.language)


STRANGERS = Check("other names", Severity.WARNING, "name the same persons and places", _problems)
