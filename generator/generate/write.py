"""Writes a draft as an entry, merged into what an editor made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.content.entry_file import dump_entry, load_entry
from generator.content.files import read_text, update_text, write_text
from generator.content.library import dump_dropped
from generator.content.merge import MergeResult, merge
from generator.content.paths import ContentPaths
from generator.content.staleness import mark_stale
from generator.errors import InputError
from generator.generate.draft import Draft
from generator.generate.event_translation import translate_event_titles
from generator.generate.keep import (
    keep_editors_markup,
    keep_editors_translations,
    keep_ids,
    keep_own_translations,
)
from generator.generate.outcome import Outcome
from generator.language.markup import plain
from generator.model import Entry, Issue, Rendering, Segment, SegmentId, Severity, Slug


@dataclass(frozen=True)
class WriteResult:
    """Where a draft went."""

    slug: Slug
    outcome: Outcome
    entry: Entry
    """As it lies in content/ now."""
    issues: tuple[Issue, ...] = ()


def write(
    draft: Draft, slug: Slug, paths: ContentPaths, own: Mapping[SegmentId, Segment] | None = None
) -> WriteResult:
    """Write an entry, its baseline and its dropped lines.

    Where an editor and the generator changed the same lines, the editor's stay and an issue says
    what the generator would have written.

    Args:
        draft: finished.
        slug: the entry's name.
        paths: where files are.
        own: paragraphs an editor translated here otherwise than the memory does.

    Raises:
        WriteError: a file can't be written; what was there before is untouched.
        InputError: the present file or its baseline can't be used.
    """
    path = paths.entry(slug)
    place = f"content/entries/{slug}.md"
    existed = path.exists()
    baseline_path = paths.baseline(draft.seed)
    baseline = read_text(baseline_path, str(baseline_path)) if baseline_path.exists() else None
    before = load_entry(baseline, slug, str(baseline_path)) if baseline else None
    if before:
        draft = keep_ids(draft, before)
    entry = replace(draft.entry, slug=slug)
    full = keep_editors_translations(entry, before) if before else entry
    full = keep_own_translations(full, own) if own else full
    full = translate_event_titles(full, draft.written)
    merged = MergeResult("", "", ())
    now = full

    def update(edited: str | None) -> str:
        nonlocal merged, now
        if edited is None and existed:
            raise InputError(place, "was renamed or deleted during the run", "run generate again")
        made = keep_editors_markup(full, load_entry(edited, slug, place), before) if edited else full
        merged = merge(baseline, edited, dump_entry(made))
        now = _load_back(merged.text, slug, place)
        return merged.text

    changed = update_text(path, update)
    remembered = merged.baseline
    if before:
        remembered = mark_stale(remembered, before, now, entry)
    write_text(baseline_path, remembered)
    write_text(paths.cleaning(draft.seed), dump_dropped(draft.dropped))
    outcome = (Outcome.CHANGED if existed else Outcome.NEW) if changed else Outcome.UNCHANGED
    undated = () if now.date else (_undated(place),)
    issues = (*_conflicts(merged, place), *undated, *_broken_terms(draft, now, place))
    return WriteResult(slug, outcome, now, issues)


def _broken_terms(draft: Draft, now: Entry, place: str) -> Iterator[Issue]:
    """Report terms a machine did not obey, where its translation is what stands in the entry."""
    by_machine = {s.id: s.rendering for s in draft.segments}
    stands = {s.id for s in now.segments if s.rendering and _same_text(s.rendering, by_machine.get(s.id))}
    for broken in draft.broken_terms:
        if broken.segment in stands or (broken.segment is None and now.title == draft.entry.title):
            yield Issue(
                Severity.WARNING,
                f"{place}, {broken.segment or 'title'}",
                f"the translation breaks a term: {broken.violation}",
                f"correct it in the entry, or list what stands there under `not` in content/terms.yml; "
                f"the term is from {broken.violation.origin}",
            )


def _same_text(one: Rendering, other: Rendering | None) -> bool:
    return other is not None and plain(one.text) == plain(other.text)


def _undated(place: str) -> Issue:
    return Issue(
        Severity.WARNING,
        place,
        "not dated: neither the text nor a sidecar or record supports a date",
        "write `published:` into its seed's sidecar .yml, or `date:` into the entry",
    )


def _load_back(text: str, slug: Slug, place: str) -> Entry:
    """Load what is about to be written: a broken page would be built in silence."""
    try:
        return load_entry(text, slug, place)
    except InputError as error:
        raise InputError(
            error.place, f"left as it is: {error.problem}", f"{error.remedy}, then run generate"
        ) from error


def _conflicts(merged: MergeResult, place: str) -> tuple[Issue, ...]:
    return tuple(
        Issue(
            Severity.WARNING,
            place,
            f"your edit was kept where the source changed; the generator would write: {conflict[:200]!r}",
            "take it over by hand, or delete your lines and run generate",
        )
        for conflict in merged.conflicts
    )
