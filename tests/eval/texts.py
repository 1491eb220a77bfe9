"""Entries made from the texts of a gold set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.entry_file import place_events
from generator.model import (
    Entry,
    Event,
    Kind,
    Language,
    Rendering,
    Segment,
    SegmentId,
    Slug,
    Source,
    Translation,
    TranslationBy,
)

ENGLISH = Language("en")


@dataclass(frozen=True)
class Place:
    """Words in a paragraph of a text, and the record they name."""

    segment: SegmentId
    start: int
    end: int
    record: Slug

    def meets(self, other: Place) -> bool:
        """Tell whether both name the same record at the same place."""
        same = (self.segment, self.record) == (other.segment, other.record)
        return same and self.start < other.end and other.start < self.end


def entry_of(row: Mapping) -> Entry:
    """Make an entry from a row with `id`, `language`, `title`, `paragraphs` and what else it has."""
    language = Language(row["language"])
    translated = row.get("translation") or [None] * len(row["paragraphs"])
    segments = tuple(
        Segment(segment_id(number), language, text, rendering=Rendering(ENGLISH, other) if other else None)
        for number, (text, other) in enumerate(zip(row["paragraphs"], translated, strict=True), start=1)
    )
    entry = Entry(
        slug=Slug(row["id"]),
        title=row["title"],
        language=language,
        kind=Kind.ARTICLE,
        source=Source(
            f"{row['id']}.txt",
            "",
            publisher=row.get("publisher"),
            published=row.get("published", row.get("date")),
        ),
        date=row.get("date"),
        translation=Translation(ENGLISH, TranslationBy.EDITOR) if row.get("translation") else None,
        events=tuple(
            Event(
                event["date"],
                event["title"],
                segment=SegmentId(event["segment"]),
                announced=event.get("announced", False),
            )
            for event in row.get("events", ())
        ),
        blocks=segments,
    )
    return place_events(entry)


def segment_id(number: int) -> SegmentId:
    """Return the id of a paragraph, counted from 1."""
    return SegmentId(f"s{number}")


def locate(texts: Mapping[SegmentId, str], named: Iterator[tuple[SegmentId, str, Slug]]) -> Iterator[Place]:
    """Yield where words stand: as whole words, each after the one before it in the same paragraph."""
    reached: dict[SegmentId, int] = {}
    for segment, words, record in named:
        start = _find_word(texts[segment], words, reached.get(segment, 0))
        reached[segment] = start + len(words)
        yield Place(segment, start, start + len(words), record)


def _find_word(text: str, words: str, start: int) -> int:
    at = text.index(words, start)
    while (text[at - 1 : at] if at else "").isalnum() or text[
        at + len(words) : at + len(words) + 1
    ].isalpha():
        at = text.index(words, at + 1)
    return at
