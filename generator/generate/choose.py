"""Chooses the seeds of a run."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.generate.left_out import is_skipped
from generator.generate.outcome import SeedResult, refuse
from generator.generate.seeds import bytes_of, list_seeds, place_of
from generator.generate.sidecar import sidecar_path
from generator.settings import Settings


def choose_seeds(settings: Settings, names: Sequence[str]) -> tuple[list[Path], list[SeedResult]]:
    """Choose the seeds to work on; refuse names that are none, and files that repeat another.

    `names`: file names in seeds/; empty for all.
    """
    available = list_seeds(settings.seeds)
    refused = [refuse(*_orphan(path)) for path in _sidecars_without_seed(settings.seeds, available)]
    if names:
        known = {path.name: path for path in available}
        wanted = {Path(name).name for name in names}
        refused = [
            refuse(name, f"seeds/{name}", "no such seed", "put the file into seeds/")
            for name in sorted(wanted - known.keys())
        ]
        chosen = [known[name] for name in sorted(wanted & known.keys())]
    else:
        chosen = available
    repeats = _repeats(path for path in available if is_small_file(path, settings) and not is_skipped(path))
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
    return [path for path in chosen if path not in repeats], refused


def _repeats(seeds: Iterable[Path]) -> dict[Path, Path]:
    """Find seeds that hold the same text as an earlier one, white space aside."""
    first: dict[bytes, Path] = {}
    repeats = {}
    for path in seeds:
        words = bytes_of(path).split()
        digest = hashlib.sha256(b" ".join(words)).digest()
        if words and digest in first:
            repeats[path] = first[digest]
        first.setdefault(digest, path)
    return repeats


def is_small_file(path: Path, settings: Settings) -> bool:
    """Tell whether a seed can be read to compare it; `read` says what is wrong with the others."""
    if path.is_symlink() and not os.path.realpath(path).startswith(os.path.realpath(settings.seeds) + os.sep):
        return False
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
