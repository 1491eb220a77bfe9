"""The one way in which commands speak: whatever a text holds, it steers no terminal and forges no line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

import click

from generator.printable import printable_line

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
    click.echo("\n".join(map(printable_line, str(text).split("\n"))), file=file, err=err)


def say_some(lines: Sequence[str], what: str) -> None:
    """Say the first of many lines, and how many more there are of what they tell."""
    for line in lines[:MOST]:
        say(line)
    if len(lines) > MOST:
        say(f"and {len(lines) - MOST} more {what}")


def _is_quiet() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and context.find_root().params.get("quiet") is True
