"""Merges a page: its body, then its header, which tells who made the translations in the body."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.content import front_matter
from generator.content.authors import NOBODY, MachineMade, machine_made
from generator.content.body import dump_body
from generator.content.entry_file import dump_entry, load_entry, load_made
from generator.content.merging.authors import (
    as_recorded,
    signed_beside,
    signed_segments,
    with_memory,
    with_title,
)
from generator.content.merging.body import MergedBody, merge_body, sign
from generator.content.merging.frame import parts_of
from generator.content.merging.header import key_text, merge_header
from generator.content.merging.parts import Conflict
from generator.content.staleness import is_outdated
from generator.model import Entry, Event, Evidence, SegmentId, Translation, TranslationBy

P = TypeVar("P", Event, Evidence)
"""What is found in a segment."""


@dataclass(frozen=True)
class MergeResult:
    """The outcome of a merge."""

    text: str
    """What the file should hold."""
    baseline: str
    """What the generator made of each part that the file holds."""
    conflicts: tuple[Conflict, ...] = ()
    is_older: bool = False
    """The file was from before the generator's last update."""


def merge(
    baseline: str | None, edited: str | None, made: Entry, by_memory: MachineMade = NOBODY
) -> MergeResult:
    """Merge an editor's page with a newly made entry.

    Args:
        baseline: what the generator made last; None when nothing is known of it.
        edited: what the file holds; None when there is no file.
        made: what the generator makes now.
        by_memory: whose its sentences are that the memory put together in one paragraph.

    Raises:
        InputError: the file can't be read.
    """
    if edited is None:
        text, remembered = dump_entry(made), with_title(with_memory(made, by_memory), by_memory)
        return MergeResult(text, text if remembered is made else dump_entry(remembered))
    place = f"content/entries/{made.slug}.md"
    # Where nobody edited it, both are one text, which is parsed once then.
    was = load_made(baseline, made.slug, place if baseline == edited else "baseline") if baseline else None
    was = with_memory(was, by_memory) if was else None
    mine = load_entry(edited, made.slug, place)
    page, before = front_matter.cut(edited), front_matter.cut(baseline or "")
    assert page
    made = as_recorded(made, was)
    segments = signed_segments(made)
    by_machines = machine_made(was or mine) | machine_made(made) | by_memory
    is_older = is_outdated(mine, was) and mine.source.sha256 != made.source.sha256
    body = merge_body(signed_segments(was), page.body, segments, by_machines, is_older=is_older)
    made = replace(made, translation=provenance(body, made, mine))
    if was and body.older:
        made = replace(
            made,
            events=_of_text(made.events, was.events, body.older),
            date_evidence=_of_text(made.date_evidence, was.date_evidence, body.older),
        )
    new = front_matter.cut(dump_entry(made))
    assert new
    known = before.header if before else ""
    if not was or is_older or mine.source.seed != made.source.seed:
        # Nobody types a hash, and a file that was saved over a newer one may name the seed as it was called.
        known = _with_source_of(mine, known)
    header = merge_header(known, page.header, new.header)
    signed = signed_in(header.text, place)
    text = sign(body.text, segments, body.authors, signed)
    fence = front_matter.FENCE
    # What the file's header says of it may be an editor's, and what the baseline's says, older.
    was_signed = signed if header.baseline == header.text else signed_in(header.baseline, place)
    remembered = replace(made, blocks=signed_beside(body.baseline, was_signed))
    parts = parts_of(text, {segment.id: segment for segment in body.baseline})
    return MergeResult(
        page.opening + header.text + page.closing + text,
        f"{fence}\n{header.baseline}{fence}\n\n{dump_body(with_title(remembered, by_machines).blocks)}",
        # As they read when all is merged: a later edit shows.
        as_they_read((*header.conflicts, *body.conflicts), header.text, parts),
        is_older,
    )


def as_they_read(
    conflicts: Iterable[Conflict], header: str, parts: Mapping[SegmentId, str]
) -> tuple[Conflict, ...]:
    """Return conflicts with the editor's version as it stands in a header, or in the segments of a body."""
    return tuple(
        replace(
            one, mine=parts.get(SegmentId(one.segment), "") if one.segment else key_text(header, one.part)
        )
        for one in conflicts
    )


def _with_source_of(entry: Entry, header: str) -> str:
    """Return a baseline's header by which an entry's seed and its hash are no editor's."""
    if not header and entry.source.seed:
        return front_matter.dump({"source": {"seed": entry.source.seed, "sha256": entry.source.sha256}})
    for key in ("seed", "sha256"):
        line = front_matter.dump({key: getattr(entry.source, key)}).rstrip("\n")
        header = re.sub(rf"(?m)^  {key}: .*$", f"  {line}".replace("\\", r"\\"), header)
    return header


def signed_in(header: str, place: str) -> str | None:
    """Return who translated, as the YAML of a header says; None where it does not."""
    said = front_matter.parse(header, place).get("translation")
    return said.get("by") if isinstance(said, dict) else None


def _of_text(made: Sequence[P], was: Sequence[P], older: Container[SegmentId | None]) -> tuple[P, ...]:
    """Return what was found in the text that is there: of paragraphs that stay, what was in them before."""
    place = next((number for number, part in enumerate(made) if part.segment in older), len(made))
    above = [part for part in made[:place] if part.segment not in older]
    below = [part for part in made[place:] if part.segment not in older]
    former = [part for part in was if part.segment in older]
    return tuple(above + former + below)


def provenance(body: MergedBody, made: Entry, mine: Entry) -> Translation | None:
    """Say in the header who translated: a machine, if any sentence of what stands there is a machine's."""
    language = next((s.rendering.language for s in (*made.segments, *mine.segments) if s.rendering), None)
    # What nobody signed is an editor's.
    is_said = made.translation or mine.translation
    if not body.authors or language is None or not is_said:
        return made.translation
    if body.by_persons:
        return Translation(language, TranslationBy.EDITOR)
    packages = (one.package for one in (made.translation, mine.translation) if one)
    return Translation(language, TranslationBy.ARGOS, next(filter(None, packages), None))
