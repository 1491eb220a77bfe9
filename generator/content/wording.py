"""Kinds, titles, translators and paragraphs in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.dates.wording import date_in_words
from generator.messages import N_, messages_in
from generator.model import ENGLISH, Kind, Language, SegmentId, TranslationBy

KINDS: Mapping[Kind, str] = MappingProxyType({
    Kind.ARTICLE: N_("article"),
    Kind.PRESS_RELEASE: N_("press release"),
    Kind.PRESS_CONFERENCE: N_("press conference"),
    Kind.SPEECH: N_("speech"),
    Kind.STATEMENT: N_("statement"),
    Kind.INTERVIEW: N_("interview"),
    Kind.REPORT: N_("report"),
    Kind.MINUTES: N_("minutes"),
    Kind.LETTER: N_("letter"),
    Kind.EMAIL: N_("e-mail"),
    Kind.TREATY: N_("treaty"),
    Kind.LAW: N_("law"),
    Kind.RESOLUTION: N_("resolution"),
    Kind.COURT_DECISION: N_("court decision"),
})  # fmt: skip
"""As they stand within a line."""
TRANSLATORS: Mapping[TranslationBy, str] = MappingProxyType({
    TranslationBy.ARGOS: N_("Argos Translate"),
    TranslationBy.EDITOR: N_("an editor"),
})  # fmt: skip


def kind_in_words(kind: Kind, language: Language = ENGLISH) -> str:
    """Return what sort of document it is, in words that begin a line."""
    words = messages_in(language).gettext(KINDS[kind])
    return words[:1].upper() + words[1:]


def supplied_title(kind: Kind, speaker: str, date: str, language: Language = ENGLISH) -> str:
    """Return a title for a document that has no headline."""
    title = messages_in(language).gettext("{kind} with {speaker}, {date}")
    return title.format(
        kind=kind_in_words(kind, language), speaker=speaker, date=date_in_words(date, language)
    )


def section(segment: SegmentId) -> str:
    """Return what a paragraph is called."""
    return f"§{segment.removeprefix('s')}"
