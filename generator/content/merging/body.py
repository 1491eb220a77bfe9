"""Merges the bodies of three pages segment by segment; notes stay by the segments they stand at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from generator.content.authors import (
    MachineMade,
    author,
    former_record,
    made_in,
    record_of,
    with_persons,
    with_record,
)
from generator.content.body import dump_body, rendering_tokens, segment_tokens
from generator.content.merging.authors import Authors
from generator.content.merging.frame import (
    Frame,
    Unit,
    add,
    frame_of,
    in_new_order,
    line_of,
    markdown_of,
    put,
    written,
)
from generator.content.merging.parts import Conflict
from generator.content.merging.segment import SegmentMerge, is_untouched, taken_out
from generator.content.staleness import ABSENT, KEPT, with_former
from generator.model import Rendering, Segment, SegmentId, TranslationBy

Segments = Mapping[SegmentId, Segment]
"""By their ids, in the order of the source."""
FORMERS = 16
"""So much of what a machine had made of a segment before is recorded."""


@dataclass(frozen=True)
class MergedBody:
    """The outcome for a body."""

    text: str
    baseline: tuple[Segment, ...]
    conflicts: tuple[Conflict, ...]
    authors: Authors
    """Of the translations as they are in the text now."""
    by_persons: bool
    """A person wrote every sentence of them."""
    older: frozenset[SegmentId]
    """Segments whose text is an editor's, where the generator makes another one now."""


def merge_body(was: Segments, mine: str, new: Segments, made: MachineMade, *, is_older: bool) -> MergedBody:
    """Merge bodies.

    Args:
        was: the segments as the generator made them last, with each translation signed.
        mine: the body that is in the file.
        new: as it makes them now.
        made: what a machine made of the translations, then and now.
        is_older: the body is from before the generator's last update.
    """
    body = in_new_order(mine, [*was], [*new], was)
    merging = _BodyMerge(was, new, made, is_older, frame_of(body, was))
    order = [*new]
    for at, segment in enumerate(new.values()):
        if unit := merging.frame.units.get(segment.id):
            merging.merge(unit, segment)
        else:
            merging.put_in(segment, order, at)
    for name, unit in merging.frame.units.items():
        if name not in new:
            merging.take_out(unit)
    return merging.result()


@dataclass
class _BodyMerge:
    """A merge of bodies, segment by segment."""

    was: Segments
    new: Segments
    made: MachineMade
    is_older: bool
    frame: Frame
    kept: dict[SegmentId, Segment] = field(default_factory=dict)
    """What the baseline is to hold."""
    conflicts: list[Conflict] = field(default_factory=list)
    older: set[SegmentId] = field(default_factory=set)

    def merge(self, unit: Unit, segment: Segment) -> None:
        """Merge a segment that is there on both sides."""
        name, before = segment.id, self.was.get(segment.id)
        one = SegmentMerge(before, unit, segment)
        conflict = one.run(self.frame)
        if one.remembered:
            self.kept[name] = with_former(one.remembered, before) if before else one.remembered
        if conflict:
            self.conflicts.append(conflict)
            if one.remembered is before:
                self.older.add(name)

    def put_in(self, segment: Segment, order: Sequence[SegmentId], at: int) -> None:
        """Put in a segment that the file does not have, unless an editor took it out."""
        name, before = segment.id, self.was.get(segment.id)
        conflict = taken_out(before, segment)
        # Its translation may stand elsewhere in the file.
        self.kept[name] = before or segment
        if before and (self.is_older or ABSENT in before.attributes):
            conflict = Conflict(f"#{name}", "", dump_body([segment]).rstrip("\n"), is_older=True)
            absent = (one for one in before.attributes if one != ABSENT)
            self.kept[name] = replace(before, attributes=(*absent, ABSENT))
        if conflict:
            self.conflicts.append(conflict)
        if before is None:
            add(segment, order, at, self.frame)

    def take_out(self, unit: Unit) -> None:
        """Take out a segment that the source lost, unless it is an editor's."""
        name = unit.segment.id
        before = self.was.get(name)
        is_decided = before is not None and KEPT in before.attributes
        if before and not is_decided and is_untouched(unit, before):
            self.frame.removed |= {place for place in (unit.source, unit.translation) if place is not None}
            return
        if before:
            self.kept[name] = before
        if before and not is_decided:
            self.conflicts.append(Conflict(f"#{name}", markdown_of(unit, self.frame.chunks), ""))

    def result(self) -> MergedBody:
        """Return what came of it."""
        moved = {
            line_of(u.segment.rendering.text)
            for u in self.frame.units.values()
            if u.is_others and u.segment.rendering
        }
        for name, before in self.was.items():
            # Its translation stands below another: it is still known whose it is.
            if name not in self.kept and before.rendering and line_of(before.rendering.text) in moved:
                self.kept[name] = before
        baseline = _in_order(self.kept, [*self.new], [*self.was])
        text = written(self.frame)
        there = _renderings(text, baseline)
        return MergedBody(
            text,
            _with_records(baseline, there, self.made, self.was),
            tuple(self.conflicts),
            {name: author(rendering, self.made, self.was.get(name)) for name, rendering in there.items()},
            not self.made.has_some(there.values()),
            frozenset(self.older),
        )


