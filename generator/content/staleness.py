"""Marks on a baseline's segments: they remember what can't be read off an entry and its baseline.

Where a seed changed under a paragraph whose translation an editor made, the editor's words stay: they are
*stale*, older than their source. Where an editor kept a paragraph of their own above a machine's
translation, that is stale, too. The mark holds a hash of the translation, and holds as long as that does
not change. A paragraph that an editor decided to keep although its source dropped it is *kept*.

What a paragraph read like before an update is remembered, too (*former*): who saves a file that was opened
before the update has typed nothing of it. Nor has taken out what the update had put in (*absent*).
"""

from __future__ import annotations

from dataclasses import replace

from generator.content.authors import MARK, PERSONS, hash_of
from generator.language.markup import plain, same_words
from generator.model import Entry, Segment

STALE, FORMER, KEPT, ABSENT = "stale=", "former=", "kept", "absent"
OUTDATED = "an older version of it was saved over an update from its source"
FORMERS = 3
"""So many earlier texts of a paragraph are remembered."""


def is_stale(segment: Segment, before: Segment | None) -> bool:
    """Tell whether a segment's source changed after its translation was made.

    `before`: as the generator last wrote it.
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


def is_outdated(entry: Entry, baseline: Entry | None) -> bool:
    """Tell whether a file is from before the update that the generator made of it last."""
    return baseline is not None and entry.source.sha256 != baseline.source.sha256


def is_former(segment: Segment, before: Segment) -> bool:
    """Tell whether a paragraph reads as the generator wrote it before an update."""
    return FORMER + _hash_of(segment.text) in before.attributes


def with_former(segment: Segment, before: Segment) -> Segment:
    """Return a baseline's segment that remembers what it read like before."""
    known = [one for one in before.attributes if one.startswith(FORMER)]
    if not same_words(before.text, segment.text):
        known.append(FORMER + _hash_of(before.text))
    other = [one for one in segment.attributes if not one.startswith(FORMER)]
    formers = [one for one in dict.fromkeys(known) if one != FORMER + _hash_of(segment.text)]
    return replace(segment, attributes=(*other, *formers[-FORMERS:]))


def without_marks(before: Segment) -> Segment:
    """Return a baseline's segment as the generator made it."""
    attributes = tuple(
        one for one in before.attributes if not one.startswith((STALE, MARK, PERSONS, FORMER, KEPT, ABSENT))
    )
    return replace(before, attributes=attributes)


def _hash_of(text: str) -> str:
    return hash_of(" ".join(plain(text).split()))


def _hash(segment: Segment) -> str:
    return _hash_of(segment.rendering.text if segment.rendering else "")
