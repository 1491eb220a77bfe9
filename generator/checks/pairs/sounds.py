"""Whether two names may be one, as two languages spell it: "Schoigu" and "Shoigu", "Wien" and "Vienna".

A person's name stays as it is, or is spelled anew from another script by the rules of each language. What a
place is called may have changed more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from generator.language.letters import bare, fold
from generator.language.lexicons import LEXICONS
from generator.model import Language

ALIKE = 66
"""How much of its consonants the name of a place keeps at least in another language, in percent: 150 of 160
names of countries and towns that German and English have otherwise do, and 1 in 70 of any two names."""
VERY_ALIKE = 75
"""The same for two names of which another part is not alike: "Kreisauer Kreis", "Kreisau Circle"."""
_CLASSES = str.maketrans("bdfgqckzxwyj", "ptvssssssvii")
"""What languages write for one another in names of places."""
VOWEL = "a"
"""Stands for any that a name begins with."""
_OPENING = re.compile(r"^[eiou]")
_VOWELS = re.compile(r"(?<=.)[aeiouh]+")
_ALL_VOWELS = re.compile(r"(?<=.)[aeiouyjh]+")
_TWICE = re.compile(r"(.)\1+")
_MUTATED = re.compile("([aou])e")


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return the consonants of a name, the same however languages spell them; a vowel first is "a"."""
    sounds = _letters(word).replace("ph", "f").replace("ts", "s").translate(_CLASSES)
    return _VOWELS.sub("", _TWICE.sub(r"\1", _OPENING.sub(VOWEL, sounds)))


def is_alike(one: str, other: str, least: float = ALIKE) -> bool:
    """Tell whether two may name one place in two languages, as they sound."""
    return one[:1] == other[:1] and ratio(one, other) >= least


def likeness(one: str, other: str) -> float:
    """Return how much two names sound alike, in percent."""
    return ratio(sound(one), sound(other))


def is_respelled(one: str, language: Language, other: str, other_language: Language) -> bool:
    """Tell whether two words are spelled otherwise, and are one name from another script."""
    return fold(one) != fold(other) and is_same(one, language, other, other_language)


@dataclass(frozen=True)
class Spellings:
    """Words of one language, as names are told in another."""

    plain: frozenset[str]
    """Their letters."""
    read: Mapping[str, frozenset[str]]
    """What consonants they have that are read alike."""

    @classmethod
    def of(cls, words: Collection[str], language: Language) -> Spellings:
        """Return how words may be spelled in other languages."""
        read = defaultdict[str, set[str]](set)
        for word in words:
            read[as_read(word, language)].add(_consonants(word))
        return cls(frozenset(map(_plain, words)), {sounds: frozenset(ones) for sounds, ones in read.items()})

    def have(self, name: str, language: Language) -> bool:
        """Tell whether a word is one name with any: its letters, or both spelled anew from another script.

        Where all consonants are the same nothing was spelled anew, and the vowels are the same, too: "Müller"
        is not "Möller".
        """
        if _plain(name) in self.plain:
            return True
        spelled = self.read.get(as_read(name, language))
        return spelled is not None and not spelled <= {_consonants(name)}


@lru_cache(maxsize=50_000)
def is_same(one: str, language: Language, other: str, other_language: Language) -> bool:
    """Tell whether two words are one name in two languages."""
    return Spellings.of((other,), other_language).have(one, language)


@lru_cache(maxsize=50_000)
def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, bare(fold(word).removesuffix("s"))))


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """Return the letters of a name that every spelling of it has: "Müller", "Mueller"."""
    return _TWICE.sub(r"\1", _MUTATED.sub(r"\1", _letters(word)))


@lru_cache(maxsize=50_000)
def _consonants(word: str) -> str:
    return _TWICE.sub(r"\1", re.sub("[aeiou]", "", _letters(word)))


@lru_cache(maxsize=50_000)
def as_read(word: str, language: Language) -> str:
    """Return the consonants of a name as a language reads them."""
    pattern, sounds = _sounds_of(language)
    read = _TWICE.sub(r"\1", pattern.sub(lambda match: sounds[match[0]], _letters(word)))
    return _ALL_VOWELS.sub("", re.sub("^[aeiouyj]+", "a", read))


@cache
def _sounds_of(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    sounds = dict(LEXICONS[language].sounds)
    return re.compile("|".join(sorted(sounds, key=len, reverse=True))), sounds
