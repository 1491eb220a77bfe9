"""`chronology alternatives`: how else the engine would put the sentences of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from math import exp

import click

from generator.checks.offers import term_rules
from generator.cli.arguments import SEGMENTS, complete_entry, find_entry
from generator.cli.command import with_settings
from generator.cli.say import say
from generator.content.entry_file import load_entry
from generator.content.files import read_text
from generator.content.library import load_records
from generator.content.paths import ContentPaths
from generator.content.terms_file import load_terms
from generator.errors import SettingsError
from generator.language.markup import plain
from generator.language.sentences.split import split_sentences
from generator.model import Entry, Segment
from generator.printable import printable_line
from generator.settings import Settings
from generator.terms.enforce import Enforcement, enforce, needed
from generator.translate.argos import ArgosEngine
from generator.translate.engines import own_engine
from generator.translate.obey import TermRules

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

    Each sentence with the ways to put it, the likeliest first, and how sure the engine is of each; terms are
    put right in them, and those that could not be are named. Nothing is changed: write into the file what
    you take.
    """
    paths = ContentPaths(settings.content)
    slug = find_entry(paths, entry)
    place = f"content/entries/{slug}.md"
    found = load_entry(read_text(paths.entry(slug), place), slug, place)
    engine_for = cache(partial(own_engine, settings.package_versions))
    rules = term_rules(load_terms(settings.content), load_records(settings.content, settings.topic)[0])
    for segment in _meant(found, parts, place):
        target = segment.rendering.language if segment.rendering else settings.target_for(segment.language)
        if target == segment.language:
            say(f"{segment.id}: needs no translation")
            continue
        engine = engine_for(segment.language, target)
        say(f"{segment.id}:")
        for sentence in split_sentences(plain(segment.text), segment.language):
            say(f"  {printable_line(sentence)}")
            for number, (score, way) in enumerate(_ways(sentence, engine, count, rules), start=1):
                sure = f"{exp(min(score, 0.0)):4.0%}" if score is not None else "    "
                broken = "".join(f" ({one})" for one in way.broken)
                say(f"    {number} {sure}  {printable_line(f'{way.text}{broken}')}")


def _ways(
    sentence: str, engine: ArgosEngine, count: int, rules: TermRules
) -> Iterator[tuple[float | None, Enforcement]]:
    """Yield the ways to put a sentence, with the terms put right as far as that leaves the rest as it is."""
    glossary = rules.terms.between(engine.source, engine.target)
    ways = engine.alternatives(sentence, count)
    # As if nothing were known: so terms are asked for by themselves, and never a sentence with stand-ins.
    unknown = dict[str, str]().get
    asked = sorted({text for way in ways for text in needed(sentence, way.text, glossary, unknown)})
    known = {text: one.text for text, one in zip(asked, engine.translate(asked), strict=True)}
    shown = set[str]()
    for way in ways:
        one = enforce(sentence, way.text, glossary, known.get, rules.judge)
        if one.text not in shown:
            shown.add(one.text)
            yield way.score, one


def _meant(entry: Entry, parts: tuple[str, ...], place: str) -> list[Segment]:
    known = [segment.id for segment in entry.segments]
    if missing := [part for part in parts if part not in known]:
        raise SettingsError(f"--segment {missing[0]}", f"is not in {place}", f"there are {', '.join(known)}")
    return [segment for segment in entry.segments if not parts or segment.id in parts]
