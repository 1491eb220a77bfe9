"""Sentences of entries that a link or a record's page rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.language.markup import plain
from generator.language.sentences.quote import sentence_at, shorten
from generator.links.texts import sentence_of, text_in, title_in
from generator.links.ties import NumberPlace
from generator.model import Entry, Event, Language, Mention, SegmentId, Slug

QUOTE_LENGTH = 320


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an entry."""

    text: str
    language: Language
    segment: SegmentId | None = None
    """Where it stands; None: it is the title."""


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
    own = [mention for mention in mentions if mention.record == record]
    # A headline says less than the sentence it is made from.
    own.sort(key=lambda m: (m.segment not in preferred, m.segment is None, m.language != language))
    return next((quote for mention in own if (quote := _quote(entry, mention))), None)


def quote_event(
    entry: Entry, mentions: Iterable[Mention], event: Event, records: Collection[Slug], language: Language
) -> Quote:
    """Return the sentence in which an entry reports a happening, in `language` if it can be found there."""
    segment = entry.segment(event.segment)
    if segment is None:
        return Quote(shorten(event.title, QUOTE_LENGTH), entry.language)
    own = segment.language
    is_translated = language != own and text_in(segment, language) is not None
    # Only the source's words have a place: a translation is quoted by what it names.
    for read in ([language] if is_translated else []) + ([own] if event.span is None else []):
        naming = [m for m in mentions if (m.segment, m.language) == (segment.id, read)]
        quotes = (quote_for(entry, naming, record, read) for record in sorted(records))
        if found := next((quote for quote in quotes if quote), None):
            return found
    sentence = sentence_of(event, segment).of(plain(segment.text))
    return Quote(shorten(sentence, QUOTE_LENGTH), own, segment.id)


def quote_number(entry: Entry, place: NumberPlace) -> Quote:
    """Return the sentence of an entry that names a document by its number."""
    segment = entry.segment(place.segment)
    if segment is None:
        return Quote(shorten(title_in(entry, place.language), QUOTE_LENGTH), place.language)
    text = plain(segment.text)
    return Quote(shorten(sentence_at(text, place.span).of(text), QUOTE_LENGTH), place.language, segment.id)


def _quote(entry: Entry, mention: Mention) -> Quote | None:
    segment = entry.segment(mention.segment)
    if mention.span is None or (mention.segment and segment is None):
        return None
    if segment is None:
        return Quote(shorten(title_in(entry, mention.language), QUOTE_LENGTH), mention.language)
    text = text_in(segment, mention.language)
    if text is None:
        return None
    sentence = sentence_at(text, mention.span).of(text)
    return Quote(shorten(sentence, QUOTE_LENGTH), mention.language, segment.id)
