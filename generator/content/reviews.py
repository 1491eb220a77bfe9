"""What a person reviewed: remembered beside the entry, so that a later change shows.

The entry says who reviewed its translation (`translation.reviewed_by`). Which texts that was said of
is kept in content/.generated/reviewed/, as hashes: where a source or its translation is another text
now, the review does not stand any more. Footnote marks and emphasis are no other text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from generator.content.files import read_text
from generator.content.memory import Memory, Pair
from generator.content.paths import ContentPaths
from generator.content.staleness import is_stale
from generator.errors import InputError
from generator.language.markup import plain
from generator.model import Entry, Segment, SegmentId

HASH_LENGTH = 16


@dataclass(frozen=True)
class Review:
    """Who reviewed which texts of an entry."""

    by: str
    segments: Mapping[SegmentId, tuple[str, str]]
    """Hashes of a paragraph and of its translation."""

    def covers(self, segment: Segment) -> bool:
        """Tell whether both texts are those that were reviewed."""
        return self.segments.get(segment.id) == _hashes(segment)

    def is_outlived_by(self, segment: Segment) -> bool:
        """Tell whether the source changed under a translation that is still the one reviewed."""
        source, target = _hashes(segment)
        was = self.segments.get(segment.id)
        return was is not None and was[1] == target and was[0] != source


def review_of(entry: Entry, by: str, besides: Container[SegmentId] = ()) -> Review:
    """Return a review of an entry's translations as they are now.

    Args:
        entry: as it is in content/.
        by: who reviewed it.
        besides: segments it is not about.
    """
    return Review(by, {s.id: _hashes(s) for s in entry.segments if s.rendering and s.id not in besides})


def recorded_review(entry: Entry, review: Review | None) -> Review | None:
    """Return the record that belongs to what the entry says; None when it was set or removed by hand."""
    name = entry.translation.reviewed_by if entry.translation else None
    return review if review and name == review.by else None


def is_reviewed(entry: Entry, segment: Segment, before: Segment | None, review: Review | None) -> bool:
    """Tell whether a person's review of a segment's translation stands.

    Args:
        entry: as it is now.
        segment: one of its segments.
        before: the segment as the generator last wrote it.
        review: what is on record of the entry's review. Without one, `reviewed_by` was written by
            hand and holds for the texts as they are; the next run of the generator records it.
    """
    if segment.rendering is None or entry.translation is None or not entry.translation.reviewed_by:
        return False
    if recorded := recorded_review(entry, review):
        return recorded.covers(segment)
    return not is_stale(segment, before)


def reviewed_pairs(
    entry: Entry, baseline: Entry | None, review: Review | None, memory: Memory
) -> Iterator[Pair]:
    """Yield the pairs that translations rest on whose review stands."""
    before = {segment.id: segment for segment in baseline.segments} if baseline else {}
    translation = entry.translation
    if translation is None:
        return
    reviewed = [s for s in entry.segments if is_reviewed(entry, s, before.get(s.id), review)]
    for segment in reviewed:
        yield from memory.pairs_for(plain(segment.text), segment.language, translation.language)
    title = entry.original_title or (entry.title if entry.translated_title else None)
    if reviewed and title:
        yield from memory.pairs_for(title, entry.language, translation.language)


def unreviewed_since(entry: Entry, review: Review | None) -> list[SegmentId]:
    """Return the translated segments that are other texts now than those that were reviewed."""
    recorded = recorded_review(entry, review)
    return [s.id for s in entry.segments if recorded and s.rendering and not recorded.covers(s)]


def load_review(paths: ContentPaths, seed: str) -> Review | None:
    """Read what is on record of a review; None when there is none.

    Raises:
        InputError: the file is broken.
    """
    path = paths.review(seed)
    if not path.exists():
        return None
    place = str(path)
    try:
        loaded = json.loads(read_text(path, place))
        segments = {SegmentId(str(name)): (str(a), str(b)) for name, (a, b) in loaded["segments"].items()}
        return Review(str(loaded["by"]), segments)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            place, "is not a review's record", "restore it from version control, or delete and review again"
        ) from error


def dump_review(review: Review) -> str:
    """Write a review's record, one segment to a line."""
    lines = [f"{json.dumps(name)}: {json.dumps(hashes)}" for name, hashes in sorted(review.segments.items())]
    segments = ",\n".join(lines)
    return f'{{"by": {json.dumps(review.by, ensure_ascii=False)}, "segments": {{\n{segments}\n}}}}\n'


def _hashes(segment: Segment) -> tuple[str, str]:
    texts = (segment.text, segment.rendering.text if segment.rendering else "")
    source, target = (
        hashlib.sha256(" ".join(plain(text).split()).encode()).hexdigest()[:HASH_LENGTH] for text in texts
    )
    return source, target
