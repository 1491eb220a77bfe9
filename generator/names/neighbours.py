"""What the words right beside a name say about it: another person's, another country's.

Lists of words only say what is harmless: a capital word that is in none of them makes doubt.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language
from generator.names.states import names_a_state, stands_for_a_state
from generator.names.words import HYPHEN, SPACE, Words

NEW_OR_NEAR = LEXICONS.united(lambda one: one.indefinite_articles | one.names.possessives)
"""Before what is new, or of somebody named close by: "an", "his" press conference."""
OWN = LEXICONS.united(lambda one: one.names.own)
"""Before what is somebody's own: "his own annual press conference"."""
LINKS = LEXICONS.united(lambda one: one.names.links)
JOINING = LINKS | LEXICONS.united(lambda one: one.definite_articles) | {"and", "und"}
DAYS_AND_MONTHS = frozenset((*LEXICONS.months, *LEXICONS.weekdays))
REACH = 12
"""Words after a name that may say whose it is."""


def is_part_of_another_name(words: Words, first: int, last: int, *, inflected: bool) -> bool:
    """Tell whether a surname stands in the name of somebody else: "Lyudmila Putin", "Wu Yi".

    Args:
        words: of the text.
        first: number of the surname's first word.
        last: and of its last.
        inflected: it has an ending, so that no given name can follow.
    """
    if _is_given_name(words, first) or fold(words.surface(first)) in LEXICONS.function_words:
        return True
    follows = last + 1 < len(words) and words.gap(last + 1) in (SPACE, HYPHEN)
    return follows and not inflected and words.is_capital(last + 1) and not _is_harmless(words, last + 1)


def _is_given_name(words: Words, first: int) -> bool:
    """Tell whether what stands before a surname may be a given name."""
    before = first - 1
    if first == 0 or not words.is_capital(before):
        return False
    gap = words.gap(first)
    if gap == ".":
        return len(words.surface(before)) == 1
    if gap == HYPHEN:
        return True
    return gap == SPACE and not (_is_harmless(words, before) or LEXICONS.is_title(words.surface(before)))


def _is_harmless(words: Words, number: int) -> bool:
    surface = words.surface(number)
    if names_a_state(surface):
        return False  # "US" is no pronoun.
    folded = fold(surface)
    return folded in LEXICONS.function_words or folded in DAYS_AND_MONTHS


def stands_behind(words: Words, first: int, before: Container[str]) -> bool:
    """Tell whether what begins here has one of some words, folded, right before it."""
    return words.gap(first) == SPACE and fold(words.surface(first - 1)) in before


def qualifiers(words: Words, first: int, last: int, language: Language, *, body: bool) -> list[str]:
    """Return the words right beside a short name that say whose it is.

    Args:
        words: of the text.
        first: number of the short name's first word.
        last: and of its last.
        language: of the text.
        body: it names a body, which a place may tell from others ("in Tokyo").
    """
    before = [words.surface(first - 1)] if first and _qualifies(words, first - 1, language) else []
    return [*before, *_after(words, last, body=body)]


def _qualifies(words: Words, before: int, language: Language) -> bool:
    gap, surface = words.gap(before + 1), words.surface(before)
    if gap != SPACE:
        # "US-Verteidigungsministerium", "U.S. defense ministry".
        return gap == HYPHEN or (gap == "." and len(surface) == 1)
    if _is_harmless(words, before):
        return False
    lexicon = LEXICONS.nearest(language)
    if lexicon.capitalizes_nouns:
        genitive = surface.endswith("s") or words.is_possessive(before)
        return (words.is_capital(before) and genitive) or lexicon.is_adjective(surface)
    return words.is_capital(before) and (words.is_possessive(before) or not LEXICONS.is_title(surface))


def _after(words: Words, last: int, *, body: bool) -> Iterator[str]:
    following = last + 1
    for number in range(following, min(following + REACH, len(words))):
        surface = words.surface(number)
        if words.gap(number) != SPACE:
            return
        if stands_for_a_state(words, number):
            yield surface
        elif number == following:
            if surface not in LINKS:
                return
        elif words.is_capital(number):
            in_a_place = body and number == following + 1 and words.surface(following) == "in"
            if in_a_place and not _is_harmless(words, number):
                yield surface
        elif surface not in JOINING:
            return
