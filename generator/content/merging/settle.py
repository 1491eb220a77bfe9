"""Settles conflicts: which are still open, and what a page is with the one version or the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.content import front_matter
from generator.content.authors import author, machine_made, record_of, with_record
from generator.content.body import dump_body, parse_body
from generator.content.entry_file import load_entry
from generator.content.merging.authors import side_of, signed_beside
from generator.content.merging.body import with_segment
from generator.content.merging.frame import parts_of
from generator.content.merging.header import key_text, with_key
from generator.content.merging.page import signed_in
from generator.content.merging.parts import Conflict
from generator.content.staleness import KEPT, marked
from generator.language.markup import same_words
from generator.model import Segment, SegmentId, Slug, TranslationBy

PLACE = "baseline"


def still_open(conflicts: Iterable[Conflict], text: str, baseline: str | None) -> tuple[Conflict, ...]:
    """Return the conflicts that no edit has settled: the editor's part reads as it did, marks aside.

    Args:
        conflicts: as they were kept.
        text: what the file holds now.
        baseline: what the generator made last.
    """
    page = front_matter.cut(text)
    conflicts = tuple(conflicts)
    if not conflicts or page is None:
        return ()
    parts = parts_of(page.body, _segments(baseline))
    return tuple(
        one
        for one in conflicts
        if (
            _is_as_it_was(one, parts.get(SegmentId(one.segment), ""))
            if one.segment
            else one.mine == key_text(page.header, one.part)
        )
    )


def _is_as_it_was(conflict: Conflict, now: str) -> bool:
    """Tell whether what an editor wrote in a segment reads as it did: the rest may follow its source."""
    mine, new, there = _segment(conflict.mine), _segment(conflict.new), _segment(now)
    if mine is None or new is None or there is None:
        return same_words(conflict.mine, now)
    if not same_words(mine.text, new.text):
        return same_words(mine.text, there.text)
    renderings = [one.rendering.text if one.rendering else "" for one in (mine, there)]
    return same_words(*renderings)


def with_new(text: str, baseline: str, conflict: Conflict) -> str:
    """Return an editor's page with the generator's version of one part."""
    page = front_matter.cut(text)
    assert page
    if not conflict.segment:
        header, body = with_key(page.header, conflict.part, conflict.new), page.body
    else:
        segment = _segment(conflict.new)
        if segment:
            (segment,) = signed_beside([segment], signed_in(page.header, PLACE))
        header = page.header
        body = with_segment(page.body, _segments(baseline), SegmentId(conflict.segment), segment)
    return page.opening + header + page.closing + body


def remembered(baseline: str, conflict: Conflict) -> str:
    """Return a baseline that holds the generator's version of one part: the editor knows it now."""
    page = front_matter.cut(baseline)
    assert page
    if not conflict.segment:
        header = with_key(page.header, conflict.part, conflict.new)
        return page.opening + header + page.closing + page.body
    entry = load_entry(baseline, Slug(""), PLACE)
    segments = dict(side_of(entry).segments)
    name, segment = SegmentId(conflict.segment), _segment(conflict.new)
    before, mine = segments.get(name), _segment(conflict.mine)
    if segment:
        there, made = mine.rendering if mine else None, machine_made(entry)
        is_new = there and segment.rendering and same_words(there.text, segment.rendering.text)
        if mine and there and not is_new and author(there, made) is TranslationBy.ARGOS:
            segment = with_record(marked(segment, mine), record_of(there, made))
        segments[name] = segment
    elif before and KEPT not in before.attributes:
        segments[name] = replace(before, attributes=(*before.attributes, KEPT))
    body = dump_body(signed_beside(segments.values(), signed_in(page.header, PLACE)))
    return f"{page.opening}{page.header}{page.closing}\n{body}"


def _segments(baseline: str | None) -> Mapping[SegmentId, Segment]:
    return side_of(load_entry(baseline, Slug(""), PLACE) if baseline else None).segments


def _segment(markdown: str) -> Segment | None:
    return next((block for block in parse_body(markdown) if isinstance(block, Segment)), None)
