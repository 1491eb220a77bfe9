"""`chronology check` and `review`: what an editor sees and says of entries."""

from __future__ import annotations

import sys

import click

from generator.checks.bodies import check_pages
from generator.checks.cleaning import check_cleaning
from generator.checks.library import check_library
from generator.cli.arguments import find_entry, read_person
from generator.cli.command import EXIT_CODES, with_settings
from generator.cli.outdated import outdated_issues
from generator.cli.say import say
from generator.content.entry_file import load_entry
from generator.content.files import read_exact, read_text, update_text, write_text
from generator.content.library import load_library
from generator.content.lock import writing_into
from generator.content.paths import ContentPaths
from generator.content.reviewer_in_header import set_reviewer
from generator.content.reviews import dump_review, review_of
from generator.errors import SettingsError
from generator.generate.left_out import is_deleted, is_skipped
from generator.generate.seeds import list_seeds
from generator.model import Severity
from generator.settings import Settings


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
