"""Writes the export: `docs/` with all pages and data, and a `mkdocs.yml` that any theme can be put into."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.checks.bodies import is_left_over
from generator.content.files import read_text, write_text
from generator.content.library import load_library
from generator.content.memory import load_memory
from generator.content.paths import ContentPaths
from generator.data_files import parse_yaml
from generator.errors import InputError, WriteError, os_error_as
from generator.messages import messages_in
from generator.model import Issue, Severity
from generator.publish.computed.edition import edition_of
from generator.publish.computed.site import Site, compute_site
from generator.publish.computed.term_index import GLOSSARY
from generator.publish.data import Origin, listed_files, write_data
from generator.publish.export.pages import MarkdownPages, as_markdown
from generator.publish.mkdocs.drafts import is_draft, without_drafts
from generator.publish.mkdocs.part import files_of
from generator.publish.mkdocs.refused import Source, refused_sources
from generator.publish.mkdocs.set_up import ABOUT, MENU, is_shown
from generator.publish.pages import marks
from generator.publish.pages.citation import citation_of
from generator.settings import Settings

CONFIG, DOCS, STYLE = "mkdocs.yml", "docs", "assets/segments.css"
TOLD = ("site_url", "site_description", "copyright")
FIRST_LINE = "# Written by `chronology export`, which replaces docs/ and leaves this file as it is."
"""Tells a folder that may be written to again."""
EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")
PAGE = ".md"
DETAILS, DETAILS_MARK = "pymdownx.details", re.compile(r"^ *\?\?\?", re.MULTILINE)
"""Comes with Material and Zensical, not with Markdown: listed where a page needs it."""


@dataclass(frozen=True)
class Exported:
    """What was written, and what was left out."""

    pages: int
    issues: tuple[Issue, ...]


def export_folder(settings: Settings, folder: Path) -> Exported:
    """Write the whole chronology as Markdown.

    `folder`: that is not there yet, is empty, or holds an earlier export.

    Raises:
        InputError: the folder holds something else, or lies in content/.
        WriteError: the disk.
    """
    _check(folder, settings.content)
    library = load_library(settings.content, settings.topic)
    published = without_drafts(library)
    site = compute_site(published, settings, load_memory(ContentPaths(settings.content).memory))
    told, unread = _told_of_the_site(settings.root)
    name = told.get("site_name") or settings.root.name
    pages = MarkdownPages(site, settings.language, settings.topic.kinds.values(), name)
    # A page that an editor has at an address of ours stays.
    texts = {**_made(site, pages), **_lists(site, pages, settings, _own_pages(settings, name))}
    docs = folder / DOCS
    with os_error_as(WriteError, docs, "can't be written", "free space or mend rights, run again"):
        if docs.exists():
            shutil.rmtree(docs)
        for path in _copied(settings.content):
            target = docs / path.relative_to(settings.content)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    for page, text in texts.items():
        write_text(docs / page, text)
    write_text(docs / STYLE, read_text(Path(__file__).with_name("segments.css"), STYLE))
    home = f"{told['site_url'].rstrip('/')}/" if "site_url" in told else ""
    origin = Origin(
        site,
        settings.language,
        name,
        told.get("site_description", ""),
        home,
        lambda path: f"{path.removesuffix('.md')}/",
        lambda entry: citation_of(entry, name, f"{home}entries/{entry.slug}/" if home else ""),
    )
    kept = {path.relative_to(settings.content).as_posix() for path in _copied(settings.content)}
    write_data(docs, origin, kept)
    if not (folder / CONFIG).exists():
        write_text(folder / CONFIG, _config(told, name, settings, texts))
    return Exported(len(texts), (*library.issues, *unread))


def _check(folder: Path, content: Path) -> None:
    """Refuse a folder that holds what is not ours."""
    # `resolve` of Path fails where a link leads to itself.
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(content)):
        raise InputError(str(folder), "is in content/", "export into a folder beside it")
    config = folder / CONFIG
    is_ours = config.is_file() and read_text(config, CONFIG).startswith(FIRST_LINE)
    if folder.exists() and not is_ours and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(str(folder), "holds something else", "export into a new folder")


def _told_of_the_site(root: Path) -> tuple[dict[str, str], tuple[Issue, ...]]:
    """Return what mkdocs.yml says in words, and what is wrong where it can't be read by itself."""
    try:
        told = parse_yaml(read_text(root / CONFIG, CONFIG), CONFIG)
    except InputError as error:
        remedy = f"write site_name and site_url into {CONFIG} of the export"
        return {}, (Issue(Severity.WARNING, error.place, error.problem, remedy),)
    return {key: value for key, value in told.items() if isinstance(value, str)}, ()


