"""Runs the stages over seeds: the one list of them, and the trap that keeps one seed's failure its own."""

from __future__ import annotations

import hashlib
import os
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path

from generator.content.files import read_text, remove_unfinished, write_text
from generator.content.library import (
    as_issue,
    entries_of_one_seed,
    load_baseline,
    load_entries,
    load_records,
)
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError, PackageError, WriteError
from generator.generate.clean import clean
from generator.generate.date import date
from generator.generate.draft import Draft
from generator.generate.entitle import entitle
from generator.generate.fingerprints import (
    digest_files,
    load_fingerprints,
    program_files,
    save_fingerprints,
)
from generator.generate.identify import identify
from generator.generate.read import list_seeds, place_of, read
from generator.generate.segment import segment
from generator.generate.sidecar import sidecar_path
from generator.generate.translate.engines import Engines
from generator.generate.translate.harvest import harvest
from generator.generate.translate.memory import Memory, dump_memory, load_memory
from generator.generate.translate.stage import translate
from generator.generate.write import Outcome, new_slug, write
from generator.model import Entry, Issue, Language, Record, Severity, Slug, TranslationBy
from generator.settings import Settings

PARALLEL_FROM = 200
"""Starting processes costs more time than fewer seeds take."""
BATCH = 500
"""Seeds held in memory at once."""


@dataclass(frozen=True)
class SeedResult:
    """What became of one seed."""

    seed: str
    outcome: Outcome
    slug: Slug | None = None
    issues: tuple[Issue, ...] = ()
    exit_code: int = 0
    """Of the error that made it fail."""


@dataclass(frozen=True)
class Tables:
    """What is loaded once from content/ and only read by the stages."""

    records: Mapping[Slug, Record]
    slugs: Mapping[str, Slug]
    """Seed → the entry it is in, whatever that was renamed to."""
    memory: Memory
    stored: Memory
    """The memory as it is on disk; `memory` holds what editors taught it since, too."""
    issues: tuple[Issue, ...] = ()
    blocked: Mapping[str, Issue] = field(default_factory=dict)
    """Seeds whose entry can't be read: they must not be written again beside it."""
    waiting: frozenset[Language] = frozenset()
    """Languages of entries without translation."""
    nameless: Issue | None = None
    """An entry that can't be read and does not tell its seed."""


def no_progress(done: int, total: int) -> None:
    """Report progress to nobody."""


def generate(
    settings: Settings,
    engines: Engines,
    names: Sequence[str] = (),
    progress: Callable[[int, int], None] = no_progress,
) -> Iterator[SeedResult | Issue]:
    """Turn seeds into entries.

    Args:
        settings: where everything is.
        engines: where translation engines come from.
        names: file names in seeds/; empty for all.
        progress: called with the number of seeds done and of all.

    Yields:
        One result per seed, and issues that are about no single seed.
    """
    paths = ContentPaths(settings.content)
    remove_unfinished(settings.content)
    tables = load_tables(paths)
    seeds, refused = _choose(settings, names)
    yield from refused
    fingerprints = load_fingerprints(settings.cache / "generate.json")
    _install_missing(settings, tables, engines)
    salt = _salt(settings, paths, tables, engines)
    current = {path.name: _fingerprint(path, salt, settings) for path in seeds}
    todo = [path for path in seeds if not _is_done(path, current, fingerprints, tables, paths)]
    waiting = set(todo)
    done = [path for path in seeds if path not in waiting]
    yield from (SeedResult(p.name, Outcome.UNCHANGED, tables.slugs[p.name]) for p in done)
    memory = tables.memory
    finished = len(done)
    taken = {*tables.slugs.values(), *(Slug(path.stem) for path in paths.entries.glob("*.md"))}
    with ExitStack() as stack:
        stack.callback(lambda: _save(settings, paths, tables, memory, fingerprints))
        run_all = stack.enter_context(_workers(len(todo)))
        for batch in _batches(todo):
            drafts, failed = _prepare_all(batch, settings, tables.records, run_all)
            yield from failed
            drafts, memory, run_issues = _translate(drafts, settings, memory, engines)
            for draft in drafts:
                result = _write(draft, tables, taken, paths)
                if result.outcome != Outcome.FAILED and result.slug:
                    taken.add(result.slug)
                    # After an engine's failure the next run tries again.
                    fingerprints[draft.seed] = "" if run_issues else current[draft.seed]
                yield result
            yield from run_issues
            finished += len(batch)
            progress(finished, len(seeds))
    yield from tables.issues


