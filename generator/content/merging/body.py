"""Merges the bodies of three pages segment by segment; notes stay by the segments they stand at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.content.body import (
    ATTRIBUTE_LIST,
    Chunk,
    Paragraph,
    attribute_list,
    cut_body,
    dump_body,
    join_body,
    may_translate,
    read_paragraph,
    rendering_of,
    rendering_tokens,
    segment_tokens,
    trimmed,
)
from generator.content.merging.authors import Authors, Side
from generator.content.merging.parts import Conflict
from generator.content.merging.words import merge_words
from generator.content.staleness import MACHINES, is_machines, is_marked, marked, without_marks
from generator.language.markup import same_words
from generator.model import Rendering, Segment, SegmentId, TranslationBy

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True)
class MergedBody:
    """The outcome for a body."""

    text: str
    baseline: tuple[Segment, ...]
    conflicts: tuple[Conflict, ...]
    authors: Authors
    """Of the translations as they are in the text now."""
    older: frozenset[SegmentId]
    """Segments whose text is an editor's, where the generator makes another one now."""


@dataclass
class _Unit:
    """A segment in the editor's file: where its two paragraphs stand."""

    segment: Segment
    source: int
    """Number of its chunk."""
    translation: int | None = None
    by: TranslationBy | None = None
    is_others: bool = False
    """The translation is one that the generator made for another segment, moved by an editor."""


@dataclass
class _Frame:
    """The editor's body, being merged into."""

    lead: str
    chunks: list[Chunk]
    units: dict[SegmentId, _Unit]
    removed: set[int] = field(default_factory=set)
    added: dict[int, list[Segment]] = field(default_factory=dict)
    """New segments, by the number of the chunk they go behind; -1: before all."""
    behind: dict[SegmentId, int] = field(default_factory=dict)
    """Where the next new segment goes, by the segment it follows."""


def merge_body(was: Side, mine: str, new: Side, unsaid: TranslationBy) -> MergedBody:
    """Merge bodies.

    Args:
        was: as the generator made it last.
        mine: the body that is in the file.
        new: as the generator makes it now.
        unsaid: who translated what does not say so in the file.
    """
    frame = _frame(_in_new_order(mine, [*was.segments], [*new.segments], was.segments), was.segments)
    authors: dict[SegmentId, TranslationBy] = {}
    kept: dict[SegmentId, Segment] = {}
    conflicts: list[Conflict] = []
    older: set[SegmentId] = set()
    for name, segment in new.segments.items():
        before, unit = was.segments.get(name), frame.units.get(name)
        if unit:
            one = _Merge(before, unit, segment, unsaid)
            conflict = one.run(frame)
            if one.remembered:
                kept[name] = one.remembered
            if conflict and one.remembered is before:
                older.add(name)
            if one.by:
                authors[name] = one.by
        else:
            conflict = _taken_out(before, segment)
            kept[name] = before if before and conflict else segment
            if before is None:
                _add(segment, [*new.segments], frame)
                if by := new.author(name):
                    authors[name] = by
        conflicts += [conflict] if conflict else []
    for name, unit in frame.units.items():
        if name in new.segments:
            continue
        before = was.segments.get(name)
        if before and _is_untouched(unit, before):
            frame.removed |= {place for place in (unit.source, unit.translation) if place is not None}
            continue
        if unit.segment.rendering:
            authors[name] = _author(unit, before, None, unsaid)
        if before:
            conflicts.append(Conflict(f"#{name}", markdown_of(unit, frame.chunks), ""))
            kept[name] = before
    baseline = _in_order(kept, [*new.segments], [*was.segments])
    return MergedBody(_written(frame), baseline, tuple(conflicts), authors, frozenset(older))


def sign(body: str, known: Mapping[SegmentId, Segment], authors: Authors, said: str | None) -> str:
    """Write beside translations who made them, where the header says another or nothing.

    Args:
        body: of the page.
        known: the generator's segments.
        authors: who made the translations.
        said: who did, as the header says.
    """
    frame = _frame(body, known)
    for name, by in authors.items():
        unit = frame.units.get(name)
        if not unit or unit.translation is None or unit.by == (by if by != said else None):
            continue
        if not said and by is TranslationBy.EDITOR:
            continue
        text = frame.chunks[unit.translation].text.rpartition("\n")[0]
        was = (f"by={unit.by}",) if unit.by else ()
        _put(frame, unit.translation, text, was, (f"by={by}",) if by != said else ())
    return _written(frame)


