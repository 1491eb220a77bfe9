"""What is known of one language: its words for the calendar, for numbers, for saying no, its small words.

`de` and `en` fill one `Lexicon` each, `lexicons` holds them; a fact about a language stands there and
nowhere else. Words are in lower case, and those in sets are folded (`letters.fold`): fold a word before
looking it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from babel import Locale

from generator.language.letters import fold
from generator.model import Language


def words(text: str) -> frozenset[str]:
    """Return the words of a list, folded."""
    return frozenset(fold(word) for word in text.split())


def grouped(rows: str) -> Mapping[str, str]:
    """Return the words of rows parted by semicolons, folded, each with the name before its row's colon."""
    named = (row.split(":") for row in rows.split(";"))
    return MappingProxyType(
        {fold(word): " ".join(name.split()) for name, row in named for word in row.split()}
    )


def feast_days(rows: str) -> Mapping[str, str]:
    """Return the names of rows parted by semicolons, each with the rule before its row's colon.

    `rows`: names are parted by commas; for rules see `dates.feasts`.
    """
    ruled = (row.partition(":") for row in rows.split(";"))
    return MappingProxyType(
        {" ".join(name.split()): rule.strip() for rule, _, names in ruled for name in names.split(",")}
    )


def lines(text: str) -> frozenset[str]:
    """Return lines of a page, parted by "|", folded."""
    return frozenset(" ".join(fold(line).split()) for line in text.split("|"))


def starts(text: str) -> tuple[str, ...]:
    """Return what words start with, folded."""
    return tuple(fold(start) for start in text.split())


def as_written(text: str) -> frozenset[str]:
    """Return the words of a list as they are, where capitals tell them apart."""
    return frozenset(text.split())


def numbered(rows: str, start: int = 1) -> Mapping[str, int]:
    """Return the words of rows parted by semicolons, each with its row's number; a row may be empty."""
    numbers = enumerate(rows.split(";"), start)
    return MappingProxyType({name: number for number, row in numbers for name in row.split()})


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Return phrases parted by semicolons, each as its folded words."""
    return tuple(tuple(fold(phrase).split()) for phrase in text.split(";"))


def valued(rows: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Return the words of rows, folded, each with the values of its row."""
    return MappingProxyType({fold(word): values for row, values in rows.items() for word in row.split()})


def measured(rows: str) -> Mapping[str, Decimal]:
    """Return the words of rows parted by semicolons, folded, each with the number before its row's colon."""
    return MappingProxyType({word: Decimal(number) for word, number in grouped(rows).items()})


@dataclass(frozen=True)
class CalendarWords:
    """Months, weekdays, seasons and decades. Babel knows the names; here is how else they are written."""

    language: Language
    month_spellings: Mapping[str, int]
    """Beside Babel's names: older, regional, or without umlauts."""
    short_month_spellings: Mapping[str, int]
    months_also_names: frozenset[str]
    """Full or short: somebody's name as well."""
    weekday_spellings: Mapping[str, int]
    short_weekday_spellings: Mapping[str, int]
    seasons: Mapping[str, int]
    """EDTF's numbers, 21 to 24."""
    decades: Mapping[str, int]
    """The third digit of their years: "eighties" is 8."""
    units: Mapping[str, str]
    """Words for a day, week, weekend, month or year, each with that English word."""
    feasts: Mapping[str, str] = field(default_factory=dict)
    """Feast days, each with its rule (`dates.feasts`)."""
    has_capitals: bool = True
    """Names of months and weekdays begin with a capital."""

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Full names of months, 1 to 12."""
        named = Locale.parse(self.language).months["format"]["wide"]
        return MappingProxyType(_by_name(named) | dict(self.month_spellings))

    @cached_property
    def short_months(self) -> Mapping[str, int]:
        """Abbreviations of months, without their stop."""
        named = _by_name(Locale.parse(self.language).months["stand-alone"]["abbreviated"])
        short = {name: number for name, number in named.items() if name not in self.months}
        return MappingProxyType(short | dict(self.short_month_spellings))

    @cached_property
    def weekdays(self) -> Mapping[str, int]:
        """Full names of weekdays; Monday is 0."""
        named = Locale.parse(self.language).days["format"]["wide"]
        return MappingProxyType(_by_name(named) | dict(self.weekday_spellings))

    @cached_property
    def short_weekdays(self) -> Mapping[str, int]:
        """Abbreviations of weekdays, without their stop."""
        named = Locale.parse(self.language).days["stand-alone"]["abbreviated"]
        return MappingProxyType(_by_name(named) | dict(self.short_weekday_spellings))


def _by_name(names: Mapping[int, str]) -> dict[str, int]:
    return {name.lower(): number for number, name in names.items()}


@dataclass(frozen=True)
class NumberWords:
    """Numbers in words."""

    cardinals: Mapping[str, int]
    """Those below twenty."""
    also_words: frozenset[str]
    """Numbers that may be other words; where nouns have capitals, only with one."""
    tens: Mapping[str, int]
    """ "twenty" is 2."""
    ordinals: Mapping[str, int]
    """Without what grammar adds to them."""
    ordinal_endings: tuple[str, ...] = ("",)
    multiples: Mapping[str, int] = field(default_factory=dict)
    """They multiply what stands before them: "hundred"."""
    loose: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that may say a number, with every value they may have: "half", "dozen"; folded."""
    fractions: Mapping[str, Decimal] = field(default_factory=dict)
    """Parts of one: "quarters"."""
    halves_more: Mapping[str, Decimal] = field(default_factory=dict)
    """They add to the number before them: "einhalb"."""
    spans: Mapping[str, Decimal] = field(default_factory=dict)
    """Spans of time, folded, each with how many it is of a smaller one: a week is 7 days."""
    half_before: str = ""
    """Before an hour, the half hour before it: "halb acht" is 7:30."""
    joiner: str = ""
    """What stands between the parts of a number: "and"."""
    scales: Mapping[str, int] = field(default_factory=dict)
    """What follows a number in digits, with its power of ten: "million" is 6."""
    has_ordinal_stop: bool = False
    """A number with a full stop is an ordinal: `29. Januar`."""
    before_amounts: frozenset[str] = frozenset()
    """Words after which such a number is an amount, and the stop the sentence's."""

    @cached_property
    def inflected_ordinals(self) -> Mapping[str, int]:
        """The ordinals as they stand in texts."""
        endings = self.ordinal_endings
        return MappingProxyType(
            {f"{stem}{ending}": number for stem, number in self.ordinals.items() for ending in endings}
        )


