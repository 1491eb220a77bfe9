"""Finds the places in an entry's texts that name a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import intern

from generator.language.markup import plain
from generator.model import Entry, Language, Mention, SegmentId, Slug, Span
from generator.names.index import FoundName, NameIndex
from generator.names.resolve import EntryText, NamesInText, resolve


@dataclass(frozen=True)
class UnclearName:
    """Words of an entry that may name several records, and so are not linked."""

    words: str
    segment: SegmentId | None
    """None: in the title."""
    language: Language
    candidates: tuple[Slug, ...]
    """In order of their slugs."""


def find_mentions(entry: Entry, index: NameIndex) -> tuple[Mention, ...]:
    """Return the places that name a record: in the text, in the titles, and what an editor added.

    Titles and additions come last, so that a record's first mention has a sentence to quote.
    """
    found = [
        _mention(segment, part, one) for segment, part, places in _read(entry, index) for one in places.found
    ]
    found.sort(key=lambda mention: mention.segment is None)
    added = [slug for slug in entry.mentions.add if slug in index.records]
    known = {*mentioned(found), *entry.mentions.drop}
    missing = dict.fromkeys(slug for slug in added if slug not in known)
    return (*found, *(Mention(slug, None, entry.language, "") for slug in missing))


def find_unclear(entry: Entry, index: NameIndex) -> tuple[UnclearName, ...]:
    """Return the places that may name several records, in the order they are read."""
    return tuple(
        UnclearName(part.text[one.start : one.end], segment, part.language, tuple(sorted(one.records)))
        for segment, part, places in _read(entry, index)
        for one in places.doubts
    )


def mentioned(mentions: Iterable[Mention]) -> tuple[Slug, ...]:
    """Return the records that mentions name, each once, in the order they are read."""
    return tuple(dict.fromkeys(mention.record for mention in mentions))


def titles_of(entry: Entry) -> tuple[EntryText, ...]:
    """Return an entry's titles; where there are two, the first is in the other language."""
    if entry.original_title is None:
        return (EntryText(entry.language, entry.title),)
    return (EntryText(_other_language(entry), entry.title), EntryText(entry.language, entry.original_title))


def _mention(segment: SegmentId | None, part: EntryText, name: FoundName) -> Mention:
    span = Span(name.start, name.end)
    # A name stands in many entries; of ten thousand it would lie there almost a million times.
    return Mention(name.record, segment, part.language, intern(span.of(part.text)), span)


def _other_language(entry: Entry) -> Language:
    if entry.translation:
        return entry.translation.language
    renderings = (segment.rendering for segment in entry.segments)
    return next((one.language for one in renderings if one), entry.language)


def _read(entry: Entry, index: NameIndex) -> Iterator[tuple[SegmentId | None, EntryText, NamesInText]]:
    """Yield all texts of an entry in the order they are read, each with what it names."""
    texts: list[tuple[SegmentId | None, EntryText]] = [(None, part) for part in titles_of(entry)]
    for segment in entry.segments:
        texts.append((segment.id, EntryText(segment.language, plain(segment.text))))
        if segment.rendering:
            texts.append((segment.id, EntryText(segment.rendering.language, plain(segment.rendering.text))))
    resolved = resolve([part for _, part in texts], index, entry.mentions)
    for (segment_id, part), places in zip(texts, resolved, strict=True):
        yield segment_id, part, places
