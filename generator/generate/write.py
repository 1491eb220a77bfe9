"""Writes a draft as an entry, merged into what an editor made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.content.baselines import announce, is_unsettled, read_baseline, settle
from generator.content.conflicts import conflict_issue, known_conflicts, save_conflicts, with_decisions
from generator.content.entry_file import load_entry, load_made
from generator.content.files import update_text, write_text
from generator.content.library import dump_dropped
from generator.content.merging import Conflict, MergeResult, merge
from generator.content.paths import ContentPaths
from generator.content.staleness import OUTDATED
from generator.errors import InputError
from generator.generate.date_issues import date_issues
from generator.generate.draft import Draft
from generator.generate.event_translation import translate_event_titles
from generator.generate.keep import Answered, keep_answered, keep_ids
from generator.generate.outcome import Outcome
from generator.language.markup import same_words
from generator.model import Entry, Issue, Rendering, Severity, Slug
from generator.printable import command


@dataclass(frozen=True)
class WriteResult:
    """Where a draft went."""

    slug: Slug
    outcome: Outcome
    entry: Entry
    """As it lies in content/ now."""
    text: str
    """Of its file."""
    has_conflicts: bool
    """There is something for an editor to decide."""
    is_edited: bool
    """It reads otherwise than what the generator made."""
    issues: tuple[Issue, ...] = ()


def write(draft: Draft, slug: Slug, paths: ContentPaths, answered: Answered | None = None) -> WriteResult:
    """Write an entry, its baseline and its dropped lines.

    Where an editor and the generator changed the same part, the editor's stays, and the generator's is
    kept for the editor to decide.

    `answered`: what of the entry persons answer for.

    Raises:
        WriteError: a file can't be written; what was there before is untouched.
        InputError: the present file or its baseline can't be used.
    """
    path = paths.entry(slug)
    place = f"content/entries/{slug}.md"
    existed = path.exists()
    made, merged = draft, MergeResult("", "")
    now = draft.entry
    known: tuple[str | None, tuple[Conflict, ...]] | None = None

    def update(edited: str | None) -> str:
        nonlocal made, merged, now, known
        if edited is None and existed:
            raise InputError(place, "was renamed or deleted during the run", "run generate again")
        # Once: what is noted below has not happened when an editor saves the file meanwhile.
        known = known or (read_baseline(paths, draft.seed, edited), known_conflicts(paths, draft.seed))
        before, conflicts = known
        settled = with_decisions(conflicts, edited, before) if edited and before else before
        stands = answered or Answered()
        if any(one.part.endswith("title") for one in conflicts):
            # One that waits for a decision is offered again.
            stands = replace(stands, titles=None)
        made, merged = _merged(draft, slug, edited, settled, stands)
        now = _load_back(merged.text, slug, place)
        # Before the entry: a run that is killed in between can be told from an edit.
        if edited is None:
            settle(paths, draft.seed, merged.baseline)
        else:
            announce(paths, draft.seed, merged.baseline, before, (edited, merged.text))
        save_conflicts(paths, draft.seed, merged.conflicts)
        return merged.text

    changed = update_text(path, update)
    if is_unsettled(paths, draft.seed):
        settle(paths, draft.seed, merged.baseline)
    write_text(paths.cleaning(draft.seed), dump_dropped(draft.dropped))
    outcome = (Outcome.CHANGED if existed else Outcome.NEW) if changed else Outcome.UNCHANGED
    older = [_older(place, slug)] if merged.is_older else []
    told = (conflict_issue(conflict, slug) for conflict in merged.conflicts)
    issues = (*older, *told, *date_issues(draft, now, place), *_broken_terms(made, now, place))
    is_edited = merged.text != merged.baseline
    return WriteResult(slug, outcome, now, merged.text, bool(merged.conflicts), is_edited, issues)


def _merged(
    draft: Draft,
    slug: Slug,
    edited: str | None,
    baseline: str | None,
    answered: Answered,
) -> tuple[Draft, MergeResult]:
    """Merge a draft into what the file holds; return it with the ids that its paragraphs have there."""
    if edited is not None:
        place = f"content/entries/{slug}.md"
        before = load_made(baseline, slug, place if baseline == edited else "baseline") if baseline else None
        draft = keep_ids(draft, before, load_entry(edited, slug, place))
    entry = keep_answered(replace(draft.entry, slug=slug), answered)
    return draft, merge(baseline, edited, translate_event_titles(entry, draft.written), draft.by_memory)


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
    return other is not None and same_words(one.text, other.text)


def _older(place: str, slug: Slug) -> Issue:
    return Issue(
        Severity.WARNING,
        place,
        OUTDATED,
        f"decide about each paragraph that reads as before; {command('diff', slug)} shows what else differs",
    )


def _load_back(text: str, slug: Slug, place: str) -> Entry:
    """Load what is about to be written: a broken page would be built in silence."""
    try:
        return load_entry(text, slug, place)
    except InputError as error:
        raise InputError(
            error.place, f"left as it is: {error.problem}", f"{error.remedy}, then run generate"
        ) from error
