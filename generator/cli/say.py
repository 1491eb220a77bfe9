"""The one way in which commands speak: whatever a text holds, it steers no terminal and forges no line."""

from __future__ import annotations

from typing import TextIO

import click

from generator.printable import printable_line


def say(text: object = "", *, err: bool = False, file: TextIO | None = None) -> None:
    """Write lines that are ours, with what they quote made printable.

    Args:
        text: one line, or several, parted by line feeds.
        err: whether it goes to standard error.
        file: where it goes instead.
    """
    click.echo("\n".join(map(printable_line, str(text).split("\n"))), file=file, err=err)
