"""Remembers, in the baseline, that a translation is older than its source.

Where a seed changed under a paragraph whose translation an editor made, the editor's words stay. That
they belong to the old source can't be read off the two texts, so the baseline's segment is marked
with a hash of the translation; the mark holds until the translation changes.
"""

from __future__ import annotations

import hashlib
import re

from generator.model import Entry, Segment, SegmentId

MARK = "stale"
HASH_LENGTH = 12


def is_stale(segment: Segment, before: Segment | None) -> bool:
    """Tell whether a segment's source changed after its translation was made.

    Args:
        segment: as it is now.
        before: as the generator last wrote it.
    """
    if before is None or segment.rendering is None:
        return False
    if _mark(segment) in before.attributes:
        return True
    written = before.rendering
    unchanged = written is not None and written.text == segment.rendering.text
    return unchanged and before.text != segment.text


def mark_stale(baseline: str, before: Entry, merged: Entry, generated: Entry) -> str:
    """Mark the segments of a new baseline whose kept translation belongs to an older source.

    Args:
        baseline: the new baseline's Markdown.
        before: the entry as it was last written.
        merged: the entry as it is written now.
        generated: the entry as the generator made it.
    """
    old = {segment.id: segment for segment in before.segments}
    made = {segment.id: segment for segment in generated.segments}
    for segment in merged.segments:
        was, now = old.get(segment.id), made.get(segment.id)
        if was and now and _outlived(segment, was, now):
            baseline = _with_mark(baseline, segment.id, _mark(segment))
    return baseline


def _outlived(segment: Segment, was: Segment, now: Segment) -> bool:
    if segment.rendering is None or (now.rendering and now.rendering.text == segment.rendering.text):
        return False
    return _mark(segment) in was.attributes or was.text != now.text


def _mark(segment: Segment) -> str:
    text = segment.rendering.text if segment.rendering else ""
    return f"{MARK}={hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]}"


def _with_mark(baseline: str, name: SegmentId, mark: str) -> str:
    return re.sub(
        rf"^(\{{: #{re.escape(name)} [^}}\n]*?)(?: {MARK}=\w+)? \}}$",
        rf"\1 {mark} }}",
        baseline,
        flags=re.MULTILINE,
    )
