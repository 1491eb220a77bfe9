"""`chronology diff`: what editors made of an entry, beside what the generator made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

import click

from generator.cli.arguments import complete_entry, find_entry
from generator.cli.command import with_settings
from generator.cli.say import say, write
from generator.content.edits import Edit, edits_of
from generator.content.library import load_library
from generator.content.memory import load_memory
from generator.content.paths import ContentPaths
from generator.content.same_lines import same_lines
from generator.printable import printable_line
from generator.settings import Settings


@click.command()
@click.argument("entry", shell_complete=complete_entry)
@with_settings
def diff(settings: Settings, entry: str) -> None:
    """Show what of ENTRY was changed by hand, the machine's text above the editor's.

    Words that only the one has stand in [-…-], those that only the other has in {+…+}.
    """
    paths = ContentPaths(settings.content)
    slug = find_entry(paths, entry)
    library = load_library(settings.content, settings.topic)
    place = f"content/entries/{slug}.md"
    edits = edits_of(library.history(library.entry(slug)), load_memory(paths.memory))
    for edit in edits:
        show(edit)
    say(f"{place}: {len(edits)} parts changed by hand" if edits else f"{place}: nothing changed by hand")


def show(edit: Edit, one: str = "made", other: str = "yours") -> None:
    """Print both versions of a part, with the words marked that only one has.

    Args:
        edit: with what was made and what there is.
        one: what to call the former.
        other: what to call the latter.
    """
    made, mine = (edit.made or "").split(), edit.mine.split()
    stayed = same_lines(made, mine)
    if edit.made is None:
        above, below = "(not known)", printable_line(edit.mine)
    else:
        above = _marked(made, stayed.keys(), "-", "red") or "(nothing)"
        below = _marked(mine, stayed.values(), "+", "green") or "(taken out)"
    # Printable already: the colours of a terminal are ours.
    write(f"{printable_line(edit.part)}\n  {one:<6} {above}\n  {other:<6} {below}\n")


def _marked(words: Sequence[str], stayed: Collection[int], mark: str, colour: str) -> str:
    """Put marks around words that only this version has."""
    there = frozenset(stayed)
    runs = groupby(enumerate(words), lambda numbered: numbered[0] in there)
    texts = ((is_same, printable_line(" ".join(word for _, word in run))) for is_same, run in runs)
    opening, closing = "[{"[mark == "+"], "]}"[mark == "+"]
    return " ".join(
        text if is_same else click.style(f"{opening}{mark}{text}{mark}{closing}", fg=colour)
        for is_same, text in texts
    )
