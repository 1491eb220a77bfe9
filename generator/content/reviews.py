"""What a person reviewed: remembered beside the entry, so that a later change shows.

The entry says who reviewed its translation (`translation.reviewed_by`). Which texts that was said of
is kept in content/.generated/reviewed/, as hashes: where a source or its translation is another text
now, the review does not stand any more. Footnote marks and emphasis are no other text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Mapping
from dataclasses import dataclass

from generator.content.files import read_text
from generator.content.headline import with_headline
from generator.content.paths import ContentPaths
from generator.data_files import parse_json
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
    """Return a review of an entry's translations, its title's too, as they are now.

    `besides`: segments it is not about.
    """
    parts = with_headline(entry)
    return Review(by, {s.id: _hashes(s) for s in parts if s.rendering and s.id not in besides})


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
        loaded = parse_json(read_text(path, place))
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