def _published(content: Path) -> Iterator[Path]:
    """Return the files of content/ that are published."""
    found = list(files_of(content))
    sources = (Source(name, str(path), name, path.suffix == PAGE) for name, path in found)
    refused = {source.path for source, _ in refused_sources(sources, content)}
    return (path for _, path in found if str(path) not in refused and not is_left_over(path.name))


def _copied(content: Path) -> Iterator[Path]:
    return (path for path in _published(content) if path.suffix != PAGE)


def _own_pages(settings: Settings, name: str) -> dict[str, str]:
    """Return the pages that editors wrote besides entries and records; there is always a first one."""
    content, codes = settings.content, settings.editions
    pages = {marks.HOME: f"# {as_markdown(name)}\n\n{marks.CHRONOLOGY_MARK}\n"}
    for path in _published(content):
        page = path.relative_to(content).as_posix()
        is_record = path.parent == content / "records" and page != marks.RECORDS_INDEX
        is_other = page.startswith("entries/") or is_record or edition_of(page, codes)
        if path.suffix == PAGE and not is_other:
            text = read_text(path, page)
            if not is_draft(text):
                pages[page] = text
    return pages


def _lists(site: Site, pages: MarkdownPages, settings: Settings, own: dict[str, str]) -> dict[str, str]:
    """Return the pages of editors with lists where they are marked, and the lists that are in none."""
    words = messages_in(settings.language).gettext
    listed = listed_files(site, settings.language)
    makers = {
        marks.CHRONOLOGY_MARK: ("", "", pages.chronology),
        marks.RECORDS_MARK: (marks.RECORDS_INDEX, words("Records"), pages.records_index),
        marks.SOURCES_MARK: (marks.SOURCES, words("Sources"), pages.sources),
        marks.GLOSSARY_MARK: (GLOSSARY, words("Glossary"), pages.glossary),
        marks.DATA_MARK: (marks.DATA, words("Data"), lambda page: pages.data(page, listed)),
    }
    for mark, (page, title, _) in makers.items():
        if page and page not in own and f"{page.removesuffix(PAGE)}/index.md" not in own:
            own[page] = f"# {title}\n\n{mark}\n"
    for mark, (_, _, make) in makers.items():
        own |= {page: text.replace(mark, make(page)) for page, text in own.items() if mark in text}
    return own


def _made(site: Site, pages: MarkdownPages) -> dict[str, str]:
    """Return the pages of entries, records and years."""
    library, timeline = site.library, site.timeline
    made = {f"entries/{slug}.md": pages.entry(entry) for slug, entry in library.entries.items()}
    made |= {f"records/{slug}.md": pages.record(record) for slug, record in library.records.items()}
    made |= {f"years/{year.number}.md": pages.year(year) for year in timeline.all_years if year.entries}
    if timeline.undated:
        made["years/undated.md"] = pages.undated()
    return made | {
        f"entries/{old}.md": pages.moved(old, library.entries[slug]) for old, slug in library.moved.items()
    }


def _config(told: dict[str, str], name: str, settings: Settings, texts: dict[str, str]) -> str:
    """Return the settings of the exported site."""
    words = messages_in(settings.language).gettext
    menu = [(title, page) for title, page in (*MENU, ABOUT) if is_shown(settings.content, page)]
    rows = [
        FIRST_LINE,
        f"site_name: {_quoted(name)}",
        *(f"{key}: {_quoted(told[key])}" for key in TOLD if key in told),
        "nav:",
        *(f"  - {_quoted(words(title))}: {page}" for title, page in menu if page in texts),
        "markdown_extensions:",
        *(f"  - {extension}" for extension in EXTENSIONS),
        *([f"  - {DETAILS}"] if any(map(DETAILS_MARK.search, texts.values())) else []),
        "# Original and translation side by side, where the program that wrote this is installed:",
        "#  - chronology",
        f"# extra_css: [{STYLE}]",
        "validation:",
        "  nav:",
        "    omitted_files: ignore",
    ]
    return "\n".join(rows) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
