"""Which words name a state: to tell what is one state's from what is somebody else's.

All names come from Babel: of countries, languages and currencies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

from generator.language.forms import key
from generator.language.lexicons import LEXICONS
from generator.names.words import SPACE, Words

LANGUAGES = tuple(LEXICONS)
ABBREVIATIONS = ("US", "USA", "UK")
"""Babel has long names only."""
SEAS = frozenset(("Sea", "Meer", "Meeres", "Meers"))
SHORTEST = 4
LONG = 5
"""Letters that a name keeps when its last one is left out; fewer are no adjective of a state."""
ADJECTIVE = re.compile(r"\w+isch(?:e[nrs]?)?\b")
GERMAN_ENDING = re.compile(r"(isch)e[nrs]?$")


@lru_cache(maxsize=50_000)
def names_a_state(word: str) -> bool:
    """Tell whether a word names a state or what belongs to it: "Japan", "Japans", "Japanese", "japanisch"."""
    folded = word.casefold()
    if not (word[:1].isupper() or "isch" in folded or folded.startswith("deutsch")):
        return False
    return word in _stems() or any(folded[:length] in _stems() for length in _lengths())


def is_a_states(beginning: str) -> bool:
    """Tell whether the beginning of a word, in lower case, is that of a state's name: "russ"."""
    return beginning in _beginnings()


def states_in(words: Words) -> Iterator[tuple[int, str]]:
    """Yield the words that name a state, with their numbers."""
    return (
        (number, word)
        for number, word in enumerate(words.surfaces)
        if _may_name_a_state(word) and stands_for_a_state(words, number)
    )


@lru_cache(maxsize=50_000)
def _may_name_a_state(word: str) -> bool:
    """Tell whether a word names a state, alone or with the next; texts repeat their words."""
    return names_a_state(word) or key(word) in _pairs()


def stands_for_a_state(words: Words, number: int) -> bool:
    """Tell whether a word of a text names a state, and not a sea."""
    surfaces = words.surfaces
    second_words = _pairs().get(key(surfaces[number])) if number + 1 < len(surfaces) else None
    if second_words and key(surfaces[number + 1]) in second_words:
        return True
    return names_a_state(surfaces[number]) and not _is_a_sea(words, number)


def _is_a_sea(words: Words, number: int) -> bool:
    """Tell whether a word belongs to a sea's name: "Sea of Japan", "Japanischen Meer"."""
    if number + 1 < len(words) and words.gap(number + 1) == SPACE and words.surface(number + 1) in SEAS:
        return True
    return number > 1 and words.surface(number - 1) == "of" and words.surface(number - 2) == "Sea"


@cache
def _stems() -> frozenset[str]:
    """Return what words that name a state begin with, in lower case but for abbreviations."""
    locales = [Locale.parse(language) for language in LANGUAGES]
    countries = (_stem(name) for one in locales for name in _short_names(one.territories))
    # A language is called like its country's people: "French", "Polnisch"; "Korean" like "Korea".
    languages = (name.removesuffix("n") for one in locales for name in _short_names(one.languages))
    adjectives = (GERMAN_ENDING.sub(r"\1", word) for one in locales for word in _adjectives(one))
    return frozenset(
        {
            *ABBREVIATIONS,
            *(name for name in countries if len(name) >= SHORTEST),
            *(name for name in languages if len(name) >= LONG),
            *(word.casefold() for word in adjectives if len(word) >= LONG),
        }
    )


def _adjectives(locale: Locale) -> Iterator[str]:
    """Yield how states' own things are called.

    By currencies ("Swiss Franc", "Indische Rupie"), by varieties of languages ("American
    English"), and by German names of countries ("Amerikanische Jungferninseln").
    """
    for rows in get_global("territory_currencies").values():
        for code, *_, tender in rows:
            name = locale.currencies.get(code, "").replace("-", " ").split()
            if tender and len(name) == 2:
                yield name[0]
    for code, name in locale.languages.items():
        if len(code.rpartition("_")[2]) == 2 and "_" in code:
            yield name.split()[0]
    yield from (word for name in locale.territories.values() for word in ADJECTIVE.findall(name))


@cache
def _pairs() -> Mapping[str, frozenset[str]]:
    """Return what may follow the first word of countries' names that have several: "United States"."""
    pairs: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            words = name.replace("-", " ").split()
            if len(code) == 2 and len(words) > 1:
                pairs[key(words[0])].add(key(words[1]))
    return {first: frozenset(seconds) for first, seconds in pairs.items()}


def _short_names(names: Mapping[str, str]) -> list[str]:
    """Return names of one word, in lower case, of what has a code of two letters."""
    return [name.casefold() for code, name in names.items() if len(code) == 2 and name.isalpha()]


def _stem(name: str) -> str:
    """Leave out a last vowel: "Ukraine", "ukrainisch"."""
    return name[:-1] if name[-1] in "aeiouy" and len(name) > LONG else name


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(stem[:length] for stem in _stems() for length in range(len(stem) + 1))


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(stem) for stem in _stems()}))
