"""Entries, records and their parts in few words: what a test does not name is of no importance to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.generate.annotate import annotate
from generator.generate.draft import Draft, KeptLine, new_draft
from generator.model import (
    DatedFact,
    Entry,
    Event,
    Kind,
    Language,
    Mention,
    Record,
    RecordKind,
    Rendering,
    Role,
    Segment,
    SegmentId,
    Slug,
    Source,
    TranslationBy,
)
from generator.names.index import NameIndex

DE, EN = Language("de"), Language("en")

Paragraph = str | tuple[str, Role] | tuple[str, str | None] | tuple[str, str | None, TranslationBy | None]
"""A text; or a text with its role; or a text with its translation into English, and who made that."""


def segment(
    text: str,
    rendering: str | None = None,
    by: TranslationBy | None = None,
    *,
    number: int = 1,
    language: str = DE,
    **values,
) -> Segment:
    """A German paragraph, s1 unless told otherwise, with its English rendering where there is one."""
    translated = None if rendering is None else Rendering(EN, rendering, by)
    return Segment(SegmentId(f"s{number}"), Language(language), text, rendering=translated, **values)


def segments(*paragraphs: Paragraph, language: str = DE) -> tuple[Segment, ...]:
    """s1, s2, … in order."""
    return tuple(_segment(one, number, language) for number, one in enumerate(paragraphs, start=1))


def _segment(paragraph: Paragraph, number: int, language: str) -> Segment:
    match paragraph:
        case str(text):
            return segment(text, number=number, language=language)
        case (text, Role() as role):
            return segment(text, number=number, language=language, role=role)
        case (text, *rendering):
            return segment(text, *rendering, number=number, language=language)
    raise TypeError(paragraph)


def entry(
    slug: str = "e", *paragraphs: Paragraph, language: str = DE, publisher: str | None = None, **values
) -> Entry:
    """A German article of these paragraphs, from a seed of the same name; `values` are further fields."""
    given = {
        "title": slug.title(),
        "kind": Kind.ARTICLE,
        "source": Source(f"{slug}.txt", "x", publisher),
        "blocks": segments(*paragraphs, language=language),
        **values,
    }
    return Entry(slug=Slug(slug), language=Language(language), **given)


def draft(
    *paragraphs: Paragraph,
    seed: str = "a.txt",
    language: str = DE,
    headline: str | None = None,
    source: dict[str, Any] | None = None,
    entry: dict[str, Any] | None = None,
    **values,
) -> Draft:
    """What has become of a German seed when its paragraphs are known.

    `entry` and `source` are further fields of its entry and of where that is from, `values` its own.
    """
    filled = {"language": Language(language), "blocks": segments(*paragraphs, language=language)}
    made = new_draft(seed, "0" * 64, ()).fill(**filled, **(entry or {})).fill_source(**(source or {}))
    return replace(made, headline=KeptLine(1, headline) if headline else None, **values)


def annotated(one: Draft, records: Mapping[Slug, Record] | None = None) -> Draft:
    """The draft with the names of records and the dates in its texts."""
    return annotate(one, NameIndex(records or {}))


def record(slug: str, kind: RecordKind, name: str, *aliases: str, **values) -> Record:
    """A record by its English name; `de=`, `ru=`, `zh=` are its names in other languages."""
    codes = [key for key in values if len(key) == 2]
    names = {EN: name} | {Language(code): values.pop(code) for code in codes}
    return Record(Slug(slug), kind, names, aliases, **values)


def facts(what: str, *days: str, words: tuple[str, ...] = ()) -> tuple[DatedFact, ...]:
    """What happened to a record on each of these days: `facts("held", "2021-10-14/2021-10-17")`."""
    return tuple(DatedFact(what, day, "a source", words) for day in days)


def event(date: str, title: str, segment: str | None = None, **values) -> Event:
    """A happening a text reports."""
    return Event(date, title, segment=SegmentId(segment) if segment else None, **values)


def mention(record: str, segment: str | None, surface: str, language: str = EN, **values) -> Mention:
    """A place that names a record; no segment: in the title, or added by an editor."""
    place = SegmentId(segment) if segment else None
    return Mention(Slug(record), place, Language(language), surface, **values)
