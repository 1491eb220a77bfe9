"""Capitalised words in a row, and what the texts themselves tell of such words: whether they are ordinary.

A capital is no name yet: the first word of a sentence has one, and so has every German noun. But an ordinary
word stands elsewhere in lower case or, in German, after an article or a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language
from generator.names.states import names_a_state
from generator.names.words import HYPHEN, SPACE, Words

MOST_WORDS = 6
"""More capitalised words in a row are a headline."""
# Latin letters, so that a name can't hold anything a terminal or shell takes for a command.
PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ' /-]{3,}(?:[ -](?:19|20)\d\d)?")
YEAR = re.compile(r"(?:19|20)\d\d")
ACRONYM = re.compile(r"[A-Z]{3,6}")
JOINED = (SPACE, HYPHEN, "/")
OF = frozenset(("of", "the"))
INSIDE_NAMES = OF | frozenset("al ben bin da de del der di el es ibn la van von".split())
"""Words in lower case that a name may have inside."""
FUNCTION_WORDS = LEXICONS.united(lambda one: one.openers)
MONTHS = frozenset(LEXICONS.months)
ALSO_NAMES = LEXICONS.united(
    lambda one: frozenset((*one.calendar.months_also_names, *one.calendar.short_months))
)
"""Months that may be somebody's name, too: "Dong Jun", "Theresa May"."""
BREAKS = (MONTHS - ALSO_NAMES).union(FUNCTION_WORDS, LEXICONS.weekdays)
SENTENCE_GOES_ON = re.compile(r"[,\w)%] ?['\"]?$|\w[-/]$")
GIVEN_ACRONYM = re.compile(r" \(([A-Z]{3,6})\)")
DETERMINER = re.compile(
    r"(?:der|die|das|den|dem|des|im|am|zum|zur|vom|beim|ins|beiden?|viele[nr]?|einige[nr]?|mehrere[nr]?"
    r"|(?:k?ein|dies|jed|all|sein|ihr|unser)e?[nmrs]?|\d+)"
)


class OrdinaryWords:
    """What texts tell of words: which they use as ordinary ones, too."""

    def __init__(self, texts: Iterable[tuple[Language, Words]]) -> None:
        self._in_lower_case: set[tuple[Language, str]] = set()
        self._nouns: set[str] = set()
        for language, words in texts:
            for number in range(len(words)):
                surface = words.surface(number)
                if not words.is_capital(number):
                    self._in_lower_case.add((language, surface))
                elif LEXICONS[language].capitalizes_nouns and _is_determined(words, number):
                    self._nouns.add(surface)

    def has(self, word: str, language: Language) -> bool:
        """Tell whether a capitalised word is an ordinary one, or what a state or its people is called."""
        if (language, word.lower()) in self._in_lower_case:
            return True
        noun = LEXICONS[language].capitalizes_nouns and word in self._nouns
        return not word.isupper() and (noun or names_a_state(word))


def _is_determined(words: Words, number: int) -> bool:
    """Tell whether an article or a number stands before a word; a pronoun may stand after a comma."""
    before = number and words.gap(number) == SPACE and DETERMINER.fullmatch(words.surface(number - 1).lower())
    return bool(before) and words.gap(number - 1) != ","


@dataclass(frozen=True)
class Capitals:
    """Capitalised words of a text in a row that may be a name."""

    text: str
    words: tuple[str, ...]
    begins_sentence: bool
    titled: bool
    """They stand after a person's title."""
    acronym: str
    """Made of their initials, and given after them in brackets."""


def capitals_in(words: Words, language: Language, ordinary: OrdinaryWords) -> Iterator[Capitals]:
    """Yield the rows of capitalised words that may be names, without titles and peoples before a name."""
    for row in _rows(words, language, ordinary):
        first, last = _shortened(row, words, language, ordinary)
        found = words.surfaces[first : last + 1]
        if first > last or sum(map(words.is_capital, row)) > MOST_WORDS or _is_odd(found, words, last):
            continue
        start, end = words.extent(first, last)
        if PLAIN.fullmatch(words.text, start, end):
            titled = words.gap(first) in (SPACE, ".") and LEXICONS.is_title(words.surface(first - 1))
            begins = not (titled or SENTENCE_GOES_ON.search(words.text[max(0, start - 3) : start]))
            given = GIVEN_ACRONYM.match(words.text, end)
            initials = "".join(word[0] for word in found if word[0].isupper())
            acronym = initials if given and given[1] == initials else ""
            yield Capitals(words.text[start:end], tuple(found), begins, titled, acronym)


def _rows(words: Words, language: Language, ordinary: OrdinaryWords) -> Iterator[range]:
    first = 0
    for number in range(len(words) + 1):
        inside = number < len(words) and _may_be_part(words, number, language, ordinary)
        if first < number and not (inside and _goes_on(words, number, first, language)):
            yield range(first, number)
            first = number
        if first == number and not (inside and words.is_capital(number)):
            first = number + 1


def _may_be_part(words: Words, number: int, language: Language, ordinary: OrdinaryWords) -> bool:
    """Tell whether a word may be part of a name."""
    surface = words.surface(number)
    if not words.is_capital(number):
        return surface in INSIDE_NAMES or bool(YEAR.fullmatch(surface))
    folded = fold(surface)
    if folded in BREAKS or folded.partition("'")[0] in FUNCTION_WORDS or LEXICONS.is_title(surface):
        return False
    if number > 1 and words.surface(number - 1) == "of" and LEXICONS.is_title(words.surface(number - 2)):
        return False  # "Secretary of State Antony Blinken"
    # Of nouns and numbers a German name is not made; in English "Central Military Commission" is all nouns.
    lexicon = LEXICONS[language]
    return not (
        lexicon.capitalizes_nouns and (folded in lexicon.numbers.scales or ordinary.has(surface, language))
    )


def _goes_on(words: Words, number: int, first: int, language: Language) -> bool:
    """Tell whether a word goes on what the row before it began."""
    before, gap = words.surface(number - 1), words.gap(number)
    if gap not in JOINED or before.isdecimal():
        return False
    if gap == HYPHEN and before.isupper() and not words.surface(number).isdecimal():
        return False  # "NATO-Gipfel"
    # "Wladimir Putins Rede"
    return not (LEXICONS[language].capitalizes_nouns and number > first + 1 and before.endswith("s"))


def _shortened(row: range, words: Words, language: Language, ordinary: OrdinaryWords) -> tuple[int, int]:
    """Return the first and the last word of a name, in a row that may have more before and behind it."""
    first, last = row[0], row[-1]
    while first <= last and (names_a_state(words.surface(first)) or fold(words.surface(first)) in MONTHS):
        first += 1
    while last >= first and words.surface(last).islower():
        last -= 1
    if first == last and ordinary.has(words.surface(first), language):
        last -= 1
    return first, last


def _is_odd(found: list[str], words: Words, last: int) -> bool:
    """Tell whether words are a headline in capitals, or belong to a title behind them: "Foreign Minister"."""
    if found[0].isupper():
        return len(found) > 1 and all(word.isupper() for word in found)
    return words.gap(last + 1) == SPACE and LEXICONS.is_title(words.surface(last + 1))
