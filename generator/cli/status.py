"""`chronology status`: what entries there are, and what they need."""

from __future__ import annotations

import sys
from collections import Counter

import click

from generator.checks.how_to_translate import how_to_translate
from generator.checks.to_do import Need, find_to_do
from generator.cli.command import EXIT_CODES, with_settings
from generator.cli.outdated import outdated_issues
from generator.cli.report import table
from generator.cli.say import say
from generator.content.conflicts import conflict_issue
from generator.content.files import read_text
from generator.content.library import Library, load_library
from generator.content.paths import ContentPaths
from generator.content.places import line_of
from generator.content.translation_state import WORST_FIRST, entry_state, segment_states
from generator.dates.edtf import sort_key
from generator.model import Language, TranslationState
from generator.settings import Settings


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
