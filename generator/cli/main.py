"""The command line: `chronology generate | build | status | check | review | record | memory | model`."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.checks.library import check_library, how_to_translate
from generator.checks.suggest import find_suggestion, guess_kind, names_for
from generator.cli.packages import installed_rows, megabytes, missing_lines, offer_rows
from generator.cli.report import Report, progress, table
from generator.content.entry_file import load_entry
from generator.content.exchange import Taken, is_machine, read_foreign, take_in
from generator.content.files import read_exact, read_text, update_text, write_text
from generator.content.library import Library, as_issue, load_library
from generator.content.memory import Memory, dump_memory, load_memory
from generator.content.new_record import add_record
from generator.content.outdated import outdated_notes, outdated_pairs
from generator.content.paths import ContentPaths
from generator.content.reviewed_by import set_reviewer
from generator.content.reviews import dump_review, review_of, reviewed_pairs
from generator.content.translation_state import WORST_FIRST, entry_state, segment_states
from generator.dates.edtf import sort_key
from generator.errors import ChronologyError, InputError, PackageError, SettingsError
from generator.generate.clean import sort_lines
from generator.generate.draft import Draft
from generator.generate.pipeline import generate as run_pipeline
from generator.generate.read import read
from generator.generate.seeds import list_seeds
from generator.language.codes import is_language
from generator.model import Issue, Language, Severity, Slug, TranslationBy, TranslationState
from generator.publish.build import build_site
from generator.settings import Settings, load_settings
from generator.translate import packages
from generator.translate.engines import ArgosEngines

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
@click.option(
    "--refresh",
    is_flag=True,
    help="Translate again what another package translated than is installed now; "
    "what persons wrote or reviewed stays.",
)
@_with_settings
def generate(
    settings: Settings, seeds: tuple[str, ...], explain: bool, no_download: bool, refresh: bool
) -> None:
    """Turn seeds into entries; all of them, or the ones named.

    What you edited in an entry stays. A seed that can't be used is named with a remedy and the
    others go on.
    """
    if explain:
        _explain(settings, seeds)
        return
    report = _generate(settings, seeds, no_download, refresh)
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
    library = load_library(settings.content, settings.topic)
    rows = []
    missing: set[Language] = set()
    counts: Counter[TranslationState] = Counter()
    entries = sorted(library.entries.values(), key=lambda entry: (*sort_key(entry.date), entry.slug))
    for entry in entries:
        baseline = library.baselines.get(entry.source.seed)
        review = library.reviews.get(entry.source.seed)
        states = segment_states(entry, baseline, settings.target_for(entry.language), review)
        counts.update(states.values())
        state = entry_state(states)
        missing |= {s.language for s in entry.segments if states[s.id] is TranslationState.MISSING}
        rows.append((entry.date or "undated", entry.language, state, entry.source.seed, entry.slug))
    click.echo(table(rows) if rows else "No entries yet: put texts into seeds/, run chronology generate")
    if translated := [f"{counts[state]} {state}" for state in WORST_FIRST if counts[state]]:
        click.echo(f"Translations of segments: {', '.join(translated)}")
    for issue in _outdated(settings, library):
        click.echo(issue)
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
    library = load_library(settings.content, settings.topic)
    issues = [*check_library(library, settings, seeds), *_outdated(settings, library)]
    for issue in issues:
        click.echo(f"{issue.severity:<8} {issue}")
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    click.echo(f"{len(issues)} to look at, {errors} of them errors")
    sys.exit(1 if errors else 0)


@main.command(epilog=EXIT_CODES)
@click.argument("entry")
@click.option("--by", "name", metavar="NAME", help="Who read the translation and answers for it.")
@click.option("--undo", is_flag=True, help="Take the mark off again.")
@_with_settings
def review(settings: Settings, entry: str, name: str | None, undo: bool) -> None:
    """Mark the translation of ENTRY as reviewed; ENTRY is a file in content/entries or its name.

    The mark holds for the texts as they are: where the original or the translation of a paragraph
    changes later, that paragraph is not reviewed any more.
    """
    if undo == bool(name):
        raise SettingsError("review", "needs either --by NAME or --undo", "say who reviewed the translation")
    paths = ContentPaths(settings.content)
    slug = _entry_named(paths, entry)
    path, place = paths.entry(slug), f"content/entries/{slug}.md"
    person = _person(name) if name else None
    changed = update_text(path, lambda text: set_reviewer(text or "", person, place), read_exact)
    now = load_entry(read_text(path, place), slug, place)
    record = paths.review(now.source.seed)
    if person is None:
        record.unlink(missing_ok=True)
        click.echo(f"{place}: {'not marked as reviewed any more' if changed else 'was not reviewed'}")
        return
    write_text(record, dump_review(review_of(now, person)))
    untranslated = [s.id for s in now.segments if not s.rendering]
    click.echo(
        f"{place}: {len(now.segments) - len(untranslated)} segments reviewed by {person}"
        + (f"; without translation: {', '.join(untranslated)}" if untranslated else "")
    )


@main.group()
def memory() -> None:
    """Exchange the translation memory with other programs, as TMX."""


PAIR = click.option(
    "--pair", nargs=2, metavar="SOURCE TARGET", help="Only from one language to another, such as: de en."
)


@memory.command("export", epilog=EXIT_CODES)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--by",
    type=click.Choice([str(by) for by in TranslationBy]),
    help="Only what persons or only what Argos translated.",
)
@PAIR
@_with_settings
def export_memory(settings: Settings, file: Path, by: str | None, pair: tuple[str, str] | None) -> None:
    """Write the sentence pairs of the last run into FILE.tmx."""
    if file.suffix.lower() != ".tmx":
        raise SettingsError(str(file), "its name does not end in .tmx", "name the file to write: memory.tmx")
    languages = _language_pair(pair) if pair else None
    known = load_memory(ContentPaths(settings.content).memory)
    chosen = Memory(
        one
        for one in known.pairs.values()
        if by in (None, one.by) and languages in (None, (one.source_language, one.target_language))
    )
    write_text(file, dump_memory(chosen))
    click.echo(f"{file}: {len(chosen.pairs)} of {len(known.pairs)} pairs")


@memory.command("import", epilog=EXIT_CODES)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--by", "name", metavar="NAME", help="Who answers for pairs that name nobody, or another machine."
)
@click.option("--replace", is_flag=True, help="Where both memories differ, take the file's translation.")
@_with_settings
def import_memory(settings: Settings, file: Path, name: str | None, replace: bool) -> None:
    """Take the sentence pairs of FILE.tmx into the memory: all, or none when something is wrong.

    A person's translation takes the place of a machine's, never the other way round.
    """
    path = ContentPaths(settings.content).memory
    foreign = read_foreign(file, _person(name) if name else None)
    taken = take_in(load_memory(path), foreign.memory.pairs.values(), replace)
    if write_text(path, dump_memory(taken.memory)):
        # Entries that nothing else changed are to be looked at again.
        (settings.cache / "generate.json").unlink(missing_ok=True)
    _tell_conflicts(taken)
    replaced = sum(conflict.replaced for conflict in taken.conflicts)
    kept = len(taken.conflicts) - replaced
    counts = (
        (taken.new, "new"),
        (taken.same, "the same"),
        (taken.improved, "in place of a machine's"),
        (replaced, "in place of another"),
        (kept, "in conflict, ours kept" if replace else "in conflict, ours kept (--replace takes theirs)"),
        (foreign.repeated, "repeated in the file"),
        (foreign.left_out, "left out: no text in two languages"),
    )
    said = [f"{count} {what}" for count, what in counts if count or what in ("new", "the same")]
    click.echo(f"{file}: {', '.join(said)}; chronology generate uses them")


CONFLICTS_TOLD = 10


def _tell_conflicts(taken: Taken) -> None:
    for conflict in taken.conflicts[:CONFLICTS_TOLD]:
        ours, theirs = conflict.ours, conflict.theirs
        click.echo(
            f"conflict  {_shown(ours.source)}: ours {_shown(ours.target)}, theirs {_shown(theirs.target)}"
        )
    if len(taken.conflicts) > CONFLICTS_TOLD:
        click.echo(f"conflict  and {len(taken.conflicts) - CONFLICTS_TOLD} more")


def _shown(text: str) -> str:
    """Return the beginning of a stranger's text, harmless to the terminal."""
    return repr(text if len(text) <= 60 else f"{text[:59]}…")


