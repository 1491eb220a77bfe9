"""Everything an editor should look at, as issues with place, problem and remedy."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.checks.doubts import check_translations, checked
from generator.checks.pairs import Knowledge
from generator.checks.references import check_references
from generator.checks.suggest import missing_records
from generator.content.conflicts import conflict_issue
from generator.content.history import EntryHistory
from generator.content.left_out import check_left_out
from generator.content.library import Library, as_issue, load_dropped
from generator.content.paths import ContentPaths
from generator.content.staleness import OUTDATED, is_outdated
from generator.content.translation_state import is_date_by_editor, reviewed, unit_states
from generator.dates.anchor import ONE_DAY
from generator.dates.edtf import bounds, bounds_of
from generator.dates.unread import dates_unread, why_undated
from generator.errors import ChronologyError
from generator.model import Entry, Issue, Segment, Severity, TranslationState
from generator.names.index import NameIndex
from generator.names.mentions import find_unclear
from generator.printable import command
from generator.settings import Settings
from generator.terms import TermBase


def check_library(
    library: Library, settings: Settings, seeds: Sequence[str], left_out: Collection[str] = ()
) -> list[Issue]:
    """Return what is wrong or unfinished, errors first.

    `left_out`: those of them that are to have no entry.
    """
    index = NameIndex(library.records)
    issues = [*library.issues, *_seeds(library, seeds, left_out), *_ambiguous_names(index)]
    kinds = settings.topic.kinds.values()
    issues += missing_records(
        library.entries, library.records, settings.no_record, kinds, library.unread_records
    )
    knowledge = Knowledge(index, TermBase(library.terms))
    for entry in library.entries.values():
        issues += [*_entry(entry, library, settings), *_unclear_names(entry, index)]
        issues += check_translations(
            checked(library.history(entry)), knowledge, f"content/entries/{entry.slug}.md"
        )
    order = list(Severity)
    return sorted(issues, key=lambda issue: (order.index(issue.severity), issue.place))


def _entry(entry: Entry, library: Library, settings: Settings) -> Iterator[Issue]:
    place = f"content/entries/{entry.slug}.md"
    flaws = library.flaws.get(f"entries/{entry.slug}.md", ())
    # A date or evidence that can't be read is told already.
    if not any(flaw.problem.startswith("date") for flaw in flaws):
        yield from _date(entry, library.baselines.get(entry.source.seed), place)
        yield from _publication(entry, place)
    yield from check_references(entry, library, place)
    if is_outdated(entry, library.baselines.get(entry.source.seed)):
        remedy = "run chronology generate: it names each paragraph that reads as before"
        yield Issue(Severity.WARNING, place, OUTDATED, remedy)
    for conflict in library.conflicts.get(entry.slug, ()):
        yield conflict_issue(conflict, entry.slug)
    history = library.history(entry)
    states = unit_states(history, settings.target_for(entry.language))
    for state in (TranslationState.MISSING, TranslationState.STALE):
        segments = [s for s in entry.segments if states[s.id] is state]
        if segments:
            yield _translation(state, segments, history, settings, place)
    if (review := reviewed(history, states)) and review.changed:
        yield Issue(
            Severity.WARNING,
            f"{place} ({', '.join(review.changed)})",
            f"changed since {review.by} reviewed it",
            f"read it again, then run {command('review', entry.slug, '--by', 'NAME')}",
        )


def _translation(
    state: TranslationState,
    segments: Sequence[Segment],
    history: EntryHistory,
    settings: Settings,
    place: str,
) -> Issue:
    where = f"{place} ({', '.join(segment.id for segment in segments)})"
    if state is TranslationState.STALE:
        return Issue(
            Severity.WARNING,
            where,
            "the source changed after it was translated",
            "correct the translation",
        )
    language = segments[0].language
    target = settings.target_for(language)
    by_hand = f"write it below the paragraph, and {{: lang={target} }} below it"
    remedy = f"{settings.how_to_translate(language)}; or {by_hand}"
    if history.is_left_to_its_editor:
        remedy = f"generate leaves drafts and what you reviewed to you: {by_hand}"
    return Issue(Severity.WARNING, where, "no translation", remedy)


def _date(entry: Entry, baseline: Entry | None, place: str) -> Iterator[Issue]:
    unread = dates_unread(entry.language)
    if not entry.date or bounds(entry.date) is None:
        why, remedy = why_undated(entry)
        yield Issue(
            Severity.WARNING,
            place,
            f"not dated: {why if remedy else unread or why}",
            remedy or "write `date:` into its front matter, or `published:` into the seed's sidecar",
        )
    elif entry.date_evidence and is_date_by_editor(entry, baseline):
        yield Issue(
            Severity.NOTE,
            place,
            f"its date was set by hand; the evidence below it led to {baseline and baseline.date}",
            "write date_evidence that fits, or remove it",
        )
    elif entry.source.seed and not entry.date_evidence:
        yield Issue(Severity.NOTE, place, "its date has no evidence", "add date_evidence")


def _publication(entry: Entry, place: str) -> Iterator[Issue]:
    """Report a day of publication before the entry's: what is left where only `date:` is put right."""
    date, published = bounds_of(entry.date), bounds_of(entry.source.published)
    # A release may be dated a day ahead by its time zone.
    if date and published and date.earliest - published.latest > ONE_DAY:
        yield Issue(
            Severity.NOTE,
            place,
            f"published {entry.source.published}, before its date {entry.date}",
            "correct `published:` below `source:`, or `date:`",
        )


def _seeds(library: Library, seeds: Sequence[str], left_out: Collection[str]) -> Iterator[Issue]:
    used = {entry.source.seed: slug for slug, entry in library.entries.items() if entry.source.seed}
    for seed, slug in sorted(used.items()):
        if seed not in seeds:
            yield Issue(
                Severity.WARNING,
                f"content/entries/{slug}.md",
                f"its seed {seed} is not in seeds/",
                "put it back, or under its new name; the entry stays as it is meanwhile",
            )
    for seed in seeds:
        if seed not in used and seed not in left_out and seed not in library.unread_seeds:
            yield Issue(Severity.WARNING, f"seeds/{seed}", "no entry yet", "run chronology generate")


def _ambiguous_names(index: NameIndex) -> Iterator[Issue]:
    for name, slugs in sorted(index.ambiguous.items()):
        yield Issue(
            Severity.WARNING,
            f"content/records ({', '.join(sorted(slugs))})",
            f"the name {name!r} leads to {len(slugs)} records and is not linked",
            "remove it from all but one",
        )


def _unclear_names(entry: Entry, index: NameIndex) -> Iterator[Issue]:
    """Report what names two records in this text, and so is linked to none."""
    for unclear in find_unclear(entry, index):
        where = unclear.segment or "title"
        yield Issue(
            Severity.NOTE,
            f"content/entries/{entry.slug}.md ({where})",
            f"{unclear.words!r} may be {' or '.join(unclear.candidates)} and is not linked",
            "name the right one in the entry's mentions: add, or leave it",
        )


def check_cleaning(paths: ContentPaths, library: Library) -> Iterator[Issue]:
    """Warn of the seeds whose entry may lack some of their text."""
    for entry in library.entries.values():
        seed = entry.source.seed
        if not seed:
            continue
        try:
            yield from check_left_out(seed, (one.text for one in entry.segments), load_dropped(paths, seed))
        except ChronologyError as error:
            yield as_issue(error)
