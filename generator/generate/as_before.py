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
    young: Mapping[str, bytes] = field(default_factory=dict)
    """What is to be seen of those, by path: times and text."""
    names: str = ""
    """Hash of the paths of what no run writes."""


def state_of(settings: Settings, engines: Engines, since: int = 0) -> State | None:
    """Look at all files; None where that would not show every change.

    `since`: of a state that this one is to be compared to; 0: of none.
    """
    packages = [engines.installed(*pair) for pair in sorted(settings.translate.items())]
    made_with = hashlib.sha256(repr((settings, packages, digest_files(program_files()))).encode()).digest()
    digest, names, young = hashlib.sha256(made_with), hashlib.sha256(), dict[str, bytes]()
    paths = ContentPaths(settings.content)
    ours = tuple(f"{folder}{os.sep}" for folder in (paths.entries, paths.generated))
    with suppress(OSError, ChronologyError):  # a link, or what can't be looked at
        since = since or _now(settings.cache) - COARSEST
        if (known := settings.cache / FINGERPRINTS).exists():
            digest.update(_told_of(known, known.stat()))
        for entry in _files(settings):
            path = os.fsencode(entry.path)
            if not f"{entry.path}{os.sep}".startswith(ours):
                names.update(path + b"\0")
            if entry.is_dir():
                # Its times say no more: all that is in it is told.
                digest.update(path + b"/\n")
            elif _changed(found := entry.stat()) >= since:
                text = _hash_of(entry.path)
                young[entry.path] = _told_of(entry.path, found) + text
                digest.update(path + b"\0" + text)
            else:
                digest.update(_told_of(entry.path, found))
        return State(made_with, since, digest.hexdigest(), young, names.hexdigest())
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
    return hashlib.blake2b(read_bytes(Path(path), path), digest_size=16).digest()


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
    is_near = state is not None and len(state.young) <= FEW
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
    settings: Settings, engines: Engines, begun: State, before: Before, written: Mapping[str, bytes]
) -> None:
    """Keep what the next run will say after one that wrote entries, which no person had a hand in.

    Nothing is kept where any other file was touched since it began, or one of those since it was written.

    Args:
        settings: of the project.
        engines: those that the run had.
        begun: what it found.
        before: what it said.
        written: hashes of what it wrote, by path.
    """
    now = state_of(settings, engines)
    if now is None or (now.made_with, now.names) != (begun.made_with, begun.names):
        return
    paths = ContentPaths(settings.content)
    results = [one for one in before.told if isinstance(one, SeedResult)]
    needed = {str(paths.entry(Slug(one.slug))) for one in results if one.slug}
    with suppress(OSError, ChronologyError):
        for entry in _files(settings):
            needed.discard(entry.path)
            if entry.is_dir() or _changed(found := entry.stat()) < begun.since:
                continue
            is_ours = entry.path.startswith(f"{paths.generated}{os.sep}") and not entry.path.endswith(".tmx")
            if not is_ours:
                text = _hash_of(entry.path)
                as_begun = begun.young.get(entry.path) == _told_of(entry.path, found) + text
                if not as_begun and written.get(entry.path) != text:
                    return
        if not needed:
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
