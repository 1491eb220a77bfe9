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
PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ' /-]+(?:[ -](?:19|20)\d\d)?")
YEAR = re.compile(r"(?:19|20)\d\d")
JOINED = (SPACE, HYPHEN, "/")
INSIDE_NAMES = frozenset("al ben bin da de del der di el es ibn la of the van von".split())
"""Words in lower case that a name may have inside."""
OF = ("of", "the")
FUNCTION_WORDS = LEXICONS.united(lambda one: one.openers)
BREAKS = FUNCTION_WORDS.union(LEXICONS.months, LEXICONS.weekdays)
SENTENCE_GOES_ON = re.compile(r"[,\w)%] ?['\"]?$|\w[-/]$")
DETERMINER = re.compile(
    r"(?:der|die|das|den|dem|des|im|am|zum|zur|vom|beim|ins|beiden?|viele[nr]?|einige[nr]?|mehrere[nr]?"
    r"|(?:k?ein|dies|jed|all|sein|ihr|unser)e?[nmrs]?|\d+)"
)
GIVEN_ACRONYM = re.compile(r" \(([A-Z]{3,6})\)")


@dataclass(frozen=True)
class Phrase:
    """Capitalised words of a text, in a row."""

    text: str
    capitals: tuple[str, ...]
    """Those of its words that begin with a capital letter."""
    owners: tuple[str, ...]
    """Those that say whose the rest is: "People's"."""
    before: tuple[str, ...]
    """The words of its row before it."""
    ends_row: bool
    """Nothing of its row follows but the rest of a compound: "NATO-Gipfel"."""
    begins_sentence: bool
    titled: bool
    """It stands after a person's title."""
    acronym: str
    """Made of its initials, and given after it in brackets."""


def phrases_in(words: Words) -> Iterator[Phrase]:
    """Yield all runs of up to `MOST_WORDS` capitalised words, and all parts of these; a year may end one."""
    for row in _rows(words):
        for first in row:
            # What follows "of" is part of what stands before it: "Secretary of State Antony Blinken".
            if words.is_capital(first) and (first == row[0] or words.surface(first - 1) not in OF):
                for last in row[first - row[0] :]:
                    phrase = _phrase(words, row, first, last)
                    if not words.surface(last).islower() and PLAIN.fullmatch(phrase.text):
                        yield phrase


def _phrase(words: Words, row: range, first: int, last: int) -> Phrase:
    start, end = words.extent(first, last)
    surfaces = [words.surface(number) for number in range(first, last + 1)]
    capitals = tuple(surface for surface in surfaces if surface[0].isupper())
    given = GIVEN_ACRONYM.match(words.text, end)
    titled = words.gap(first) in (SPACE, ".") and LEXICONS.is_title(words.surface(first - 1))
    initials = "".join(word[0] for word in capitals)
    return Phrase(
        text=words.text[start:end],
        capitals=capitals,
        owners=tuple(words.surface(number) for number in range(first, last) if words.is_possessive(number)),
        before=tuple(words.surface(number) for number in range(row[0], first)),
        ends_row=last == row[-1] or words.gap(last + 1) == HYPHEN,
        begins_sentence=not (titled or SENTENCE_GOES_ON.search(words.text[max(0, start - 3) : start])),
        titled=titled,
        acronym=initials if given and given[1] == initials else "",
    )


def _rows(words: Words) -> Iterator[range]:
    """Yield the numbers of words in a row that may be a name's."""
    first, count = 0, len(words)
    while first < count:
        last = first
        if words.is_capital(first) and not _is_break(words.surface(first)):
            while last + 1 < count and _goes_on(words, last + 1):
                last += 1
            row = range(first, last + 1)
            if sum(map(words.is_capital, row)) <= MOST_WORDS:
                yield row
        first = last + 1


def _goes_on(words: Words, number: int) -> bool:
    surface = words.surface(number)
    if words.gap(number) not in JOINED or words.surface(number - 1).isdecimal():
        return False
    if words.is_capital(number):
        return _may_be_a_name(surface) or not _is_break(surface)
    return surface in INSIDE_NAMES or bool(YEAR.fullmatch(surface))


def _is_break(word: str) -> bool:
    """Tell whether a word is part of no name: a function word, a month, a weekday."""
    folded = fold(word)
    return folded in BREAKS or folded.partition("'")[0] in FUNCTION_WORDS


def _may_be_a_name(month: str) -> bool:
    """Tell whether a word is a month that may be somebody's name, too: "Dong Jun", "Theresa May"."""
    folded, calendars = fold(month), [lexicon.calendar for lexicon in LEXICONS.values()]
    return any(folded in one.months_also_names or folded in one.short_months for one in calendars)


class OrdinaryWords:
    """What texts tell of words: which they use as ordinary ones, too."""

    def __init__(self, texts: Iterable[tuple[Language, Words]]) -> None:
        self._in_lower_case: set[tuple[Language, str]] = set()
        self._nouns: set[str] = set()
        for language, words in texts:
            self._learn(language, words)

    def _learn(self, language: Language, words: Words) -> None:
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
        return not word.isupper() and (
            names_a_state(word) or (LEXICONS[language].capitalizes_nouns and word in self._nouns)
        )


def _is_determined(words: Words, number: int) -> bool:
    """Tell whether an article or a number stands before a word; a pronoun may stand after a comma."""
    before = number and words.gap(number) == SPACE and DETERMINER.fullmatch(words.surface(number - 1).lower())
    return bool(before) and words.gap(number - 1) != ","
