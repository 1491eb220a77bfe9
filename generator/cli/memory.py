"""`chronology memory`: the translation memory, exchanged with other programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.arguments import importing, read_pair, read_person, way_to_write
from generator.cli.command import with_settings
from generator.cli.lazy_group import FullGroup
from generator.cli.say import say, say_some
from generator.content.files import remove_unfinished, write_text
from generator.content.library import load_library
from generator.content.lock import writing_into
from generator.content.memory import Memory, Pair, dump_memory, load_memory
from generator.content.memory_import import Disagreement, read_foreign, take_in
from generator.content.paths import ContentPaths
from generator.content.tmx import shown
from generator.language.markup import plain
from generator.language.sentences.split import split_sentences
from generator.model import Entry, TranslationBy
from generator.settings import Settings
from generator.terms.stand_ins import may_be_marked


@click.group(cls=FullGroup)
def memory() -> None:
    """Exchange the translation memory with other programs, as TMX."""


PAIR = click.option(
    "--pair", nargs=2, metavar="SOURCE TARGET", help="Only from one language to another, such as: de en."
)


@memory.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--by",
    type=click.Choice([str(by) for by in TranslationBy]),
    help="Only what persons or only what Argos translated.",
)
@PAIR
@with_settings
def export_memory(settings: Settings, file: Path, by: str | None, pair: tuple[str, str] | None) -> None:
    """Write the sentence pairs of the last run into FILE.tmx."""
    dump = way_to_write(file, {".tmx": dump_memory})
    languages = read_pair(pair) if pair else None
    known = load_memory(ContentPaths(settings.content).memory)
    chosen = Memory(
        one
        for one in known.pairs.values()
        if by in (None, one.by) and languages in (None, (one.source_language, one.target_language))
    )
    write_text(file, dump(chosen))
    say(f"{file}: {len(chosen.pairs)} of {len(known.pairs)} pairs")


@memory.command("import")
@importing(
    by="Who answers for pairs that name nobody, or another machine.",
    replace="Where both memories differ, take the file's translation.",
)
@with_settings
def import_memory(settings: Settings, file: Path, name: str | None, replace: bool) -> None:
    """Take the sentence pairs of FILE.tmx into the memory: all, or none when something is wrong.

    A person's translation takes the place of a machine's, never the other way round.
    """
    path = ContentPaths(settings.content).memory
    foreign = read_foreign(file, read_person(name) if name is not None else None)
    with writing_into(settings.content):
        remove_unfinished(path.parent)
        known = load_memory(path)
        helps = _helps(foreign.memory, settings)
        intake = take_in(known, foreign.memory.without(helps).pairs.values(), replace)
        if intake.memory.pairs != known.pairs:
            # Entries that nothing else changed are to be looked at again, also when we are killed now.
            (settings.cache / "generate.json").unlink(missing_ok=True)
        write_text(path, dump_memory(intake.memory))
    say_some([_told(conflict) for conflict in intake.conflicts], "conflicts")
    replaced = sum(conflict.replaced for conflict in intake.conflicts)
    kept = len(intake.conflicts) - replaced
    counts = (
        (intake.new, "new"),
        (intake.same, "the same"),
        (intake.improved, "in place of a machine's"),
        (replaced, "in place of another"),
        (kept, "in conflict, ours kept" if replace else "in conflict, ours kept (--replace takes theirs)"),
        (foreign.repeated, "repeated in the file"),
        (foreign.left_out, "left out: no text in two languages"),
        (len(helps), "left out: a machine's, with stand-ins for terms"),
    )
    said = [f"{count} {what}" for count, what in counts if count or what in ("new", "the same")]
    say(f"{file}: {', '.join(said)}; chronology generate uses them")


def _helps(memory: Memory, settings: Settings) -> list[Pair]:
    """Return machines' pairs of sentences with the names that stand in for terms, but those of entries."""
    pairs = (one for one in memory.pairs.values() if one.by is TranslationBy.ARGOS)
    marked = [one for one in pairs if may_be_marked(one.source)]
    entries = load_library(settings.content, settings.topic).entries.values() if marked else ()
    known = {text for entry in entries for text in _texts(entry)}
    return [pair for pair in marked if pair.source not in known]


def _texts(entry: Entry) -> Iterator[str]:
    """Yield the texts of an entry, whole and by sentence, in which such a name stands."""
    for text in (entry.own_title, *(plain(segment.text) for segment in entry.segments)):
        if may_be_marked(text):
            yield from (text, *split_sentences(text, entry.language))


def _told(conflict: Disagreement) -> str:
    ours, theirs = conflict.ours, conflict.theirs
    return f"conflict  {_shown(ours.source)}: ours {_shown(ours.target)}, theirs {_shown(theirs.target)}"


def _shown(text: str) -> str:
    """Return the beginning of a stranger's text, harmless to the terminal."""
    return repr(shown(text))
