"""The one way in which commands speak: whatever a text holds, it steers no terminal and forges no line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from generator.printable import printable_line

CLOSED_PIPE = 141
"""The exit code that shells give for what a closed pipe ended."""
MOST = 20
"""Lines of a kind that are said."""


def say(text: object = "", *, err: bool = False, file: TextIO | None = None, is_wrong: bool = False) -> None:
    """Write lines that are ours, with what they quote made printable; under --quiet only what is wrong.

    Args:
        text: one line, or several, parted by line feeds.
        err: whether it goes to standard error.
        file: where it goes instead.
        is_wrong: whether it names a mistake; what goes to standard error does.
    """
    if not (err or is_wrong) and _is_quiet():
        return
    write("\n".join(map(printable_line, str(text).split("\n"))), err=err, file=file)


def write(text: str, *, err: bool = False, file: TextIO | None = None, nl: bool = True) -> None:
    """Write text as it is, such as JSON; where nobody reads on, the command ends."""
    try:
        click.echo(text, file=file, err=err, nl=nl)
    except BrokenPipeError:
        # Who reads has seen enough, as `head` has; what is left to write when Python ends goes nowhere.
        stream = file or (sys.stderr if err else sys.stdout)
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        sys.exit(CLOSED_PIPE)


def counted(count: int, one: str, many: str = "") -> str:
    """Return how many there are of a thing: "1 entry", "2 entries"; `many`: where an s is not enough."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def say_some(lines: Sequence[str], what: str) -> None:
    """Say the first of many lines, and how many more there are of what they tell."""
    for line in lines[:MOST]:
        say(line)
    if len(lines) > MOST:
        say(f"and {len(lines) - MOST} more {what}")


def _is_quiet() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and context.find_root().params.get("quiet") is True
