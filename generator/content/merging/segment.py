"""Merges one segment with its translation."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.content.body import dump_body, segment_tokens
from generator.content.merging.frame import Frame, Unit, markdown_of, put
from generator.content.merging.parts import Conflict
from generator.content.merging.words import merge_sentences, merge_words
from generator.content.staleness import is_former, is_marked, marked, without_marks
from generator.language.markup import same_words
from generator.model import Rendering, Segment, TranslationBy


@dataclass
class SegmentMerge:
    """The merge of one segment that is there on both sides."""

    was: Segment | None
    unit: Unit
    new: Segment
    remembered: Segment | None = field(init=False, default=None)
    """What the baseline is to hold; None: nothing is known of it."""
    text: str = field(init=False, default="")
    """Its source, as the file is to hold it."""

    def run(self, frame: Frame) -> Conflict | None:
        """Merge into the file; say what the editor must decide."""
        mine = self.unit.segment
        text = merge_words(self.was.text if self.was else None, mine.text, self.new.text)
        if text is None:
            self.remembered = self.was
            return self._conflict(frame)
        if self.was and is_former(mine, self.was) and not same_words(mine.text, self.new.text):
            self.remembered = self.new
            return replace(self._conflict(frame), is_older=True)
        self.text = text
        was = segment_tokens(without_marks(self.was)) if self.was else ()
        put(frame, self.unit.source, text, was, segment_tokens(self.new))
        conflict = self._merge_rendering(frame)
        if conflict is None and self.remembered is None:
            self.remembered = self.new
        if self.remembered and self.was and self._is_still_older(self.was):
            self.remembered = marked(self.remembered, mine)
        return conflict

    def _is_still_older(self, was: Segment) -> bool:
        """Tell whether the translation there is belongs to an older source, as the baseline says."""
        mine, new = self.unit.segment, self.new.rendering
        is_new = new and mine.rendering and same_words(mine.rendering.text, new.text)
        return is_marked(mine, was) and not is_new

    def _conflict(self, frame: Frame) -> Conflict:
        new = dump_body([self.new]).rstrip("\n")
        return Conflict(f"#{self.new.id}", markdown_of(self.unit, frame.chunks), new)

    def _merge_rendering(self, frame: Frame) -> Conflict | None:
        mine, new = self.unit.segment.rendering, self.new.rendering
        was = self.was.rendering if self.was else None
        place = self.unit.translation
        if mine is None or place is None:
            if was is None and new is not None:
                unsigned = replace(self.new, text="", rendering=replace(new, by=None))
                frame.added.setdefault(self.unit.source, []).append(unsigned)
            return None
        if was and was.by is TranslationBy.ARGOS and was.text == mine.text and new is None:
            frame.removed.add(place)
            return None
        if self._is_kept(was, mine, new):
            return self._keep(was, mine, new, frame)
        assert new
        text = merge_words(was.text if was else None, mine.text, new.text)
        if text is None and was and self._is_by_memory(new):
            text = merge_sentences(was.text, mine.text, new.text, new.language)
        if text is None:
            return self._keep(was, mine, new, frame)
        # Who signed other words did not sign these.
        signed = () if text == mine.text else [f"by={by}" for by in TranslationBy]
        put(frame, place, text, signed, (f"lang={new.language}",))
        return None

    def _is_kept(self, was: Rendering | None, mine: Rendering, new: Rendering | None) -> bool:
        """Tell whether a person's translation stands where the machine has another."""
        if new is None or mine.language != new.language:
            return True
        by_person = was is not None and was.by is TranslationBy.EDITOR
        is_kept = self._is_for_other(new) or self._is_outlived
        return by_person and is_kept and not same_words(mine.text, new.text)

    @property
    def _is_outlived(self) -> bool:
        """Whether the translation that is there belongs to an older source."""
        was = self.was
        is_changed = was is not None and not same_words(was.text, self.new.text)
        return is_changed or (was is not None and is_marked(self.unit.segment, was))

    def _is_for_other(self, new: Rendering) -> bool:
        """Tell whether what the memory has for the source is for another text than an editor's own.

        Nor did it learn from a translation that does not stand right below its original.
        """
        is_apart = self.unit.translation != self.unit.source + 1
        return is_apart or new.by is TranslationBy.ARGOS or not same_words(self.text, self.new.text)

    def _is_by_memory(self, new: Rendering | None) -> bool:
        """Tell whether the memory learnt a new translation from an editor's, and only from what is there."""
        by_memory = new is not None and new.by is TranslationBy.EDITOR and not self._is_for_other(new)
        return by_memory and not self._is_outlived

    def _keep(
        self, was: Rendering | None, mine: Rendering, new: Rendering | None, frame: Frame
    ) -> Conflict | None:
        before, is_outlived = self.was, self._is_outlived
        is_typed = was is None or not same_words(was.text, mine.text)
        if is_typed and self._is_by_memory(new):
            # The editor went on typing after the memory learnt what was there: the next run learns the rest.
            self.remembered = self.new
            return None
        if before:
            written = replace(self.new, rendering=was)
            self.remembered = marked(written, self.unit.segment) if is_outlived else written
        if is_outlived:
            # Also where there is no other: its editor alone knows whether it fits the new source.
            return self._conflict(frame)
        is_decided = new is None or (
            was is not None and (same_words(was.text, new.text) or was.text == mine.text)
        )
        return None if is_decided else self._conflict(frame)


def is_untouched(unit: Unit, was: Segment) -> bool:
    """Tell whether an editor has no part in a segment."""
    mine, before = unit.segment.rendering, was.rendering
    if before and before.by is TranslationBy.EDITOR:
        return False
    is_same = unit.segment.text == was.text and (
        mine is None or (before is not None and mine.text == before.text)
    )
    return is_same and not set(unit.segment.attributes) - set(was.attributes)


def taken_out(was: Segment | None, new: Segment) -> Conflict | None:
    """Return what an editor should know of a paragraph that is not in the file any more."""
    if was is None or same_words(was.text, new.text):
        return None
    return Conflict(f"#{new.id}", "", dump_body([new]).rstrip("\n"))
