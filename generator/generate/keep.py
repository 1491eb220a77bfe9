"""Keeps what stays when a seed changes: the ids of its segments, and what an editor translated.

Ids, once written, stay, whatever the source adds or drops above them. A person's translation stays
until a person changes it; that its source has changed is marked, see `content.staleness`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import count
from typing import TypeVar

from generator.generate.draft import BrokenTerm, Draft
from generator.language.markup import plain
from generator.model import Entry, Event, Evidence, Rendering, Segment, SegmentId, Translation, TranslationBy

P = TypeVar("P", Evidence, Event, BrokenTerm)
"""What names a segment."""


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
    entry = draft.entry
    return replace(
        draft.fill(
            blocks=tuple(replace(s, id=renamed[s.id]) for s in draft.segments),
            date_evidence=tuple(_renamed(evidence, renamed) for evidence in entry.date_evidence),
            events=tuple(_renamed(event, renamed) for event in entry.events),
        ),
        broken_terms=tuple(_renamed(broken, renamed) for broken in draft.broken_terms),
    )


def _renamed(part: P, ids: Mapping[SegmentId, SegmentId]) -> P:
    return replace(part, segment=ids[part.segment]) if part.segment else part


def _unused_ids(taken: Iterable[SegmentId]) -> Iterator[SegmentId]:
    numbers = [int(name[1:]) for name in taken if name[1:].isdecimal()]
    return (SegmentId(f"s{number}") for number in count(max(numbers, default=0) + 1))


def keep_editors_translations(entry: Entry, before: Entry) -> Entry:
    """Put an editor's translations back where the new entry has none, or a machine's.

    Args:
        entry: as the generator made it.
        before: as it was last written.
    """
    kept = {
        segment.id: rendering
        for segment in before.segments
        if (rendering := _editors_rendering(segment, before.translation))
    }
    if not any(_wants(segment, entry, kept) for segment in entry.segments):
        return entry
    by_machine = entry.translation and entry.translation.by is TranslationBy.ARGOS
    language = next(iter(kept.values())).language
    by_hand = before.translation or Translation(language, TranslationBy.EDITOR)
    return replace(
        entry,
        translation=entry.translation if by_machine else by_hand,
        blocks=tuple(
            replace(
                segment,
                rendering=replace(kept[segment.id], by=TranslationBy.EDITOR if by_machine else None),
            )
            if _wants(segment, entry, kept)
            else segment
            for segment in entry.segments
        ),
    )


def keep_own_translations(entry: Entry, own: Mapping[SegmentId, Segment]) -> Entry:
    """Put back what an editor translated here otherwise than elsewhere.

    Args:
        entry: as the generator made it, with what the memory says.
        own: paragraphs as they are in content/ now.
    """
    by_machine = entry.translation and entry.translation.by is TranslationBy.ARGOS
    by = TranslationBy.EDITOR if by_machine else None
    return replace(
        entry,
        blocks=tuple(_with_own(b, own.get(b.id), by) if isinstance(b, Segment) else b for b in entry.blocks),
    )


def keep_editors_markup(entry: Entry, edited: Entry, before: Entry | None) -> Entry:
    """Take an editor's Markdown where it says the same: a footnote mark or emphasis is no other text.

    Args:
        entry: as the generator made it.
        edited: as it is in content/ now.
        before: as it was last written.
    """
    written = {segment.id: segment for segment in before.segments} if before else {}
    now = {s.id: s for s in edited.segments if s != written.get(s.id)}
    return replace(
        entry,
        blocks=tuple(
            _with_markup(block, now.get(block.id)) if isinstance(block, Segment) else block
            for block in entry.blocks
        ),
    )


def _with_markup(segment: Segment, edited: Segment | None) -> Segment:
    if edited is None:
        return segment
    if plain(segment.text) == plain(edited.text):
        segment = replace(segment, text=edited.text)
    made, written = segment.rendering, edited.rendering
    if made and written and plain(made.text) == plain(written.text):
        segment = replace(segment, rendering=replace(made, text=written.text))
    return segment


def _with_own(segment: Segment, own: Segment | None, by: TranslationBy | None) -> Segment:
    if own is None or own.rendering is None or plain(own.text) != plain(segment.text):
        return segment
    return replace(segment, rendering=replace(own.rendering, by=by))


def _editors_rendering(segment: Segment, translation: Translation | None) -> Rendering | None:
    rendering = segment.rendering
    by = (rendering and rendering.by) or (translation and translation.by)
    # The generator always says who; what is unsaid is a person's.
    return rendering if by in (TranslationBy.EDITOR, None) else None


def _wants(segment: Segment, entry: Entry, kept: Mapping[SegmentId, Rendering]) -> bool:
    return segment.id in kept and _editors_rendering(segment, entry.translation) is None
