"""Finds the places in an entry's texts that name a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.markup import plain
from generator.model import Entry, Language, Mention, SegmentId, Slug
from generator.names import NameIndex


def find_mentions(entry: Entry, index: NameIndex) -> tuple[Mention, ...]:
    """Return the places in an entry's texts, in both languages, that name a record."""
    return tuple(
        Mention(found.record, segment, language, text[found.start : found.end])
        for segment, language, text in _texts(entry)
        for found in index.find(text)
    )


def mentioned(mentions: Iterable[Mention]) -> frozenset[Slug]:
    """Return the records that mentions name."""
    return frozenset(mention.record for mention in mentions)


def _texts(entry: Entry) -> Iterator[tuple[SegmentId, Language, str]]:
    for segment in entry.segments:
        yield segment.id, segment.language, plain(segment.text)
        if segment.rendering:
            yield segment.id, segment.rendering.language, plain(segment.rendering.text)
