"""An editor's body as the frame that is merged into: where each segment stands, and what goes beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from unicodedata import normalize

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
    trimmed,
)
from generator.model import Segment, SegmentId, TranslationBy

PARAGRAPH_BREAK = "\n\n"
SEPARATOR = "<!-- its original is gone -->"
"""Above a translation that an editor left without one or moved, where it would stand below another's."""


@dataclass
class Unit:
    """A segment in the editor's file: where its two paragraphs stand."""

    segment: Segment
    source: int
    """Number of its chunk."""
    translation: int | None = None
    by: TranslationBy | None = None
    is_others: bool = False
    """The translation is one that the generator made for another segment, moved by an editor."""


@dataclass
class Frame:
    """The editor's body, being merged into."""

    lead: str
    chunks: list[Chunk]
    units: dict[SegmentId, Unit]
    removed: set[int] = field(default_factory=set)
    added: dict[int, list[Segment]] = field(default_factory=dict)
    """New segments, by the number of the chunk they go behind; -1: before all."""
    behind: dict[SegmentId, int] = field(default_factory=dict)
    """Where the next new segment goes, by the segment it follows."""


Candidate = tuple[int, Paragraph, Unit | None]
"""What may be a translation: where it stands, and the segment right above it."""


def frame_of(body: str, was: Mapping[SegmentId, Segment]) -> Frame:
    """Find the segments in a body; a translation that was moved is known by its words.

    `was`: as the generator made them last.
    """
    lead, chunks = cut_body(body)
    paragraphs = {n: read for n, chunk in enumerate(chunks) if (read := read_paragraph(chunk.text))}
    units = {p.segment.id: Unit(p.segment, n) for n, p in paragraphs.items() if p.segment.id}
    candidates: list[Candidate] = []
    last: Unit | None = None
    for place in range(len(chunks)):
        paragraph = paragraphs.get(place)
        if paragraph and paragraph.segment.id:
            last = units[paragraph.segment.id]
            continue
        if paragraph:
            is_below = last is not None and may_translate(paragraph, last.segment)
            candidates.append((place, paragraph, last if is_below else None))
        last = None
    known = _known_translations(was)
    moved = _moved(candidates, units, known)
    for place, paragraph, above in candidates:
        if unit := moved.get(place, above):
            _pair(unit, place, paragraph)
            unit.is_others = known.get(line_of(paragraph.segment.text), unit.segment.id) != unit.segment.id
    return Frame(lead, chunks, units)


def _moved(
    candidates: Iterable[Candidate], units: Mapping[SegmentId, Unit], known: Mapping[str, SegmentId]
) -> dict[int, Unit]:
    """Return whose the translations are, by place, that stand elsewhere than below their segment.

    Where another stands there, they are taken for the one they stand below; unless that other is itself one
    that was moved.
    """
    taken = {above.segment.id for _, _, above in candidates if above}
    away: dict[SegmentId, Candidate] = {}
    for place, paragraph, above in candidates:
        owner = units.get(known.get(line_of(paragraph.segment.text), SegmentId("")))
        if owner and owner is not above and may_translate(paragraph, owner.segment):
            away[owner.segment.id] = (place, paragraph, above)
    free = [name for name in away if name not in taken]
    moved: dict[int, Unit] = {}
    while free:
        name = free.pop()
        place, _, above = away.pop(name)
        moved[place] = units[name]
        if above and above.segment.id in away:
            free.append(above.segment.id)
    return moved


def _pair(unit: Unit, place: int, paragraph: Paragraph) -> None:
    unit.translation, unit.by = place, paragraph.by
    unit.segment = replace(unit.segment, rendering=rendering_of(paragraph))


def _known_translations(was: Mapping[SegmentId, Segment]) -> dict[str, SegmentId]:
    """Return whose translation a text is that the generator made for one segment only."""
    texts = [(line_of(s.rendering.text), name) for name, s in was.items() if s.rendering]
    counts = Counter(text for text, _ in texts)
    return {text: name for text, name in texts if counts[text] == 1}


def line_of(text: str) -> str:
    """Return a text on one line, by which it is known."""
    return " ".join(text.split())


def parts_of(body: str, was: Mapping[SegmentId, Segment]) -> dict[SegmentId, str]:
    """Return the segments of a body as Markdown, by id, each with its translation."""
    frame = frame_of(body, was)
    return {name: markdown_of(unit, frame.chunks) for name, unit in frame.units.items()}


def markdown_of(unit: Unit, chunks: Sequence[Chunk]) -> str:
    """Return a segment and its translation as they stand in the file."""
    places = (place for place in (unit.source, unit.translation) if place is not None)
    return normalize("NFC", PARAGRAPH_BREAK.join(chunks[place].text for place in places))


