"""Marks on a baseline's segments: they remember what can't be read off an entry and its baseline.

Where a seed changed under a paragraph whose translation an editor made, the editor's words stay: they are
*stale*, older than their source. Where an editor kept a paragraph of their own above a machine's
translation, that is stale, too. The mark holds a hash of the translation, and holds as long as that does
not change. A paragraph that an editor decided to keep although its source dropped it is *kept*.
"""

from __future__ import annotations

from dataclasses import replace

from generator.content.authors import MARK, hash_of
from generator.language.markup import plain, same_words
from generator.model import Segment

STALE, KEPT = "stale=", "kept"


def is_stale(segment: Segment, before: Segment | None) -> bool:
    """Tell whether a segment's source changed after its translation was made.

    Args:
        segment: as it is now.
        before: as the generator last wrote it.
    """
    if before is None or segment.rendering is None:
        return False
    if is_marked(segment, before):
        return True
    written = before.rendering
    unchanged = written is not None and same_words(written.text, segment.rendering.text)
    return unchanged and not same_words(before.text, segment.text)


def is_marked(segment: Segment, before: Segment) -> bool:
    """Tell whether a baseline says that the translation there is now belongs to an older source."""
    return STALE + _hash(segment) in before.attributes


def marked(before: Segment, segment: Segment) -> Segment:
    """Return a baseline's segment that says that the translation there is now belongs to an older source."""
    attributes = (one for one in before.attributes if not one.startswith(STALE))
    return replace(before, attributes=(*attributes, STALE + _hash(segment)))


def without_marks(before: Segment) -> Segment:
    """Return a baseline's segment as the generator made it."""
    attributes = tuple(one for one in before.attributes if not one.startswith((STALE, MARK, KEPT)))
    return replace(before, attributes=attributes)


def _hash(segment: Segment) -> str:
    return hash_of(" ".join(plain(segment.rendering.text).split()) if segment.rendering else "")
