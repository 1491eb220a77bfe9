"""Runs the stages over seeds: the one list of them, and the trap that keeps one seed's failure its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from generator.content.files import remove_unfinished, write_text
from generator.content.library import as_issue
from generator.content.memory import Memory, Pair, dump_memory
from generator.content.outdated import outdated_notes, outdated_pairs
from generator.content.paths import ContentPaths
from generator.content.reviews import dump_review
from generator.dates.record_facts import KnownFacts
from generator.errors import ChronologyError, PackageError, WriteError
from generator.generate.choose import choose_seeds
from generator.generate.clean import clean
from generator.generate.date_entry import date
from generator.generate.day_month_order import Habits, with_drafts
from generator.generate.draft import Draft
from generator.generate.entitle import entitle, show_title
from generator.generate.events import extract_events
from generator.generate.fingerprints import (
    fingerprint,
    load_fingerprints,
    save_fingerprints,
    shared_digest,
)
from generator.generate.identify import identify
from generator.generate.outcome import Outcome, SeedResult, fault, refuse
from generator.generate.read import read
from generator.generate.seeds import place_of
from generator.generate.segment import segment
from generator.generate.tables import Tables, load_tables
from generator.generate.translate_drafts import translate
from generator.generate.workers import workers
from generator.generate.write import new_slug, write
from generator.model import Issue, Severity, Slug
from generator.settings import Settings
from generator.terms import TermBase
from generator.translate.engines import Engines

BATCH = 500
"""Seeds held in memory at once."""


def no_progress(done: int, total: int) -> None:
    """Report progress to nobody."""


def generate(
    settings: Settings,
    engines: Engines,
    names: Sequence[str] = (),
    progress: Callable[[int, int], None] = no_progress,
    refresh: bool = False,
) -> Iterator[SeedResult | Issue]:
    """Turn seeds into entries.

    Args:
        settings: where everything is.
        engines: where translation engines come from.
        names: file names in seeds/; empty for all.
        progress: called with the number of seeds done and of all.
        refresh: whether to translate again what another package translated than is installed now.
            What persons made or reviewed stays.

    Yields:
        One result per seed, and issues that are about no single seed.
    """
    paths = ContentPaths(settings.content)
    remove_unfinished(settings.content)
    tables = load_tables(paths, settings.topic)
    for seed, review in tables.new_reviews.items():
        write_text(paths.review(seed), dump_review(review))
    seeds, refused = choose_seeds(settings, names)
    yield from refused
    fingerprints = load_fingerprints(settings.cache / "generate.json")
    if not names:
        _install_missing(settings, tables, engines)
    outdated = outdated_pairs(tables.memory, engines.installed, tables.reviewed) if refresh else []
    yield from outdated_notes(outdated, engines.installed, "translating again")
    if outdated:
        # The texts in entries that are not chosen now may be retranslated, too.
        fingerprints = {}
    shared = shared_digest(settings, paths, tables, engines)
    current = {path.name: fingerprint(path, shared, settings) for path in seeds}
    todo: list[Path] = []
    for path in seeds:
        name = path.name
        unchanged = current[name] and fingerprints.get(name) == current[name]
        if unchanged and name in tables.slugs and paths.baseline(name).exists():
            yield SeedResult(name, Outcome.UNCHANGED, tables.slugs[name])
        else:
            todo.append(path)
    memory = tables.memory.without(outdated)
    is_complete = False
    known, habits = KnownFacts(tables.records), tables.habits
    finished = len(seeds) - len(todo)
    taken = {*tables.slugs.values(), *(Slug(path.stem) for path in paths.entries.glob("*.md"))}
    with ExitStack() as stack:
        # What a complete run did not meet again is in no entry any more.
        stack.callback(
            lambda: _save(
                settings,
                paths,
                tables,
                memory if is_complete else memory.filled_with(outdated),
                fingerprints,
            )
        )
        failures = len(refused)
        run_all = stack.enter_context(workers(len(todo)))
        for batch in _batches(todo):
            drafts, failed, habits = _prepare_all(batch, settings, known, habits, run_all)
            yield from failed
            drafts, memory, run_issues = _translate(drafts, settings, memory, outdated, engines, tables.terms)
            failures += len(failed) + len(run_issues)
            for draft in drafts:
                result = _write(show_title(draft, settings.language), tables, taken, paths)
                failures += result.outcome == Outcome.FAILED
                if result.outcome != Outcome.FAILED and result.slug:
                    taken.add(result.slug)
                    # After an engine's failure the next run tries again, and so it does where another
                    # document of the publisher may tell how it writes dates.
                    again = bool(run_issues) or draft.order_unclear
                    fingerprints[draft.seed] = "" if again else current[draft.seed]
                yield result
            yield from run_issues
            finished += len(batch)
            progress(finished, len(seeds))
        is_complete = not names and not failures
    yield from tables.issues


def _install_missing(settings: Settings, tables: Tables, engines: Engines) -> None:
    """Ask again for a package that entries wait for: with it, they are not skipped."""
    for source, target in settings.translate.items():
        if source in tables.waiting and not engines.installed(source, target):
            engines.get(source, target)


def prepare(path: Path, settings: Settings, known: KnownFacts, habits: Habits) -> Draft:
    """Run the stages that look at one seed by itself: the list of stages, in order.

    Args:
        path: the seed.
        settings: where everything is.
        known: what the authority records know of dates.
        habits: how publishers write dates.

    Raises:
        InputError: the seed can't be used.
    """
    draft = read(path, settings.seeds, settings.max_seed_bytes)
    draft = clean(draft)
    draft = identify(draft, habits)
    draft = segment(draft)
    draft = date(draft, known)
    draft = extract_events(draft, known)
    return entitle(draft, settings.language, settings.translate.get(draft.language))


def _batches(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    for start in range(0, len(paths), BATCH):
        yield paths[start : start + BATCH]


def _prepare_all(
    batch: Sequence[Path],
    settings: Settings,
    known: KnownFacts,
    habits: Habits,
    run_all: Callable[..., Iterable[Draft | SeedResult]],
) -> tuple[list[Draft], list[SeedResult], Habits]:
    one = partial(_prepare_trapped, settings=settings, known=known)
    results = list(run_all(partial(one, habits=habits), batch))
    habits = with_drafts(habits, (result for result in results if isinstance(result, Draft)))
    results = [
        one(path, habits=habits) if isinstance(result, Draft) and result.order_unclear else result
        for path, result in zip(batch, results, strict=True)
    ]
    drafts = [result for result in results if isinstance(result, Draft)]
    return drafts, [result for result in results if isinstance(result, SeedResult)], habits


def _prepare_trapped(
    path: Path, *, settings: Settings, known: KnownFacts, habits: Habits
) -> Draft | SeedResult:
    try:
        return prepare(path, settings, known, habits)
    except ChronologyError as error:
        return SeedResult(path.name, Outcome.FAILED, issues=(as_issue(error),))
    except Exception as error:
        return refuse(path.name, place_of(path), fault(error), "report it with the seed")


def _translate(
    drafts: list[Draft],
    settings: Settings,
    memory: Memory,
    outdated: Sequence[Pair],
    engines: Engines,
    terms: TermBase,
) -> tuple[list[Draft], Memory, tuple[Issue, ...]]:
    """Translate a batch; when the engine fails, with what the memory knows."""
    try:
        return *translate(drafts, settings.translate, memory, engines.get, terms), ()
    except PackageError as error:
        issue = as_issue(error)
    except Exception as error:  # whatever an engine does, the texts are published
        remedy = "report it; the texts stay in their own language"
        issue = Issue(Severity.ERROR, "translation", fault(error), remedy)
    memory = memory.filled_with(outdated)
    drafts, memory = translate(drafts, settings.translate, memory, lambda *_: None, terms)
    return drafts, memory, (issue,)


def _write(draft: Draft, tables: Tables, taken: set[Slug], paths: ContentPaths) -> SeedResult:
    slug = tables.slugs.get(draft.seed)
    if broken := tables.blocked.get(draft.seed):
        return SeedResult(draft.seed, Outcome.FAILED, issues=(broken,))
    if slug is None and tables.nameless and paths.baseline(draft.seed).exists():
        # It was written before, and its entry may be the one that can't be read.
        return SeedResult(draft.seed, Outcome.FAILED, issues=(tables.nameless,))
    slug = slug or new_slug(draft, taken)
    try:
        result = write(draft, slug, paths, tables.own.get(draft.seed))
    except ChronologyError as error:
        issues = (*draft.issues, as_issue(error))
        return SeedResult(draft.seed, Outcome.FAILED, slug, issues, error.exit_code)
    except Exception as error:  # as above
        return refuse(draft.seed, f"seeds/{draft.seed}", fault(error), "report it with the seed")
    return SeedResult(draft.seed, result.outcome, slug, (*draft.issues, *result.issues))


def _save(
    settings: Settings,
    paths: ContentPaths,
    tables: Tables,
    memory: Memory,
    fingerprints: Mapping[str, str],
) -> None:
    if memory is not tables.stored:
        write_text(paths.memory, dump_memory(memory))
    try:
        save_fingerprints(settings.cache / "generate.json", fingerprints)
    except WriteError:
        # Only a cache: the next run does more work, nothing is lost.
        return
