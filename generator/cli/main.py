"""The command line: `chronology add | generate | build | status | check | resolve | review | new | …`."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import click

from generator import __version__
from generator.cli.command import EXIT_CODES, Invocation, logging_to
from generator.cli.lazy_group import LazyGroup, Place

COMMANDS = {
    "add": Place("add", "Put pages or texts into seeds/ as they are, and make their entries."),
    "alternatives": Place(
        "alternatives", "Show how else the engine would put the sentences of ENTRY, for its editor."
    ),
    "build": Place("generate", "Build the site into site/ with MkDocs; any warning fails the build."),
    "check": Place("entries", "List everything an editor should look at: place, problem, remedy."),
    "dates": Place("dates", "Show the dates of the text in FILE, and what each means."),
    "diff": Place("diff", "Show what of ENTRY was changed by hand, the machine's text above the editor's."),
    "export": Place("export", "Write the whole chronology into FOLDER as Markdown for any other renderer."),
    "generate": Place("generate", "Turn seeds into entries; all of them, or the ones named."),
    "exchange": Place(
        "exchange", "Exchange titles and paragraphs with translation programs, as PO and XLIFF."
    ),
    "memory": Place("memory", "Exchange the translation memory with other programs, as TMX."),
    "model": Place("models", "Manage the packages that translate offline."),
    "new": Place("new", "Begin a chronology in FOLDER; or an entry of your own, a record, a seed."),
    "rename": Place(
        "rename",
        "Give ENTRY another NAME; links and `related` follow, and its old address leads to the new one.",
    ),
    "resolve": Place(
        "resolve", "Decide where you and the source of ENTRY changed the same paragraph or key."
    ),
    "review": Place(
        "review",
        "Mark the translations of entries as reviewed; ENTRY is a file in content/entries or its name.",
    ),
    "schema": Place(
        "schema", "Print the JSON Schema of WHAT: entry, record (their front matter), terms, or sidecar."
    ),
    "serve": Place("generate", "Show the site in the browser while you edit; Ctrl-C ends it."),
    "status": Place("status", "List the entries: date, language, translation, source; one line each."),
    "terms": Place("terms", "Exchange the term base with other programs, as CSV and TBX."),
}

HELP = """Turn source documents in seeds/ into an annotated bilingual chronology.

\b
A first run:
  0. chronology new FOLDER   begins a chronology; go into that folder
  1. put a text or a page into seeds/ (.txt, .html), or: chronology add URL-OR-FILE
  2. chronology generate     writes content/entries/<date>-<title>.md
  3. edit that file as you like; a later run keeps what you wrote
  4. chronology check        says what still wants a look
  5. chronology build        builds the site into site/

While you edit, `chronology serve` shows the site in the browser and follows every change.
"""


@click.group(
    cls=LazyGroup,
    places=COMMANDS,
    help=HELP,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="chronology")
@click.option(
    "--project",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="The chronology's folder (where pyproject.toml is); else the current one or the nearest above.",
)
@click.option("-v", "--verbose", is_flag=True, help="Show what is done, with the tracebacks of failures.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@click.pass_context
def main(context: click.Context, project: Path | None, verbose: bool, quiet: bool) -> None:  # noqa: ARG001 - `say` looks at quiet
    """Turn source documents in seeds/ into an annotated bilingual chronology."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal of another encoding shows what it has no letter for as an escape.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    from generator.settings import find_project  # --help needs none

    folder = project.resolve() if project else find_project(Path.cwd())
    failures = context.with_resource(logging_to(folder / ".cache", verbose))
    context.obj = Invocation(folder, failures)