def _install_missing(settings: Settings, tables: Tables, engines: Engines) -> None:
    """Ask again for a package that entries wait for: with it, they are not skipped."""
    for source, target in settings.translate.items():
        if source in tables.waiting and not engines.installed(source, target):
            engines.get(source, target)


def prepare(path: Path, settings: Settings, records: Mapping[Slug, Record]) -> Draft:
    """Run the stages that look at one seed by itself: the list of stages, in order.

    Raises:
        InputError: the seed can't be used.
    """
    draft = read(path, settings.seeds, settings.max_seed_bytes)
    draft = clean(draft)
    draft = identify(draft)
    draft = segment(draft)
    draft = date(draft, records)
    return entitle(draft, settings.language)


def load_tables(paths: ContentPaths) -> Tables:
    """Load what the stages need from content/, and learn from editors' translations.

    Raises:
        InputError: the translation memory is broken.
    """
    records, issues = load_records(paths.content)
    entries, broken = load_entries(paths.content)
    stored = load_memory(paths.memory)
    memory = stored.with_pairs(
        pair for entry in entries.values() for pair in harvest(entry, _baseline(paths, entry))
    )
    doubled = dict(entries_of_one_seed(entries))
    blocked = _blocked(paths, broken)
    nameless = [issue for issue in broken.values() if issue not in blocked.values()]
    return Tables(
        records=records,
        slugs={entry.source.seed: slug for slug, entry in entries.items()},
        memory=memory,
        stored=stored,
        issues=(*issues, *broken.values(), *doubled.values()),
        blocked={**blocked, **doubled},
        nameless=nameless[0] if nameless else None,
        waiting=frozenset(e.language for e in entries.values() if e.translation is None),
    )


def _baseline(paths: ContentPaths, entry: Entry) -> Entry | None:
    try:
        return load_baseline(paths, entry)
    except ChronologyError:
        return None


def _blocked(paths: ContentPaths, broken: Mapping[str, Issue]) -> dict[str, Issue]:
    """Find the seeds behind entries that can't be parsed, by the line that names them."""
    blocked = {}
    for place, issue in broken.items():
        try:
            lines = read_text(paths.content / place, place).split("\n")
        except ChronologyError:
            continue
        for line in lines:
            key, _, value = line.strip().partition(":")
            if key == "seed" and value.strip():
                blocked[value.partition(" #")[0].strip().strip("\"'")] = issue
    return blocked


def _choose(settings: Settings, names: Sequence[str]) -> tuple[list[Path], list[SeedResult]]:
    """Choose the seeds to work on; refuse names that are none, and files that repeat another."""
    available = list_seeds(settings.seeds)
    refused = [_refuse(*_orphan(path)) for path in _sidecars_without_seed(settings.seeds, available)]
    if names:
        known = {path.name: path for path in available}
        wanted = {Path(name).name for name in names}
        refused = [
            _refuse(name, f"seeds/{name}", "no such seed", "put the file into seeds/")
            for name in sorted(wanted - known.keys())
        ]
        chosen = [known[name] for name in sorted(wanted & known.keys())]
    else:
        chosen = available
    repeats = _repeats(path for path in available if _is_small_file(path, settings))
    for path in chosen:
        if path in repeats:
            refused.append(
                _refuse(
                    path.name,
                    place_of(path),
                    f"the same text as {place_of(repeats[path])}",
                    "delete one of the two",
                )
            )
    return [path for path in chosen if path not in repeats], refused


def _repeats(seeds: Iterable[Path]) -> dict[Path, Path]:
    """Find seeds that hold the same text as an earlier one, white space aside."""
    first: dict[bytes, Path] = {}
    repeats = {}
    for path in seeds:
        words = path.read_bytes().split()
        digest = hashlib.sha256(b" ".join(words)).digest()
        if words and digest in first:
            repeats[path] = first[digest]
        first.setdefault(digest, path)
    return repeats


def _is_small_file(path: Path, settings: Settings) -> bool:
    """Tell whether a seed can be read to compare it; `read` says what is wrong with the others."""
    return path.is_file() and os.access(path, os.R_OK) and path.stat().st_size <= settings.max_seed_bytes


def _sidecars_without_seed(folder: Path, seeds: Iterable[Path]) -> list[Path]:
    known = {sidecar_path(seed) for seed in seeds}
    return [path for path in sorted(folder.glob("*.y*ml")) if path not in known]


