"""`chronology rename`: another name for an entry."""

from __future__ import annotations

import click

from generator.cli.arguments import complete_entry, find_entry
from generator.cli.command import with_settings
from generator.cli.say import say
from generator.content.library import load_library
from generator.content.lock import writing_into
from generator.content.new_name import give_name, read_name
from generator.content.paths import ContentPaths
from generator.settings import Settings


@click.command()
@click.argument("entry", shell_complete=complete_entry)
@click.argument("name")
@with_settings
def rename(settings: Settings, entry: str, name: str) -> None:
    """Give ENTRY another NAME; links and `related` follow, and its old address leads to the new one.

    NAME may stand in a folder: 2023/talks.
    """
    paths = ContentPaths(settings.content)
    slug = find_entry(paths, entry)
    with writing_into(settings.content):
        new = read_name(name, paths)
        library = load_library(settings.content, settings.topic)
        changed = give_name(library.entry(slug), new, paths)
    say(f"renamed    content/entries/{slug}.md → content/entries/{new}.md")
    for path in changed:
        say(f"changed    content/{path.relative_to(settings.content).as_posix()}")
    say("Its old address leads to the new one.")
