"""Paragraphs a publisher puts under many of its texts: "About the ministry", standing introductions.

Whatever such a paragraph names says nothing about the text it stands in, so it connects nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b

from generator.language.markup import plain
from generator.links.words import words_of
from generator.model import Entry, SegmentId, Slug

OFTEN = 2
"""A paragraph in more entries of one publisher than this is boilerplate."""
FEWEST_WORDS = 4

ParagraphPlace = tuple[Slug, SegmentId]


def recurring_paragraphs(entries: Iterable[Entry]) -> frozenset[ParagraphPlace]:
    """Return the paragraphs that stand, but for dates and counts, in more than two texts of one publisher."""
    places: dict[tuple[str | None, bytes], list[ParagraphPlace]] = defaultdict(list)
    for entry in entries:
        for segment in entry.segments:
            words = [word for word in words_of(plain(segment.text)) if word.isalpha()]
            if len(words) >= FEWEST_WORDS:
                # The texts themselves would be held twice in memory.
                digest = blake2b(" ".join(words).encode(), digest_size=16).digest()
                places[entry.source.publisher, digest].append((entry.slug, segment.id))
    often = (found for found in places.values() if len({slug for slug, _ in found}) > OFTEN)
    return frozenset(place for found in often for place in found)
