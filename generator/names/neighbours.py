"""What the words right beside a name say about it: another person's, another country's.

Lists of words only say what is harmless: a capital word that is in none of them makes doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from generator.model import Language
from generator.names.states import LANGUAGES, names_a_state, stands_for_a_state
from generator.names.words import HYPHEN, SPACE, Words


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# No given name ends like this: "Verteidigungsminister", "Generaloberst", "Staatschefin".
TITLE = re.compile(
    r"(?:president|präsident|minister|premier|kanzler|chancellor|general|oberst|colonel|admiral|leutnant|"
    r"lieutenant|major|captain|kapitän|hauptmann|marschall|marshal|commander|kommandeur|kommandant|"
    r"befehlshaber|brigadier|spokesman|spokesperson|spokeswoman|sprecher|director|direktor|chief|chef|leader|"
    r"führer|vorsitzende|chairman|chairwoman|secretary|sekretär|ambassador|botschafter|professor|genosse|"
    r"comrade|kollege|counterpart|colleague|official|envoy|gesandte|senator|officer|offizier|leiter|expert|"
    r"experte|analyst)(?:in)?(?:e?[nrs])?$"
)
TITLES = _words("mr mrs ms miss sir dr prof herr herrn frau col gen maj lt adm sen")
TITLE_ENDS = _words("defence defense staff affairs army navy verteidigung streitkräfte")
"""Words that a title may end with: "Chief of Staff Li"."""
COMMON = _words(
    # English
    "a an the this that these those his her its our their he she it they we you i who what when where while "
    "as if because since although though but and or nor yet so then later earlier meanwhile however also "
    "after before during until once in on at by for from of to with without under over about according "
    "today yesterday asked will would can could may might must should shall do does did has have had is are "
    "was were be been not no both all some many an so such there here how why whether than like unlike per "
    # German
    "der die das dem den des ein eine einem einen einer eines kein keine er sie es ihr ihm ihn ihre ihren "
    "wir du ich man wer was wann wo wie wenn als während weil da dass ob obwohl doch aber und oder sondern "
    "denn dann später zuvor auch nach vor bei mit ohne laut von vom zu zum zur im am an auf aus über unter "
    "für gegen um durch seit bis hat haben hatte ist sind war waren wird werden wurde kann will soll muss "
    "heute gestern so nun dabei damit darauf danach jedoch außerdem ferner indes nicht beide alle"
)
"""Words that open sentences, and names that are also such words ("He", "An", "Will")."""
INDEFINITE = _words("a an another his her ein eine einen einem einer seine seiner seinen seinem")
OWN = _words("own eigene eigenen eigener eigenes eigenem")
BODY_LINKS = _words("of der des von in")
OTHER_LINKS = _words("of der des von between with to zwischen mit zu")
JOINING = BODY_LINKS | OTHER_LINKS | _words("the and both two die den dem das und beiden")
REACH = 12
"""Words after a name that may say whose it is."""
GERMAN_ADJECTIVE = re.compile(r"(?:isch(?:e[mnrs]?)?|^deutsche[mnrs]?)$")


def is_part_of_another_name(words: Words, first: int, last: int, *, inflected: bool) -> bool:
    """Tell whether a surname stands in the name of somebody else: "Lyudmila Putin", "Wu Yi".

    Args:
        words: of the text.
        first: number of the surname's first word.
        last: and of its last.
        inflected: it has an ending, so that no given name can follow.
    """
    if _is_given_name(words, first):
        return True
    if words.surface(first).casefold() in COMMON and not _is_title_before(words, first):
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
    return gap == SPACE and not (
        _is_harmless(words, before) or _may_end_title(words.surface(before)) or _is_genitive(words, before)
    )


def _is_genitive(words: Words, number: int) -> bool:
    """Tell whether a word says whose what follows is: "Russia's", "Russlands"."""
    surface = words.surface(number)
    return words.is_possessive(number) or (surface.endswith("s") and names_a_state(surface))


def _is_title_before(words: Words, first: int) -> bool:
    return first > 0 and words.gap(first) in (SPACE, ".") and _may_end_title(words.surface(first - 1))


def is_title(word: str) -> bool:
    """Tell whether a word may stand before a person's name: "President", "Außenministerin"."""
    folded = word.casefold()
    return folded in TITLES or bool(TITLE.search(folded))


def _may_end_title(word: str) -> bool:
    return is_title(word) or word.casefold() in TITLE_ENDS


def _is_harmless(words: Words, number: int) -> bool:
    folded = words.surface(number).casefold()
    return folded in COMMON or folded in _days_and_months()


def is_indefinite(words: Words, first: int) -> bool:
    """Tell whether what begins here is new, or of somebody named close by: "an", "his" press conference."""
    return words.gap(first) == SPACE and words.surface(first - 1).casefold() in INDEFINITE


def is_ones_own(words: Words, first: int) -> bool:
    """Tell whether what begins here is somebody's own: "his own annual press conference"."""
    return words.gap(first) == SPACE and words.surface(first - 1).casefold() in OWN


def qualifiers(words: Words, first: int, last: int, language: Language, *, body: bool) -> list[str]:
    """Return the words right beside a short name that say whose it is.

    Args:
        words: of the text.
        first: number of the short name's first word.
        last: and of its last.
        language: of the text.
        body: it names a body, which a place may tell from others ("in Tokyo").
    """
    return [*_before(words, first, language), *_after(words, last, body=body)]


def _before(words: Words, first: int, language: Language) -> Iterator[str]:
    if first == 0 or not _qualifies(words, first - 1, language):
        return
    # Of "China-Russia" both.
    for before in range(first - 1, max(-1, first - 1 - REACH), -1):
        yield words.surface(before)
        if words.gap(before) != HYPHEN:
            return


def _qualifies(words: Words, before: int, language: Language) -> bool:
    gap, surface = words.gap(before + 1), words.surface(before)
    if gap != SPACE:
        # "US-Verteidigungsministerium", "U.S. defense ministry".
        return gap == HYPHEN or (gap == "." and len(surface) == 1)
    if _is_harmless(words, before):
        return False
    if language == "de":
        genitive = surface.endswith("s") or words.is_possessive(before)
        return (words.is_capital(before) and genitive) or bool(GERMAN_ADJECTIVE.search(surface.casefold()))
    return words.is_capital(before) and (words.is_possessive(before) or not _may_end_title(surface))


def _after(words: Words, last: int, *, body: bool) -> Iterator[str]:
    following = last + 1
    for number in range(following, min(following + REACH, len(words))):
        surface = words.surface(number)
        if words.gap(number) not in (SPACE, HYPHEN, '"'):
            return
        if stands_for_a_state(words, number):
            yield surface
        elif number == following:
            if surface not in (BODY_LINKS if body else OTHER_LINKS):
                return
        elif words.is_capital(number):
            in_a_place = body and number == following + 1 and words.surface(following) == "in"
            if in_a_place and not _is_harmless(words, number):
                yield surface
        elif surface not in JOINING:
            return


@cache
def _days_and_months() -> frozenset[str]:
    locales = [Locale.parse(language) for language in LANGUAGES]
    calendars = [part["format"]["wide"] for one in locales for part in (one.days, one.months)]
    return frozenset(name.casefold() for names in calendars for name in names.values())
