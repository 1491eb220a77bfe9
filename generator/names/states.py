"""Which words name a state: to tell what is China's and Russia's from what is somebody else's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from babel import Locale

from generator.names.words import SPACE, Words

LANGUAGES = ("en", "de")
# Where country and people are called differently, in lower case.
MORE = frozenset(
    "americ amerik britis indisch philippin schweizer swiss nordkorean südkorean deutsch thai".split()
)
# As they stand: abbreviations, parts of names of several words, seats of governments.
EXACT = frozenset(
    (
        *("US", "USA", "UK", "EU", "UN", "NATO", "Nato", "ASEAN"),
        *("Korea", "Arabia", "Zealand", "Britain", "Africa"),
        *(
            "Washington",
            "Pentagon",
            "Tokyo",
            "Tokio",
            "Seoul",
            "Taipei",
            "Taipeh",
            "Hanoi",
            "Manila",
            "Delhi",
        ),
        *(
            "Canberra",
            "London",
            "Paris",
            "Berlin",
            "Brussels",
            "Brüssel",
            "Kyiv",
            "Kiew",
            "Warsaw",
            "Warschau",
        ),
    )
)
UNITED = frozenset(("United", "Vereinigte", "Vereinigten", "Vereinigtes"))
WHAT_IS_UNITED = frozenset(
    ("States", "Kingdom", "Nations", "Arab", "Staaten", "Königreich", "Königreichs", "Nationen", "Arabischen")
)
SEAS = frozenset(("Sea", "Meer", "Meeres", "Meers"))
SHORTEST = 4
LONG = 5
"""Letters that a name keeps when its last one is left out."""


@lru_cache(maxsize=50_000)
def names_a_state(word: str) -> bool:
    """Tell whether a word names a state or what belongs to it: "Japan", "Japans", "Japanese", "japanisch"."""
    folded = word.casefold()
    if not (word[:1].isupper() or "isch" in folded or folded.startswith("deutsch")):
        return False
    return word in EXACT or any(folded[:length] in _stems() for length in _lengths())


def is_a_states(beginning: str) -> bool:
    """Tell whether the beginning of a word, in lower case, is that of a state's name: "russ"."""
    return any(stem.startswith(beginning) for stem in _stems())


def states_in(words: Words) -> Iterator[tuple[int, str]]:
    """Yield the words that name a state, with their numbers."""
    return (
        (number, words.surface(number)) for number in range(len(words)) if stands_for_a_state(words, number)
    )


def stands_for_a_state(words: Words, number: int) -> bool:
    """Tell whether a word of a text names a state, and not a sea."""
    surface = words.surface(number)
    if surface in UNITED:
        return number + 1 < len(words) and words.surface(number + 1) in WHAT_IS_UNITED
    return names_a_state(surface) and not _is_a_sea(words, number)


def _is_a_sea(words: Words, number: int) -> bool:
    """Tell whether a word belongs to a sea's name: "Sea of Japan", "Japanischen Meer"."""
    if number + 1 < len(words) and words.gap(number + 1) == SPACE and words.surface(number + 1) in SEAS:
        return True
    return number > 1 and words.surface(number - 1) == "of" and words.surface(number - 2) == "Sea"


@cache
def _stems() -> frozenset[str]:
    locales = [Locale.parse(language) for language in LANGUAGES]
    countries = (_short_names(one.territories) for one in locales)
    # A language is called like its country's people: "French", "Polnisch".
    languages = (_short_names(one.languages) for one in locales)
    stems = {_stem(name) for names in countries for name in names if len(name) >= SHORTEST}
    return MORE.union(stems, (name for names in languages for name in names if len(name) >= LONG))


def _short_names(names: Mapping[str, str]) -> list[str]:
    """Return names of one word, in lower case, of what has a code of two letters."""
    return [name.casefold() for code, name in names.items() if len(code) == 2 and name.isalpha()]


def _stem(name: str) -> str:
    """Leave out a last vowel: "Ukraine", "ukrainisch"."""
    return name[:-1] if name[-1] in "aeiouy" and len(name) > LONG else name


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(stem) for stem in _stems()}))
