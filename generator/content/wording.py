"""Kinds and supplied titles in words, in English and German; for dates see `date_words`."""

from __future__ import annotations

from generator.dates.wording import ENGLISH, date_in_words
from generator.model import Kind, Language

KINDS = {
    "en": {
        Kind.PRESS_CONFERENCE: "Press conference",
        Kind.PRESS_RELEASE: "Press release",
        Kind.ARTICLE: "Article",
    },
    "de": {
        Kind.PRESS_CONFERENCE: "Pressekonferenz",
        Kind.PRESS_RELEASE: "Pressemitteilung",
        Kind.ARTICLE: "Artikel",
    },
}
SUPPLIED_TITLE = {"en": "{kind} with {speaker}, {date}", "de": "{kind} mit {speaker}, {date}"}


def has_wording(language: Language) -> bool:
    """Tell whether dates, kinds and titles can be worded in `language`."""
    return language in KINDS


def kind_in_words(kind: Kind, language: Language = ENGLISH) -> str:
    """Return what sort of document it is, in words."""
    return KINDS.get(language, KINDS["en"])[kind]


def supplied_title(kind: Kind, speaker: str, date: str, language: Language = ENGLISH) -> str:
    """Return a title for a document that has no headline."""
    known = language if language in SUPPLIED_TITLE else ENGLISH
    return SUPPLIED_TITLE[known].format(
        kind=kind_in_words(kind, known), speaker=speaker, date=date_in_words(date, known)
    )