def with_segment(
    body: str, was: Mapping[SegmentId, Segment], name: SegmentId, segment: Segment | None
) -> str:
    """Put the generator's version of a segment into an editor's body.

    Args:
        body: the editor's.
        was: as the generator made it last, in the order of the source.
        name: of the segment.
        segment: its new version; None to take it out.
    """
    frame = _frame(body, was)
    unit = frame.units.get(name)
    if unit is None:
        if segment:
            _add(segment, [*was, *([] if name in was else [name])], frame)
        return _written(frame)
    if segment is None or segment.rendering is None:
        frame.removed |= {unit.translation} if unit.translation is not None else set()
    if segment is None:
        frame.removed.add(unit.source)
        return _written(frame)
    _put(frame, unit.source, segment.text, (), segment_tokens(segment))
    if segment.rendering and unit.translation is None:
        frame.added.setdefault(unit.source, []).append(replace(segment, text=""))
    elif segment.rendering and unit.translation is not None:
        was_tokens = (f"by={unit.by}",) if unit.by else ()
        _put(frame, unit.translation, segment.rendering.text, was_tokens, rendering_tokens(segment.rendering))
    return _written(frame)


def parts_of(body: str, was: Mapping[SegmentId, Segment]) -> dict[SegmentId, str]:
    """Return the segments of a body as Markdown, by id, each with its translation."""
    frame = _frame(body, was)
    return {name: markdown_of(unit, frame.chunks) for name, unit in frame.units.items()}


def markdown_of(unit: _Unit, chunks: Sequence[Chunk]) -> str:
    """Return a segment and its translation as they stand in the file."""
    places = (place for place in (unit.source, unit.translation) if place is not None)
    return PARAGRAPH_BREAK.join(chunks[place].text for place in places)


def _frame(body: str, was: Mapping[SegmentId, Segment]) -> _Frame:
    """Find the segments in the editor's body; a translation that was moved is known by its words."""
    lead, chunks = cut_body(body)
    paragraphs = {n: read for n, chunk in enumerate(chunks) if (read := read_paragraph(chunk.text))}
    units = {p.segment.id: _Unit(p.segment, n) for n, p in paragraphs.items() if p.segment.id}
    candidates: list[tuple[int, Paragraph, _Unit | None]] = []
    last: _Unit | None = None
    for place in range(len(chunks)):
        paragraph = paragraphs.get(place)
        if paragraph and paragraph.segment.id:
            last = units[paragraph.segment.id]
            continue
        if paragraph:
            is_below = last is not None and may_translate(paragraph, last.segment)
            candidates.append((place, paragraph, last if is_below else None))
        last = None
    with_one = {unit.segment.id for _, _, unit in candidates if unit}
    known = _known_translations(was)
    for place, paragraph, unit in candidates:
        owner = units.get(known.get(_line(paragraph.segment.text), SegmentId("")))
        if owner and owner.segment.id not in with_one and may_translate(paragraph, owner.segment):
            unit = owner
        if unit:
            _pair(unit, place, paragraph)
            unit.is_others = known.get(_line(paragraph.segment.text), unit.segment.id) != unit.segment.id
    return _Frame(lead, chunks, units)


def _pair(unit: _Unit, place: int, paragraph: Paragraph) -> None:
    unit.translation, unit.by = place, paragraph.by
    unit.segment = replace(unit.segment, rendering=rendering_of(paragraph))


def _known_translations(was: Mapping[SegmentId, Segment]) -> dict[str, SegmentId]:
    """Return whose translation a text is that the generator made for one segment only."""
    texts = [(_line(s.rendering.text), name) for name, s in was.items() if s.rendering]
    counts = Counter(text for text, _ in texts)
    return {text: name for text, name in texts if counts[text] == 1}


def _line(text: str) -> str:
    return " ".join(text.split())


