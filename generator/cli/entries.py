"""`chronology status`, `check` and `review`: what an editor sees and says of entries."""

from __future__ import annotations

import sys
from collections import Counter

import click

from generator.checks.bodies import check_pages
from generator.checks.cleaning import check_cleaning
from generator.checks.library import check_library, how_to_translate
from generator.checks.to_do import Need, find_to_do
from generator.cli.arguments import find_entry, read_person
from generator.cli.command import EXIT_CODES, with_settings
from generator.cli.report import table
from generator.cli.say import say
from generator.content.conflicts import conflict_issue
from generator.content.entry_file import load_entry
from generator.content.files import read_exact, read_text, update_text, write_text
from generator.content.library import Library, as_issue, load_library
from generator.content.lock import writing_into
from generator.content.memory import load_memory
from generator.content.outdated_pairs import outdated_notes, outdated_pairs
from generator.content.paths import ContentPaths
from generator.content.places import line_of
from generator.content.reviewer_in_header import set_reviewer
from generator.content.reviews import dump_review, review_of
from generator.content.translation_state import WORST_FIRST, entry_state, segment_states
from generator.dates.edtf import sort_key
from generator.errors import InputError, SettingsError
from generator.generate.left_out import is_deleted, is_skipped
from generator.generate.seeds import list_seeds
from generator.model import Issue, Language, Severity, TranslationState
from generator.settings import Settings
from generator.translate.engines import ArgosEngines


@click.command(epilog=EXIT_CODES)
@click.option(
    "--needs",
    type=click.Choice([str(need) for need in Need]),
    multiple=True,
    help="Only entries that need this, each with what is to be done and where; several may be given.",
)
@with_settings
def status(settings: Settings, needs: tuple[str, ...]) -> None:
    """List the entries: date, language, translation, source; one line each."""
    library = load_library(settings.content, settings.topic)
    if needs:
        _list_needs(settings, library, [Need(need) for need in needs])
        sys.exit(1 if library.issues else 0)
    rows = []
    missing: set[Language] = set()
    counts: Counter[TranslationState] = Counter()
    entries = sorted(library.entries.values(), key=lambda entry: (*sort_key(entry.date), entry.slug))
    for entry in entries:
        states = segment_states(library.history(entry), settings.target_for(entry.language))
        counts.update(states.values())
        state = entry_state(states)
        missing |= {s.language for s in entry.segments if states[s.id] is TranslationState.MISSING}
        rows.append(
            (entry.date or "undated", entry.language, state, entry.source.seed or "(own text)", entry.slug)
        )
    say(table(rows) if rows else "No entries yet: put texts into seeds/, run chronology generate")
    if translated := [f"{counts[state]} {state}" for state in WORST_FIRST if counts[state]]:
        say(f"Translations of segments: {', '.join(translated)}")
    for issue in outdated_issues(settings, library):
        say(issue)
    for language in sorted(missing):
        say(f"missing from {language}: {how_to_translate(language, settings)}")
    for slug, conflicts in library.conflicts.items():
        for conflict in conflicts:
            say(f"to decide: {conflict_issue(conflict, slug)}")
    for issue in library.issues:
        say(f"{issue.severity}: {issue}", err=True)
    sys.exit(1 if library.issues else 0)


def _list_needs(settings: Settings, library: Library, needs: list[Need]) -> None:
    """List what is to be done, each with the line of the file that a text editor opens at."""
    entries = sorted(library.entries.values(), key=lambda entry: (*sort_key(entry.date), entry.slug))
    states = {
        entry.slug: segment_states(library.history(entry), settings.target_for(entry.language))
        for entry in entries
    }
    found = find_to_do(library, states, settings.no_record, needs)
    paths = ContentPaths(settings.content)
    for need, to_do in found.items():
        for one in to_do:
            place = f"content/entries/{one.slug}.md"
            line = line_of(read_text(paths.entry(one.slug), place), one.part)
            say(f"{place}:{line}: {need}: {one.what}")
    count = len({one.slug for to_do in found.values() for one in to_do})
    say(f"{count} of {len(entries)} entries need {' or '.join(found)}")
    for issue in library.issues:
        say(f"{issue.severity}: {issue}", err=True)


@click.command(epilog=EXIT_CODES)
@with_settings
def check(settings: Settings) -> None:
    """List everything an editor should look at: place, problem, remedy."""
    seeds = list_seeds(settings.seeds)
    library = load_library(settings.content, settings.topic)
    paths, known = ContentPaths(settings.content), {e.source.seed for e in library.entries.values()}
    left_out = [path.name for path in seeds if is_skipped(path) or is_deleted(paths, path.name, known)]
    names = [path.name for path in seeds]
    issues = [*check_library(library, settings, names, left_out), *check_pages(settings.content, library)]
    issues += [*outdated_issues(settings, library), *check_cleaning(paths, library)]
    for issue in issues:
        say(f"{issue.severity:<8} {issue}")
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    say(f"{len(issues)} to look at, {errors} of them errors")
    sys.exit(1 if errors else 0)


@click.command(epilog=EXIT_CODES)
@click.argument("entry")
@click.option("--by", "name", metavar="NAME", help="Who read the translation and answers for it.")
@click.option("--undo", is_flag=True, help="Take the mark off again.")
@with_settings
def review(settings: Settings, entry: str, name: str | None, undo: bool) -> None:
    """Mark the translation of ENTRY as reviewed; ENTRY is a file in content/entries or its name.

    The mark holds for the texts as they are: where the original or the translation of a paragraph
    changes later, that paragraph is not reviewed any more.
    """
    if undo == bool(name):
        raise SettingsError("review", "needs either --by NAME or --undo", "say who reviewed the translation")
    paths = ContentPaths(settings.content)
    slug = find_entry(paths, entry)
    path, place = paths.entry(slug), f"content/entries/{slug}.md"
    person = read_person(name) if name else None
    with writing_into(settings.content):
        changed = update_text(path, lambda text: set_reviewer(text or "", person, place), read_exact)
        now = load_entry(read_text(path, place), slug, place)
        record = paths.review(now.source.seed)
        if not now.source.seed:
            pass  # what is kept of an entry is kept by its seed
        elif person is None:
            record.unlink(missing_ok=True)
        else:
            write_text(record, dump_review(review_of(now, person)))
    if person is None:
        say(f"{place}: {'not marked as reviewed any more' if changed else 'was not reviewed'}")
        return
    untranslated = [s.id for s in now.segments if not s.rendering]
    say(
        f"{place}: {len(now.segments) - len(untranslated)} segments reviewed by {person}"
        + (f"; without translation: {', '.join(untranslated)}" if untranslated else "")
    )


def outdated_issues(settings: Settings, library: Library) -> list[Issue]:
    """Say what was translated with another package than is installed now."""
    try:
        known = load_memory(ContentPaths(settings.content).memory)
    except InputError as error:
        return [as_issue(error)]
    installed = ArgosEngines(False, say, lambda *_: None, settings.pivot).installed
    reviewed = {
        pair.key
        for entry in library.entries.values()
        for pair in library.history(entry).reviewed_pairs(known)
    }
    return list(outdated_notes(outdated_pairs(known, installed, reviewed), installed))