@dataclass(frozen=True)
class Abbreviations:
    """What is written with a full stop inside a sentence, without that stop and with its capitals."""

    titles: frozenset[str]
    """Before a person's name: no sentence ends with them."""
    bound: frozenset[str]
    """Others that need what follows."""
    counted: frozenset[str]
    """Before a number; before anything else they may be words."""
    short: frozenset[str]
    """They end a sentence only before a word that opens one."""

    @cached_property
    def never_last(self) -> frozenset[str]:
        """Those that no sentence ends with."""
        return self.titles | self.bound


@dataclass(frozen=True)
class NegationWords:
    """How a text says no."""

    words: frozenset[str]
    near: frozenset[str]
    """Words that say no in another way: a counterpart of a negation."""
    near_starts: tuple[str, ...]
    prefix: str
    """What starts with it is near a negation, but for the next."""
    not_near_starts: tuple[str, ...]
    near_ends: tuple[str, ...]
    turns_of_phrase: tuple[tuple[str, ...], ...]
    """They hold a negation and deny nothing, or deny without one; "…" stands for some words."""
    apart: tuple[tuple[str, ...], ...] = ()
    """Two words that deny together, with others between them: "ließ … offen"."""


@dataclass(frozen=True)
class Sense:
    """The words for one of two opposites.

    A "*" stands for any ending, a "+" for words to the end of the clause, a "~" for some words.
    """

    surely: tuple[str, ...]
    perhaps: tuple[str, ...]
    """They may say so, among other things."""


def senses(rows: str) -> Mapping[str, Sense]:
    """Return what rows parted by semicolons say: a name, a colon, the sure words, a "|" and the others."""
    named = (row.split(":") for row in rows.split(";"))
    return MappingProxyType(
        {
            " ".join(name.split()): Sense(*(starts(side) for side in f"{row}|".split("|")[:2]))
            for name, row in named
        }
    )


@dataclass(frozen=True)
class PageWords:
    """What web pages say beside their dates and articles; folded."""

    date_labels: frozenset[str]
    """A line with a date begins with them."""
    beside_dates: frozenset[str]
    """Other words that a line may have that is nothing but a date."""
    captions: frozenset[str]
    """They begin a caption, before a colon."""
    pictures: frozenset[str]
    """In brackets they name who made a picture."""


@dataclass(frozen=True)
class StampWords:
    """What stands beside a date outside the text and says what it is the date of; folded."""

    published: frozenset[str]
    updated: frozenset[str]
    comment: frozenset[str]
    """Of a reader."""
    today: frozenset[str]
    """Of the fetching, the printing, an event to come: not of the document."""
    by: frozenset[str]
    """Before the name of an author."""
    writers: frozenset[str]
    """How words for those end who write for a living."""
    sources: frozenset[str]
    """Before the name of who gives it out."""
    agencies: frozenset[str]
    """Names of those that sign texts of others' pages."""
    decisions: frozenset[str]
    """What a court gives, as it begins the line that names it; a pattern's alternatives."""
    documents: frozenset[str]
    """What a document calls itself, as the first or last word of its title's first line."""
    about: frozenset[str]
    """Before the name of whom the lines below tell about."""
    general: frozenset[str]
    """Other words of offices and menus; of these alone there is no name."""
    titles: frozenset[str]
    """Before a headline."""
    places: frozenset[str]
    """The name of a part of a country has one: "Moscow Region"."""
    institutions: frozenset[str]
    """The name of one has such a word, or one that ends like it."""


