"""The languages whose words are known. A further one is a module like `de` and a row at the end here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Final, TypeVar

from generator.language.de import GERMAN_WORDS
from generator.language.en import ENGLISH_WORDS
from generator.language.letters import fold
from generator.language.lexicon import Abbreviations, Lexicon
from generator.model import Language

T = TypeVar("T")


class Lexicons(Mapping[Language, Lexicon]):
    """The languages that are known, read-only."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self._lexicons = {lexicon.language: lexicon for lexicon in lexicons}

    def __getitem__(self, language: Language) -> Lexicon:
        return self._lexicons[language]

    def __iter__(self) -> Iterator[Language]:
        return iter(self._lexicons)

    def __len__(self) -> int:
        return len(self._lexicons)

    def nearest(self, language: Language) -> Lexicon:
        """Return the lexicon of a language, English for one that has none."""
        return self.get(language) or self[Language("en")]

    @cached_property
    def any(self) -> Lexicon:
        """For sentences in whatever language: none ends where it would not in one of those known."""
        return replace(
            self[Language("de")],
            abbreviations=Abbreviations(
                titles=self.united(lambda one: one.abbreviations.titles),
                bound=self.united(lambda one: one.abbreviations.bound),
                counted=self.united(lambda one: one.abbreviations.counted),
                short=self.united(lambda one: one.short),
            ),
            function_words=self.function_words,
            begin_names=self.united(lambda one: one.begin_names),
        )

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Those of all languages."""
        return self.united(lambda one: one.function_words)

    @property
    def months(self) -> Mapping[str, int]:
        """Names and abbreviations of months in all languages."""
        return self.joined(lambda one: {**one.calendar.months, **one.calendar.short_months})

    @property
    def weekdays(self) -> Mapping[str, int]:
        """Full names of weekdays in all languages; Monday is 0."""
        return self.joined(lambda one: one.calendar.weekdays)

    def joined(self, of: Callable[[Lexicon], Mapping[str, T]]) -> Mapping[str, T]:
        """Return one table made of those of all languages."""
        return MappingProxyType({name: number for one in self.values() for name, number in of(one).items()})

    def united(self, of: Callable[[Lexicon], frozenset[str]]) -> frozenset[str]:
        """Return the words of all languages, for texts that are read without regard to their language."""
        return frozenset().union(*(of(lexicon) for lexicon in self.values()))

    @cached_property
    def is_title(self) -> Callable[[str], bool]:
        """Tells whether a word may stand before a person's name: "President", "Außenministerin", "Dr"."""
        return lru_cache(maxsize=50_000)(self._is_title)

    def _is_title(self, word: str) -> bool:
        folded = fold(word)
        return folded in self._forms_of_address or bool(self._titles.search(folded))

    def is_office(self, folded: str) -> bool:
        """Tell whether a word, as folded, is one for a rank or office."""
        return bool(self._offices.search(folded))

    @cached_property
    def _forms_of_address(self) -> frozenset[str]:
        abbreviated = self.united(lambda one: one.abbreviations.titles)
        return self.united(lambda one: one.names.forms_of_address).union(map(fold, abbreviated))

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        return self._ending(lambda one: (*one.names.titles, *one.names.relations))

    @cached_property
    def _offices(self) -> re.Pattern[str]:
        return self._ending(lambda one: one.names.titles)

    def _ending(self, of: Callable[[Lexicon], Iterable[str]]) -> re.Pattern[str]:
        return re.compile("|".join(one.ending(of(one)) for one in self.values()))

    def calendar_words(self) -> frozenset[str]:
        """Return months, weekdays and units of time, as folded."""
        tables = (self.months, self.weekdays, self.joined(lambda one: one.calendar.units))
        return frozenset(fold(word) for table in tables for word in table)

    def endings(self, of: Callable[[Lexicon], tuple[str, ...]]) -> tuple[str, ...]:
        """Return the endings of all languages, each once."""
        return tuple(dict.fromkeys(ending for lexicon in self.values() for ending in of(lexicon)))


LEXICONS: Final = Lexicons((ENGLISH_WORDS, GERMAN_WORDS))
