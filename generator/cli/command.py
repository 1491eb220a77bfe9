"""What every command is wrapped in: settings loaded, failures turned into a line, an exit code and a log."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import wraps
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from generator.cli.say import say
from generator.errors import BUG, ChronologyError, WriteError, fault

EXIT_CODES = """\b
Exit codes:
  0  all is well
  1  a seed or a file in content/ can't be used; the others are done
     (check --strict: or it has a warning)
  2  the settings or the command line are wrong
  3  MkDocs did not build the site
  4  a file could not be written
  5  model: a package is missing, broken or out of reach (generate goes on without)
  6  the program failed: a bug of ours, its traceback is in the file that is named
  130  it was interrupted (Ctrl-C); files are whole
"""

logger = logging.getLogger(__name__)


NAME = "chronology.log"
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


@dataclass(frozen=True)
class Invocation:
    """What holds for any command."""

    project: Path
    failures: FailureLog


def trapped(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn errors into one line and an exit code, in this one place."""

    @click.pass_obj
    @wraps(command)
    def run(invocation: Invocation, *args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except ChronologyError as error:
            say(f"error: {error}", err=True)
            sys.exit(error.exit_code)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except OSError as error:
            # What the disk or a pipe refuses where nobody expected it is no bug; -v shows where.
            logger.info("The command failed", exc_info=True)
            place = str(error.filename or "standard output")
            problem = f"can't be read or written ({error.strerror or error})"
            say(f"error: {WriteError(place, problem, 'check it, run again')}", err=True)
            sys.exit(WriteError.exit_code)
        except Exception as error:
            logger.exception("The command failed")
            say(f"error: {fault(error)}", err=True)
            sys.exit(BUG)
        finally:
            if path := invocation.failures.path:
                say(f"That is a bug of ours; please report it with its traceback: {path}", err=True)

    return run


def with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """Load the settings when a command runs, so that --help works anywhere."""

    @trapped
    @click.pass_obj
    @wraps(command)
    def run(invocation: Invocation, *args: Any, **kwargs: Any) -> Any:
        from generator.settings import load_settings  # --help needs none

        return command(load_settings(invocation.project), *args, **kwargs)

    return run


class FailureLog(logging.FileHandler):
    """Writes what failed into a file; there is none as long as nothing did.

    Args:
        folder: where the file goes; a temporary one takes its place where that can't be written.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / NAME, "w", encoding="utf-8", delay=True)
        self.setLevel(logging.ERROR)
        self.setFormatter(logging.Formatter(FORMAT))

    @property
    def path(self) -> str:
        """The file; empty when nothing failed."""
        return self.baseFilename if self.stream else ""

    def emit(self, record: logging.LogRecord) -> None:
        """Write down one failure; on a full disk, what the terminal says has to do."""
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Leave it at that."""

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):
            super().close()

    def _open(self) -> TextIOWrapper:
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
            return super()._open()
        except OSError:
            self.baseFilename = str(Path(tempfile.mkdtemp(prefix="chronology-"), NAME))
            return super()._open()


@contextmanager
def logging_to(folder: Path, verbose: bool) -> Iterator[FailureLog]:
    """Log what the package reports while the block runs.

    Args:
        folder: where the file with failures goes.
        verbose: whether to show on standard error what is done, failures included.
    """
    logger = logging.getLogger("generator")
    failures = FailureLog(folder)
    handlers: list[logging.Handler] = [failures]
    if verbose:
        terminal = logging.StreamHandler()
        terminal.setFormatter(logging.Formatter(FORMAT))
        handlers.append(terminal)
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.DEBUG if verbose else logging.WARNING)
    # Nor does it appear twice, where somebody set up logging for the whole program.
    logger.propagate = False
    for handler in handlers:
        logger.addHandler(handler)
    try:
        yield failures
    finally:
        logger.setLevel(level)
        logger.propagate = propagate
        for handler in handlers:
            logger.removeHandler(handler)
            handler.close()
