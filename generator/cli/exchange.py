"""`chronology exchange`: titles and paragraphs, out to translation programs and in again."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from generator.cli.arguments import find_entry, importing, read_as, read_pair, read_person, way_to_write
from generator.cli.command import with_settings
from generator.cli.review import NO_PLACE, Marks
from generator.cli.say import counted, say, say_some
from generator.content.exchange.po import dump_po, load_po
from generator.content.exchange.units import Returned, Unit, units_of
from generator.content.exchange.xliff import dump_xliff, dump_xliff_1, load_xliff
from generator.content.files import update_text, write_text
from generator.content.headline import TITLE, with_headline
from generator.content.library import Library, load_library
from generator.content.lock import writing_into
from generator.content.paths import ContentPaths
from generator.content.put_translation import put_translations, reworded
from generator.content.resolve import settle_translations
from generator.content.translation_state import unit_states
from generator.errors import InputError, SettingsError
from generator.language.markup import plain
from generator.language.sentences.split import split_sentences
from generator.language.words import Words
from generator.model import Entry, Language, Segment, SegmentId, Slug, TranslationState
from generator.printable import printable_line
from generator.settings import Settings

Dump = Callable[[Iterable[Unit], Language, Language], str]
Load = Callable[[bytes], tuple[Language, list[Returned]]]
DUMPS: Mapping[str, Dump] = {".po": dump_po, ".xlf": dump_xliff, ".xliff": dump_xliff}
DUMPS_1: Mapping[str, Dump] = dict.fromkeys((".xlf", ".xliff"), dump_xliff_1)
LOADS: Mapping[str, Load] = {".po": load_po, ".xlf": load_xliff, ".xliff": load_xliff}
MAX_BYTES = 200_000_000
LONGEST_NOTE = 500
LONGEST_ALIKE = 3
"""Words of a sentence that may read the same in both languages."""
MAX_TEXT = 20_000
"""Characters: longer than any paragraph."""


@click.group()
def exchange() -> None:
    """Exchange titles and paragraphs with translation programs, as PO and XLIFF."""


@exchange.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("entries", metavar="[ENTRY]...", nargs=-1)
@click.option("--pair", nargs=2, metavar="SOURCE TARGET", help="The languages, such as: de en.")
@click.option("--xliff-1", is_flag=True, help="As XLIFF 1.2, for programs that do not read 2.0.")
@with_settings
def export_units(
    settings: Settings, file: Path, entries: tuple[str, ...], pair: tuple[str, str] | None, xliff_1: bool
) -> None:
    """Write titles and paragraphs into FILE.po or FILE.xlf.

    Of all entries, where none is named.
    """
    dump = way_to_write(file, DUMPS_1 if xliff_1 else DUMPS)
    source, target = read_pair(pair) if pair else _only_pair(settings)
    library = load_library(settings.content, settings.topic)
    paths = ContentPaths(settings.content)
    slugs = [find_entry(paths, one) for one in entries] or list(library.entries)
    units = [
        unit
        for slug in slugs
        if (entry := library.entries.get(slug))
        for unit in units_of(entry, unit_states(library.history(entry), target), source, target)
    ]
    write_text(file, dump(units, source, target))
    of = counted(len({unit.slug for unit in units}), "entry", "entries")
    titles = sum(unit.segment == TITLE for unit in units)
    say(f"{file}: {counted(titles, 'title')} and {counted(len(units) - titles, 'paragraph')} of {of}")
    for issue in library.issues:
        say(f"{issue.severity}: {issue}", err=True)
    sys.exit(1 if library.issues else 0)


def _only_pair(settings: Settings) -> tuple[Language, Language]:
    if len(settings.translate) != 1:
        raise SettingsError("exchange", "needs --pair SOURCE TARGET", "name the languages, such as: de en")
    ((source, target),) = settings.translate.items()
    return source, target


@exchange.command("import")
@importing(
    by="Who answers for what is done: not fuzzy, reviewed or final.",
    replace="Take other translations of paragraphs that were reviewed or changed here, too.",
)
@with_settings
def import_units(settings: Settings, file: Path, name: str | None, replace: bool) -> None:
    """Put the translations of FILE into their entries.

    A title or paragraph whose original reads otherwise now is left as it is, and so is one that was
    reviewed, or that an editor changed since it was exported. With --by, what is done in the file is marked
    as reviewed by that person, but for entries that another person reviewed; warnings that are open in it
    are told, and so is what translators noted.
    """
    person = read_person(name) if name is not None else None
    language, returned = read_as(file, LOADS, MAX_BYTES)
    paths = ContentPaths(settings.content)
    with writing_into(settings.content):
        library = load_library(settings.content, settings.topic)
        intake = _Intake(library, language, replace)
        for one in returned:
            intake.take(one)
        marks = Marks(paths, library, person)
        for slug in intake.slugs(reviewed=person is not None):
            _write(marks, slug, intake, settings.language)
    say_some(intake.told, "that were left")
    say_some(intake.notes, "notes")
    counts = ", ".join(f"{count} {what}" for what, count in intake.counts.items() if count)
    say(f"{file}: {counts or 'no paragraphs'}")


@dataclass
class _Intake:
    """What of a file goes into which entry."""

    library: Library
    language: Language
    replace: bool
    words: dict[Slug, dict[SegmentId, str]] = field(default_factory=lambda: defaultdict(dict))
    final: dict[Slug, list[SegmentId]] = field(default_factory=lambda: defaultdict(list))
    told: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        entries = self.library.entries.values()
        self._entries: dict[str, Entry] = {entry.key: entry for entry in entries}
        self._units = {
            key: {unit.id: unit for unit in with_headline(entry, self.language)}
            for key, entry in self._entries.items()
        }
        self._states = {
            entry.slug: unit_states(self.library.history(entry), self.language) for entry in entries
        }

    def slugs(self, *, reviewed: bool) -> list[Slug]:
        """Return the entries something is written into."""
        return list(dict.fromkeys((*self.words, *(self.final if reviewed else ()))))

    def take(self, one: Returned) -> None:
        """Take a paragraph in, or tell why it is left."""
        if note := printable_line(one.note).strip():
            self.notes.append(f"note  {one.document} {one.segment}: {note[:LONGEST_NOTE]}")
        target = " ".join(printable_line(one.target).split())
        entry = self._entries.get(one.document)
        segment = self._units[one.document].get(one.segment) if entry else None
        if not target or target == " ".join(one.source.split()):
            # Programs write the original where nothing was translated.
            self.counts["not translated"] += 1
            return
        if entry is None or segment is None:
            self._leave(one, "is in no entry")
            return
        is_same = segment.rendering is not None and _same(segment.rendering.text, target)
        is_theirs = one.is_final and not one.was_given_out_as(one.target, TranslationState.REVIEWED)
        if not is_same and one.was_given_out_as(one.target) and not is_theirs:
            self.counts["not changed there"] += 1
        elif problem := self._problem(entry, segment, one, "" if is_same else target):
            self._leave(one, problem)
        else:
            self.counts["the same" if is_same else "taken"] += 1
            if not is_same:
                self.words[entry.slug][segment.id] = target
            is_reviewed = self._states[entry.slug][segment.id] is TranslationState.REVIEWED
            if is_theirs and not (is_reviewed and is_same):
                self.final[entry.slug].append(segment.id)

    def _problem(self, entry: Entry, segment: Segment, one: Returned, target: str) -> str:
        """Say why a paragraph is left; `target`: another translation than there is."""
        rendering, state = segment.rendering, self._states[entry.slug][segment.id]
        if not _same(segment.text, one.source):
            return "its original reads otherwise now"
        if segment.language == self.language or (rendering and rendering.language != self.language):
            return f"is not translated to {self.language}"
        if len(one.target) > MAX_TEXT:
            return f"has {len(one.target):,} characters ({MAX_TEXT:,} are allowed)"
        if self.words[entry.slug].get(segment.id, target) != target:
            return "stands in the file twice; the first was taken"
        if not target or self.replace:
            return ""
        there = plain(rendering.text) if rendering else ""
        if not one.is_whole or any(
            sentence in target and sentence not in there and len(Words(sentence)) > LONGEST_ALIKE
            for sentence in split_sentences(one.source, segment.language)
        ):
            return "some of it is not translated (--replace takes it so)"
        if rendering is None:
            return ""
        if state is TranslationState.REVIEWED:
            return "was reviewed and stays (--replace takes the file's)"
        if state is not TranslationState.MACHINE and not one.was_given_out_as(there):
            return "was changed here (--replace takes the file's)"
        return "" if reworded(rendering, target) else f"{NO_PLACE} (--replace takes it without them)"

    def _leave(self, one: Returned, problem: str) -> None:
        self.counts["left"] += 1
        self.told.append(f"left  {one.document} {one.segment}: {problem}")


def _same(markdown: str, text: str) -> bool:
    return plain(markdown).split() == text.split()


def _write(marks: Marks, slug: Slug, intake: _Intake, site: Language) -> None:
    paths, library, language = marks.paths, marks.library, intake.language
    entry, place = library.entries[slug], f"content/entries/{slug}.md"
    if words := intake.words.get(slug):
        was, is_shown = (entry, library.baselines.get(entry.key), words, place, language), language == site
        try:
            update_text(paths.entry(slug), lambda text: put_translations(text or "", *was, is_shown=is_shown))
        except InputError as error:
            intake.counts.update({"taken": -len(words), "left": len(words)})
            intake.told.append(f"left  {entry.key}: all of it, {error.problem}; {error.remedy}")
            return
        settle_translations(paths, slug, entry.key, words)
    if marks.person and (final := intake.final.get(slug)):
        try:
            marks.mark(slug, final)
        except (SettingsError, InputError) as error:
            intake.told.append(f"left  {entry.key}: not marked as reviewed, {error.problem}; {error.remedy}")
