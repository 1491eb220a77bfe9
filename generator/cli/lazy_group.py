"""A group of commands that imports each when it is asked for."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from generator.cli.say import say
from generator.errors import BUG, INTERRUPTED, fault
from generator.printable import printable_line

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Place:
    """Where a command is, and what it does."""

    module: str
    """Here; the command has its own name there."""
    says: str
    """The first line of its help: the list of commands need not import them for it."""


class FullGroup(click.Group):
    """A group that lists its commands with all of what each is summed up in."""

    def summaries(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return the names of the commands, each with the first paragraph of its help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, summary(command.help)) for name, command in commands if command]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands."""
        with formatter.section("Commands"):
            formatter.write_dl(self.summaries(ctx))


def summary(text: str | None) -> str:
    """Return the first paragraph of a help text, on one line."""
    return " ".join((text or "").strip().partition("\n\n")[0].split())


class LazyGroup(FullGroup):
    """Imports a command when it is asked for: one needs what the others can do without.

    Args:
        places: of the commands, by name.
        settings: those of any group.
    """

    def __init__(self, *, places: Mapping[str, Place], **settings: Any) -> None:
        super().__init__(**settings)
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Return the names of the commands."""
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command by its name; None when there is none."""
        if cmd_name not in self._places:
            return None
        module = import_module(f"{__package__}.{self._places[cmd_name].module}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what is said of a wrong one steers no terminal: a shell types names of files."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            error.message = "\n".join(map(printable_line, error.message.split("\n")))  # type: ignore[misc]
            raise
        except KeyboardInterrupt:
            # click would say "Aborted!" and end with 1, as for a seed that can't be used.
            say("interrupted: files are whole, run it again", err=True)
            sys.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # of --help, which click ends quietly
            raise
        except Exception as error:  # of an import: commands are trapped
            logger.exception("The command can't be imported")
            say(f"error: {fault(error)}", err=True)
            sys.exit(BUG)

    def summaries(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return the same without importing the commands."""
        return [(name, self._places[name].says) for name in self.list_commands(ctx)]
