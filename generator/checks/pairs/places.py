"""What countries and towns are called in other languages, as Unicode's CLDR has it (Babel)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale

from generator.checks.pairs.pair import PairText
from generator.checks.pairs.words import words_of
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language

COUNTRY_BEGINS = 3
"""Letters that the name of a country shares with what is of it."""
_NAME = re.compile(r"[^\W\d_]+")
"""A name of one word; of two in one entry, "Myanmar (Burma)", each is one."""


def other_country(pair: PairText) -> tuple[str, str] | None:
    """Return a country that only the source names, and one that only the translation does."""
    here, there = _named(pair.source, pair.source_language), _named(pair.target, pair.target_language)
    lost = [name for code, name in here.items() if not _speaks_of(pair.target, code, pair.target_language)]
    added = [name for code, name in there.items() if not _speaks_of(pair.source, code, pair.source_language)]
    return (lost[0], added[0]) if lost and added else None


def is_country(word: str, language: Language) -> bool:
    """Tell whether a word is the name of a country."""
    return fold(word) in _countries(language)


def country(word: str, language: Language) -> str | None:
    """Return the code of the country that a word, as folded, is the name of, "russlands" too."""
    countries = _countries(language)
    return countries.get(word) or countries.get(word.removesuffix("s"))


@cache
def other_names() -> Mapping[str, frozenset[str]]:
    """Return for names of countries and towns, as folded, what else they are called in languages known."""
    places = defaultdict[str, set[str]](set)
    for code in LEXICONS:
        locale = Locale.parse(code)
        for key, name in locale.territories.items():
            places[key].update(_single(name))
        for key, zone in locale.time_zones.items():
            places[key].update(_single(zone.get("city", "")))
    # A town without a name of its own in a language is called as the time zone is: "Europe/Prague".
    for key, names in places.items():
        if names and "/" in key:
            names.update(_single(key.rpartition("/")[2]))
    others = defaultdict[str, set[str]](set)
    for names in places.values():
        for name in names:
            others[name] |= names
    return {name: frozenset(found - {name}) for name, found in others.items() if len(found) > 1}


def _single(name: str) -> list[str]:
    parts = [part.strip(" ()") for part in name.split("(")]
    return [fold(part) for part in parts if _NAME.fullmatch(part)]


def _named(text: str, language: Language) -> dict[str, str]:
    """Return the countries in a text by their codes, as written."""
    capitals = [word for word in words_of(text) if word.surface[0].isupper()]
    codes = ((country(one.folded, language), one) for one in capitals)
    return {code: one.surface for code, one in codes if code}


def _speaks_of(text: str, code: str, language: Language) -> bool:
    """Tell whether a word of a text begins as the name of a country does: "German", "jordanisch"."""
    countries = _countries(language)
    begins = tuple(name[:COUNTRY_BEGINS] for name, other in countries.items() if other == code)
    return any(
        word.folded.startswith(begins) and countries.get(word.folded, code) == code for word in words_of(text)
    )


@cache
def _countries(language: Language) -> Mapping[str, str]:
    return dict(_country_names(language))


def _country_names(language: Language) -> Iterator[tuple[str, str]]:
    for code, name in Locale.parse(language).territories.items():
        if code.isalpha():
            yield from ((one, code) for one in {fold(name), *_single(name)})
