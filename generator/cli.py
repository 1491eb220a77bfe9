"""The command line: `chronology generate | build | status | check | record | model`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.build import build_site
from generator.check import check_library, how_to_translate
from generator.content.library import as_issue, load_library
from generator.content.new_record import add_record
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError, InputError, PackageError, SettingsError
from generator.generate.clean import sort_lines
from generator.generate.draft import Draft
from generator.generate.pipeline import generate as run_pipeline
from generator.generate.read import read
from generator.generate.seeds import list_seeds
from generator.generate.translate import packages
from generator.generate.translate.engines import ArgosEngines
from generator.languages import is_language
from generator.model import Language, RecordKind, Severity, TranslationState
from generator.model_list import installed_rows, megabytes, missing_lines, offer_rows
from generator.publish.states import entry_state, segment_states
from generator.publish.suggest import find_suggestion, guess_kind, names_for
from generator.report import Report, progress, table
from generator.settings import Settings, load_settings

HELP = """Turn source documents in seeds/ into an annotated bilingual chronology.

\b
A first run:
  1. put a text into seeds/, as a .txt file
  2. chronology generate     writes content/entries/<date>-<title>.md
  3. edit that file as you like; a later run keeps what you wrote
  4. chronology check        says what still wants a look
  5. chronology build        builds the site into site/

While you edit, `mkdocs serve` shows the site in the browser and follows every change.
"""
EXIT_CODES = """\b
Exit codes:
  0  all is well
  1  a seed or a file in content/ can't be used; the others are done
  2  the settings or the command line are wrong
  3  MkDocs did not build the site
  4  a file could not be written
  5  model: a package is missing, broken or out of reach (generate goes on without)
"""


def _trapped(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn expected errors into one line and an exit code, in this one place."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except ChronologyError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(error.exit_code)

    return run


def _with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """Load the settings when a command runs, so that --help works anywhere."""

    @click.pass_obj
    @_trapped
    @wraps(command)
    def run(project: Path, *args: Any, **kwargs: Any) -> Any:
        return command(load_settings(project), *args, **kwargs)

    return run


@click.group(help=HELP, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="chronology")
@click.option(
    "--project",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default=".",
    help="The project's folder (where pyproject.toml is); else the current one.",
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Turn source documents in seeds/ into an annotated bilingual chronology."""
    context.obj = project.resolve()


@main.command(epilog=EXIT_CODES)
@click.argument("seeds", nargs=-1, metavar="[SEED]...")
@click.option("--explain", is_flag=True, help="Print what cleaning keeps and drops, and why; write nothing.")
@click.option("--no-download", is_flag=True, help="Do not fetch a missing translation package.")
@_with_settings
def generate(settings: Settings, seeds: tuple[str, ...], explain: bool, no_download: bool) -> None:
    """Turn seeds into entries; all of them, or the ones named.

    What you edited in an entry stays. A seed that can't be used is named with a remedy and the
    others go on.
    """
    if explain:
        _explain(settings, seeds)
        return
    report = _generate(settings, seeds, no_download)
    click.echo(report.summary())
    sys.exit(report.exit_code)


@main.command(epilog=EXIT_CODES)
@click.option("--generate", "first", is_flag=True, help="Generate entries from all seeds first.")
@click.option("--no-download", is_flag=True, help="Do not fetch a missing translation package.")
@_with_settings
def build(settings: Settings, first: bool, no_download: bool) -> None:
    """Build the site into site/ with MkDocs; any warning fails the build."""
    report = _generate(settings, (), no_download) if first else None
    warnings = build_site(settings)
    if report:
        click.echo(report.summary())
    click.echo(f"Site: {settings.site} ({warnings} warnings)")
    click.echo("Open: mkdocs serve, or python3 -m http.server -d site 8000, then http://localhost:8000/")
    sys.exit(report.exit_code if report else 0)


