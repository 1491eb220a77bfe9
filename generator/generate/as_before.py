"""Tells whether every file is as a run before found it, by what the file system says of them: none is read.

A file that is written again has another time of change, if its last one has passed for good: where one was
touched right before a run, nothing is kept of that run (git's rule for files as young as its index).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.content.files import write_text
from generator.data_files import parse_json, read_bytes
from generator.errors import ChronologyError, WriteError
from generator.generate.fingerprints import FINGERPRINTS, digest_files, program_files
from generator.generate.outcome import Outcome, SeedResult
from generator.model import Issue, Language, Severity
from generator.settings import Settings
from generator.translate.engines import Engines

FILE, CLOCK = "generate-told.json", "generate-begun"
COARSEST = 2_000_000_000
"""Nanoseconds: no file system counts times in longer steps."""
NOTHING_DONE = (Outcome.UNCHANGED, Outcome.LEFT_OUT)

Told = SeedResult | Issue


@dataclass(frozen=True)
class Before:
    """What a run that found nothing to do said."""

    told: Sequence[Told]
    waiting: frozenset[Language]
    """Languages of entries without translation."""


def state_of(settings: Settings, engines: Engines) -> str:
    """Return a hash over all that a run looks at; empty where it would not show every change."""
    packages = [engines.installed(*pair) for pair in sorted(settings.translate.items())]
    digest = hashlib.sha256(repr((settings, packages, digest_files(program_files()))).encode())
    try:
        # Its clock may not be ours.
        clock = settings.cache / CLOCK
        settings.cache.mkdir(parents=True, exist_ok=True)
        clock.touch()
        latest = clock.stat().st_mtime_ns - COARSEST
        digest.update(_told_of(settings.cache / FINGERPRINTS, (settings.cache / FINGERPRINTS).stat()))
        for folder in (settings.seeds, settings.content):
            for entry in _all_below(folder):
                if entry.is_dir():
                    # Its times say no more: all that is in it is told.
                    digest.update(f"{entry.path}{os.sep}\n".encode("utf-8", "surrogateescape"))
                    continue
                found = entry.stat()
                if max(found.st_mtime_ns, found.st_ctime_ns) >= latest:
                    return ""
                digest.update(_told_of(entry.path, found))
    except OSError:  # a link, or what can't be looked at
        return ""
    return digest.hexdigest()


def _told_of(path: str | Path, found: os.stat_result) -> bytes:
    told = (found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return f"{path}\0{told}\n".encode("utf-8", "surrogateescape")


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


def load_before(cache: Path, state: str) -> Before | None:
    """Return what the last run that found nothing to do said, if it found all in this state."""
    with suppress(ChronologyError, ValueError, TypeError, KeyError):
        kept = parse_json(read_bytes(cache / FILE, FILE))
        if state and kept["state"] == state:
            return Before([_read(one) for one in kept["told"]], frozenset(map(Language, kept["waiting"])))
    return None


def save_before(cache: Path, state: str, before: Before) -> None:
    """Keep what a run said; nothing of one that did something, or failed at it."""
    results = (one for one in before.told if isinstance(one, SeedResult))
    failed = any(one.severity is Severity.ERROR for one in before.told if isinstance(one, Issue))
    if not state or failed or any(one.outcome not in NOTHING_DONE for one in results):
        return
    kept = {"state": state, "waiting": sorted(before.waiting), "told": [_held(one) for one in before.told]}
    with suppress(WriteError):  # only a cache
        write_text(cache / FILE, json.dumps(kept))


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
