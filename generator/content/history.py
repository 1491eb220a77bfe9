"""An entry with what is on record of it: how it was written last, and what of it a person reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.content.authors import MachineMade, author, machine_made
from generator.content.memory import Memory, Pair
from generator.content.reviews import Review
from generator.content.staleness import is_stale
from generator.language.markup import plain
from generator.model import Entry, Segment, SegmentId, TranslationBy


@dataclass(frozen=True)
class EntryHistory:
    """An entry with what it was before."""

    entry: Entry
    """As it is in content/ now."""
    baseline: Entry | None = None
    """As the generator last wrote it; None when it never did."""
    review: Review | None = None
    """What of it a person reviewed; None when nothing is on record."""

    @cached_property
    def _written(self) -> Mapping[SegmentId, Segment]:
        return {segment.id: segment for segment in self.baseline.segments} if self.baseline else {}

    def before(self, segment: Segment) -> Segment | None:
        """Return a segment as the generator last wrote it."""
        return self._written.get(segment.id)

    @cached_property
    def _made(self) -> frozenset[str]:
        """The translations that the generator last wrote."""
        return frozenset(one.rendering.text for one in self._written.values() if one.rendering)

    @property
    def reviewer(self) -> str | None:
        """Who reviewed its translation, as it says itself."""
        return self.entry.translation.reviewed_by if self.entry.translation else None

    @property
    def is_left_to_its_editor(self) -> bool:
        """Tell whether no machine adds translations: to what an editor wrote, as a draft or reviewed."""
        return not self.entry.source.seed and (self.entry.draft or self.reviewer is not None)

    @property
    def recorded(self) -> Review | None:
        """The record that belongs to what it says; None when that was set or removed by hand."""
        return self.review if self.review and self.review.by == self.reviewer else None

    def is_stale(self, segment: Segment) -> bool:
        """Tell whether a segment's source changed after its translation was made."""
        return is_stale(segment, self.before(segment))

    def is_editors(self, segment: Segment) -> bool:
        """Tell whether an editor wrote a sentence or more of a segment's translation, or signed it."""
        rendering = segment.rendering
        return (
            rendering is not None
            and author(rendering, self.machine_made, self.before(segment)) is TranslationBy.EDITOR
        )

    @cached_property
    def machine_made(self) -> MachineMade:
        """What a machine made of its translations."""
        return machine_made(self.baseline or self.entry)

    def is_moved(self, segment: Segment) -> bool:
        """Tell whether what stands below a segment is another's translation, which an editor moved there."""
        rendering, before = segment.rendering, self.before(segment)
        if rendering is None or rendering.text not in self._made:
            return False
        return before is None or before.rendering is None or before.rendering.text != rendering.text

    def is_reviewed(self, segment: Segment) -> bool:
        """Tell whether a person's review of a segment's translation stands.

        Where none is on record, `reviewed_by` was written by hand and holds for the texts as they are; the
        next run of the generator records it.
        """
        if segment.rendering is None or not self.reviewer:
            return False
        return self.recorded.covers(segment) if self.recorded else not self.is_stale(segment)

    def reviewed_pairs(self, memory: Memory) -> Iterator[Pair]:
        """Yield the pairs that translations rest on whose review stands."""
        entry, translation = self.entry, self.entry.translation
        reviewed = [segment for segment in entry.segments if self.is_reviewed(segment)]
        if translation is None or not reviewed:
            return
        for segment in reviewed:
            yield from memory.pairs_for(plain(segment.text), segment.language, translation.language)
        if entry.other_title:
            yield from memory.pairs_for(entry.own_title, entry.language, translation.language)
