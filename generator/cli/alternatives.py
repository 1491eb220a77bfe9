"""`chronology alternatives`: how else the engine would put the sentences of a paragraph."""

from __future__ import annotations

from functools import cache, partial
from math import exp

import click

from generator.cli.arguments import SEGMENTS, complete_entry, find_entry
from generator.cli.command import with_settings
from generator.cli.say import say
from generator.content.entry_file import load_entry
from generator.content.files import read_text
from generator.content.paths import ContentPaths
from generator.errors import SettingsError
from generator.language.markup import plain
from generator.language.sentences.split import split_sentences
from generator.model import Entry, Segment
from generator.printable import printable_line
from generator.settings import Settings
from generator.translate.engines import own_engine

MOST = 20


@click.command()
@click.argument("entry", shell_complete=complete_entry)
@SEGMENTS
@click.option(
    "--count", type=click.IntRange(2, MOST), default=4, show_default=True, help="Ways that are looked for."
)
@with_settings
def alternatives(settings: Settings, entry: str, parts: tuple[str, ...], count: int) -> None:
    """Show how else the engine would put the sentences of ENTRY, for its editor.

    Each sentence with the ways to put it, the likeliest first, and how sure the engine is of each. Nothing
    is changed: write into the file what you take.
    """
    paths = ContentPaths(settings.content)
    slug = find_entry(paths, entry)
    place = f"content/entries/{slug}.md"
    found = load_entry(read_text(paths.entry(slug), place), slug, place)
    engine_for = cache(partial(own_engine, settings.package_versions))
    for segment in _meant(found, parts, place):
        target = segment.rendering.language if segment.rendering else settings.target_for(segment.language)
        if target == segment.language:
            say(f"{segment.id}: needs no translation")
            continue
        engine = engine_for(segment.language, target)
        say(f"{segment.id}:")
        for sentence in split_sentences(plain(segment.text), segment.language):
            say(f"  {printable_line(sentence)}")
            for number, way in enumerate(engine.alternatives(sentence, count), start=1):
                sure = f"{exp(min(way.score, 0.0)):4.0%}" if way.score is not None else "    "
                say(f"    {number} {sure}  {printable_line(way.text)}")


def _meant(entry: Entry, parts: tuple[str, ...], place: str) -> list[Segment]:
    known = [segment.id for segment in entry.segments]
    if missing := [part for part in parts if part not in known]:
        raise SettingsError(f"--segment {missing[0]}", f"is not in {place}", f"there are {', '.join(known)}")
    return [segment for segment in entry.segments if not parts or segment.id in parts]