def _entry_named(paths: ContentPaths, name: str) -> Slug:
    """Return the entry a person means by a path or a name.

    Raises:
        SettingsError: there is none.
    """
    given = Path(name)
    known = {path.stem: Slug(path.stem) for path in paths.entries.glob("*.md")}
    stem = given.name.removesuffix(".md")
    if given.parent.name in ("", paths.entries.name) and stem in known:
        return known[stem]
    close = get_close_matches(stem, known, n=1) or [slug for slug in known if stem and stem in slug][:1]
    remedy = f"did you mean {close[0]}?" if close else "chronology status lists the entries"
    raise SettingsError(name, "there is no such entry", remedy)


def _person(name: str) -> str:
    person = " ".join(name.split())
    if not person or len(person) > 100 or not person.isprintable():
        raise SettingsError(f"--by {name[:100]!r}", "is not a name", "give the name of a person")
    if is_machine(person) or person in set(TranslationBy):
        raise SettingsError(f"--by {person}", "is not a person", "give the name of who answers for it")
    return person


def _outdated(settings: Settings, library: Library) -> list[Issue]:
    """Say what was translated with another package than is installed now."""
    try:
        known = load_memory(ContentPaths(settings.content).memory)
    except InputError as error:
        return [as_issue(error)]
    installed = ArgosEngines(False, click.echo, lambda *_: None, settings.pivot).installed
    if not (outdated := outdated_pairs(known, installed)):
        return []
    reviewed = {
        pair.key
        for seed, entry in ((entry.source.seed, entry) for entry in library.entries.values())
        for pair in reviewed_pairs(entry, library.baselines.get(seed), library.reviews.get(seed), known)
    }
    return list(outdated_notes((p for p in outdated if p.key not in reviewed), installed))


