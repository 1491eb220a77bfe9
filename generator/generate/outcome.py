"""What became of a seed."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.model import Issue, Severity, Slug


class Outcome(StrEnum):
    """What became of a seed."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True)
class SeedResult:
    """What became of one seed."""

    seed: str
    outcome: Outcome
    slug: Slug | None = None
    issues: tuple[Issue, ...] = ()
    exit_code: int = 0
    """Of the error that made it fail."""
    is_to_be_repeated: bool = False
    """The next run looks at it again, though nothing in it changed."""


def refuse(name: str, place: str, problem: str, remedy: str) -> SeedResult:
    """Return the result of a seed that can't be used."""
    return SeedResult(name, Outcome.FAILED, issues=(Issue(Severity.ERROR, place, problem, remedy),))


def fault(error: Exception) -> str:
    """Word an error that is a bug of ours, with where it happened."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    at = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"the program failed ({type(error).__name__} at {at}: {error})"
