"""Who made a translation: said beside a paragraph, or in the header for all that do not say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.content.authors import MachineMade, record_of, recorded_in, with_persons, with_record
from generator.content.headline import headline
from generator.language.markup import same_words
from generator.model import Entry, Segment, SegmentId, TranslationBy

Authors = Mapping[SegmentId, TranslationBy]


def signed_segments(entry: Entry | None) -> dict[SegmentId, Segment]:
    """Return an entry's segments with each translation signed; what nobody signed is a person's."""
    if entry is None:
        return {}
    by = entry.translation.by if entry.translation else TranslationBy.EDITOR
    return {segment.id: _signed(segment, by) for segment in entry.segments}


def with_memory(entry: Entry, by_memory: MachineMade) -> Entry:
    """Return a baseline that records which of its sentences are persons', as the memory says."""
    if not by_memory.persons:
        return entry
    by = entry.translation.by if entry.translation else TranslationBy.EDITOR
    return replace(entry, blocks=tuple(with_persons(one, by_memory, by) for one in entry.segments))


def with_title(entry: Entry, made: MachineMade) -> Entry:
    """Return a baseline that records that a machine made the title where persons made all the rest."""
    by, title = entry.translation and entry.translation.by, headline(entry)
    if by is not TranslationBy.EDITOR or not entry.segments or not title or not title.rendering:
        return entry
    first, *others = entry.segments
    record = record_of(title.rendering, made)
    return replace(entry, blocks=(with_record(first, [*recorded_in(first), *record]), *others))


def as_recorded(made: Entry, was: Entry | None) -> Entry:
    """Return a newly made entry with translations signed for a person that read as what one signed before."""
    signed = {
        name: one.rendering.text
        for name, one in signed_segments(was).items()
        if one.rendering and one.rendering.by is TranslationBy.EDITOR
    }
    blocks = (
        replace(block, rendering=replace(block.rendering, by=TranslationBy.EDITOR))
        if isinstance(block, Segment)
        and block.rendering
        and block.id in signed
        and same_words(signed[block.id], block.rendering.text)
        else block
        for block in made.blocks
    )
    return replace(made, blocks=tuple(blocks)) if signed else made


def signed_beside(segments: Iterable[Segment], said: str | None) -> tuple[Segment, ...]:
    """Return segments whose translations are signed where the header says otherwise.

    Args:
        segments: with each translation signed.
        said: who translated, as the header that they stand below says.
    """
    by = said or TranslationBy.EDITOR
    return tuple(
        replace(segment, rendering=replace(segment.rendering, by=None))
        if segment.rendering and segment.rendering.by == by
        else segment
        for segment in segments
    )


def _signed(segment: Segment, by: TranslationBy) -> Segment:
    rendering = segment.rendering
    return segment if not rendering or rendering.by else replace(segment, rendering=replace(rendering, by=by))
