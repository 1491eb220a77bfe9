"""A person's first name and surname stay together: no "Stefan Weber" where the source has "Stefan Ortega"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.checks.pairs.likely_names import Text, capitals_of, is_opaque, is_persons, likely_names, may_be
from generator.checks.pairs.places import nation
from generator.checks.pairs.sounds import ALIKE, is_respelled, is_same, likeness
from generator.checks.pairs.words import MOST_TEXTS, words_of
from generator.language.common_words import LISTED, is_common
from generator.language.given_names import is_given
from generator.language.letters import fold
from generator.model import Language


class _FullName(NamedTuple):
    """Two words with capitals."""

    first: str
    last: str
    is_persons: bool
    """It stands after a title."""

    def __str__(self) -> str:
        return f"{self.first} {self.last}"


def other_surname(source: Text, target: Text) -> tuple[str, str] | None:
    """Return a person, and another with the same first name that has taken the place: "Stefan Ortega"."""
    for name in _full_names(source):
        same = of_same_first_name(name.first, source, target)
        if same and not any(_may_be_one(name, other, source.language, target.language) for other in same):
            return str(name), str(same[0])
    return None


def of_same_first_name(first: str, own: Text, other: Text) -> list[_FullName]:
    """Return who has the same first name in the other text."""
    return [one for one in _full_names(other) if is_same(first, own.language, one.first, other.language)]


def other_first_name(source: Text, target: Text) -> tuple[str, str] | None:
    """Return a person, and another with the same surname that has taken the place: "Anna-Maria Busch"."""
    for name in _full_names(source):
        same = [
            one
            for one in _full_names(target)
            if is_same(name.last, source.language, one.last, target.language)
        ]
        firsts = [(name.first, source, target), *((one.first, target, source) for one in same[:1])]
        # "Die Niederländerin Demi" is a Dutchwoman.
        if same and all(
            not nation(fold(first), own.language) and _is_lost(first, own, other)
            for first, own, other in firsts
        ):
            return str(name), str(same[0])
    return None


def _is_lost(first: str, own: Text, other: Text) -> bool:
    """Tell whether a first name is none of the words of another text; rare ones are unlike all."""
    if not (is_given(first) or own.language in LISTED or is_opaque(first, own.language)):
        return False
    is_one = is_same if is_given(first) else may_be
    return not any(is_one(first, own.language, word, other.language) for word in capitals_of(other))


def _may_be_one(name: _FullName, other: _FullName, *languages: Language) -> bool:
    if is_same(name.last, languages[0], other.last, languages[1]):
        return True
    # Names from another script are spelled in many ways, and towns have others: "Bayern München".
    is_spelled_anew = is_respelled(name.first, languages[0], other.first, languages[1])
    is_town = name.last.isascii() != other.last.isascii()
    may_differ = is_spelled_anew or (is_town and not (name.is_persons and other.is_persons))
    return may_differ and likeness(name.last, other.last) >= ALIKE


@lru_cache(maxsize=MOST_TEXTS)
def _full_names(text: Text) -> tuple[_FullName, ...]:
    """Return two words with capitals side by side that may be a first name and a surname."""
    words = words_of(text.text)
    return tuple(
        _FullName(words[at].surface, words[behind].surface, is_persons(words, at, text.text))
        for at, behind in pairwise(likely_names(text))
        if behind == at + 1
        and text.text[words[at].end : words[behind].start] == " "
        and not is_common(words[at].folded, text.language)
    )
