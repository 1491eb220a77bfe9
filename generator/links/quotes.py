"""Sentences of entries that a link or a record's page rests on, and what records are called."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.language.markup import plain
from generator.language.sentences import sentence_around, shorten
from generator.model import Entry, Event, Language, Mention, Record, Segment, SegmentId, Slug

QUOTE_LENGTH = 320


@dataclass(frozen=True)
class Quote:
    """A sentence of an entry."""

    text: str
    language: Language
    segment: SegmentId | None = None
    """Where it stands; None: it is the title."""


def record_name(record: Record, language: Language) -> str:
    """Return the preferred name of a record in a language, or in the next best one."""
    return record.names.get(language) or next(iter(record.names.values()))


def quote_for(
    entry: Entry,
    mentions: Iterable[Mention],
    record: Slug,
    language: Language,
    preferred: Collection[SegmentId] = (),
) -> Quote | None:
    """Return the sentence of an entry that names a record; None when only an editor says that it does.

    Args:
        entry: the one to quote.
        mentions: the places in it that name records.
        record: the one to be named.
        language: taken where there is a choice.
        preferred: paragraphs to take it from, if one of them names the record.
    """
    own = [mention for mention in mentions if mention.record == record and mention.surface]
    # A headline says less than the sentence it is made from.
    own.sort(key=lambda m: (m.segment not in preferred, m.segment is None, m.language != language))
    return next((quote for mention in own if (quote := _quote(entry, mention))), None)


def quote_event(
    entry: Entry, mentions: Iterable[Mention], event: Event, records: Collection[Slug], language: Language
) -> Quote:
    """Return the sentence in which an entry reports a happening, in `language` if it can be found there."""
    segment = next((s for s in entry.segments if s.id == event.segment), None)
    if segment is None:
        return Quote(shorten(event.title, QUOTE_LENGTH), entry.language)
    rendering = segment.rendering
    if segment.language != language and rendering and rendering.language == language:
        naming = [m for m in mentions if m.segment == segment.id and m.language == language]
        translated = (quote_for(entry, naming, record, language) for record in sorted(records))
        if found := next((quote for quote in translated if quote), None):
            return found
    text = plain(segment.text)
    words = event.title.strip("… ")
    if words not in text:
        naming = [m for m in mentions if m.segment == segment.id and m.language == segment.language]
        quotes = (quote_for(entry, naming, record, segment.language) for record in sorted(records))
        if found := next((quote for quote in quotes if quote), None):
            return found
    sentence = sentence_around(text, words)
    return Quote(shorten(sentence, QUOTE_LENGTH), segment.language, segment.id)


def _quote(entry: Entry, mention: Mention) -> Quote | None:
    if mention.segment is None:
        titles = (title for title in (entry.title, entry.original_title or "") if mention.surface in title)
        title = next(titles, None)
        return Quote(shorten(title, QUOTE_LENGTH), mention.language) if title else None
    segment = next((s for s in entry.segments if s.id == mention.segment), None)
    if segment is None:
        return None
    sentence = sentence_around(_text(segment, mention.language), mention.surface)
    return Quote(shorten(sentence, QUOTE_LENGTH), mention.language, segment.id)


def _text(segment: Segment, language: Language) -> str:
    rendering = segment.rendering
    return plain(rendering.text if rendering and rendering.language == language else segment.text)