@dataclass
class _Merge:
    """The merge of one segment that is there on both sides."""

    was: Segment | None
    unit: _Unit
    new: Segment
    unsaid: TranslationBy
    remembered: Segment | None = field(init=False, default=None)
    """What the baseline is to hold; None: nothing is known of it."""
    by: TranslationBy | None = field(init=False, default=None)
    text: str = field(init=False, default="")
    """Its source, as the file is to hold it."""

    def run(self, frame: _Frame) -> Conflict | None:
        """Merge into the file; say what the editor must decide."""
        mine = self.unit.segment
        text = merge_words(self.was.text if self.was else None, mine.text, self.new.text)
        if mine.rendering:
            self.by = _author(self.unit, self.was, self.new, self.unsaid)
        if text is None:
            self.remembered = self.was
            return self._conflict(frame)
        self.text = text
        was = segment_tokens(without_marks(self.was)) if self.was else ()
        _put(frame, self.unit.source, text, was, segment_tokens(self.new))
        conflict = self._merge_rendering(frame)
        if conflict is None and self.remembered is None:
            self.remembered = self.new
        if self.remembered and self.was and self.by is TranslationBy.ARGOS and is_machines(mine, self.was):
            self.remembered = marked(self.remembered, mine, MACHINES)
        return conflict

    def _conflict(self, frame: _Frame) -> Conflict:
        new = dump_body([self.new]).rstrip("\n")
        return Conflict(f"#{self.new.id}", markdown_of(self.unit, frame.chunks), new)

    def _merge_rendering(self, frame: _Frame) -> Conflict | None:
        mine, new = self.unit.segment.rendering, self.new.rendering
        was = self.was.rendering if self.was else None
        place = self.unit.translation
        if mine is None or place is None:
            if was is None and new is not None:
                unsigned = replace(self.new, text="", rendering=replace(new, by=None))
                frame.added.setdefault(self.unit.source, []).append(unsigned)
                self.by = new.by
            return None
        if was and was.by is TranslationBy.ARGOS and was.text == mine.text and new is None:
            frame.removed.add(place)
            self.by = None
            return None
        if self._is_kept(was, mine, new):
            return self._keep(was, mine, new, frame)
        assert new
        text = merge_words(was.text if was else None, mine.text, new.text)
        if text is None:
            return self._keep(was, mine, new, frame)
        _put(frame, place, text, rendering_tokens(was) if was else (), (f"lang={new.language}",))
        if same_words(text, new.text):
            self.by = new.by
        return None

    def _is_kept(self, was: Rendering | None, mine: Rendering, new: Rendering | None) -> bool:
        """Tell whether a person's translation stands where the machine has another."""
        if new is None:
            return True
        by_person = was is not None and was.by is TranslationBy.EDITOR
        # What the memory has for the source is for another text than an editor's own; nor did it learn from a
        # translation that does not stand right below its original.
        is_apart = self.unit.translation != self.unit.source + 1
        for_other = is_apart or new.by is TranslationBy.ARGOS or not same_words(self.text, self.new.text)
        is_other = for_other and not same_words(mine.text, new.text)
        return by_person and is_other

    def _keep(self, was: Rendering | None, mine: Rendering, new: Rendering | None, frame: _Frame) -> Conflict | None:
        before = self.was
        is_outlived = before is not None and (
            not same_words(before.text, self.new.text) or is_marked(self.unit.segment, before)
        )
        if before:
            written = replace(self.new, rendering=was)
            self.remembered = marked(written, self.unit.segment) if is_outlived else written
        is_decided = new is None or (was is not None and same_words(was.text, new.text) and not is_outlived)
        by_memory = was is not None and was.text == mine.text and not is_outlived
        return None if is_decided or by_memory else self._conflict(frame)


def _author(unit: _Unit, was: Segment | None, new: Segment | None, unsaid: TranslationBy) -> TranslationBy:
    """Return who made the translation that is in the file."""
    mine, made = unit.segment.rendering, new.rendering if new else None
    if mine is None or was is None or unit.is_others or (made and same_words(mine.text, made.text)):
        return unit.by or unsaid
    if is_machines(unit.segment, was):
        return TranslationBy.ARGOS
    is_other = was.rendering is None or not same_words(mine.text, was.rendering.text)
    return TranslationBy.EDITOR if is_other else unit.by or unsaid


def _is_untouched(unit: _Unit, was: Segment) -> bool:
    """Tell whether an editor has no part in a segment."""
    mine, before = unit.segment.rendering, was.rendering
    if before and before.by is TranslationBy.EDITOR:
        return False
    is_same = unit.segment.text == was.text and (mine is None or (before is not None and mine.text == before.text))
    return is_same and not set(unit.segment.attributes) - set(was.attributes)


def _taken_out(was: Segment | None, new: Segment) -> Conflict | None:
    """Return what an editor should know of a paragraph that is not in the file any more."""
    if was is None or same_words(was.text, new.text):
        return None
    return Conflict(f"#{new.id}", "", dump_body([new]).rstrip("\n"))


