"""Tells whether every file is as a run before found or left it, by what the file system says of them.

A file that is written again has another time of change, if its last one has passed for good: one that was
touched right before a run looked at it is told by its text (git's rule for files as young as its index).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.content.files import write_text
from generator.content.paths import ContentPaths
from generator.data_files import parse_json, read_bytes
from generator.errors import ChronologyError, WriteError
from generator.generate.fingerprints import FINGERPRINTS, digest_files, program_files
from generator.generate.outcome import Outcome, SeedResult
from generator.model import Issue, Language, Severity, Slug
from generator.settings import Settings
from generator.translate.engines import Engines

FILE, CLOCK = "generate-told.json", "generate-begun"
COARSEST = 2_000_000_000
"""Nanoseconds: no file system counts times in longer steps."""
NOTHING_DONE = (Outcome.UNCHANGED, Outcome.LEFT_OUT)
FEW = 500
"""So many texts are hashed again by every run, before this one looks at all files twice."""

Told = SeedResult | Issue


@dataclass(frozen=True)
class Before:
    """What a run says that finds nothing to do."""

    told: Sequence[Told]
    waiting: frozenset[Language]
    """Languages of entries without translation."""


@dataclass(frozen=True)
class State:
    """All that a run looks at, when it was looked at."""

    made_with: bytes
    """Hash of settings, packages and program."""
    since: int
    """Files that changed after that are told by their text."""
    digest: str
    """Of all."""
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """Hashes of those texts, by path."""


def state_of(settings: Settings, engines: Engines, since: int = 0) -> State | None:
    """Look at all files; None where that would not show every change.

    `since`: of a state that this one is to be compared to; 0: of none.
    """
    packages = [engines.installed(*pair) for pair in sorted(settings.translate.items())]
    made_with = hashlib.sha256(repr((settings, packages, digest_files(program_files()))).encode()).digest()
    digest, texts = hashlib.sha256(made_with), dict[str, bytes]()
    with suppress(OSError, ChronologyError):  # a link, or what can't be looked at
        since = since or _now(settings.cache) - COARSEST
        if (known := settings.cache / FINGERPRINTS).exists():
            digest.update(_told_of(known, known.stat()))
        for entry in _files(settings):
            if entry.is_dir():
                # Its times say no more: all that is in it is told.
                digest.update(f"{entry.path}{os.sep}\n".encode("utf-8", "surrogateescape"))
            elif _changed(found := entry.stat()) >= since:
                texts[entry.path] = _hash_of(entry.path)
                digest.update(f"{entry.path}\0".encode("utf-8", "surrogateescape") + texts[entry.path])
            else:
                digest.update(_told_of(entry.path, found))
        return State(made_with, since, digest.hexdigest(), texts)
    return None


def _now(cache: Path) -> int:
    """Return the time by the clock of the file system, which may not be ours."""
    clock = cache / CLOCK
    cache.mkdir(parents=True, exist_ok=True)
    clock.touch()
    return clock.stat().st_mtime_ns


def _changed(found: os.stat_result) -> int:
    return max(found.st_mtime_ns, found.st_ctime_ns)


def _hash_of(path: str) -> bytes:
    return hash_of_text(read_bytes(Path(path), path))


def hash_of_text(text: bytes) -> bytes:
    """Return a hash of what a file holds."""
    return hashlib.blake2b(text, digest_size=16).digest()


def _told_of(path: str | Path, found: os.stat_result) -> bytes:
    told = (found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return f"{path}\0{told}\n".encode("utf-8", "surrogateescape")


def _files(settings: Settings) -> Iterator[os.DirEntry[str]]:
    for folder in (settings.seeds, settings.content):
        yield from _all_below(folder)


def _all_below(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Yield what is in a folder and below, by name: a folder may be what a run refuses as a seed.

    Raises:
        OSError: one is a link: what it leads to may change without it.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_symlink():
            raise OSError(entry.path)
        yield entry
        if entry.is_dir():
            yield from _all_below(entry.path)


def load_before(settings: Settings, engines: Engines) -> tuple[State | None, Before | None]:
    """Look at all files; return also what the last run that is kept said, if it left all in this state."""
    state = None
    with suppress(ChronologyError, ValueError, TypeError, KeyError):
        kept = parse_json(read_bytes(settings.cache / FILE, FILE))
        state = state_of(settings, engines, kept["since"])
        if state and kept["state"] == state.digest:
            told = [_read(one) for one in kept["told"]]
            return state, Before(told, frozenset(map(Language, kept["waiting"])))
    is_near = state is not None and len(state.texts) <= FEW
    return (state if is_near else state_of(settings, engines)), None


def save_before(cache: Path, state: State | None, before: Before) -> None:
    """Keep what a run said; nothing of one that did something, or failed at it."""
    results = (one for one in before.told if isinstance(one, SeedResult))
    failed = any(one.severity is Severity.ERROR for one in before.told if isinstance(one, Issue))
    if state is None or failed or any(one.outcome not in NOTHING_DONE for one in results):
        return
    told = [_held(one) for one in before.told]
    kept = {"state": state.digest, "since": state.since, "waiting": sorted(before.waiting), "told": told}
    with suppress(WriteError):  # only a cache
        write_text(cache / FILE, json.dumps(kept))


def save_written(
    settings: Settings, engines: Engines, begun: State, before: Before, written: Mapping[Slug, bytes]
) -> None:
    """Keep what the next run will say after one that wrote entries, which no person had a hand in.

    Nothing is kept where any other file has changed since it began, or an entry since it was written.

    Args:
        settings: of the project.
        engines: those that the run had.
        begun: what it found.
        before: what it said.
        written: hashes of the texts of entries.
    """
    now = state_of(settings, engines)
    if now is None or now.made_with != begun.made_with:
        return
    paths = ContentPaths(settings.content)
    known = {**begun.texts, **{str(paths.entry(slug)): made for slug, made in written.items()}}
    generated, there = f"{paths.generated}{os.sep}", set[str]()
    with suppress(OSError, ChronologyError):
        for entry in _files(settings):
            there.add(entry.path)
            is_ours = entry.path.startswith(generated) or entry.is_dir()
            is_young = not is_ours and _changed(entry.stat()) >= begun.since
            if is_young and known.get(entry.path) != _hash_of(entry.path):
                return
        results = [one for one in before.told if isinstance(one, SeedResult)]
        needed = {str(settings.seeds / one.seed) for one in results}
        needed |= {str(paths.entry(Slug(one.slug))) for one in results if one.slug}
        if needed <= there:
            told = [_next(one) if isinstance(one, SeedResult) else one for one in before.told]
            save_before(settings.cache, now, Before(told, before.waiting))


def _next(result: SeedResult) -> SeedResult:
    """Return what the next run says of a seed that became an entry."""
    return SeedResult(result.seed, Outcome.UNCHANGED, result.slug)


def _held(one: Told) -> list[object]:
    if isinstance(one, Issue):
        return [one.severity, one.place, one.problem, one.remedy]
    return [one.seed, one.outcome, one.slug, [_held(issue) for issue in one.issues]]


def _read(held: Sequence[Any]) -> Told:
    first, second, third, last = held
    if isinstance(last, str):
        return _issue(first, second, third, last)
    return SeedResult(first, Outcome(second), third, tuple(_issue(*issue) for issue in last))


def _issue(severity: str, place: str, problem: str, remedy: str) -> Issue:
    return Issue(Severity(severity), place, problem, remedy)
