"""`chronology generate` and `chronology build`: from seeds to entries, from entries to the site."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.cli.arguments import complete_seed
from generator.cli.command import with_settings
from generator.cli.report import Report, progress, table
from generator.cli.say import counted, say
from generator.content.library import as_issue
from generator.content.lock import writing_into
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError, InputError
from generator.generate.draft import Draft
from generator.generate.pipeline import generate as run_pipeline
from generator.generate.seeds import list_seeds, no_such_seed
from generator.generate.workers import WorkIn, workers
from generator.publish.kept.store import FILE, PARSED, Store, forget, program_digest
from generator.publish.mkdocs.build import build_site
from generator.settings import Settings
from generator.translate.engines import ArgosEngines


@click.command()
@click.argument("seeds", nargs=-1, metavar="[SEED]...", shell_complete=complete_seed)
@click.option("--explain", is_flag=True, help="Print what cleaning keeps and drops, and why; write nothing.")
@click.option("--no-download", is_flag=True, help="Do not fetch a missing translation package.")
@click.option(
    "--refresh",
    is_flag=True,
    help="Translate again what another package translated than is installed now; "
    "what persons wrote or reviewed stays.",
)
@click.option(
    "--restore",
    is_flag=True,
    help="Write entries again that were deleted; those of the seeds named are in any case.",
)
@click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="Have a Dask cluster read the seeds: tcp://host:8786. "
    "Its machines see this folder under the same path.",
)
@with_settings
def generate(
    settings: Settings,
    seeds: tuple[str, ...],
    explain: bool,
    no_download: bool,
    refresh: bool,
    restore: bool,
    scheduler: str,
) -> None:
    """Turn seeds into entries; all of them, or the ones named.

    What you edited in an entry stays. A seed that can't be used is named with a remedy and the
    others go on.
    """
    if explain:
        _explain(settings, seeds)
        return
    report = run_generate(settings, seeds, no_download, refresh, restore, scheduler)
    say(report.summary())
    sys.exit(report.exit_code)


@click.command()
@click.option("--generate", "first", is_flag=True, help="Generate entries from all seeds first.")
@click.option("--no-download", is_flag=True, help="Do not fetch a missing translation package.")
@click.option("--clean", is_flag=True, help="Make every page anew, whatever is kept of the build before.")
@with_settings
def build(settings: Settings, first: bool, no_download: bool, clean: bool) -> None:
    """Build the site into site/ with MkDocs; any warning fails the build."""
    report = run_generate(settings, (), no_download) if first else None
    if clean:
        forget(settings.cache)
    entries = counted(
        sum(1 for _ in ContentPaths(settings.content).entries.rglob("*.md")), "entry", "entries"
    )
    anew = "" if (settings.cache / FILE).exists() else "; each is read anew, its translations are checked"
    say(f"Building the site of {entries}{anew}")
    mistakes = build_site(settings)
    if report:
        say(report.summary())
    say(f"Site: {settings.site} ({mistakes or 'nothing'} to mend)")
    say("Open: chronology serve, or python3 -m http.server -d site 8000, then http://localhost:8000/")
    sys.exit(report.exit_code if report else 0)


@click.command()
@click.option("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="Else 127.0.0.1:8000.")
@with_settings
def serve(settings: Settings, address: str) -> None:
    """Show the site in the browser while you edit; Ctrl-C ends it.

    It is `mkdocs serve`: every change shows as soon as it is saved, drafts and what is left to do, too.
    """
    from generator.publish.mkdocs.live import serve as serve_site  # MkDocs takes long to import

    serve_site(settings.root, address)


def run_generate(
    settings: Settings,
    seeds: tuple[str, ...],
    no_download: bool,
    refresh: bool = False,
    restore: bool = False,
    scheduler: str = "",
) -> Report:
    """Generate, reporting line by line; the closing summary is left to the caller."""
    report = Report()
    with (
        writing_into(settings.content),
        progress("Translation package") as fetched,
        progress("Seeds") as done,
    ):
        engines = ArgosEngines(
            not no_download, report.line, fetched, settings.pivot, settings.package_versions, settings.cache
        )
        work_in = _in_cluster(scheduler) if scheduler else workers
        with closing(Store(settings.cache / PARSED, program_digest())) as kept:
            parsed = Parsed(kept)
            for result in run_pipeline(settings, engines, seeds, done, refresh, restore, work_in, parsed):
                report.add(result)
    return report


def _in_cluster(scheduler: str) -> WorkIn:
    from generator.generate.cluster import cluster

    return partial(cluster, scheduler)


def _explain(settings: Settings, seeds: tuple[str, ...]) -> None:
    from generator.generate.clean import sort_lines
    from generator.generate.header import read_header
    from generator.generate.read import read

    report = Report()
    available = {path.name: path for path in list_seeds(settings.seeds)}
    for name in [Path(seed).name for seed in seeds] or available:
        try:
            if name not in available:
                raise InputError(*no_such_seed(name, available))
            draft = read(available[name], settings.seeds, settings.max_seed_bytes)
            draft = read_header(sort_lines(draft), settings.publishers, date.today())
        except ChronologyError as error:
            report.add(as_issue(error))
        else:
            _explain_one(draft)
    sys.exit(report.exit_code)


def _explain_one(draft: Draft) -> None:
    say(f"{draft.seed}: {len(draft.kept)} lines kept, {len(draft.dropped)} dropped")
    rows = [(line.number, "keep", str(line.role), line.text) for line in draft.kept]
    if draft.headline:
        rows.append((draft.headline.number, "keep", "headline", draft.headline.text))
    rows += [(line.number, "drop", line.rule, line.text) for line in draft.dropped]
    say(table((str(n), verdict, rule, text[:100]) for n, verdict, rule, text in sorted(rows)))
    for reason in draft.header:
        say(reason)
