"""`chronology resolve`: an editor decides between two versions of a part of an entry."""

from __future__ import annotations

from collections.abc import Collection

import click

from generator.cli.arguments import complete_entry, find_entry
from generator.cli.command import with_settings
from generator.cli.say import say
from generator.content.conflicts import open_conflicts
from generator.content.entry_file import load_entry
from generator.content.files import read_text
from generator.content.merging import Conflict
from generator.content.paths import ContentPaths
from generator.content.resolve import resolve as settle_conflicts
from generator.errors import SettingsError
from generator.settings import Settings

NEW = "new"


@click.command()
@click.argument("entry", shell_complete=complete_entry)
@click.option(
    "--segment",
    "--part",
    "part",
    metavar="NAME",
    help="Only this paragraph (s3) or key (title, source.publisher); else all there is to decide.",
)
@click.option(
    "--keep", type=click.Choice(["mine", NEW]), help="Your version, or the source's; else both are shown."
)
@with_settings
def resolve(settings: Settings, entry: str, part: str | None, keep: str | None) -> None:
    """Decide where you and the source of ENTRY changed the same paragraph or key.

    Your version, with whatever you go on typing, stands in the file until you take the other one. Taking the
    part out decides, too, and so does writing the new version yourself. Where the new version has no
    translation, yours stays, out of date, until you keep it.
    """
    paths = ContentPaths(settings.content)
    slug = find_entry(paths, entry)
    place = f"content/entries/{slug}.md"
    text = read_text(paths.entry(slug), place)
    seed = load_entry(text, slug, place).source.seed
    conflicts = open_conflicts(paths, seed, text)
    chosen = [one for one in conflicts if part is None or one.name == part.removeprefix("#")]
    if part and not chosen:
        names = ", ".join(one.name for one in conflicts)
        remedy = f"to decide: {names}" if names else "nothing is to be decided in this entry"
        raise SettingsError(f"--segment {part}", "is not in conflict", remedy)
    undecided: Collection[Conflict] = ()
    if not keep:
        for one in chosen:
            say(f"{one.name}, yours:\n{one.mine.rstrip() or '(taken out)'}\n")
            say(f"{one.name}, new:\n{one.new.rstrip() or '(taken out)'}\n")
    elif chosen:
        undecided = settle_conflicts(paths, slug, seed, chosen, take_new=keep == NEW)
        for one in undecided:
            say(
                f"{one.name}: the new version has no translation; yours stays, out of date, until you "
                "correct it and --keep mine, or take it out"
            )
    decided = len(chosen) - len(undecided) if keep else 0
    done = f"{decided} decided, " if keep else ""
    say(f"{place}: {done}{len(conflicts) - decided} to decide")
