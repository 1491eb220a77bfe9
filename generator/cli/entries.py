"""`chronology check`: what an editor should look at."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from generator.checks.bodies import check_pages
from generator.checks.cleaning import check_cleaning
from generator.checks.library import check_library
from generator.checks.offers import offer_issues
from generator.cli.command import EXIT_CODES, with_settings
from generator.cli.outdated import outdated_issues
from generator.cli.say import say
from generator.content.library import load_library
from generator.content.memory import load_with_helps
from generator.content.paths import ContentPaths
from generator.errors import InputError
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
    # That a memory can't be read is told already.
    with suppress(InputError):
        issues += offer_issues(library, load_with_helps(paths.memory, paths.helps))
    for issue in issues:
        say(f"{issue.severity:<8} {issue}")
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    say(f"{len(issues)} to look at, {errors} of them errors")
    sys.exit(1 if errors else 0)
