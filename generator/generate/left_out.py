"""Seeds that get no entry: an editor said so in the sidecar, or deleted the entry."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.content.paths import ContentPaths
from generator.errors import InputError
from generator.generate.outcome import Outcome, SeedResult
from generator.generate.seeds import place_of
from generator.generate.sidecar import load_sidecar, sidecar_path
from generator.model import Issue, Severity
from generator.printable import command


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
