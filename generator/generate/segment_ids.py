"""Keeps segment ids: once written, they stay, whatever the source adds or drops above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import count

from generator.generate.draft import Draft
from generator.model import Entry, SegmentId


def keep_ids(draft: Draft, before: Entry) -> Draft:
    """Give paragraphs that were there before the ids they had; ids, once written, stay.

    Args:
        draft: with segments numbered from 1.
        before: the entry as it was last written.
    """
    old = before.segments
    matcher = SequenceMatcher(None, [s.text for s in old], [s.text for s in draft.segments], autojunk=False)
    ids: dict[int, SegmentId] = {}
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        # A run of as many paragraphs as before is the same ones, reworded.
        if tag == "equal" or (tag == "replace" and end - start == new_end - new_start):
            ids |= {new_start + offset: old[start + offset].id for offset in range(end - start)}
    unused = _unused_ids(segment.id for segment in old)
    renamed = {segment.id: ids.get(place) or next(unused) for place, segment in enumerate(draft.segments)}
    return replace(
        draft,
        segments=tuple(replace(s, id=renamed[s.id]) for s in draft.segments),
        date_evidence=tuple(
            replace(e, segment=renamed[e.segment]) if e.segment else e for e in draft.date_evidence
        ),
    )


def _unused_ids(taken: Iterable[SegmentId]) -> Iterator[SegmentId]:
    numbers = [int(name[1:]) for name in taken if name[1:].isdecimal()]
    return (SegmentId(f"s{number}") for number in count(max(numbers, default=0) + 1))
