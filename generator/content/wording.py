"""What a reader sees in words, by language: kinds, supplied titles, what an undated entry lacks.

Dates in words are in `dates.wording`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.dates.wording import ENGLISH, date_in_words
from generator.model import Kind, Language


@dataclass(frozen=True)
class UndatedWords:
    """What a text tells of its date, and what nothing tells; `{}` stands for a date or a quote."""

    no_date: str
    nothing: str
    """No date, and no publication either."""
    disagreeing: str
    joiner: str
    """Between the last two of several dates."""
    unpublished: str
    text_names: str
    known_is: str
    """The same of what stands beside the text."""
    no_year: str
    vague: str
    not_enough: str


@dataclass(frozen=True)
class Wording:
    """One language's words for readers."""

    kinds: Mapping[Kind, str]
    supplied_title: str
    undated: UndatedWords


WORDINGS: Mapping[Language, Wording] = MappingProxyType({
    ENGLISH: Wording(
        kinds=MappingProxyType({
            Kind.PRESS_CONFERENCE: "Press conference",
            Kind.PRESS_RELEASE: "Press release",
            Kind.ARTICLE: "Article",
        }),
        supplied_title="{kind} with {speaker}, {date}",
        undated=UndatedWords(
            no_date="It names no date; it was published on {}.",
            nothing="It names no date, and when it was published is unknown.",
            disagreeing="What it gives does not agree: {}.",
            joiner=" and ",
            unpublished="When it was published is unknown.",
            text_names="The text names",
            known_is="Known is",
            no_year="{}, nothing tells the year.",
            vague="The text says “{}”, nothing tells when that is.",
            not_enough="{}, which is not enough.",
        ),
    ),
    Language("de"): Wording(
        kinds=MappingProxyType({
            Kind.PRESS_CONFERENCE: "Pressekonferenz",
            Kind.PRESS_RELEASE: "Pressemitteilung",
            Kind.ARTICLE: "Artikel",
        }),
        supplied_title="{kind} mit {speaker}, {date}",
        undated=UndatedWords(
            no_date="Der Text nennt kein Datum; veröffentlicht wurde er: {}.",
            nothing="Der Text nennt kein Datum, und wann er veröffentlicht wurde, ist unbekannt.",
            disagreeing="Seine Angaben passen nicht zusammen: {}.",
            joiner=" und ",
            unpublished="Wann er veröffentlicht wurde, ist unbekannt.",
            text_names="Der Text nennt",
            known_is="Bekannt ist",
            no_year="{}, aber nichts nennt das Jahr.",
            vague="Im Text steht „{}“, aber nichts sagt, wann das ist.",
            not_enough="{}, das genügt nicht.",
        ),
    ),
})  # fmt: skip


def wording(language: Language) -> Wording:
    """Return the words of a language, the English ones for one that has none."""
    return WORDINGS.get(language, WORDINGS[ENGLISH])


def has_wording(language: Language) -> bool:
    """Tell whether dates, kinds and titles can be worded in `language`."""
    return language in WORDINGS


def kind_in_words(kind: Kind, language: Language = ENGLISH) -> str:
    """Return what sort of document it is, in words."""
    return wording(language).kinds[kind]


def supplied_title(kind: Kind, speaker: str, date: str, language: Language = ENGLISH) -> str:
    """Return a title for a document that has no headline."""
    words = wording(language)
    return words.supplied_title.format(
        kind=words.kinds[kind], speaker=speaker, date=date_in_words(date, language)
    )