@main.group()
def record() -> None:
    """Manage the authority records."""


@record.command("add", epilog=EXIT_CODES)
@click.argument("name")
@click.option("--kind", help="One of those in the settings; else guessed.")
@click.option("--de", "german", metavar="NAME", help="The name in German, where it is another.")
@_with_settings
def add(settings: Settings, name: str, kind: str | None, german: str | None) -> None:
    """Add the record of a person, a body, a place, whatever the kinds of the chronology are.

    Writes content/records/<name>.md with the spellings found in the entries. The file is yours: no
    command changes it again.
    """
    kinds = settings.topic.kinds
    library = load_library(settings.content, settings.topic)
    found = find_suggestion(name, library.entries, library.records)
    if kind and kind not in kinds:
        raise click.BadParameter(f"{kind!r} is none of {', '.join(kinds)}", param_hint="--kind")
    chosen = kinds[kind] if kind else guess_kind(found, kinds.values())
    names = names_for(found, chosen, german)
    path = add_record(ContentPaths(settings.content), library.records, names, chosen, found.spellings)
    guessed = "" if kind else ", guessed"
    click.echo(f"Wrote content/records/{path.name} ({chosen.name}{guessed}); in {len(found.entries)} entries")
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
    verdict, _ = packages.verify(package.folder, package.metadata)
    known = (
        "SHA-256 verified" if verdict is packages.Verdict.VERIFIED else "its form checked, its hash not known"
    )
    click.echo(f"Installed {package.folder.name} ({known}); now run: chronology generate")


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


def _generate(settings: Settings, seeds: tuple[str, ...], no_download: bool, refresh: bool = False) -> Report:
    report = Report()
    with progress("Translation package") as fetched, progress("Seeds") as done:
        engines = ArgosEngines(not no_download, report.line, fetched, settings.pivot)
        for result in run_pipeline(settings, engines, seeds, done, refresh):
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