def _renderings(text: str, baseline: Iterable[Segment]) -> dict[SegmentId, Rendering]:
    """Return the translations that a body holds, each signed where the file signs it."""
    units = frame_of(text, {segment.id: segment for segment in baseline}).units
    found = ((name, unit.segment.rendering) for name, unit in units.items())
    return {name: rendering for name, rendering in found if rendering}


def _with_records(
    baseline: Sequence[Segment], there: Mapping[SegmentId, Rendering], made: MachineMade, was: Segments
) -> tuple[Segment, ...]:
    """Record in a baseline what a machine made of the text, where its own translations do not say it.

    What it had made before an update is recorded, too: it may come back.
    """
    signed = [with_persons(with_record(segment, ()), made) for segment in baseline]
    said, names = made_in(signed), {segment.id for segment in signed}
    standing: dict[SegmentId, list[str]] = {}
    former: dict[SegmentId, list[str]] = {}
    # What the generator knows nothing of is recorded beside what it knows first.
    first = signed[0].id if signed else SegmentId("")
    for name, rendering in there.items():
        if not said.wrote(rendering):
            standing.setdefault(name if name in names else first, []).extend(record_of(rendering, made))
    for name, before in was.items():
        former.setdefault(name if name in names else first, []).extend(former_record(before, said))
    return tuple(
        with_record(segment, _record(former.get(segment.id, []), standing.get(segment.id, [])))
        for segment in signed
    )


def _record(former: Sequence[str], standing: Sequence[str]) -> list[str]:
    """Return what is recorded of a segment, each where it was: all that stands there, the last of others."""
    there = frozenset(standing)
    others = dict.fromkeys(one for one in reversed(former) if one not in there)
    kept = there.union(islice(others, FORMERS))
    return [one for one in former if one in kept] + [*standing]


def sign(body: str, known: Segments, authors: Authors, said: str | None) -> str:
    """Write beside translations who made them, where the header says another or nothing.

    Args:
        body: the editor's.
        known: the segments as the generator made them, by which a translation that was moved is known.
        authors: who made each translation.
        said: who translated, as the header says; None where it does not.
    """
    frame = frame_of(body, known)
    for name, by in authors.items():
        unit = frame.units.get(name)
        if not unit or unit.translation is None or unit.by == (by if by != said else None):
            continue
        if not said and by is TranslationBy.EDITOR:
            continue
        text = frame.chunks[unit.translation].text.rpartition("\n")[0]
        was = (f"by={unit.by}",) if unit.by else ()
        put(frame, unit.translation, text, was, (f"by={by}",) if by != said else ())
    return written(frame)


def with_segments(
    body: str, was: Segments, new: Mapping[SegmentId, Segment | None], *, keeps_translation: bool = False
) -> str:
    """Put other versions of segments into an editor's body.

    Args:
        body: the editor's.
        was: as the generator made it last, in the order of the source.
        new: the other versions; None to take a segment out.
        keeps_translation: leave the translation there, where the new version has none.
    """
    frame = frame_of(body, was)
    for name, segment in new.items():
        if unit := frame.units.get(name):
            _put(frame, unit, segment, keeps_translation=keeps_translation)
        elif segment:
            order = [*was, *([] if name in was else [name])]
            add(segment, order, order.index(name), frame)
    return written(frame)


def _put(frame: Frame, unit: Unit, segment: Segment | None, *, keeps_translation: bool) -> None:
    if segment is None or (segment.rendering is None and not keeps_translation):
        frame.removed |= {unit.translation} if unit.translation is not None else set()
    if segment is None:
        frame.removed.add(unit.source)
        return
    put(frame, unit.source, segment.text, (), segment_tokens(segment))
    if segment.rendering and unit.translation is None:
        frame.added.setdefault(unit.source, []).append(replace(segment, text=""))
    elif segment.rendering and unit.translation is not None:
        was_tokens = (f"by={unit.by}",) if unit.by else ()
        put(frame, unit.translation, segment.rendering.text, was_tokens, rendering_tokens(segment.rendering))


def _in_order(kept: Segments, new: Iterable[SegmentId], was: Sequence[SegmentId]) -> tuple[Segment, ...]:
    """Put segments in the order of the source, those that it lost behind what they followed."""
    first: list[SegmentId] = []
    below: dict[SegmentId, list[SegmentId]] = {name: [] for name in new if name in kept}
    lost = first
    """Where what the source lost goes that stood here."""
    for name in was:
        if name in below:
            lost = below[name]
        elif name in kept:
            lost.append(name)
    order = [*first, *(one for name, behind in below.items() for one in (name, *behind))]
    return tuple(kept[name] for name in order)