@dataclass(frozen=True)
class NameWords:
    """What stands beside names, and says whose they are."""

    titles: tuple[str, ...]
    """How words for ranks and offices end, but for `title_endings`; no given name ends like this."""
    relations: tuple[str, ...]
    """The same for what people are to each other: "counterpart"."""
    title_endings: tuple[str, ...]
    """Patterns."""
    forms_of_address: frozenset[str]
    possessives: frozenset[str]
    """And other words after which something new begins, or somebody's own."""
    own: frozenset[str]
    links: frozenset[str]
    """What joins something to those that it is of, or between, and a body to its place."""
    adjectives: str = "(?!)"
    """Pattern of an adjective that may say whose something is; in English it has a capital."""


@dataclass(frozen=True)
class Lexicon:
    """What is known of one language."""

    language: Language
    calendar: CalendarWords
    numbers: NumberWords
    abbreviations: Abbreviations
    names: NameWords
    negation: NegationWords
    senses: Mapping[str, Sense]
    """How it says what has an opposite: "up" and "down"."""
    futures: frozenset[str]
    """With an infinitive, of what is to come."""
    measures: Mapping[str, str]
    """Units that numbers are of, each with its name in English; folded."""
    measure_parts: Mapping[str, str]
    """Parts of words that may stand for a unit: "20-jährig" is "20-year"."""
    page: PageWords
    stamps: StampWords
    questioners: frozenset[str]
    """What a transcript calls those who ask."""
    answerers: frozenset[str]
    """And those who answer, when it does not name them."""
    speech_verbs: frozenset[str]
    """They say that somebody says something."""
    reporting_words: frozenset[str]
    """Others that are in every news text, and tell nothing of what it is about."""
    definite_articles: frozenset[str]
    indefinite_articles: frozenset[str]
    function_words: frozenset[str]
    """Articles, pronouns, prepositions, conjunctions, auxiliary verbs and adverbs that say nothing of a
    text's subject."""

    endings: tuple[str, ...]
    """What grammar adds to a word, the empty one among them."""
    derived_endings: tuple[str, ...]
    """What makes another word of the same matter: "consult", "consultations"; for whoever searches."""
    noun_endings: tuple[str, ...]
    """What grammar adds to a noun by itself, which nothing around it confirms."""
    genitive: str
    """What a name has added that says whose something is."""
    capitalizes_nouns: bool
    has_compounds: bool
    """Words are joined into one: `Quadratkilometer`, `zweiundzwanzig`."""
    only_noun_endings: tuple[str, ...]
    """What makes a noun of another word, and ends hardly any name; where nouns have capitals."""
    abstract_endings: tuple[str, ...]
    """Likewise, and no name ends so."""
    begin_names: frozenset[str]
    """Function words that names begin with, too: "First Lady", "Will Smith"."""
    changed_endings: tuple[tuple[str, str], ...] = ()
    """What grammar makes of an ending, and the ending that it was."""
    sounds: Mapping[str, str] = field(default_factory=dict)
    """Letters of names from other scripts, each with a sign for how the language reads them."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Parts of words that are spelled in two ways."""

    @cached_property
    def decimal(self) -> str:
        """The decimal sign; the other of "," and "." groups thousands."""
        return str(Locale.parse(self.language).number_symbols["latn"]["decimal"])

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that have a capital only where they open a sentence."""
        return self.function_words - self.begin_names

    @cached_property
    def short(self) -> frozenset[str]:
        """Abbreviations, of months and weekdays too, that end a sentence only before an opener."""
        dates = (*self.calendar.short_months, *self.calendar.short_weekdays)
        return self.abbreviations.short.union(map(str.capitalize, dates)) - self.abbreviations.counted

    @cached_property
    def _adjective(self) -> re.Pattern[str]:
        return re.compile(self.names.adjectives)

    def is_adjective(self, word: str) -> bool:
        """Tell whether a word is an adjective that may say whose something is: "chinesische"."""
        return bool(self._adjective.search(fold(word)))

    def ending(self, ends: Iterable[str]) -> str:
        """Return a pattern of how words for people end: `names.titles` or `names.relations`."""
        return f"(?:{'|'.join(ends)})(?:{'|'.join(self.names.title_endings)})$"
