"""`chronology review`: a person answers for translations, and takes or leaves what terms and memory offer."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import click

from generator.checks.doubts import FOR_READERS, check_translations, checked, findings
from generator.checks.offers import find_offers
from generator.checks.pairs import Knowledge
from generator.cli.arguments import SEGMENTS, complete_entry, find_entry, read_person
from generator.cli.command import with_settings
from generator.cli.diff import show
from generator.cli.report import Report
from generator.cli.say import counted, say
from generator.content.edits import TRANSLATION, Edit
from generator.content.entry_file import load_entry
from generator.content.files import read_text, update_text, write_text
from generator.content.headline import TITLE, with_headline
from generator.content.history import EntryHistory
from generator.content.library import Library, as_issue, load_library
from generator.content.lock import writing_into
from generator.content.memory import load_with_helps
from generator.content.paths import ContentPaths
from generator.content.put_translation import put_translations, reworded, set_reviewer
from generator.content.resolve import settle_translations
from generator.content.reviews import Review, dump_review, load_review, review_of
from generator.content.translation_state import segment_states
from generator.errors import InputError, SettingsError
from generator.model import Entry, SegmentId, Slug, TranslationState
from generator.names.index import NameIndex
from generator.settings import Settings
from generator.terms import TermBase
from generator.translate.offers import Offer

UNFINISHED = (TranslationState.MISSING, TranslationState.STALE)
NO_PLACE = "a link, a footnote or an emphasis that is there has no place in the new words"


@click.command()
@click.argument("entries", metavar="[ENTRY]...", nargs=-1, shell_complete=complete_entry)
@click.option("--by", "name", metavar="NAME", help="Who read the translation and answers for it.")
@click.option("--undo", is_flag=True, help="Take your mark off again.")
@SEGMENTS
@click.option("--accept", is_flag=True, help="Take what is offered, and mark it as reviewed.")
@click.option("--all-clean", is_flag=True, help="Only entries without findings that no other reviewed.")
@click.option(
    "--take-over", is_flag=True, help="Answer in the place of another person, or take off their mark."
)
@with_settings
def review(
    settings: Settings,
    entries: tuple[str, ...],
    name: str | None,
    undo: bool,
    parts: tuple[str, ...],
    accept: bool,
    all_clean: bool,
    take_over: bool,
) -> None:
    """Mark the translations of entries as reviewed; ENTRY is a file in content/entries or its name.

    The mark holds for the texts as they are: where the original or the translation of a paragraph
    changes later, that paragraph is not reviewed any more. What was reviewed is never rewritten: where a
    new term or pair of the memory would change it, that is offered. What another person answers for stays
    theirs unless you say --take-over; warnings that are open in what you mark are told. Without --by, what
    is offered is shown; without ENTRY, that of all entries.
    """
    person = read_person(name) if name is not None else None
    _refuse(entries, name, undo=undo, parts=parts, accept=accept, all_clean=all_clean, take_over=take_over)
    paths = ContentPaths(settings.content)
    library = load_library(settings.content, settings.topic)
    marks = Marks(paths, library, person, may_take_over=take_over)
    slugs = [find_entry(paths, one) for one in entries] or list(library.entries)
    if all_clean:
        slugs = [slug for slug in slugs if _is_clean(slug, library, settings, marks.knowledge, person)]
        say(f"Entries translated and without findings: {len(slugs)}")
    offered: Mapping[Slug, Sequence[Offer]] = {}
    if accept or not person:
        offered = find_offers(library, load_with_helps(paths.memory, paths.helps), slugs)
        if parts:
            offered = {slug: [one for one in of if one.segment.id in parts] for slug, of in offered.items()}
    if not person or (accept and not any(offered.values())):
        _show_offers(offered)
        return
    with writing_into(settings.content):
        for slug in slugs:
            words = {one.segment.id: one.text for one in offered.get(slug, ()) if _has_place(one, slug)}
            try:
                if undo:
                    marks.take_off(slug)
                elif words or not accept:
                    marks.mark(slug, [*words] or parts, words)
            except (SettingsError, InputError) as error:
                if len(slugs) == 1:
                    raise
                marks.report.add(as_issue(error))
    sys.exit(marks.report.exit_code)


def _refuse(
    entries: Sequence[str],
    name: str | None,
    *,
    undo: bool,
    parts: Sequence[str],
    accept: bool,
    all_clean: bool,
    take_over: bool,
) -> None:
    """Refuse options that do not go together."""
    if undo and (accept or all_clean or parts):
        raise SettingsError("--undo", "takes the mark off whole entries", "leave the other options out")
    if (undo or accept or all_clean or take_over) and not name:
        raise SettingsError("review", "needs --by NAME", "say who reviewed the translation")
    if parts and len(entries) != 1:
        raise SettingsError("--segment", "is a paragraph of one entry", "name one ENTRY")
    if name and not (entries or all_clean or accept):
        raise SettingsError("review", "needs an ENTRY", "name one, or several; chronology status lists them")


def _has_place(offer: Offer, slug: Slug) -> bool:
    """Tell whether all that an editor marked goes over to what is offered; else say that it is left."""
    assert offer.segment.rendering
    has_place = reworded(offer.segment.rendering, offer.text) is not None
    if not has_place:
        say(f"left  content/entries/{slug}.md {offer.segment.id}: {NO_PLACE}; edit it by hand")
    return has_place


def _is_clean(
    slug: Slug, library: Library, settings: Settings, knowledge: Knowledge, person: str | None
) -> bool:
    """Tell whether all of an entry is translated, no other reviewed it, and the checks find nothing."""
    if (entry := library.entries.get(slug)) is None:
        return False
    history = library.history(entry)
    states = segment_states(history, settings.target_for(entry.language))
    return (
        not _other_reviewer(history, person)
        and not any(state in UNFINISHED for state in states.values())
        and any(segment.rendering for segment in entry.segments)
        and not any(findings(part, knowledge) for part in checked(history))
    )


def _show_offers(offered: Mapping[Slug, Sequence[Offer]]) -> None:
    count = 0
    for slug, found in offered.items():
        for one in found:
            count += 1
            part = f"content/entries/{slug}.md, {one.segment.id}, {TRANSLATION}"
            show(Edit(part, one.there, one.text), "there", "now")
    taken = "; --accept --by NAME takes it, else all stays" if count else ""
    say(f"{count} offered by terms and memory{taken}")


@dataclass(frozen=True)
class Marks:
    """Sets and takes off the marks of a person."""

    paths: ContentPaths
    library: Library
    person: str | None
    """Whose they are; None: nothing is marked."""
    may_take_over: bool = False
    """Whether what another person answers for becomes this one's, or nobody's."""
    report: Report = field(default_factory=Report)

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the checks of translations know."""
        return Knowledge(NameIndex(self.library.records), TermBase(self.library.terms))

    def take_off(self, slug: Slug) -> None:
        """Take the mark off an entry, and say so.

        Raises:
            SettingsError: it is another person's.
        """
        entry, place = self._entry(slug)
        if (other := _other_reviewer(self.library.history(entry), self.person)) and not self.may_take_over:
            raise SettingsError(
                place, f"{other} reviewed it", "--take-over takes their mark off all the same"
            )
        changed = update_text(self.paths.entry(slug), lambda text: set_reviewer(text or "", None, place))
        if entry.source.seed:
            self.paths.review(entry.source.seed).unlink(missing_ok=True)
        say(f"{place}: {'not marked as reviewed any more' if changed else 'was not reviewed'}")

    def mark(self, slug: Slug, parts: Sequence[str], words: Mapping[SegmentId, str] | None = None) -> None:
        """Set the mark of an entry, or of some of its paragraphs, and say so.

        Args:
            slug: the entry's name.
            parts: the paragraphs; none: all.
            words: what paragraphs are to say before.

        Raises:
            SettingsError: another person reviewed it, or paragraphs can't be marked by themselves.
        """
        paths, path, person = self.paths, self.paths.entry(slug), self.person or ""
        only = {SegmentId(part) for part in parts}
        entry, place = self._entry(slug)
        known = self._known(entry, only, place)
        if words:
            was = self.library.entries[slug], self.library.baselines.get(entry.key)
            update_text(path, lambda text: put_translations(text or "", *was, words, place))
        update_text(path, lambda text: set_reviewer(text or "", person, place))
        now, _ = self._entry(slug)
        if seed := now.source.seed:  # what is kept of an entry is kept by its seed
            write_text(paths.review(seed), dump_review(_review(now, person, only, known)))
            # Who answers for a translation has decided that it stands.
            settle_translations(paths, slug, seed, only or {TITLE, *(one.id for one in now.segments)})
        untranslated = [s.id for s in now.segments if not s.rendering]
        paragraphs = len(only - {TITLE}) if only else len(now.segments) - len(untranslated)
        marked = [counted(paragraphs, "paragraph")] if paragraphs or not only else []
        count = " and ".join((*marked, "title") if TITLE in only else marked)
        said = f"; without translation: {', '.join(untranslated)}" if untranslated and not only else ""
        say(f"{place}: {count} reviewed by {person}{said}")
        self._tell_warnings(now, only, place)

    def _entry(self, slug: Slug) -> tuple[Entry, str]:
        """Return an entry as it is now, and what messages call it."""
        place = f"content/entries/{slug}.md"
        return load_entry(read_text(self.paths.entry(slug), place), slug, place), place

    def _tell_warnings(self, entry: Entry, only: Collection[SegmentId], place: str) -> None:
        """Tell what is doubtful in paragraphs for which a person answers now."""
        marked = (segment for segment in entry.segments if not only or segment.id in only)
        for issue in check_translations(marked, self.knowledge, place):
            if issue.severity in FOR_READERS:
                self.report.add(issue)

    def _known(self, entry: Entry, only: Collection[SegmentId], place: str) -> Review | None:
        """Return what the same person reviewed before of an entry, some paragraphs of which are to be marked.

        Raises:
            SettingsError: there is no such paragraph, or another person reviewed the entry.
        """
        translated = {part.id for part in with_headline(entry) if part.rendering}
        if missing := sorted({*only} - translated):
            raise SettingsError(
                f"--segment {missing[0]}",
                f"has no translation in {place}",
                f"there are {', '.join(sorted(translated))}",
            )
        if only and not entry.source.seed:
            raise SettingsError("--segment", f"{place} has no seed to keep it by", "review the whole entry")
        history = self.library.history(entry)
        other = _other_reviewer(history, self.person)
        if other and (only or not self.may_take_over):
            remedy = (
                f"it stays theirs; review all of it with --by {self.person!r} --take-over to answer for it"
            )
            raise SettingsError(place, f"{other} reviewed it", remedy)
        if not only or history.reviewer != self.person:
            return None
        known = load_review(self.paths, entry.source.seed)
        if known is None:
            raise SettingsError(
                f"--by {self.person}", f"the review of {place} is not on record yet", "run generate first"
            )
        return known


def _other_reviewer(history: EntryHistory, person: str | None) -> str | None:
    """Return the other person whose review of an entry, or of some of it, stands."""
    stands = any(map(history.is_reviewed, history.entry.segments))
    return history.reviewer if stands and history.reviewer != person else None


def _review(entry: Entry, person: str, only: Collection[SegmentId], known: Review | None) -> Review:
    besides = {name for name in (TITLE, *(s.id for s in entry.segments)) if only and name not in only}
    made = review_of(entry, person, besides)
    return Review(person, {**known.segments, **made.segments}) if known else made
