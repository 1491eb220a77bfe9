"""`chronology terms`: the term base, out to other programs and in from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from generator.cli.arguments import read_as, way_to_write
from generator.cli.command import with_settings
from generator.cli.say import counted, say, say_some
from generator.content.exchange.terms import dump_csv, dump_tbx, load_csv, load_tbx
from generator.content.files import update_text, write_text
from generator.content.lock import writing_into
from generator.content.paths import ContentPaths
from generator.content.terms_file import load_terms, with_terms
from generator.model import Term
from generator.printable import printable_line
from generator.settings import Settings

Dump = Callable[[Sequence[Term]], str]
LOADS: Mapping[str, Callable[[bytes], list[Term]]] = {".csv": load_csv, ".tbx": load_tbx}
MAX_BYTES = 50_000_000


@click.group()
def terms() -> None:
    """Exchange the term base with other programs, as CSV and TBX."""


@terms.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@with_settings
def export_terms(settings: Settings, file: Path) -> None:
    """Write the term base into FILE.csv or FILE.tbx."""
    targets = frozenset(settings.translate.values())
    ways: Mapping[str, Dump] = {".csv": dump_csv, ".tbx": partial(dump_tbx, targets=targets)}
    dump = way_to_write(file, ways)
    known = load_terms(settings.content)
    write_text(file, dump(known))
    say(f"{file}: {counted(len(known), 'term')}")


@terms.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@with_settings
def import_terms(settings: Settings, file: Path) -> None:
    """Add the new terms of FILE to content/terms.yml: all, or none.

    FILE ends in .csv or .tbx. A term is not new when one of its spellings is in the term base; what stands
    there stays as it is, and what the file has besides is told.
    """
    theirs = read_as(file, LOADS, MAX_BYTES)
    path = ContentPaths(settings.content).terms
    added, left = 0, list[str]()

    def update(text: str | None) -> str:
        nonlocal added, left
        changed, added, left = with_terms(text or "", theirs, str(file))
        return changed

    with writing_into(settings.content):
        update_text(path, update)
    say_some([f"left  {printable_line(one)}" for one in left], "that were left")
    say(f"{file}: {added} new, {len(theirs) - added - len(left)} known already, {len(left)} left")