@main.command(epilog=EXIT_CODES)
@_with_settings
def status(settings: Settings) -> None:
    """List the entries: date, language, translation, source; one line each."""
    library = load_library(settings.content)
    rows = []
    missing: set[Language] = set()
    entries = sorted(library.entries.values(), key=lambda entry: (entry.date or "~", entry.slug))
    for entry in entries:
        baseline = library.baselines.get(entry.source.seed)
        states = segment_states(entry, baseline, settings.target_for(entry.language))
        state = entry_state(states)
        missing |= {s.language for s in entry.segments if states[s.id] is TranslationState.MISSING}
        rows.append((entry.date or "undated", entry.language, state, entry.source.seed, entry.slug))
    click.echo(table(rows) if rows else "No entries yet: put texts into seeds/, run chronology generate")
    for language in sorted(missing):
        click.echo(f"missing from {language}: {how_to_translate(language, settings)}")
    for issue in library.issues:
        click.echo(f"{issue.severity}: {issue}", err=True)
    sys.exit(1 if library.issues else 0)


@main.command(epilog=EXIT_CODES)
@_with_settings
def check(settings: Settings) -> None:
    """List everything an editor should look at: place, problem, remedy."""
    seeds = [path.name for path in list_seeds(settings.seeds)]
    issues = check_library(load_library(settings.content), settings, seeds)
    for issue in issues:
        click.echo(f"{issue.severity:<8} {issue}")
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    click.echo(f"{len(issues)} to look at, {errors} of them errors")
    sys.exit(1 if errors else 0)


@main.group()
def record() -> None:
    """Manage the authority records."""


@record.command("add", epilog=EXIT_CODES)
@click.argument("name")
@click.option("--kind", type=click.Choice([str(kind) for kind in RecordKind]), help="Else guessed.")
@click.option("--de", "german", metavar="NAME", help="The name in German, where it is another.")
@_with_settings
def add(settings: Settings, name: str, kind: str | None, german: str | None) -> None:
    """Add the record of a person, body, agreement, exercise, meeting or place.

    Writes content/records/<name>.md with the spellings found in the entries. The file is yours: no
    command changes it again.
    """
    library = load_library(settings.content)
    found = find_suggestion(name, library.entries, library.records)
    chosen = RecordKind(kind) if kind else guess_kind(found)
    names = names_for(found, chosen, german, library.entries)
    path = add_record(ContentPaths(settings.content), library.records, names, chosen, found.spellings)
    guessed = "" if kind else ", guessed"
    click.echo(f"Wrote content/records/{path.name} ({chosen}{guessed}); in {len(found.entries)} entries")
    click.echo("Next: complete its sentence, check its kind and names, then run chronology check")


@main.group()
def model() -> None:
    """Manage the packages that translate offline."""


@model.command("list", epilog=EXIT_CODES)
@click.option("--available", is_flag=True, help="List what can be installed, too: reads the Argos index.")
@_with_settings
def list_(settings: Settings, available: bool) -> None:
    """List the installed packages, and what the settings ask for and is missing."""
    installed = packages.list_installed()
    click.echo(f"Packages in {packages.package_folder()}")
    click.echo(table(installed_rows(installed)) if installed else "none")
    for line in missing_lines(installed, settings):
        click.echo(line)
    if available:
        offers = packages.list_offers()
        click.echo("\nAvailable")
        click.echo(table(offer_rows(offers, installed)))


@model.command("install", epilog=EXIT_CODES)
@click.argument("pair", nargs=-1)
@click.option("--from", "file", type=click.Path(path_type=Path), help="A package file carried over by hand.")
@_trapped
def install(pair: tuple[str, ...], file: Path | None) -> None:
    """Install the package for a language pair, such as: chronology model install de en.

    With --from, the pair may be left out: the file says which it is for.
    """
    if file:
        package = packages.install_file(file, _language_pair(pair) if pair else None)
    else:
        source, target = _language_pair(pair)
        if not packages.is_due(source, target):
            click.echo(
                f"The package for {source} to {target} is installed already, see chronology model list; "
                f"to fetch it again: chronology model remove {source} {target}, then install"
            )
            return
        package = _fetch(source, target)
    verdict, _ = packages.verify(package.package_path, packages.metadata_of(package))
    known = (
        "SHA-256 verified" if verdict is packages.Verdict.VERIFIED else "its form checked, its hash not known"
    )
    click.echo(f"Installed {package.package_path.name} ({known}); now run: chronology generate")


