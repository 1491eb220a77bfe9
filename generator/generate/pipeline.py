"""Runs over seeds: prepares each, translates and writes them in batches, and remembers what was done."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from generator.content.addresses import Address, free_name, load_addresses
from generator.content.baselines import is_merged
from generator.content.conflicts import conflict_issue, open_conflicts
from generator.content.files import read_text, remove_unfinished, write_text
from generator.content.git_marks import put_together
from generator.content.library import ENTRY, as_issue
from generator.content.memory import Pair, dump_memory, outdated_notes, outdated_pairs
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths, OnRecord
from generator.content.reviews import dump_review
from generator.errors import ChronologyError, PackageError, WriteError, fault
from generator.generate.as_before import Before, Told, load_before, save_before, state_of
from generator.generate.choose import Chosen, choose_seeds, is_deleted, leave_out_deleted, leave_out_skipped
from generator.generate.draft import Draft
from generator.generate.entitle import show_title
from generator.generate.fingerprints import (
    FINGERPRINTS,
    digest_content,
    fingerprint,
    is_of,
    load_fingerprints,
    save_fingerprints,
    shared_digest,
    with_entry,
)
from generator.generate.outcome import Outcome, SeedResult, crash
from generator.generate.own_entries import forget_deleted, own_draft, write_translations
from generator.generate.rename import (
    copy_generated,
    find_renamed_seeds,
    find_reworded_seeds,
    names_of_deleted,
    remove_generated,
    rename_entry,
)
from generator.generate.restore import bring_back, keep_copy
from generator.generate.seeds import bytes_of, list_seeds
from generator.generate.tables import Tables, load_tables
from generator.generate.translate_drafts import translate_drafts
from generator.generate.workers import SEEDS_AT_ONCE, WorkIn, workers, writers
from generator.generate.write import WriteResult, write
from generator.model import Entry, Issue, Language, Severity, Slug
from generator.names.index import NameIndex
from generator.settings import Settings
from generator.terms.enforce import Judge
from generator.translate.engines import Engines

T = TypeVar("T")

BATCH = 100
"""Seeds translated at once, and written while the next are prepared: only the last ones are waited for. They
have sentences enough for an engine to put those of one length together."""

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
    state = "" if names or refresh or restore else state_of(settings, engines)
    before = load_before(settings.cache, state)
    if before and not _install_missing(settings, before.waiting, engines):
        yield from before.told
        return
    told: list[Told] = []
    made = _generate(settings, engines, names, progress, refresh, restore, work_in, parsed)
    waiting = yield from _noted(made, told)
    save_before(settings.cache, state, Before(told, waiting))


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
) -> Generator[Told, None, frozenset[Language]]:
    """Do what `generate` does; return the languages of entries without translation."""
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
    fingerprints = {} if outdated else load_fingerprints(settings.cache / FINGERPRINTS)
    shared = shared_digest(settings, content, tables, engines)
    current = {
        path.name: fingerprint(chosen.made_from.get(path.name, ""), shared + tables.reviewed_parts(path.name))
        for path in seeds
    }
    run = _Run(settings, paths, tables, engines, outdated, current, work_in, deleted, parsed)
    unchanged = _unchanged(current, fingerprints, tables, paths)
    todo = [path for path in seeds if path.name not in unchanged]
    yield from (run.keep(seed, has_conflicts=undecided) for seed, undecided in unchanged.items())
    # A run that is killed must not leave what the run before it left.
    for path in todo:
        fingerprints.pop(path.name, None)
    if todo:
        _save_fingerprints(settings, fingerprints)
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
        _save_fingerprints(settings, fingerprints)
    yield from tables.issues
    return tables.waiting


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


def _save_fingerprints(settings: Settings, fingerprints: Mapping[str, str]) -> None:
    try:
        save_fingerprints(settings.cache / FINGERPRINTS, fingerprints)
    except WriteError:
        # Only a cache: the next run does more work, nothing is lost.
        return


class _Run:
    """One run over seeds, with what it has translated and written so far.

    Args:
        settings: where everything is.
        paths: of the files in content/.
        tables: what was loaded from there.
        engines: where translation engines come from.
        outdated: pairs to be translated again.
        current: the fingerprints of seeds.
        work_in: gives what works on seeds.
        deleted: seeds whose entries are brought back.
        parsed: takes what entries are when they are written.
    """

    def __init__(
        self,
        settings: Settings,
        paths: ContentPaths,
        tables: Tables,
        engines: Engines,
        outdated: Sequence[Pair],
        current: Mapping[str, str],
        work_in: WorkIn,
        deleted: Collection[str],
        parsed: Parsed | None,
    ) -> None:
        self._settings = settings
        self._work_in = work_in
        self._current = current
        self._deleted = deleted
        self._parsed = parsed
        self._paths = paths
        self._tables = tables
        self._engines = engines
        self._outdated = outdated
        self._memory = tables.memory.without(outdated)
        former = (slug for address in tables.addresses.values() for slug in address.former)
        self._given = names_of_deleted(paths, tables.slugs, tables.addresses)
        there = (*tables.slugs.values(), *paths.entry_slugs())
        self._taken = {*there, *former, *self._given.values()}
        self.done = 0
        """Seeds."""
        self.has_failed = False
        self.is_complete = False
        """It has been through every seed there is."""

    def results(self, seeds: Sequence[Path]) -> Iterator[SeedResult | Issue]:
        """Prepare, translate and write seeds, a batch at a time; yield what became of each."""
        with (
            self._work_in(len(seeds), self._settings, self._tables.records) as do_all,
            writers(len(seeds)) as write_all,
        ):
            # Not before there is something to do: all patterns and weights take as long as the rest.
            from generator.generate.prepare import prepare

            results = iter(do_all(prepare, seeds))
            while prepared := list(islice(results, self._at_once())):
                refused = [result for result in prepared if isinstance(result, SeedResult)]
                drafts, issues = self._translated([one for one in prepared if isinstance(one, Draft)])
                written = (
                    self._after(draft, result, again=bool(issues))
                    for draft, result in write_all(self._write, map(self._with_name, drafts))
                )
                for result in (*refused, *written):
                    if result.traceback:
                        logger.error("seeds/%s\n%s", result.seed, result.traceback)
                    self.has_failed |= result.outcome is Outcome.FAILED
                    yield result
                self.has_failed |= bool(issues)
                yield from issues

    def _at_once(self) -> int:
        """Return how many seeds are translated at once; where none is, they are written as they come."""
        pairs = self._settings.translate.items()
        is_translated = any(self._memory.has_any(*pair) or self._engines.installed(*pair) for pair in pairs)
        return BATCH if is_translated else min(BATCH, SEEDS_AT_ONCE)

    def keep(self, seed: str, *, has_conflicts: bool) -> SeedResult:
        """Leave an entry as it is, but for its name: an editor may have dated it."""
        entry = self._tables.entries[seed]
        issues = tuple(self._still_to_decide(entry)) if has_conflicts else ()
        return self._named(SeedResult(seed, Outcome.UNCHANGED, entry.slug, issues), entry)

    def _still_to_decide(self, entry: Entry) -> Iterator[Issue]:
        """Yield the conflicts of an entry that is left as it is: an editor may have missed them."""
        seed, paths = entry.source.seed, self._paths
        try:
            text = read_text(paths.entry(entry.slug), f"content/entries/{entry.slug}.md")
            for conflict in open_conflicts(paths, seed, text):
                yield conflict_issue(conflict, entry.slug)
        except ChronologyError as error:
            yield as_issue(error)

    def beyond_seeds(self) -> Iterator[Issue]:
        """Do what is no single seed's matter; say what was done."""
        try:
            forget_deleted(self._paths, (*self._tables.slugs, *self._current))
        except ChronologyError as error:
            yield self._failed(error)
        yield from self._translate_own()
        gone = {*self._tables.slugs} - {path.name for path in list_seeds(self._settings.seeds)}
        if gone:
            problem = "1 has no seed any more, and stays"
            if len(gone) > 1:
                problem = f"{len(gone)} have no seed any more, and stay"
            yield Issue(Severity.NOTE, "content/entries", problem, "`chronology check` tells which")

    def _failed(self, error: ChronologyError) -> Issue:
        self.has_failed = True
        return as_issue(error)

    def _translate_own(self) -> Iterator[Issue]:
        """Translate what editors wrote without a seed; say what was done."""
        translated = self._settings.translate
        own = (one for one in self._tables.own if one.entry.language in translated)
        drafts, issues = self._translated([draft for one in own if (draft := own_draft(one))])
        yield from issues
        for draft in drafts:
            try:
                yield from write_translations(draft, self._paths, self._tables.answered[draft.entry.slug])
            except ChronologyError as error:
                yield self._failed(error)

    def save_memory(self) -> None:
        """Write the translation memory, unless it is as it was on disk."""
        memory = self._memory if self.is_complete else self._memory.filled_with(self._outdated)
        if memory is not self._tables.stored:
            write_text(self._paths.memory, dump_memory(memory))
            helps = self._paths.helps
            if helps.exists() or any(pair.is_help for pair in memory.pairs.values()):
                write_text(helps, dump_memory(memory, helps=True))

    def _translated(self, drafts: list[Draft]) -> tuple[list[Draft], tuple[Issue, ...]]:
        """Translate a batch; when the engine fails, with what the memory knows."""
        if not drafts:
            return drafts, ()
        targets, terms = self._settings.translate, self._tables.terms
        try:
            drafts, self._memory = translate_drafts(
                drafts, targets, self._memory, self._engines.get, terms, self._may_stand
            )
        except PackageError as error:
            issue = as_issue(error)
        except Exception as error:  # whatever an engine does, the texts are published
            logger.exception("Translating failed")
            remedy = "report it; the texts stay in their own language"
            issue = Issue(Severity.ERROR, "translation", fault(error), remedy)
        else:
            return drafts, ()
        memory = self._memory.filled_with(self._outdated)
        drafts, self._memory = translate_drafts(
            drafts, targets, memory, lambda *_: None, terms, self._may_stand
        )
        return drafts, (issue,)

    def _may_stand(self, *changed: Any) -> bool:
        return self._judge(*changed)

    @cached_property
    def _judge(self) -> Judge:
        from generator.checks.pairs import Knowledge
        from generator.checks.pairs.change import judge_by

        return judge_by(Knowledge(NameIndex(self._tables.records), self._tables.terms))

    def _with_name(self, draft: Draft) -> tuple[Draft, Slug]:
        """Return a draft with its title as it is shown, and the name of its entry, which no other gets."""
        draft = show_title(draft, self._settings.language)
        given = self._given.get(draft.seed)
        again = given if given and not self._paths.entry(given).exists() else None
        slug = self._tables.slugs.get(draft.seed) or again or free_name(draft.entry, self._taken)
        self._taken.add(slug)
        return draft, slug

    def _write(self, named: tuple[Draft, Slug]) -> tuple[Draft, WriteResult | SeedResult]:
        """Write a draft under its name. Others are written meanwhile: nothing of the run changes here."""
        draft, slug = named
        if broken := self._broken(draft.seed):
            return draft, SeedResult(draft.seed, Outcome.FAILED, issues=(broken,))
        try:
            return draft, write(draft, slug, self._paths, self._tables.answered.get(draft.seed))
        except ChronologyError as error:
            issues = (*draft.issues, as_issue(error))
            failed = SeedResult(draft.seed, Outcome.FAILED, slug, issues=issues, exit_code=error.exit_code)
            return draft, failed
        except Exception as error:  # a bug of ours is that seed's alone
            return draft, crash(draft.seed, f"seeds/{draft.seed}", error)

    def _after(self, draft: Draft, result: WriteResult | SeedResult, *, again: bool) -> SeedResult:
        """Tell what became of a draft; `again` after an engine's failure: the next run tries once more."""
        if isinstance(result, SeedResult):
            return result
        again = again or not is_of(self._current[draft.seed], draft.made_from)
        issues = (*draft.issues, *result.issues)
        # Of what was written: an editor may have saved the file since.
        made_from = with_entry(
            self._current[draft.seed], result.text.encode(), has_conflicts=result.has_conflicts
        )
        done = SeedResult(
            draft.seed, result.outcome, result.slug, issues, fingerprint="" if again else made_from
        )
        done = self._named(done, result.entry)
        if done.slug and self._parsed:
            self._parsed.note(ENTRY, done.slug, result.text, replace(result.entry, slug=done.slug))
        if done.slug and done.outcome is not Outcome.FAILED:
            cache, seed = self._settings.cache, draft.seed
            keep_copy(cache, self._paths, seed, Slug(done.slug), is_edited=result.is_edited)
        return done

    def _named(self, result: SeedResult, entry: Entry) -> SeedResult:
        """Give an entry the name that its date and title ask for."""
        if result.seed in self._deleted and result.outcome is Outcome.UNCHANGED:
            # There was none before this run.
            result = replace(result, outcome=Outcome.NEW)
        address = self._tables.addresses.get(result.seed, Address(entry.slug))
        try:
            slug = rename_entry(entry, address, self._paths, self._taken)
        except ChronologyError as error:
            issues = (*result.issues, as_issue(error))
            return replace(result, outcome=Outcome.FAILED, issues=issues, exit_code=error.exit_code)
        if slug == entry.slug:
            return result
        self._taken.add(slug)
        before, now = f"content/entries/{entry.slug}.md", f"content/entries/{slug}.md"
        # As `chronology resolve` has it to be called with.
        in_command = re.compile(rf"(?<=\s){re.escape(entry.slug)}(?=\s|$)")
        issues = tuple(
            replace(one, place=one.place.replace(before, now), remedy=in_command.sub(slug, one.remedy))
            for one in result.issues
        )
        return replace(result, slug=slug, renamed_from=entry.slug, issues=issues)

    def _broken(self, seed: str) -> Issue | None:
        """Return what is wrong with a seed's entry, where it can't be read."""
        tables = self._tables
        if seed in tables.blocked:
            return tables.blocked[seed]
        # It was written before, and its entry may be the one that can't be read.
        was_written = seed not in tables.slugs and self._paths.baseline(seed).exists()
        return tables.nameless if was_written else None
