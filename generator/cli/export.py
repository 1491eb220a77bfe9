"""`chronology export`: the whole chronology as Markdown for any renderer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.command import with_settings
from generator.cli.say import say
from generator.errors import InputError
from generator.model import Severity
from generator.settings import Settings


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@with_settings
def export(settings: Settings, folder: Path) -> None:
    """Write the whole chronology into FOLDER as Markdown for any other renderer.

    FOLDER/docs holds every page with its lists and links written out, and the data; FOLDER/mkdocs.yml
    is what MkDocs, with any theme, or Zensical builds it by. Neither needs this program.
    """
    from generator.publish.export import export_folder  # takes a moment to import

    exported = export_folder(settings, folder)
    for issue in exported.issues:
        say(str(issue), err=True)
    say(f"Wrote {exported.pages} pages into {folder / 'docs'}")
    say(f"Build: mkdocs build -f {folder / 'mkdocs.yml'}, or in {folder}: zensical build")
    if any(issue.severity is Severity.ERROR for issue in exported.issues):
        sys.exit(InputError.exit_code)
