"""Settles conflicts: which are still open, and what a page is with the one version or the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.content import front_matter
from generator.content.authors import author, former_record, machine_made, made_in, record_of, with_record
from generator.content.body import dump_body, parse_body
from generator.content.entry_file import load_made
from generator.content.merging.authors import signed_beside, signed_segments
from generator.content.merging.body import with_segments
from generator.content.merging.frame import parts_of
from generator.content.merging.header import same_values, with_key
from generator.content.merging.page import as_they_read, signed_in
from generator.content.merging.parts import Conflict
from generator.content.staleness import KEPT, is_marked, marked
from generator.language.markup import same_words
from generator.model import Segment, SegmentId, Slug, TranslationBy

PLACE = "baseline"


def still_open(conflicts: Iterable[Conflict], text: str, baseline: str | None) -> tuple[Conflict, ...]:
    """Return the conflicts that nothing has settled, with the editor's part as it reads now.

    The new version settles one, whoever wrote it, and so does taking the part out. What an editor goes on
    typing does not: who mends a comma has not decided.
    """
    page = front_matter.cut(text)
    conflicts = tuple(conflicts)
    if not conflicts or page is None:
        return ()
    now = as_they_read(conflicts, page.header, parts_of(page.body, _segments(baseline)))
    return tuple(
        there for one, there in zip(conflicts, now, strict=True) if not (one.mine and _is_settled(there))
    )


def _is_settled(conflict: Conflict) -> bool:
    """Tell whether the file lacks a part, or has the new version."""
    if not conflict.mine:
        return True
    if not conflict.segment:
        return same_values(conflict.mine, conflict.new)
    mine, new = _segment(conflict.mine), _segment(conflict.new)
    return mine is not None and new is not None and _reads_as(mine, new)


def is_about_translation(conflict: Conflict) -> bool:
    """Tell whether the original reads the same in both versions."""
    mine, new = _segment(conflict.mine), _segment(conflict.new)
    return mine is not None and new is not None and same_words(mine.text, new.text)


def has_no_other(conflict: Conflict) -> bool:
    """Tell whether it is about a translation for which the generator has no other."""
    new = _segment(conflict.new)
    return new is not None and new.rendering is None and is_about_translation(conflict)


def keeps_translation(conflict: Conflict, baseline: str) -> bool:
    """Tell whether a translation that an editor made stands when the new version is taken, which has none."""
    mine, new = _segment(conflict.mine), _segment(conflict.new)
    if new is None or new.rendering or mine is None or mine.rendering is None:
        return False
    made = machine_made(load_made(baseline, Slug(""), PLACE))
    return author(mine.rendering, made) is TranslationBy.EDITOR


def without_new_translation(conflict: Conflict) -> Conflict:
    """Return what is still to decide when the new version was taken above an editor's translation."""
    mine, new = _segment(conflict.mine), _segment(conflict.new)
    assert mine
    assert new
    there = dump_body([replace(new, rendering=mine.rendering)]).rstrip("\n")
    return Conflict(conflict.part, there, conflict.new)


def _reads_as(one: Segment, other: Segment) -> bool:
    renderings = [each.rendering.text if each.rendering else "" for each in (one, other)]
    return same_words(one.text, other.text) and same_words(*renderings)


def carried_over(baseline: str, conflict: Conflict, now: Conflict) -> str:
    """Return a baseline by which a conflict is found again, whatever an editor went on typing in its part.

    `now`: with the editor's part as it reads now.
    """
    mine, there = _segment(conflict.mine), _segment(now.mine)
    page = front_matter.cut(baseline)
    if not page or not conflict.segment or not mine or not there or _reads_as(mine, there):
        return baseline
    entry = load_made(baseline, Slug(""), PLACE)
    segments = signed_segments(entry)
    before = segments.get(SegmentId(conflict.segment))
    if before is None:
        return baseline
    if conflict.is_older:
        # It is what the editor started from.
        rendering = mine.rendering
        if rendering:
            rendering = replace(rendering, by=author(rendering, machine_made(entry)))
        before = replace(before, text=mine.text, rendering=rendering)
    elif is_marked(mine, before):
        before = marked(before, there)
    segments[before.id] = before
    return _with_segments(page, segments.values())


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
        new, stays = {SegmentId(conflict.segment): segment}, keeps_translation(conflict, baseline)
        body = with_segments(page.body, _segments(baseline), new, keeps_translation=stays)
    return page.opening + header + page.closing + body


def remembered(baseline: str, conflict: Conflict, *, is_stale: bool = False) -> str:
    """Return a baseline that holds the generator's version of one part: the editor knows it now.

    Args:
        baseline: what the generator made last.
        conflict: about the part.
        is_stale: whether the translation there is still to be decided about.
    """
    page = front_matter.cut(baseline)
    assert page
    if not conflict.segment:
        header = with_key(page.header, conflict.part, conflict.new)
        return page.opening + header + page.closing + page.body
    entry = load_made(baseline, Slug(""), PLACE)
    segments = signed_segments(entry)
    name, segment = SegmentId(conflict.segment), _segment(conflict.new)
    before, mine = segments.get(name), _segment(conflict.mine)
    if segment:
        there, made = mine.rendering if mine else None, machine_made(entry)
        is_new = there and segment.rendering and same_words(there.text, segment.rendering.text)
        # What is on record may come back, of paragraphs that are gone, too.
        record = former_record(before, made_in([segment])) if before else []
        if mine and there and not is_new:
            record += record_of(there, made)
            if is_stale or author(there, made) is TranslationBy.ARGOS:
                segment = marked(segment, mine)
        segments[name] = with_record(segment, record)
    elif before and KEPT not in before.attributes:
        segments[name] = replace(before, attributes=(*before.attributes, KEPT))
    return _with_segments(page, segments.values())


def _with_segments(page: front_matter.CutPage, segments: Iterable[Segment]) -> str:
    body = dump_body(signed_beside(segments, signed_in(page.header, PLACE)))
    return f"{page.opening}{page.header}{page.closing}\n{body}"


def _segments(baseline: str | None) -> Mapping[SegmentId, Segment]:
    return signed_segments(load_made(baseline, Slug(""), PLACE) if baseline else None)


def _segment(markdown: str) -> Segment | None:
    return next((block for block in parse_body(markdown) if isinstance(block, Segment)), None)