def _put(frame: _Frame, place: int, text: str, was: Iterable[str], new: Iterable[str]) -> None:
    """Put a text and what the generator changed of its attribute list into the file."""
    chunk = frame.chunks[place]
    held, _, last = chunk.text.rpartition("\n")
    match = ATTRIBUTE_LIST.fullmatch(last.strip())
    tokens = match[1].split() if match else []
    was, new = [*was], [*new]
    wanted = [token for token in tokens if token in new or token not in was]
    wanted += [token for token in new if token not in wanted and token not in was]
    if wanted != tokens:
        last = attribute_list(wanted)
    if trimmed(held) != text:
        held = text
    frame.chunks[place] = Chunk(f"{held}\n{last}", chunk.gap)


def _add(segment: Segment, order: Sequence[SegmentId], frame: _Frame) -> None:
    """Put a new segment behind the one it follows in the source; notes below that one stay below the new."""
    above = order[: order.index(segment.id)]
    places = (
        frame.behind[name] if name in frame.behind else _end(frame.units[name])
        for name in reversed(above)
        if name in frame.behind or name in frame.units
    )
    place = next(places, None)
    if place is None:
        below = order[len(above) + 1 :]
        first = next((frame.units[name].source for name in below if name in frame.units), len(frame.chunks))
        place = first - 1
    rendering = replace(segment.rendering, by=None) if segment.rendering else None
    frame.added.setdefault(place, []).append(replace(segment, rendering=rendering))
    frame.behind[segment.id] = place


def _end(unit: _Unit) -> int:
    """Return the last chunk of a segment; a translation that was moved away does not count."""
    is_below = unit.translation is not None and unit.source < unit.translation <= unit.source + 2
    return unit.translation if is_below and unit.translation else unit.source


def _written(frame: _Frame) -> str:
    chunks: list[Chunk] = []
    lead = frame.lead
    for place in range(-1, len(frame.chunks)):
        if place in frame.removed:
            # The end of the file stays as it was.
            if chunks and place == len(frame.chunks) - 1:
                chunks[-1] = replace(chunks[-1], gap=frame.chunks[place].gap)
        elif place >= 0:
            chunks.append(frame.chunks[place])
        for segment in frame.added.get(place, ()):
            if chunks:
                gap = chunks[-1].gap
                chunks[-1] = replace(chunks[-1], gap=PARAGRAPH_BREAK)
            else:
                lead, gap = (lead, PARAGRAPH_BREAK) if frame.chunks else (lead or "\n", "\n")
            chunks.append(Chunk(_markdown(segment), gap))
    return join_body(lead, chunks)


def _markdown(segment: Segment) -> str:
    text = dump_body([segment]).rstrip("\n")
    # Without a text of its own only the translation is wanted.
    return text if segment.text else text.partition(PARAGRAPH_BREAK)[2]


def _in_new_order(
    body: str, was: Sequence[SegmentId], new: Sequence[SegmentId], known: Mapping[SegmentId, Segment]
) -> str:
    """Follow the source where it moved paragraphs and the editor moved none; notes go with what they stand above."""
    frame = _frame(body, known)
    common = [name for name in frame.units if name in was and name in new]
    places = {name: frame.units[name].source for name in common}
    in_file = sorted(common, key=lambda name: places[name])
    wanted = [name for name in new if name in places]
    if in_file == wanted or in_file != [name for name in was if name in places]:
        return body
    slots: dict[SegmentId, list[Chunk]] = {}
    start = 0
    for name in in_file:
        end = _end(frame.units[name]) + 1
        slots[name] = frame.chunks[start:end]
        start = end
    moved = [chunk for name in wanted for chunk in slots[name]]
    gaps = (chunk.gap for chunk in frame.chunks[:start])
    chunks = [replace(chunk, gap=gap) for chunk, gap in zip(moved, gaps, strict=True)]
    text = join_body(frame.lead, [*chunks, *frame.chunks[start:]])
    # A translation that an editor left without its paragraph must not come to stand below another.
    return text if parts_of(text, known) == parts_of(body, known) else body


def _in_order(
    kept: Mapping[SegmentId, Segment], new: Iterable[SegmentId], was: Sequence[SegmentId]
) -> tuple[Segment, ...]:
    """Put segments in the order of the source, those that it lost behind what they followed."""
    order = [name for name in new if name in kept]
    for place, name in enumerate(was):
        if name in kept and name not in order:
            above = next((one for one in reversed(was[:place]) if one in order), None)
            order.insert(order.index(above) + 1 if above else 0, name)
    return tuple(kept[name] for name in order)
