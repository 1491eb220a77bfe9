"""What became of a seed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from traceback import format_exception

from generator.errors import BUG, fault
from generator.model import Issue, Severity, Slug


class Outcome(StrEnum):
    """What became of a seed."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class SeedResult:
    """What became of one seed."""

    seed: str
    outcome: Outcome
    slug: Slug | None = None
    issues: tuple[Issue, ...] = ()
    exit_code: int = 0
    """Of the error that made it fail."""
    traceback: str = ""
    """Of a bug of ours, in words: the seed may have been worked on in another process."""
    fingerprint: str = ""
    """What its entry was made from; empty: the next run looks at it again, though nothing in it changed."""
    renamed_from: Slug | None = None
    """What its entry was called before this run."""


def refuse(name: str, place: str, problem: str, remedy: str) -> SeedResult:
    """Return the result of a seed that can't be used."""
    return SeedResult(name, Outcome.FAILED, issues=(Issue(Severity.ERROR, place, problem, remedy),))


def crash(name: str, place: str, error: Exception) -> SeedResult:
    """Return the result of a seed at which the program failed, or the disk: that is no bug."""
    if isinstance(error, OSError):
        problem = f"can't be read or written ({error.strerror or error})"
        return refuse(name, str(error.filename or place), problem, "check the file and its folder")
    issue = Issue(Severity.ERROR, place, fault(error), "report it with the seed")
    told = "".join(format_exception(error))
    return SeedResult(name, Outcome.FAILED, issues=(issue,), exit_code=BUG, traceback=told)
