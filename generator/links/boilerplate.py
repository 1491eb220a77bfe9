"""Paragraphs a publisher puts under many of its texts: "About the ministry", standing introductions.

Whatever such a paragraph names says nothing about the text it stands in, so it connects nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from hashlib import blake2b

from generator.content.once import Once, anew
from generator.language.markup import plain
from generator.links.words import words_of
from generator.model import Entry, SegmentId, Slug

OFTEN = 2
"""A paragraph in more entries of one publisher than this is boilerplate."""
FEWEST_WORDS = 4

ParagraphPlace = tuple[Slug, SegmentId]


def recurring_paragraphs(entries: Iterable[Entry], once: Once = anew) -> frozenset[ParagraphPlace]:
    """Return the paragraphs that stand, but for dates and counts, in more than two texts of one publisher."""
    places: dict[tuple[str | None, bytes], list[ParagraphPlace]] = defaultdict(list)
    for entry in entries:
        for segment, digest in once("paragraphs", entry.slug, entry, partial(_digests, entry)):
            places[entry.source.publisher, digest].append((entry.slug, segment))
    often = (found for found in places.values() if len({slug for slug, _ in found}) > OFTEN)
    return frozenset(place for found in often for place in found)


def _digests(entry: Entry) -> tuple[tuple[SegmentId, bytes], ...]:
    """Return hashes of paragraphs: the texts themselves would be held twice in memory."""
    words = {
        segment.id: [word for word in words_of(plain(segment.text)) if word.isalpha()]
        for segment in entry.segments
    }
    return tuple(
        (segment, blake2b(" ".join(own).encode(), digest_size=16).digest())
        for segment, own in words.items()
        if len(own) >= FEWEST_WORDS
    )
