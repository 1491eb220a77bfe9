"""Prepares, translates and writes seeds, a batch at a time."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from generator.content.addresses import Address, free_name
from generator.content.conflicts import conflict_issue, open_conflicts
from generator.content.files import read_text, write_text
from generator.content.library import ENTRY, as_issue
from generator.content.memory import Memory, Pair, dump_memory, load_memory
from generator.content.parsed import Parsed, digest_of_text
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError, PackageError, fault
from generator.generate.draft import Draft
from generator.generate.entitle import show_title
from generator.generate.fingerprints import is_of, with_entry
from generator.generate.outcome import Outcome, SeedResult, crash
from generator.generate.own_entries import forget_deleted, own_draft, write_translations
from generator.generate.rename import names_of_deleted, rename_entry
from generator.generate.restore import keep_copy
from generator.generate.seeds import hash_of, list_seeds
from generator.generate.tables import Tables
from generator.generate.translate_drafts import translate_drafts
from generator.generate.workers import SEEDS_AT_ONCE, WorkIn, writers
from generator.generate.write import WriteResult, write
from generator.model import Entry, Issue, Language, Severity, Slug
from generator.names.index import NameIndex
from generator.settings import Settings
from generator.terms.enforce import Judge
from generator.translate.engines import Engines

BATCH = 100
"""Seeds translated at once, and written while the next are prepared: only the last ones are waited for. They
have sentences enough for an engine to put those of one length together."""

logger = logging.getLogger(__name__)


@dataclass
class Run:
    """One run over seeds, with what it has translated and written so far."""

    settings: Settings
    paths: ContentPaths
    tables: Tables
    engines: Engines
    outdated: Sequence[Pair]
    """To be translated again."""
    current: Mapping[str, str]
    """Fingerprints of seeds."""
    work_in: WorkIn
    deleted: Collection[str]
    """Seeds whose entries are brought back."""
    parsed: Parsed | None
    """Takes what entries are when they are written."""
    renamed: Mapping[str, str]
    """The names that seeds had, by those they have."""
    done: int = 0
    """Seeds."""
    has_failed: bool = False
    is_complete: bool = False
    """It has been through every seed there is."""
    is_machines: bool = field(init=False)
    """No person had a hand in any entry, and the next run finds them as this one left them."""
    written: dict[str, bytes] = field(default_factory=dict)
    """Hashes of what entries and the memory hold, by path."""

    def __post_init__(self) -> None:
        # What is said of renamed seeds is said once.
        self.is_machines = self.tables.is_machines and not self.renamed
        self._memory = self.tables.memory.without(self.outdated)
        former = (slug for address in self.tables.addresses.values() for slug in address.former)
        self._given = names_of_deleted(self.paths, self.tables.slugs, self.tables.addresses)
        there = (*self.tables.slugs.values(), *self.paths.entry_slugs())
        self._taken = {*there, *former, *self._given.values()}
        self._waiting: set[Language] = set()
        """Languages of paragraphs that were written without translation."""

    def results(self, seeds: Sequence[Path]) -> Iterator[SeedResult | Issue]:
        """Prepare, translate and write seeds, a batch at a time; yield what became of each."""
        with (
            self.work_in(len(seeds), self.settings, self.tables.records) as do_all,
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

    @property
    def left_waiting(self) -> frozenset[Language]:
        """Languages of entries that are without translation now."""
        are_all_written = self.done == len(self.current)
        return frozenset(self._waiting if are_all_written else self._waiting | self.tables.waiting)

    def _at_once(self) -> int:
        """Return how many seeds are translated at once; where none is, they are written as they come."""
        pairs = self.settings.translate.items()
        is_translated = any(self._memory.has_any(*pair) or self.engines.installed(*pair) for pair in pairs)
        return BATCH if is_translated else min(BATCH, SEEDS_AT_ONCE)

    def keep(self, seed: str, *, has_conflicts: bool) -> SeedResult:
        """Leave an entry as it is, but for its name: an editor may have dated it."""
        entry = self.tables.entries[seed]
        issues = tuple(self._still_to_decide(entry)) if has_conflicts else ()
        return self._named(SeedResult(seed, Outcome.UNCHANGED, entry.slug, issues), entry)

    def _still_to_decide(self, entry: Entry) -> Iterator[Issue]:
        """Yield the conflicts of an entry that is left as it is: an editor may have missed them."""
        seed, paths = entry.source.seed, self.paths
        try:
            text = read_text(paths.entry(entry.slug), f"content/entries/{entry.slug}.md")
            for conflict in open_conflicts(paths, seed, text):
                yield conflict_issue(conflict, entry.slug)
        except ChronologyError as error:
            yield as_issue(error)

    def beyond_seeds(self) -> Iterator[Issue]:
        """Do what is no single seed's matter; say what was done."""
        try:
            forget_deleted(self.paths, (*self.tables.slugs, *self.current))
        except ChronologyError as error:
            yield self._failed(error)
        yield from self._translate_own()
        there = (path.name for path in list_seeds(self.settings.seeds))
        gone = {*self.tables.slugs}.difference(there, self.renamed.values())
        if gone:
            self.is_machines = False  # They may be deleted by now; no seed asks for them.
            problem = "1 has no seed any more, and stays"
            if len(gone) > 1:
                problem = f"{len(gone)} have no seed any more, and stay"
            yield Issue(Severity.NOTE, "content/entries", problem, "`chronology check` tells which")

    def _failed(self, error: ChronologyError) -> Issue:
        self.has_failed = True
        return as_issue(error)

    def _translate_own(self) -> Iterator[Issue]:
        """Translate what editors wrote without a seed; say what was done."""
        translated = self.settings.translate
        own = (one for one in self.tables.own if one.entry.language in translated)
        drafts, issues = self._translated([draft for one in own if (draft := own_draft(one))])
        yield from issues
        for draft in drafts:
            try:
                yield from write_translations(draft, self.paths, self.tables.answered[draft.entry.slug])
            except ChronologyError as error:
                yield self._failed(error)

    def save_memory(self) -> None:
        """Write the translation memory, unless it is as it was on disk.

        Raises:
            InputError: its file was saved meanwhile as what can't be read; it stays so.
        """
        memory = self._memory if self.is_complete else self._memory.filled_with(self.outdated)
        if memory is not self.tables.stored:
            memory = self._with_typed(memory)
            self._save(self.paths.memory, dump_memory(memory))
            helps = self.paths.helps
            if helps.exists() or any(pair.is_help for pair in memory.pairs.values()):
                self._save(helps, dump_memory(memory, helps=True))

    def _with_typed(self, memory: Memory) -> Memory:
        """Return a memory with what persons put into its file while the run was at it."""
        path, known = self.paths.memory, self.tables.stored.pairs
        if hash_of(path) == self.tables.stored_as:
            return memory
        self.is_machines = False
        there = load_memory(path).pairs.values()
        return memory.with_pairs(one for one in there if one.is_by_person and known.get(one.key) != one)

    def _save(self, path: Path, text: str) -> None:
        write_text(path, text)
        self.written[str(path)] = digest_of_text(text)

    def _translated(self, drafts: list[Draft]) -> tuple[list[Draft], tuple[Issue, ...]]:
        """Translate a batch; when the engine fails, with what the memory knows."""
        if not drafts:
            return drafts, ()
        targets, terms = self.settings.translate, self.tables.terms
        try:
            drafts, self._memory = translate_drafts(
                drafts, targets, self._memory, self.engines.get, terms, self._may_stand
            )
        except PackageError as error:
            issue = as_issue(error)
        except Exception as error:  # whatever an engine does, the texts are published
            logger.exception("Translating failed")
            remedy = "report it; the texts stay in their own language"
            issue = Issue(Severity.ERROR, "translation", fault(error), remedy)
        else:
            return drafts, ()
        memory = self._memory.filled_with(self.outdated)
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

        return judge_by(Knowledge(NameIndex(self.tables.records), self.tables.terms))

    def _with_name(self, draft: Draft) -> tuple[Draft, Slug]:
        """Return a draft with its title as it is shown, and the name of its entry, which no other gets."""
        draft = show_title(draft, self.settings.language)
        given = self._given.get(draft.seed)
        again = given if given and not self.paths.entry(given).exists() else None
        slug = self.tables.slugs.get(draft.seed) or again or free_name(draft.entry, self._taken)
        self._taken.add(slug)
        return draft, slug

    def _write(self, named: tuple[Draft, Slug]) -> tuple[Draft, WriteResult | SeedResult]:
        """Write a draft under its name. Others are written meanwhile: nothing of the run changes here."""
        draft, slug = named
        if broken := self._broken(draft.seed):
            return draft, SeedResult(draft.seed, Outcome.FAILED, issues=(broken,))
        try:
            return draft, write(draft, slug, self.paths, self.tables.answered.get(draft.seed))
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
        again = again or not is_of(self.current[draft.seed], draft.made_from)
        issues = (*draft.issues, *result.issues)
        # Of what was written: an editor may have saved the file since.
        made_from = with_entry(
            self.current[draft.seed], result.text.encode(), has_conflicts=result.has_conflicts
        )
        done = SeedResult(
            draft.seed, result.outcome, result.slug, issues, fingerprint="" if again else made_from
        )
        done = self._named(done, result.entry)
        self.is_machines &= not (again or result.is_edited or result.has_conflicts)
        self._waiting |= result.entry.untranslated
        if done.slug:
            self.written[str(self.paths.entry(Slug(done.slug)))] = digest_of_text(result.text)
        if done.slug and self.parsed:
            self.parsed.note(ENTRY, done.slug, result.text, replace(result.entry, slug=done.slug))
        if done.slug and done.outcome is not Outcome.FAILED:
            cache, seed = self.settings.cache, draft.seed
            keep_copy(cache, self.paths, seed, Slug(done.slug), is_edited=result.is_edited)
        return done

    def _named(self, result: SeedResult, entry: Entry) -> SeedResult:
        """Give an entry the name that its date and title ask for."""
        if result.seed in self.deleted and result.outcome is Outcome.UNCHANGED:
            # There was none before this run.
            result = replace(result, outcome=Outcome.NEW)
        address = self.tables.addresses.get(result.seed, Address(entry.slug))
        try:
            slug = rename_entry(entry, address, self.paths, self._taken)
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
        tables = self.tables
        if seed in tables.blocked:
            return tables.blocked[seed]
        # It was written before, and its entry may be the one that can't be read.
        was_written = seed not in tables.slugs and self.paths.baseline(seed).exists()
        return tables.nameless if was_written else None
