"""Writes docs/commands.md from the program: each command with its help, arguments and options.

python docs/commands.py
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.main import main

PAGE = Path(__file__).parent / "commands.md"
PROGRAM = "chronology"
CODE = re.compile(r"(?<![\w`])(--[a-z-]+|[A-Z]{3,}(?:[.-][A-Za-z]+)*|\w+/[\w./<>-]*)(?![\w`])")
"""Options, arguments and paths in a help text."""
LEAD = """# Commands

What each command does, as `chronology COMMAND --help` says it; this page is made from the program. What holds
for several of them: [settings](settings.md), [exit codes, scripts and your shell](scripts.md).

"""


def write() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page."""
    context = click.Context(main, info_name=PROGRAM)
    found = list(_commands(context))
    listed = [f"| [`{_name(one)}`](#{_name(one).replace(' ', '-')}) | {_summary(one)} |" for one in found]
    overview = "\n".join(["| Command | What it does |", "|---|---|", *listed])
    general = f"## Before any command\n\n{_options(context)}"
    return LEAD + "\n\n".join([overview, general, *map(_section, found)]) + "\n"


def _commands(context: click.Context) -> Iterator[click.Context]:
    """Yield the commands that do something, each with its whole name."""
    group = context.command
    assert isinstance(group, click.Group)
    for name in sorted({*group.list_commands(context), *group.commands}):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group):
            yield from _commands(inner)
        else:
            yield inner


def _name(context: click.Context) -> str:
    return " ".join(context.command_path.split())


def _summary(context: click.Context) -> str:
    return " ".join(_help(context).partition("\n\n")[0].split())


def _help(context: click.Context) -> str:
    return inspect.cleandoc(context.command.help or "")


def _section(context: click.Context) -> str:
    usage = " ".join([_name(context), *context.command.collect_usage_pieces(context)])
    parts = [f"## {_name(context)}", f"```text\n{usage}\n```"]
    parts += [_paragraph(text) for text in _help(context).split("\n\n")]
    return "\n\n".join([*parts, _options(context)]).rstrip()


def _paragraph(text: str) -> str:
    """Return a paragraph of a help text; what has lines of its own there has them here."""
    if text.startswith("\b"):
        return "```text\n" + text.removeprefix("\b").strip("\n") + "\n```"
    return CODE.sub(r"`\1`", " ".join(text.split()))


def _options(context: click.Context) -> str:
    records = [
        record
        for parameter in context.command.params
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(context))
    ]
    if not records:
        return ""
    rows = [f"| `{names}` | {' '.join(told.split())} |".replace("||", r"\|\|") for names, told in records]
    return "\n".join(["| Option | |", "|---|---|", *rows])


if __name__ == "__main__":
    write()