@model.command("remove", epilog=EXIT_CODES)
@click.argument("pair", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
@_trapped
def remove(pair: tuple[str, ...], yes: bool) -> None:
    """Remove the installed package for a language pair, in all its versions."""
    wanted = _language_pair(pair)
    found = [one for one in packages.list_installed() if one.metadata.pair == wanted]
    if not found:
        raise PackageError(
            str(packages.package_folder()),
            f"no package {' to '.join(wanted)} is installed",
            "chronology model list says which are",
        )
    rows = installed_rows(found)
    if not yes:
        _confirm(f"Remove\n{table(rows)}\n?")
    for one, (_, _, size, _, folder) in zip(found, rows, strict=True):
        leads_to = one.folder.resolve() if one.folder.is_symlink() else None
        packages.remove(one)
        click.echo(
            f"Removed the link {folder}; {leads_to} stays" if leads_to else f"Removed {folder} ({size})"
        )


def _fetch(source: Language, target: Language) -> Any:
    offer = packages.offer(source, target)
    click.echo(f"Fetching {offer.name} ({megabytes(packages.size_of(offer))}) from {offer.url}")
    with progress(offer.name) as shown:
        return packages.install(source, target, shown)


def _language_pair(words: tuple[str, ...]) -> tuple[Language, Language]:
    """Read `de en`, `de-en` or `de_en`."""
    codes = re.split("[-_]", words[0]) if len(words) == 1 else words
    if len(codes) != 2 or not all(map(is_language, codes)):
        raise SettingsError(
            " ".join(words) or "PAIR", "is not a pair of language codes", "write two codes such as: de en"
        )
    return Language(codes[0]), Language(codes[1])


def _confirm(question: str) -> None:
    if not _can_answer():
        raise SettingsError("model remove", "asks before it removes, and nobody can answer", "add --yes")
    if not click.confirm(question, prompt_suffix=" "):
        click.echo("Nothing was removed")
        sys.exit(0)


def _can_answer() -> bool:
    return sys.stdin.isatty()


def _generate(settings: Settings, seeds: tuple[str, ...], no_download: bool) -> Report:
    report = Report()
    with progress("Translation package") as fetched, progress("Seeds") as done:
        engines = ArgosEngines(not no_download, report.line, fetched, settings.pivot)
        for result in run_pipeline(settings, engines, seeds, done):
            report.add(result)
    return report


def _explain(settings: Settings, seeds: tuple[str, ...]) -> None:
    report = Report()
    available = {path.name: path for path in list_seeds(settings.seeds)}
    for name in [Path(seed).name for seed in seeds] or available:
        try:
            if name not in available:
                raise InputError(f"seeds/{name}", "no such seed", "put the file into seeds/")
            draft = sort_lines(read(available[name], settings.seeds, settings.max_seed_bytes))
        except ChronologyError as error:
            report.add(as_issue(error))
        else:
            _explain_one(draft)
    sys.exit(report.exit_code)


def _explain_one(draft: Draft) -> None:
    click.echo(f"{draft.seed}: {len(draft.kept)} lines kept, {len(draft.dropped)} dropped")
    rows = [(line.number, "keep", str(line.role), line.text) for line in draft.kept]
    if draft.headline:
        rows.append((draft.headline.number, "keep", "headline", draft.headline.text))
    rows += [(line.number, "drop", line.rule, line.text) for line in draft.dropped]
    click.echo(table((str(n), verdict, rule, text[:100]) for n, verdict, rule, text in sorted(rows)))
