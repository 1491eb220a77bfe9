"""What a reader sees in words, by language: kinds, titles, what an undated entry lacks, reasons of links.

Dates in words are in `dates.wording`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.dates.wording import date_in_words
from generator.messages import N_
from generator.model import ENGLISH, Kind, Language, LinkType, TranslationBy

KINDS_IN_A_LINE: Mapping[Kind, str] = MappingProxyType({
    Kind.PRESS_CONFERENCE: N_("press conference"),
    Kind.PRESS_RELEASE: N_("press release"),
    Kind.ARTICLE: N_("article"),
})  # fmt: skip
TRANSLATORS: Mapping[TranslationBy, str] = MappingProxyType({
    TranslationBy.ARGOS: N_("Argos Translate"),
    TranslationBy.EDITOR: N_("an editor"),
})  # fmt: skip


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
class LinkWords:
    """Why entries belong together; each reason is seen from the entry whose page it stands on."""

    by_editor: str
    dated: Mapping[LinkType, str]
    """Reasons with the day of an event."""
    undated: Mapping[LinkType, str]
    one_day: str
    same_record: str
    """`{names}` each with the word for what it is."""
    same_event: str
    copy: str
    briefing: str
    on: str
    """The date of both entries."""
    on_two_days: str
    and_name: str
    besides: str
    more: str
    joiner: str


@dataclass(frozen=True)
class Wording:
    """One language's words for readers."""

    kinds: Mapping[Kind, str]
    supplied_title: str
    undated: UndatedWords
    links: LinkWords


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
        links=LinkWords(
            by_editor="Added by the editor.",
            dated=MappingProxyType({
                LinkType.FOLLOWS_UP: "Follows up on {names}: this entry refers back to {day}.",
                LinkType.FOLLOWED_UP: "Followed up on {names}: that entry refers back to {day}.",
                LinkType.ANNOUNCES: "Announces what that entry is about: {names}, {day}.",
                LinkType.ANNOUNCED: "Announced in that entry: {names}, {day}.",
                LinkType.REPORTS: "Reports an event that entry is about: {names}, {day}.",
                LinkType.REPORTED: "Reported in that entry: {names}, {day}.",
            }),
            undated=MappingProxyType({
                LinkType.FOLLOWS_UP: "Follows up: this is the next entry here that opens with {names}.",
                LinkType.FOLLOWED_UP: "Followed up: that is the next entry here that opens with {names}.",
            }),
            one_day="Both report what happened on {day}, and name {names} there.",
            same_record="Both mention {names}.",
            same_event="Same event: both report {on}{names}.",
            copy="Same event: nearly the same text, {on}; both name {names}.",
            briefing="Same event: both report a press conference of {speakers} {on}{names}.",
            on="on {}",
            on_two_days="dated {} here and {} there",
            and_name=" and name {}",
            besides=" Both also mention {}.",
            more=" and {} more",
            joiner=" and ",
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
        links=LinkWords(
            by_editor="Von der Redaktion hinzugefügt.",
            dated=MappingProxyType({
                LinkType.FOLLOWS_UP: "Knüpft an {names} an ({day}).",
                LinkType.FOLLOWED_UP: "Jener Eintrag knüpft an {names} an ({day}).",
                LinkType.ANNOUNCES: "Kündigt an, wovon jener Eintrag handelt: {names}, {day}.",
                LinkType.ANNOUNCED: "In jenem Eintrag angekündigt: {names}, {day}.",
                LinkType.REPORTS:
                    "Berichtet von einem Ereignis, von dem jener Eintrag handelt: {names}, {day}.",
                LinkType.REPORTED: "In jenem Eintrag berichtet: {names}, {day}.",
            }),
            undated=MappingProxyType({
                LinkType.FOLLOWS_UP: "Knüpft an: Dies ist der nächste Eintrag hier, der mit {names} beginnt.",
                LinkType.FOLLOWED_UP: "Wird fortgesetzt: Jener Eintrag beginnt als nächster mit {names}.",
            }),
            one_day="Beide berichten von einem Ereignis ({day}) und nennen dabei {names}.",
            same_record="Beide nennen {names}.",
            same_event="Dasselbe Ereignis: Beide berichten {on}{names}.",
            copy="Dasselbe Ereignis: fast derselbe Text, {on}; beide nennen {names}.",
            briefing=(
                "Dasselbe Ereignis: Beide berichten {on} von einer Pressekonferenz von {speakers}{names}."
            ),
            on="unter dem Datum {}",
            on_two_days="unter den Daten {} hier und {} dort",
            and_name=" und nennen {}",
            besides=" Beide nennen auch {}.",
            more=" und {} weitere",
            joiner=" und ",
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
