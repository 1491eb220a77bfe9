"""`chronology status`: what entries there are, and what they need."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import click

from generator.checks.need import Need, ToDo
from generator.cli.command import with_settings
from generator.cli.findings import as_object, outdated_issues, print_json
from generator.cli.report import table
from generator.cli.say import say
from generator.content.conflicts import conflict_issue
from generator.content.files import read_text
from generator.content.library import Library, load_library
from generator.content.paths import ContentPaths
from generator.content.places import line_of
from generator.content.translation_state import WORST_FIRST, entry_state, segment_states
from generator.dates.edtf import sort_key
from generator.errors import SettingsError
from generator.model import Entry, Issue, Language, SegmentId, Slug, TranslationState
from generator.settings import Settings

DOUBT = "doubt"
States = Mapping[Slug, Mapping[SegmentId, TranslationState]]


@click.command()
@click.option(
    "--needs",
    type=click.Choice([str(need) for need in Need]),
    multiple=True,
    help="Only entries that need this, each with what is to be done and where; several may be given.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.option(
    "--sort",
    "order",
    type=click.Choice(["date", DOUBT]),
    default="date",
    help="By doubt: paragraphs that nobody answers for, the most doubtful first.",
)
@with_settings
def status(settings: Settings, needs: tuple[str, ...], as_json: bool, order: str) -> None:
    """List the entries: date, language, translation, source; one line each.

    By doubt, titles and paragraphs are listed, with what the checks find and what persons made of
    sentences that are nearly the same.
    """
    if order == DOUBT and (needs or as_json):
        raise SettingsError(
            "--sort doubt", "lists titles and paragraphs, for people", "leave out --needs and --json"
        )
    library = load_library(settings.content, settings.topic)
    entries = sorted(library.entries.values(), key=lambda entry: (*sort_key(entry.date), entry.slug))
    states = {
        entry.slug: segment_states(library.history(entry), settings.target_for(entry.language))
        for entry in entries
    }
    # What looks into texts is read where it is asked for: it takes longer than all the rest.
    if order == DOUBT:
        from generator.cli.doubtful import list_doubtful

        list_doubtful(settings, library)
    elif needs:
        from generator.checks.to_do import find_to_do

        found = find_to_do(library, states, settings.no_record, [Need(need) for need in needs])
        if as_json:
            to_do = [_to_do_object(one, settings) for listed in found.values() for one in listed]
            print_json({"entries": len(entries), "needs": to_do})
        else:
            _list_needs(settings, found, len(entries))
    elif as_json:
        print_json(_overview(settings, library, entries, states))
    else:
        _list_entries(settings, library, entries, states)
    for issue in library.issues:
        say(f"{issue.severity}: {issue}", err=True)
    sys.exit(1 if library.issues else 0)


def _list_entries(settings: Settings, library: Library, entries: Sequence[Entry], states: States) -> None:
    rows = []
    missing: set[Language] = set()
    for entry in entries:
        of_entry = states[entry.slug]
        if not library.history(entry).is_left_to_its_editor:
            missing |= {s.language for s in entry.segments if of_entry[s.id] is TranslationState.MISSING}
        rows.append((
            entry.date or "undated",
            entry.language,
            entry_state(of_entry),
            entry.source.seed or "(own text)",
            entry.slug,
        ))  # fmt: skip
    say(table(rows) if rows else "No entries yet: put texts into seeds/, run chronology generate")
    if translated := [f"{count} {state}" for state, count in _counted(states).items()]:
        say(f"Translations of segments: {', '.join(translated)}")
    for issue in outdated_issues(settings, library):
        say(issue)
    for language in sorted(missing):
        say(f"missing from {language}: {settings.how_to_translate(language)}")
    for issue in _to_decide(library):
        say(f"to decide: {issue}")


def _overview(
    settings: Settings, library: Library, entries: Sequence[Entry], states: States
) -> dict[str, object]:
    return {
        "entries": [
            {
                "file": f"content/entries/{entry.slug}.md",
                "title": entry.title,
                "date": entry.date,
                "language": entry.language,
                "translation": entry_state(states[entry.slug]),
                "paragraphs": _counted({entry.slug: states[entry.slug]}),
                "seed": entry.source.seed or None,
                "draft": entry.draft,
            }
            for entry in entries
        ],
        "paragraphs": _counted(states),
        "outdated": list(map(as_object, outdated_issues(settings, library))),
        "to_decide": list(map(as_object, _to_decide(library))),
        "issues": list(map(as_object, library.issues)),
    }


def _counted(states: States) -> dict[str, int]:
    """Return how many paragraphs there are in each state, those most in need of work first."""
    counts = Counter(state for of_entry in states.values() for state in of_entry.values())
    return {state: counts[state] for state in WORST_FIRST if counts[state]}


def _to_decide(library: Library) -> Iterator[Issue]:
    for slug, conflicts in library.conflicts.items():
        for conflict in conflicts:
            yield conflict_issue(conflict, slug)


def _list_needs(settings: Settings, found: Mapping[Need, Sequence[ToDo]], count: int) -> None:
    """List what is to be done, each with the line of the file that a text editor opens at."""
    for need, to_do in found.items():
        for one in to_do:
            file, line = _place(one, settings)
            say(f"{file}:{line}: {need}: {one.what}")
    in_need = len({one.slug for to_do in found.values() for one in to_do})
    say(f"{in_need} of {count} entries need {' or '.join(found)}")


def _to_do_object(one: ToDo, settings: Settings) -> dict[str, object]:
    file, line = _place(one, settings)
    return {"need": one.need, "file": file, "line": line, "what": one.what}


def _place(one: ToDo, settings: Settings) -> tuple[str, int]:
    file = f"content/entries/{one.slug}.md"
    return file, line_of(read_text(ContentPaths(settings.content).entry(one.slug), file), one.part)
