"""What every command is wrapped in: settings loaded, failures turned into one line and an exit code."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator.cli.log import FailureLog
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
