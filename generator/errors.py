"""What can go wrong, one class per cause.

```
ChronologyError            exit code   cause
├── InputError                 1       one seed or content file is bad; the others go on
├── SettingsError              2       the settings or the command line are wrong
├── BuildError                 3       MkDocs did not build the site
├── WriteError                 4       a file could not be written (disk full, no permission)
└── PackageError               5       a translation package is missing, broken or out of reach
```

Every message has a place, a problem and a remedy, in one line. Anything else that is raised is a bug of ours
(exit code 6): a message says so in a line, and the traceback is logged.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.printable import printable_line

BUG = 6
"""The exit code for a bug of ours."""
INTERRUPTED = 130
"""The exit code that shells expect after Ctrl-C."""


class ChronologyError(Exception):
    """A failure a user can cause, and mend.

    Args:
        place: the file (and line or key) it is about.
        problem: what is wrong there.
        remedy: what to do about it.
    """

    exit_code = 1

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(place, problem, remedy)
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return printable_line(f"{self.place}: {self.problem}; {self.remedy}")


class InputError(ChronologyError):
    """One seed, sidecar, entry or record can't be used."""

    exit_code = 1


class SettingsError(ChronologyError):
    """The settings or the arguments can't be used."""

    exit_code = 2


class BuildError(ChronologyError):
    """MkDocs refused to build the site."""

    exit_code = 3


class WriteError(ChronologyError):
    """A file could not be written; what was there before is untouched."""

    exit_code = 4


class PackageError(ChronologyError):
    """A translation package can't be found, fetched, verified or loaded."""

    exit_code = 5


@contextmanager
def os_error_as(kind: type[ChronologyError], place: Path | str, problem: str, remedy: str) -> Iterator[None]:
    """Turn what the disk refuses while the block runs into an error that can be mended.

    Args:
        kind: the error to raise.
        place: the file or folder.
        problem: what can't be done; the system's own words are added.
        remedy: what to do about it.
    """
    try:
        yield
    except OSError as error:
        raise kind(str(place), f"{problem} ({error.strerror or error})", remedy) from error


def fault(error: Exception) -> str:
    """Word an error that is a bug of ours."""
    return printable_line(f"the program failed ({type(error).__name__}: {error})")
