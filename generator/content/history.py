"""An entry with what is on record of it: how it was written last, and what of it a person reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.content.memory import Memory, Pair
from generator.content.reviews import Review
from generator.content.staleness import is_machines, is_stale
from generator.language.markup import plain, same_words
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
    def recorded(self) -> Review | None:
        """The record that belongs to what it says; None when that was set or removed by hand."""
        return self.review if self.review and self.review.by == self.reviewer else None

    def is_stale(self, segment: Segment) -> bool:
        """Tell whether a segment's source changed after its translation was made."""
        return is_stale(segment, self.before(segment))

    def is_editors(self, segment: Segment) -> bool:
        """Tell whether an editor wrote a segment's translation, or changed it since it was last written."""
        rendering, before, translation = segment.rendering, self.before(segment), self.entry.translation
        if rendering is None:
            return False
        if before and is_machines(segment, before):
            return False
        is_as_written = before and before.rendering and same_words(before.rendering.text, rendering.text)
        is_other = self.baseline is not None and not is_as_written
        # What the generator wrote for another paragraph was only moved.
        if is_other and rendering.text not in self._made:
            return True
        # What nobody signed was written by hand: machine output is always signed.
        by = rendering.by or (translation.by if translation else TranslationBy.EDITOR)
        return by is TranslationBy.EDITOR

    def was_machines(self, before: Segment | None) -> bool:
        """Tell whether the translation that a segment had when it was last written was a machine's."""
        if before is None or before.rendering is None or self.baseline is None:
            return False
        signed = self.baseline.translation
        by = before.rendering.by or (signed.by if signed else TranslationBy.EDITOR)
        return by is TranslationBy.ARGOS

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
        if title := entry.original_title or (entry.title if entry.translated_title else None):
            yield from memory.pairs_for(title, entry.language, translation.language)
