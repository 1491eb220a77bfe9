"""Chooses the seeds of a run, and tells which get no entry: by their sidecar, or since it was deleted."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.paths import ContentPaths
from generator.errors import InputError
from generator.generate.outcome import Outcome, SeedResult, refuse
from generator.generate.read.file import read_bytes
from generator.generate.seeds import bytes_of, list_seeds, made_of, no_such_seed, place_of
from generator.generate.sidecar import find_orphans, list_sidecars, load_sidecar, sidecar_path
from generator.model import Issue, Severity
from generator.printable import command
from generator.settings import Settings


@dataclass(frozen=True)
class Chosen:
    """The seeds of a run."""

    seeds: list[Path]
    refused: list[SeedResult]
    """Of those that can't be worked on."""
    made_from: Mapping[str, str]
    """By name, of all seeds that can be read: the hashes of what they and their sidecars hold."""
    skipped: frozenset[str]
    """Those that their sidecars leave out."""


def choose_seeds(settings: Settings, names: Sequence[str]) -> Chosen:
    """Choose the seeds to work on; refuse names that are none, and files that repeat another.

    `names`: file names in seeds/; empty for all.
    """
    available = list_seeds(settings.seeds)
    sidecars = list_sidecars(settings.seeds)
    refused = [refuse(path.name, *orphan) for path, orphan in find_orphans(sidecars, available)]
    if names:
        known = {path.name: path for path in available}
        wanted = {Path(name).name for name in names}
        refused = [refuse(name, *no_such_seed(name, known)) for name in sorted(wanted - known.keys())]
        chosen = [known[name] for name in sorted(wanted & known.keys())]
    else:
        chosen = available
    there = {path.name for path in sidecars}
    with_sidecar = {path.name for path in available if sidecar_path(path).name in there}
    skipped = {path.name for path in available if path.name in with_sidecar and is_skipped(path)}
    made_from: dict[str, str] = {}
    repeats: dict[Path, Path] = {}
    first: dict[bytes, Path] = {}
    for path in available:
        try:
            data = read_bytes(path, settings.seeds, settings.max_seed_bytes)
        except InputError:
            # What is wrong is said when its entry is to be made.
            continue
        sidecar = bytes_of(sidecar_path(path)) if path.name in with_sidecar else b""
        made_from[path.name] = made_of(data, sidecar)
        if path.name not in skipped and (words := data.split()):
            # White space aside.
            earlier = first.setdefault(hashlib.sha256(b" ".join(words)).digest(), path)
            repeats |= {path: earlier} if earlier is not path else {}
    for path in chosen:
        if path in repeats:
            refused.append(
                refuse(
                    path.name,
                    place_of(path),
                    f"the same text as {place_of(repeats[path])}",
                    "delete one of the two, or write `skip: true` into its sidecar",
                )
            )
    seeds = [path for path in chosen if path not in repeats]
    return Chosen(seeds, refused, made_from, frozenset(skipped))


def is_skipped(seed: Path) -> bool:
    """Tell whether a seed's sidecar leaves it out; what is wrong with a sidecar is said where it is read."""
    path = sidecar_path(seed)
    try:
        return path.is_file() and b"skip" in path.read_bytes() and load_sidecar(path, place_of(path)).skip
    except (OSError, InputError):
        return False


def is_deleted(paths: ContentPaths, seed: str, with_entry: Collection[str]) -> bool:
    """Tell whether a seed's entry was there once and is not any more.

    The list of lines that cleaning took out is written last: without it, a run ended too early.
    """
    return seed not in with_entry and paths.baseline(seed).exists() and paths.cleaning(seed).exists()


def leave_out_skipped(seed: Path, *, has_entry: bool) -> SeedResult:
    """Return the result of a seed that its sidecar leaves out."""
    remedy = (
        "its entry stays as it is, delete it if it is to go" if has_entry else "take `skip` out to have it"
    )
    return _left_out(seed, "left out: `skip: true` in its sidecar", remedy)


def leave_out_deleted(seed: Path) -> SeedResult:
    """Return the result of a seed whose entry was deleted."""
    return _left_out(
        seed,
        "left out: its entry was deleted",
        f"`{command('generate', '--restore', seed.name)}` brings it back",
    )


def _left_out(seed: Path, problem: str, remedy: str) -> SeedResult:
    issue = Issue(Severity.NOTE, place_of(seed), problem, remedy)
    return SeedResult(seed.name, Outcome.LEFT_OUT, issues=(issue,))
