"""A group of commands that imports each when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Imports a command when it is asked for: one needs what the others can do without.

    Args:
        places: names of commands with the module here that each is in, under its name.
        settings: those of any group.
    """

    def __init__(self, *, places: Mapping[str, str], **settings: Any) -> None:
        super().__init__(**settings)
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Return the names of the commands."""
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command by its name; None when there is none."""
        if cmd_name not in self._places:
            return None
        command: click.Command = getattr(import_module(f"{__package__}.{self._places[cmd_name]}"), cmd_name)
        return command
