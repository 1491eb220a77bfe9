"""Paragraphs a publisher puts under many of its texts: "About the ministry", standing introductions.

Whatever such a paragraph names says nothing about the text it stands in, so it connects nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.language.markup import plain
from generator.links.words import alike, words_of
from generator.model import Entry, SegmentId, Slug

OFTEN = 2
"""A paragraph in more entries of one publisher than this is boilerplate."""
ALMOST = 0.8
"""How much of their words two paragraphs share to count as the same."""
FEWEST_WORDS = 4
EDGE = 8
"""Words at the beginning, and at the end, by which paragraphs find each other."""
CROWDED = 8
"""A key that leads to more paragraphs than this tells nothing; the cost stays linear."""

ParagraphPlace = tuple[Slug, SegmentId]


@dataclass(frozen=True)
class _Paragraph:
    place: ParagraphPlace
    publisher: str | None
    text: str

    @property
    def words(self) -> list[str]:
        # A date or a count is what changes in such a paragraph.
        return [word for word in words_of(self.text) if word.isalpha()]


def recurring_paragraphs(entries: Iterable[Entry]) -> frozenset[ParagraphPlace]:
    """Return the paragraphs that stand, almost word for word, in more than two texts of one publisher."""
    given = list(entries)
    texts = Counter(entry.source.publisher for entry in given)
    entries = [entry for entry in given if texts[entry.source.publisher] > OFTEN]
    counts = Counter(key for entry in entries for key in _keys_of(entry))
    suspects = [
        paragraph
        for entry in entries
        for paragraph in _paragraphs(entry)
        if any(counts[key] > OFTEN for key in _keys(paragraph))
    ]
    often = (places for places in _clusters(suspects) if _is_often(places))
    return frozenset(place for places in often for place in places)


def _is_often(places: Sequence[ParagraphPlace]) -> bool:
    return len({slug for slug, _ in places}) > OFTEN


def _paragraphs(entry: Entry) -> Iterator[_Paragraph]:
    for segment in entry.segments:
        yield _Paragraph((entry.slug, segment.id), entry.source.publisher, plain(segment.text))


def _keys_of(entry: Entry) -> set[int]:
    return {key for paragraph in _paragraphs(entry) for key in _keys(paragraph)}


def _keys(paragraph: _Paragraph) -> tuple[int, ...]:
    """Return numbers of which paragraphs that are almost the same share at least one.

    A changed word leaves the beginning or the end as it is.
    """
    words = paragraph.words
    if len(words) < FEWEST_WORDS:
        return ()
    parts = ("first", *words[:EDGE]), ("last", *words[-EDGE:])
    return tuple(hash((paragraph.publisher, *part)) for part in parts)


def _clusters(paragraphs: Iterable[_Paragraph]) -> list[list[ParagraphPlace]]:
    """Put paragraphs that are almost the same together; each is compared with the first of a cluster."""
    clusters: list[list[ParagraphPlace]] = []
    firsts: list[frozenset[str]] = []
    by_key: dict[int, list[int]] = defaultdict(list)
    for paragraph in paragraphs:
        words = frozenset(paragraph.words)
        keys = _keys(paragraph)
        candidates = dict.fromkeys(number for key in keys for number in by_key[key])
        number = next((n for n in candidates if alike(words, firsts[n]) >= ALMOST), len(clusters))
        if number == len(clusters):
            clusters.append([])
            firsts.append(words)
        clusters[number].append(paragraph.place)
        for key in keys:
            if number not in by_key[key] and len(by_key[key]) < CROWDED:
                by_key[key].append(number)
    return clusters
