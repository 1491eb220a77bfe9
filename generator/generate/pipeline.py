"""Runs over seeds: chooses those that are to be done, and remembers what was done."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from generator.content.addresses import load_addresses
from generator.content.baselines import is_merged
from generator.content.files import remove_unfinished, write_text
from generator.content.git_marks import put_together
from generator.content.kept import load_texts, save_texts
from generator.content.memory import outdated_notes, outdated_pairs
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths, OnRecord
from generator.content.reviews import dump_review
from generator.generate.as_before import Before, Told, load_before, save_before, save_written
from generator.generate.batches import Run
from generator.generate.choose import Chosen, choose_seeds, is_deleted, leave_out_deleted, leave_out_skipped
from generator.generate.fingerprints import (
    FINGERPRINTS,
    digest_content,
    fingerprint,
    shared_digest,
    with_entry,
)
from generator.generate.outcome import Outcome, SeedResult
from generator.generate.rename import (
    copy_generated,
    find_renamed_seeds,
    find_reworded_seeds,
    remove_generated,
)
from generator.generate.restore import bring_back
from generator.generate.seeds import bytes_of, list_seeds
from generator.generate.tables import Tables, load_tables
from generator.generate.workers import WorkIn, workers
from generator.model import Issue, Language, Severity
from generator.settings import Settings
from generator.translate.engines import Engines

T = TypeVar("T")

logger = logging.getLogger(__name__)


def no_progress(done: int, total: int) -> None:
    """Report progress to nobody."""


def generate(
    settings: Settings,
    engines: Engines,
    names: Sequence[str] = (),
    progress: Callable[[int, int], None] = no_progress,
    refresh: bool = False,
    restore: bool = False,
    work_in: WorkIn = workers,
    parsed: Parsed | None = None,
) -> Iterator[Told]:
    """Turn seeds into entries.

    Where every file is as it was when a run found nothing to do, what that one said is said again.

    Args:
        settings: where everything is.
        engines: where translation engines come from.
        names: file names in seeds/; empty for all.
        progress: called with the number of seeds done and of all.
        refresh: whether to translate again what another package translated than is installed now.
            What persons made or reviewed stays.
        restore: whether to write again the entries that were deleted; those of `names` always are.
        work_in: gives what works on seeds.
        parsed: what entries were parsed to by runs before; takes what they are when they are written.

    Yields:
        One result per seed, and issues that are about no single seed.
    """
    is_all = not (names or refresh or restore)
    state, before = load_before(settings, engines) if is_all else (None, None)
    if before and not _install_missing(settings, before.waiting, engines):
        yield from before.told
        return
    told: list[Told] = []
    made = _generate(settings, engines, names, progress, refresh, restore, work_in, parsed)
    run = yield from _noted(made, told)
    if run.done and run.is_complete and run.is_machines and state:
        save_written(settings, engines, state, Before(told, run.left_waiting), run.written)
    else:
        save_before(settings.cache, state, Before(told, run.tables.waiting))


def _noted(made: Generator[Told, None, T], told: list[Told]) -> Generator[Told, None, T]:
    """Yield what is said, note it, and return what is returned."""
    while True:
        try:
            one = next(made)
        except StopIteration as end:
            returned: T = end.value
            return returned
        told.append(one)
        yield one


def _generate(
    settings: Settings,
    engines: Engines,
    names: Sequence[str],
    progress: Callable[[int, int], None],
    refresh: bool,
    restore: bool,
    work_in: WorkIn,
    parsed: Parsed | None,
) -> Generator[Told, None, Run]:
    """Do what `generate` does; return the run."""
    paths = ContentPaths(settings.content)
    remove_unfinished(settings.content)
    put_together(paths)
    content = digest_content(paths)
    tables = load_tables(paths, settings.topic, parsed)
    _record_reviews(tables, paths)
    chosen = choose_seeds(settings, names)
    renamed, reworded = _follow_renamed(settings, chosen, tables)
    if deleted := _deleted(chosen.seeds, tables, paths) if restore or names else []:
        yield from bring_back(settings.cache, paths, (renamed.get(seed, seed) for seed in deleted))
        tables = load_tables(paths, settings.topic, parsed)
        _record_reviews(tables, paths)
    yield from chosen.refused
    tables = tables.with_renamed(renamed, load_addresses(paths) if renamed else {})
    seeds, left_out = _leave_out(chosen, tables, paths, restore=restore or bool(names))
    yield from left_out
    if not names:
        _install_missing(settings, tables.waiting, engines)
    outdated = outdated_pairs(tables.memory, engines.installed, tables.reviewed) if refresh else []
    yield from outdated_notes(outdated, engines.installed, "translating again")
    # The texts in entries that are not chosen now may be retranslated, too.
    fingerprints = {} if outdated else load_texts(settings.cache / FINGERPRINTS)
    shared = shared_digest(settings, content, tables, engines)
    current = {
        path.name: fingerprint(chosen.made_from.get(path.name, ""), shared + tables.reviewed_parts(path.name))
        for path in seeds
    }
    run = Run(settings, paths, tables, engines, outdated, current, work_in, deleted, parsed, renamed)
    unchanged = _unchanged(current, fingerprints, tables, paths)
    todo = [path for path in seeds if path.name not in unchanged]
    yield from (run.keep(seed, has_conflicts=undecided) for seed, undecided in unchanged.items())
    # A run that is killed must not leave what the run before it left.
    for path in todo:
        fingerprints.pop(path.name, None)
    if todo:
        save_texts(settings.cache / FINGERPRINTS, fingerprints)
    logger.info("%d seeds, %d to be done", len(seeds), len(todo))
    try:
        for result in run.results(todo) if todo else ():
            if isinstance(result, SeedResult):
                if result.outcome is not Outcome.FAILED:
                    fingerprints |= {result.seed: result.fingerprint} if result.fingerprint else {}
                    if result.seed in renamed:
                        remove_generated(paths, renamed[result.seed])
                        yield _seed_renamed(
                            result.seed, renamed[result.seed], is_sure=result.seed not in reworded
                        )
                run.done += 1
                progress(len(seeds) - len(todo) + run.done, len(seeds))
            yield result
        if not names:
            yield from run.beyond_seeds()
        # What a complete run did not meet again is in no entry any more.
        run.is_complete = not (names or chosen.refused or left_out or run.has_failed)
    finally:
        run.save_memory()
        save_texts(settings.cache / FINGERPRINTS, fingerprints)
    yield from tables.issues
    return run


def _record_reviews(tables: Tables, paths: ContentPaths) -> None:
    for seed, review in tables.new_reviews.items():
        write_text(paths.review(seed), dump_review(review))


def _follow_renamed(
    settings: Settings, among: Chosen, tables: Tables
) -> tuple[dict[str, str], frozenset[str]]:
    """Give seeds what was generated from them under another name.

    Returns:
        The old names by the new ones, and which seeds have changed, too.
    """
    paths = ContentPaths(settings.content)
    available = list_seeds(settings.seeds)
    there = [path.name for path in available]
    without_entry = (path for path in available if path.name not in tables.entries)
    readable = [path for path in without_entry if path.name in among.made_from]
    chosen = {path.name for path in among.seeds}
    renamed = find_renamed_seeds(
        (path for path in readable if path.name in chosen), there, tables.entries, paths
    )
    left = {seed: entry for seed, entry in tables.entries.items() if seed not in renamed.values()}
    # Those that are not chosen may fit, too.
    fitting = find_reworded_seeds((path for path in readable if path.name not in renamed), there, left, paths)
    reworded = {new: old for new, old in fitting.items() if new in chosen}
    renamed |= reworded
    for new, old in renamed.items():
        if old in tables.entries or not paths.baseline(new).exists():
            copy_generated(paths, old, new)
    return renamed, frozenset(reworded)


def _seed_renamed(new: str, old: str, *, is_sure: bool) -> Issue:
    if is_sure:
        remedy = "its entry names the new one now, nothing else is to be done"
        return Issue(Severity.NOTE, f"seeds/{new}", f"was {old}", remedy)
    problem = f"taken for {old}, which is gone, under another name and changed: most of its text is the same"
    remedy = f"if it is another document, put seeds/{old} and its entry back and run generate again"
    return Issue(Severity.WARNING, f"seeds/{new}", problem, remedy)


def _leave_out(
    among: Chosen, tables: Tables, paths: ContentPaths, *, restore: bool
) -> tuple[list[Path], list[SeedResult]]:
    """Part the seeds that get no entry from those that do."""
    chosen, left_out = [], []
    deleted = frozenset(() if restore else _deleted(among.seeds, tables, paths))
    for path in among.seeds:
        if path.name in among.skipped:
            left_out.append(leave_out_skipped(path, has_entry=path.name in tables.slugs))
        elif path.name in deleted:
            left_out.append(leave_out_deleted(path))
        else:
            chosen.append(path)
    return chosen, left_out


def _deleted(seeds: Sequence[Path], tables: Tables, paths: ContentPaths) -> list[str]:
    """Return the seeds whose entries were deleted."""
    # An entry that can't be read may be the one that seems to be gone.
    known = {*tables.slugs, *tables.blocked}
    is_known = tables.nameless is None
    return [path.name for path in seeds if is_known and is_deleted(paths, path.name, known)]


def _unchanged(
    current: Mapping[str, str], before: Mapping[str, str], tables: Tables, paths: ContentPaths
) -> dict[str, bool]:
    """Return the seeds that need no work, each with whether its editor has something to decide.

    Args:
        current: fingerprints of the seeds.
        before: those that the run before left.
        tables: what was loaded.
        paths: where files are.
    """
    on_record = OnRecord(paths)
    unchanged = {}
    for name, made_from in current.items():
        is_done = on_record.has_baseline(name) and on_record.has_cleaning(name)
        if not (made_from and name in tables.slugs and is_done) or on_record.is_unsettled(name):
            continue
        has_conflicts = on_record.has_conflicts(name)
        entry = bytes_of(paths.entry(tables.slugs[name]))
        is_same = before.get(name) == with_entry(made_from, entry, has_conflicts=has_conflicts)
        if is_same and (name in tables.as_made or not is_merged(paths, name)):
            unchanged[name] = has_conflicts
    return unchanged


def _install_missing(settings: Settings, waiting: Collection[Language], engines: Engines) -> bool:
    """Ask again for packages that entries wait for: with one, they are not skipped; tell whether one came."""
    missing = [pair for pair in settings.translate.items() if pair[0] in waiting]
    asked = [engines.get(*pair) for pair in missing if not engines.installed(*pair)]
    return any(asked)