def _orphan(path: Path) -> tuple[str, str, str, str]:
    return (
        path.name,
        place_of(path),
        "a sidecar without a seed",
        f"name it after its seed: {path.stem}.yml",
    )


def _refuse(name: str, place: str, problem: str, remedy: str) -> SeedResult:
    return SeedResult(name, Outcome.FAILED, issues=(Issue(Severity.ERROR, place, problem, remedy),))


def _salt(settings: Settings, paths: ContentPaths, tables: Tables, engines: Engines) -> str:
    """Hash everything but the seed itself that an entry is made from."""
    packages = [engines.installed(*pair) for pair in sorted(settings.translate.items())]
    # A machine's pairs follow from the engine; a person's change what is written.
    persons = Memory(p for p in tables.memory.pairs.values() if p.by is TranslationBy.EDITOR)
    memory = hashlib.sha256(dump_memory(persons).encode()).hexdigest()
    return "|".join(
        (
            digest_files(program_files()),
            digest_files(paths.records.glob("*.md")),
            memory,
            settings.language,
            repr(sorted(settings.translate.items())),
            repr(packages),
        )
    )


def _fingerprint(path: Path, salt: str, settings: Settings) -> str:
    """Hash what an entry is made from; empty when the seed can't be read."""
    if not _is_small_file(path, settings):
        return ""
    files = [file for file in (path, sidecar_path(path)) if file.is_file()]
    return hashlib.sha256((salt + digest_files(files)).encode()).hexdigest()


def _is_done(
    path: Path,
    current: Mapping[str, str],
    fingerprints: Mapping[str, str],
    tables: Tables,
    paths: ContentPaths,
) -> bool:
    name = path.name
    return (
        bool(current[name])
        and fingerprints.get(name) == current[name]
        and name in tables.slugs
        and paths.baseline(name).exists()
    )


def _batches(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    for start in range(0, len(paths), BATCH):
        yield paths[start : start + BATCH]


@contextmanager
def _workers(count: int) -> Iterator[Callable[..., Iterable[Draft | SeedResult]]]:
    """Give a `map` over processes for many seeds, the built-in one for few."""
    if count < PARALLEL_FROM:
        yield map
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), context, initializer=_end_with_parent) as pool:
        yield partial(pool.map, chunksize=16)


def _end_with_parent() -> None:
    """Let a worker end when the run is killed: it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _prepare_all(
    batch: Sequence[Path],
    settings: Settings,
    records: Mapping[Slug, Record],
    run_all: Callable[..., Iterable[Draft | SeedResult]],
) -> tuple[list[Draft], list[SeedResult]]:
    one = partial(_prepare_trapped, settings=settings, records=records)
    results = list(run_all(one, batch))
    drafts = [result for result in results if isinstance(result, Draft)]
    return drafts, [result for result in results if isinstance(result, SeedResult)]


def _prepare_trapped(path: Path, settings: Settings, records: Mapping[Slug, Record]) -> Draft | SeedResult:
    try:
        return prepare(path, settings, records)
    except ChronologyError as error:
        return SeedResult(path.name, Outcome.FAILED, issues=(as_issue(error),))
    except Exception as error:
        return _refuse(path.name, place_of(path), _fault(error), "report it with the seed")


def _fault(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    at = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"the program failed ({type(error).__name__} at {at}: {error})"


def _translate(
    drafts: list[Draft], settings: Settings, memory: Memory, engines: Engines
) -> tuple[list[Draft], Memory, tuple[Issue, ...]]:
    """Translate a batch; when the engine fails, with what the memory knows."""
    try:
        return *translate(drafts, settings.translate, memory, engines.get), ()
    except PackageError as error:
        issue = as_issue(error)
    except Exception as error:  # whatever an engine does, the texts are published
        remedy = "report it; the texts stay in their own language"
        issue = Issue(Severity.ERROR, "translation", _fault(error), remedy)
    drafts, memory = translate(drafts, settings.translate, memory, lambda *_: None)
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
        result = write(draft, slug, paths)
    except ChronologyError as error:
        issues = (*draft.issues, as_issue(error))
        return SeedResult(draft.seed, Outcome.FAILED, slug, issues, error.exit_code)
    except Exception as error:  # as above
        return _refuse(draft.seed, f"seeds/{draft.seed}", _fault(error), "report it with the seed")
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
