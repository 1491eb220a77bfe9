"""`chronology new record`: an authority record with the spellings found in the entries."""

from __future__ import annotations

import click

from generator.checks.suggest import find_suggestion, guess_kind, names_for
from generator.cli.command import with_settings
from generator.cli.say import say
from generator.content.library import load_library
from generator.content.lock import writing_into
from generator.content.new_record import add_record, free_slug
from generator.content.paths import ContentPaths
from generator.errors import InputError
from generator.model import ENGLISH, GERMAN
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from generator.settings import Settings


@click.command("record")
@click.argument("name")
@click.option("--kind", help="One of those in the settings; else guessed, where anything tells.")
@click.option("--de", metavar="NAME", help="The name in German, where it is another.")
@click.option("--en", metavar="NAME", help="The name in English, where it is another.")
@with_settings
def new_record(settings: Settings, name: str, kind: str | None, de: str | None, en: str | None) -> None:
    """Add the record of a person, a body, a place, whatever the kinds of the chronology are.

    Writes content/records/<name>.md with the spellings found in the entries. The file is yours: no
    command changes it again.
    """
    kinds = settings.topic.kinds
    library = load_library(settings.content, settings.topic)
    found = find_suggestion(name, library.entries, library.records)
    if kind and kind not in kinds:
        raise click.BadParameter(f"{kind!r} is none of {', '.join(kinds)}", param_hint="--kind")
    others = {code: said for code, said in ((GERMAN, de), (ENGLISH, en)) if said is not None}
    told = (kinds[kind], "") if kind else guess_kind(found, kinds.values())
    if told is None:
        # What is wrong with the name comes first.
        free_slug((name, *others.values()), library.records)
        remedy = f"say it: --kind with one of {', '.join(kinds)}"
        raise InputError(f'"{name}"', "nothing tells what it is, neither its form nor the entries", remedy)
    chosen, why = told
    names = names_for(found, chosen, settings.language, others)
    paths = ContentPaths(settings.content)
    with writing_into(settings.content):
        spellings = (found.name, *found.spellings)
        new = add_record(paths, library.records, names, chosen, settings.language, spellings)
    index = NameIndex({new.slug: new})
    count = sum(bool(find_mentions(entry, index)) for entry in library.entries.values())
    guessed = f", guessed: {why}" if why else ""
    entries = "1 entry names it" if count == 1 else f"{count} entries name it"
    say(f"Wrote content/records/{new.slug}.md ({chosen.name}{guessed}); {entries}")
    say("Next: complete its sentence, check its kind and names, then run chronology check")
