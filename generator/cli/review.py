"""`chronology review`: a person answers for translations, and takes or leaves what terms and memory offer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

import click

from generator.checks.doubts import findings
from generator.checks.offers import find_offers
from generator.checks.pairs import Knowledge
from generator.cli.arguments import complete_entry, find_entry, read_person
from generator.cli.command import with_settings
from generator.cli.diff import show
from generator.cli.say import say
from generator.content.edits import TRANSLATION, Edit
from generator.content.entry_file import load_entry
from generator.content.files import read_text, update_text, write_text
from generator.content.library import Library, load_library
from generator.content.lock import writing_into
from generator.content.memory import load_with_helps
from generator.content.paths import ContentPaths
from generator.content.put_translation import put_translations, reworded
from generator.content.resolve import settle_translations
from generator.content.reviewer_in_header import set_reviewer
from generator.content.reviews import Review, dump_review, load_review, review_of
from generator.content.translation_state import review_stands, segment_states
from generator.errors import SettingsError
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
@click.option("--undo", is_flag=True, help="Take the mark off again.")
@click.option(
    "--segment", "parts", metavar="NAME", multiple=True, help="Only this paragraph (s3); repeatable."
)
@click.option("--accept", is_flag=True, help="Take what is offered, and mark it as reviewed.")
@click.option("--all-clean", is_flag=True, help="Only entries without findings that no other reviewed.")
@with_settings
def review(
    settings: Settings,
    entries: tuple[str, ...],
    name: str | None,
    undo: bool,
    parts: tuple[str, ...],
    accept: bool,
    all_clean: bool,
) -> None:
    """Mark the translations of entries as reviewed; ENTRY is a file in content/entries or its name.

    The mark holds for the texts as they are: where the original or the translation of a paragraph
    changes later, that paragraph is not reviewed any more. What was reviewed is never rewritten: where a
    new term or pair of the memory would change it, that is offered. Without --by and --undo, what is
    offered is shown; without ENTRY, that of all entries.
    """
    person = read_person(name) if name is not None else None
    _refuse(entries, name, undo=undo, parts=parts, accept=accept, all_clean=all_clean)
    paths = ContentPaths(settings.content)
    library = load_library(settings.content, settings.topic)
    slugs = [find_entry(paths, one) for one in entries] or list(library.entries)
    if all_clean:
        knowledge = Knowledge(NameIndex(library.records), TermBase(library.terms))
        slugs = [slug for slug in slugs if _is_clean(slug, library, settings, knowledge, person)]
        say(f"Entries translated and without findings: {len(slugs)}")
    offered: Mapping[Slug, Sequence[Offer]] = {}
    if accept or not (person or undo):
        offered = find_offers(library, load_with_helps(paths.memory, paths.helps), slugs)
        offered = {slug: [one for one in of if _is_meant(one, parts)] for slug, of in offered.items()}
    if not (person or undo):
        _show_offers(offered)
        return
    with writing_into(settings.content):
        for slug in slugs:
            words = {one.segment.id: one.text for one in offered.get(slug, ()) if _has_place(one, slug)}
            if words or not accept:
                reword = partial(_reworded, words=words, library=library, slug=slug)
                mark(paths, slug, person, [*words] or parts, reword)


def _refuse(
    entries: Sequence[str],
    name: str | None,
    *,
    undo: bool,
    parts: Sequence[str],
    accept: bool,
    all_clean: bool,
) -> None:
    """Refuse options that do not go together."""
    if undo and (name or accept or all_clean or parts):
        raise SettingsError("--undo", "takes the mark off whole entries", "leave the other options out")
    if (accept or all_clean) and not name:
        raise SettingsError("review", "needs --by NAME", "say who reviewed the translation")
    if parts and len(entries) != 1:
        raise SettingsError("--segment", "is a paragraph of one entry", "name one ENTRY")
    if (undo or name) and not (entries or all_clean or accept):
        raise SettingsError("review", "needs an ENTRY", "name one, or several; chronology status lists them")


def _has_place(offer: Offer, slug: Slug) -> bool:
    """Tell whether all that an editor marked goes over to what is offered; else say that it is left."""
    assert offer.segment.rendering
    has_place = reworded(offer.segment.rendering, offer.text) is not None
    if not has_place:
        say(f"left  content/entries/{slug}.md {offer.segment.id}: {NO_PLACE}; edit it by hand")
    return has_place


def _is_meant(offer: Offer, parts: Sequence[str]) -> bool:
    return not parts or offer.segment.id in {part.removeprefix("#") for part in parts}


def _is_clean(
    slug: Slug, library: Library, settings: Settings, knowledge: Knowledge, person: str | None
) -> bool:
    """Tell whether all of an entry is translated, no other reviewed it, and the checks find nothing."""
    if (entry := library.entries.get(slug)) is None:
        return False
    states = segment_states(library.history(entry), settings.target_for(entry.language))
    is_others = review_stands(entry, states) and entry.translation and entry.translation.reviewed_by != person
    return (
        not is_others
        and not any(state in UNFINISHED for state in states.values())
        and any(segment.rendering for segment in entry.segments)
        and not any(findings(segment, knowledge) for segment in entry.segments)
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


def _reworded(text: str, place: str, words: Mapping[SegmentId, str], library: Library, slug: Slug) -> str:
    if not words:
        return text
    entry = library.entries[slug]
    return put_translations(text, entry, library.baselines.get(entry.source.seed), words, place)


def mark(
    paths: ContentPaths,
    slug: Slug,
    person: str | None,
    parts: Sequence[str],
    reword: Callable[[str, str], str],
) -> None:
    """Set or take off the mark of an entry, or set that of some of its paragraphs, and say so.

    Args:
        paths: where files are.
        slug: the entry's name.
        person: who answers for it; None: nobody any more.
        parts: the paragraphs; none: all.
        reword: changes the file's text before, given that and what messages call it.

    Raises:
        SettingsError: paragraphs can't be marked by themselves.
    """
    path, place = paths.entry(slug), f"content/entries/{slug}.md"
    before = load_entry(read_text(path, place), slug, place)
    only = {SegmentId(part.removeprefix("#")) for part in parts}
    known = _known(before, only, person, load_review(paths, before.source.seed), place) if only else None
    update_text(path, lambda text: reword(text or "", place))
    changed = update_text(path, lambda text: set_reviewer(text or "", person, place))
    now = load_entry(read_text(path, place), slug, place)
    record = paths.review(now.source.seed)
    if not now.source.seed:
        pass  # what is kept of an entry is kept by its seed
    elif person is None:
        record.unlink(missing_ok=True)
    else:
        write_text(record, dump_review(_review(now, person, only, known)))
        # Who answers for a translation has decided that it stands.
        settle_translations(paths, slug, now.source.seed, only or {segment.id for segment in now.segments})
    if person is None:
        say(f"{place}: {'not marked as reviewed any more' if changed else 'was not reviewed'}")
        return
    untranslated = [s.id for s in now.segments if not s.rendering]
    count = len(only) or len(now.segments) - len(untranslated)
    said = f"; without translation: {', '.join(untranslated)}" if untranslated and not only else ""
    say(f"{place}: {count} segments reviewed by {person}{said}")


def _known(
    entry: Entry, only: set[SegmentId], person: str | None, known: Review | None, place: str
) -> Review | None:
    """Return what the same person reviewed before of an entry, whose paragraphs are to be marked one by one.

    Raises:
        SettingsError: there is no such paragraph, or another person reviewed the entry.
    """
    translated = {segment.id for segment in entry.segments if segment.rendering}
    if missing := sorted(only - translated):
        raise SettingsError(
            f"--segment {missing[0]}",
            f"has no translation in {place}",
            f"there are {', '.join(sorted(translated))}",
        )
    if not entry.source.seed:
        raise SettingsError("--segment", f"{place} has no seed to keep it by", "review the whole entry")
    reviewer = entry.translation.reviewed_by if entry.translation else None
    if reviewer and reviewer != person:
        raise SettingsError(
            f"--by {person}", f"{reviewer} reviewed {place}", "review all of it, or --undo first"
        )
    if reviewer and known is None:
        raise SettingsError(
            f"--by {person}", f"the review of {place} is not on record yet", "run generate first"
        )
    return known if reviewer else None


def _review(entry: Entry, person: str, only: Collection[SegmentId], known: Review | None) -> Review:
    besides = {segment.id for segment in entry.segments if only and segment.id not in only}
    made = review_of(entry, person, besides)
    return Review(person, {**known.segments, **made.segments}) if known else made
