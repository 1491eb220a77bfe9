"""`chronology add`: a page or a text becomes a seed, with a sidecar and an entry."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.command import with_settings
from generator.cli.generate import run_generate
from generator.cli.report import Report
from generator.cli.say import say
from generator.content.library import as_issue
from generator.errors import ChronologyError, InputError, os_error_as
from generator.generate.add_seed import Document, add_seed
from generator.generate.fetch_page import fetch_page
from generator.generate.seeds import PAGE_PER_TEXT, place_of
from generator.generate.sidecar import load_sidecar, sidecar_path
from generator.model import Issue, Severity
from generator.settings import Settings
from generator.web_address import EXAMPLE, web_address

STANDARD_INPUT = "-"


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="URL-OR-FILE...")
@click.option("--url", metavar="URL", help="Where a file, or standard input, is from.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine or a private network, too.")
@click.option("--no-download", is_flag=True, help="Do not fetch a missing translation package.")
@with_settings
def add(
    settings: Settings, sources: tuple[str, ...], url: str | None, allow_private: bool, no_download: bool
) -> None:
    """Put pages or texts into seeds/ as they are, and make their entries.

    A web address is fetched (nothing it embeds is), a file copied; - reads standard input. Of these two say
    with --url where they are from: often only the address tells the publisher. The sidecar beside the seed
    says where it is from, when it was fetched, and who published it when, as far as the page says.
    """
    if url and not web_address(url):
        raise InputError(f"--url {url}", "is no address of http or https", f"give one such as {EXAMPLE}")
    report = Report()
    names = []
    for source in sources:
        try:
            document = _document(source, settings, url, allow_private)
            names.append(_add(document, settings, report))
        except ChronologyError as error:
            report.add(as_issue(error))
    generated = run_generate(settings, tuple(names), no_download) if names else None
    if generated:
        say(generated.summary())
    sys.exit(max(report.exit_code, generated.exit_code if generated else 0))


def _add(document: Document, settings: Settings, report: Report) -> str:
    added = add_seed(document, settings, date.today())
    verb, place = "added" if added.is_new else "there already", place_of(added.path)
    say(f"{verb:<10} {document.origin} → {place}")
    sidecar = place_of(sidecar_path(added.path))
    if not added.is_new and document.url not in ("", load_sidecar(sidecar_path(added.path), sidecar).url):
        remedy = f"if it is from there, write into it: url: {document.url}"
        report.add(Issue(Severity.WARNING, sidecar, "is there already, and has not this address", remedy))
    if not added.says_where_from:
        remedy = f"add it again with --url ADDRESS, or write `publisher:` or `url:` into {sidecar}"
        report.add(Issue(Severity.NOTE, place, "it does not say who published it, or where", remedy))
    return added.path.name


def _document(source: str, settings: Settings, url: str | None, allow_private: bool) -> Document:
    most = PAGE_PER_TEXT * settings.max_seed_bytes  # of either kind: which it is shows when it is read
    if source == STANDARD_INPUT:
        data = sys.stdin.buffer.read(most + 1)
        return Document("standard input", data, url=url or "")
    if "://" in source:
        page = fetch_page(source, most, allow_private=allow_private, tell=say)
        return Document(page.url, page.data, page.content_type, url=page.url)
    path = Path(source)
    if not path.is_file():
        problem = "is a folder" if path.is_dir() else "no such file"
        raise InputError(source, problem, "give a file, or an address with https://")
    with os_error_as(InputError, source, "can't be read", "check the file"), path.open("rb") as file:
        data = file.read(most + 1)
    return Document(source, data, name=path.name, url=url or "")
