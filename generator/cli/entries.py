"""`chronology check`: what an editor should look at."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from generator.checks.bodies import check_pages
from generator.checks.by_engine import read_by_engine
from generator.checks.library import check_cleaning, check_library
from generator.checks.offers import offer_issues
from generator.cli.command import with_settings
from generator.cli.findings import annotation, as_object, counts, outdated_issues, print_json
from generator.cli.report import progress
from generator.cli.say import say
from generator.content.library import Library, as_issue, load_library
from generator.content.memory import load_with_helps
from generator.content.paths import ContentPaths
from generator.errors import BuildError, InputError
from generator.generate.choose import is_deleted, is_skipped
from generator.generate.read.encoding import decode_text
from generator.generate.read.file import read_bytes
from generator.generate.seeds import CHANGED, EMPTY, differs, is_empty, is_web_page, list_seeds, place_of
from generator.generate.sidecar import find_orphans, list_sidecars, load_sidecar, sidecar_path
from generator.model import Issue, Severity
from generator.publish.mkdocs.build import CONFIG, check_config
from generator.settings import Settings
from generator.translate.engines import own_engine


@click.command()
@click.option("--strict", is_flag=True, help="End with exit code 1 for a warning, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.option("--github", is_flag=True, help="Mark what is found on its lines, in a workflow of GitHub.")
@click.option(
    "--by-engine",
    is_flag=True,
    help="Have the installed engine read what persons translated, too: a sentence or two a second.",
)
@with_settings
def check(settings: Settings, strict: bool, as_json: bool, github: bool, by_engine: bool) -> None:
    """List everything an editor should look at: place, problem, remedy."""
    library = load_library(settings.content, settings.topic)
    issues = _find_issues(settings, library)
    if by_engine:
        with progress("Sentences") as read:
            issues += read_by_engine(library, settings, partial(own_engine, settings.package_versions), read)
    found = counts(issues)
    if as_json:
        print_json({**found, "issues": list(map(as_object, issues))})
    else:
        for issue in issues:
            line = annotation(issue, settings.root) if github else f"{issue.severity:<8} {issue}"
            say(line, is_wrong=issue.severity is not Severity.NOTE)
        say(f"{len(issues)} to look at, {found['errors']} of them errors")
    sys.exit(1 if found["errors"] or (strict and found["warnings"]) else 0)


def _find_issues(settings: Settings, library: Library) -> list[Issue]:
    seeds = list_seeds(settings.seeds)
    paths, known = ContentPaths(settings.content), {e.source.seed for e in library.entries.values()}
    left_out = [path.name for path in seeds if is_skipped(path) or is_deleted(paths, path.name, known)]
    names = [path.name for path in seeds]
    about_seeds = list(_seed_issues([path for path in seeds if path.name not in left_out], library, settings))
    unusable = [path.name for path, issue in about_seeds if issue.severity is Severity.ERROR]
    issues = check_library(library, settings, names, [*left_out, *unusable])
    issues += check_pages(settings.content, library)
    issues += _config_issues(settings.root / CONFIG)
    issues += [*outdated_issues(settings, library), *check_cleaning(paths, library)]
    issues += [issue for _, issue in about_seeds]
    orphans = find_orphans(list_sidecars(settings.seeds), seeds)
    issues += [Issue(Severity.ERROR, *orphan) for _, orphan in orphans]
    # That a memory can't be read is told already.
    with suppress(InputError):
        issues += offer_issues(library, load_with_helps(paths.memory, paths.helps))
    return issues


def _config_issues(config: Path) -> Iterator[Issue]:
    """Yield what keeps the site from being built; who only generates needs no such file."""
    if os.path.lexists(config):
        try:
            check_config(config)
        except BuildError as error:
            yield as_issue(error)


def _seed_issues(seeds: Iterable[Path], library: Library, settings: Settings) -> Iterator[tuple[Path, Issue]]:
    """Yield what is wrong with seeds and their sidecars."""
    for path in seeds:
        sidecar = sidecar_path(path)
        try:
            load_sidecar(sidecar, place_of(sidecar))
        except InputError as error:
            yield path, as_issue(error)
        # As it is on record: what the entry says may be older.
        before = library.baselines.get(path.name)
        if is_empty(path):
            yield path, Issue(Severity.ERROR, place_of(path), *EMPTY)
        elif before is None and (refused := _refused(path, settings)):
            yield path, refused
        elif before and differs(path, before.source.sha256):
            yield path, Issue(Severity.WARNING, place_of(path), *CHANGED)


def _refused(path: Path, settings: Settings) -> Issue | None:
    """Return why generate takes no entry from a file, as far as its name, size and bytes tell."""
    try:
        data = read_bytes(path, settings.seeds, settings.max_seed_bytes)
        if not is_web_page(path):
            decode_text(data, place_of(path))
    except InputError as error:
        return as_issue(error)
    return None
