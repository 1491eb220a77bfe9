"""`chronology record`: authority records."""

from __future__ import annotations

import click

from generator.checks.suggest import find_suggestion, guess_kind, names_for
from generator.cli.command import with_settings
from generator.cli.lazy_group import FullGroup
from generator.cli.say import say
from generator.content.library import load_library
from generator.content.lock import writing_into
from generator.content.new_record import add_record
from generator.content.paths import ContentPaths
from generator.settings import Settings


@click.group(cls=FullGroup)
def record() -> None:
    """Manage the authority records."""


@record.command("add")
@click.argument("name")
@click.option("--kind", help="One of those in the settings; else guessed.")
@click.option("--de", "german", metavar="NAME", help="The name in German, where it is another.")
@with_settings
def add(settings: Settings, name: str, kind: str | None, german: str | None) -> None:
    """Add the record of a person, a body, a place, whatever the kinds of the chronology are.

    Writes content/records/<name>.md with the spellings found in the entries. The file is yours: no
    command changes it again.
    """
    kinds = settings.topic.kinds
    library = load_library(settings.content, settings.topic)
    found = find_suggestion(name, library.entries, library.records)
    if kind and kind not in kinds:
        raise click.BadParameter(f"{kind!r} is none of {', '.join(kinds)}", param_hint="--kind")
    chosen = kinds[kind] if kind else guess_kind(found, kinds.values())
    names = names_for(found, chosen, german)
    with writing_into(settings.content):
        path = add_record(ContentPaths(settings.content), library.records, names, chosen, found.spellings)
    guessed = "" if kind else ", guessed"
    say(f"Wrote content/records/{path.name} ({chosen.name}{guessed}); in {len(found.entries)} entries")
    say("Next: complete its sentence, check its kind and names, then run chronology check")