def put(frame: Frame, place: int, text: str, was: Iterable[str], new: Iterable[str]) -> None:
    """Put a text and what the generator changed of its attribute list into the file.

    Args:
        frame: that it goes into.
        place: number of the chunk.
        text: without its attribute list.
        was: what the generator had in the list.
        new: what it has there now; what an editor added stays.
    """
    chunk = frame.chunks[place]
    held, _, last = chunk.text.rpartition("\n")
    match = ATTRIBUTE_LIST.fullmatch(last.strip())
    tokens = match[1].split() if match else []
    was, new = [*was], [*new]
    wanted = [token for token in tokens if token in new or token not in was]
    wanted += [token for token in new if token not in wanted and token not in was]
    if wanted != tokens:
        last = attribute_list(wanted)
    if normalize("NFC", trimmed(held)) != text:
        held = text
    frame.chunks[place] = Chunk(f"{held}\n{last}", chunk.gap)


def add(segment: Segment, order: Sequence[SegmentId], at: int, frame: Frame) -> None:
    """Put a new segment behind the one it follows in the source; notes below that one stay below the new.

    Args:
        segment: the new one.
        order: of the source.
        at: the segment's place in it. No name before it is passed twice, if those before it are put in first.
        frame: that it goes into.
    """
    places = (
        frame.behind[name] if name in frame.behind else _end(frame.units[name])
        for name in map(order.__getitem__, range(at - 1, -1, -1))
        if name in frame.behind or name in frame.units
    )
    place = next(places, None)
    if place is None:
        below = map(order.__getitem__, range(at + 1, len(order)))
        first = next((frame.units[name].source for name in below if name in frame.units), len(frame.chunks))
        place = first - 1
    rendering = replace(segment.rendering, by=None) if segment.rendering else None
    frame.added.setdefault(place, []).append(replace(segment, rendering=rendering))
    frame.behind[segment.id] = place


def _end(unit: Unit) -> int:
    """Return the last chunk of a segment; a translation that was moved away does not count."""
    is_below = unit.translation is not None and unit.source < unit.translation <= unit.source + 2
    return unit.translation if is_below and unit.translation else unit.source


def written(frame: Frame) -> str:
    """Return the body with what was put, added and removed."""
    chunks: list[Chunk] = []
    lead = frame.lead
    parted = _parted(frame)
    for place in range(-1, len(frame.chunks)):
        if place in frame.removed:
            # The end of the file stays as it was.
            if chunks and place == len(frame.chunks) - 1:
                chunks[-1] = replace(chunks[-1], gap=frame.chunks[place].gap)
        elif place >= 0:
            is_new_neighbour = place - 1 in frame.removed or place - 1 in frame.added
            if chunks and (is_new_neighbour or place in parted) and _is_pair(chunks[-1], frame.chunks[place]):
                chunks.append(Chunk(SEPARATOR, PARAGRAPH_BREAK))
            chunks.append(frame.chunks[place])
        for segment in frame.added.get(place, ()):
            if chunks:
                gap = chunks[-1].gap
                chunks[-1] = replace(chunks[-1], gap=PARAGRAPH_BREAK)
            else:
                lead, gap = (lead, PARAGRAPH_BREAK) if frame.chunks else (lead or "\n", "\n")
            chunks.append(Chunk(_markdown(segment), gap))
    return join_body(lead, chunks)


def _parted(frame: Frame) -> set[int]:
    """Return the translations that stand right below another segment than their own."""
    sources = {unit.source: name for name, unit in frame.units.items()}
    return {
        unit.translation
        for name, unit in frame.units.items()
        if unit.translation is not None and sources.get(unit.translation - 1, name) != name
    }


def _is_pair(above: Chunk, below: Chunk) -> bool:
    """Tell whether one chunk would count as the translation of the one above it."""
    source, other = read_paragraph(above.text), read_paragraph(below.text)
    if source is None or other is None or not source.segment.id or other.segment.id:
        return False
    return may_translate(other, source.segment)


def _markdown(segment: Segment) -> str:
    text = dump_body([segment]).rstrip("\n")
    # Without a text of its own only the translation is wanted.
    return text if segment.text else text.partition(PARAGRAPH_BREAK)[2]


def in_new_order(
    body: str, was: Sequence[SegmentId], new: Sequence[SegmentId], known: Mapping[SegmentId, Segment]
) -> str:
    """Follow the source where it moved paragraphs and the editor none; notes go with what is below them.

    Args:
        body: the editor's.
        was: the order that the source had.
        new: and that it has now.
        known: the segments as the generator made them last.
    """
    frame = frame_of(body, known)
    both = {*was} & {*new}
    common = [name for name in frame.units if name in both]
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
