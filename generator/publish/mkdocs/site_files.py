"""The chronology's files among those that MkDocs builds a site from: which there are, and their addresses."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure import files as mkdocs_files
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from generator.checks.bodies import is_left_over
from generator.content.files import read_text
from generator.errors import InputError
from generator.model import Entry
from generator.publish.computed.site import Site
from generator.publish.computed.term_index import GLOSSARY
from generator.publish.mkdocs import part
from generator.publish.mkdocs.drafts import is_draft
from generator.publish.mkdocs.part import Part
from generator.publish.mkdocs.refused import Source, refused_sources
from generator.publish.pages.lists import Pages
from generator.publish.pages.marks import (
    CHRONOLOGY_MARK,
    DATA,
    DATA_MARK,
    EDITORS_MARK,
    EDITORS_PAGE,
    GLOSSARY_MARK,
    HOME,
    RECORDS_INDEX,
    RECORDS_MARK,
    SOURCES,
    SOURCES_MARK,
)
from generator.publish.pages.permalinks import permalink

MADE = ".generated"
"""The generator's own in content/: two or three files to an entry, which are never published."""

logger = get_plugin_logger("chronology")


def leave_out_made(config: MkDocsConfig) -> None:
    """Have MkDocs not list what the generator keeps, when it lists files next: it has no hook for that."""

    def walk(top: str, **options: Any) -> Iterator[tuple[str, list[str], list[str]]]:
        for place, folders, names in os.walk(top, **options):
            if place == config.docs_dir and MADE in folders:
                folders.remove(MADE)
            yield place, folders, names

    def listed(config: MkDocsConfig) -> Files:
        vars(build)["get_files"] = get_files
        vars(mkdocs_files)["os"] = SimpleNamespace(**{**vars(os), "walk": walk})
        try:
            return get_files(config)
        finally:
            vars(mkdocs_files)["os"] = os

    vars(build)["get_files"] = listed


class SiteFiles:
    """Adds to the files of a build what is generated, and takes out what is not published.

    `place`: where in the site the chronology is.
    """

    def __init__(self, files: Files, config: MkDocsConfig, place: Part, content: Path) -> None:
        self.all = files
        """Of the whole site."""
        self._config, self._part, self._content = config, place, content
        self._missing: list[str] | None = None
        self._seen_from: dict[tuple[str, bool, bool], dict[str, str]] = {}
        """By what pages of a folder share: addresses as seen from there."""

    def name_of(self, file: File) -> str | None:
        """Return a file's path inside content/; None where it is another site's that we are a part of."""
        return self._part.page_of(file.src_uri)

    def written_in(self, file: File) -> str | None:
        """Return the path inside content/ of what a file is made from; None where that is not in content/."""
        path = file.abs_src_path if file.generated_by is None else None
        if not path or not path.startswith(f"{self._content}{os.sep}"):
            return None
        return path[len(str(self._content)) + 1 :].replace(os.sep, "/")

    def names(self) -> set[str]:
        """Return the paths inside content/ of all files."""
        return {name for path in self.all.src_uris if (name := self._part.page_of(path))}

    def add_content(self) -> None:
        """Add the files of content/ to another site's, unless that has one at an address."""
        for name, path in part.files_of(self._content):
            file = self._generated(name, "")
            if self.all.get_file_from_path(file.src_uri) is None:
                # Made by nobody: it is a person's file, which lies elsewhere.
                file.generated_by = file._content = None
                file.abs_src_path, file.edit_uri = str(path), None
                self.all.append(file)
        self._add(part.STYLE, part.style_of_part())

    def refuse_unfit(self, broken: Collection[str]) -> None:
        """Leave out what can't be published, or a link in content/ leads to elsewhere.

        Args:
            broken: files of which that was said already.
        """
        files = {
            name: file
            for file in self.all
            if file.inclusion is not InclusionLevel.EXCLUDED and (name := self.name_of(file)) is not None
        }
        sources = [
            Source(
                name,
                file.abs_src_path if file.generated_by is None else None,
                file.dest_uri,
                file.is_documentation_page(),
            )
            for name, file in files.items()
        ]
        told: set[str] = set()
        for source, error in refused_sources(sources, self._content):
            if source.name not in broken and str(error) not in told:
                logger.warning("%s", error)
                told.add(str(error))
            self.all.remove(files[source.name])

    def refuse_unpublished(self, drafts: Collection[str], *, keeps_drafts: bool) -> None:
        """Leave out copies that editors and git left behind, and drafts.

        Args:
            drafts: entries and records that are known to be some.
            keeps_drafts: they are for the reader, who edits them.
        """
        for file in list(self.all):
            name = self.name_of(file)
            if name is None:
                continue
            if is_left_over(name.rpartition("/")[2]) or (not keeps_drafts and _is_draft(file, name, drafts)):
                self.all.remove(file)

    def add_generated(self, site: Site, pages: Pages, *, for_editors: bool) -> None:
        """Add the pages that have no file in content/; their lists are filled in when they are set."""
        gettext = pages.gettext
        for entry in site.library.entries.values():
            self._add_permalink(entry, pages)
        for year in site.timeline.years:
            self._add(f"years/{year.number}.md", _source(str(year.number)))
        if site.timeline.undated:
            self._add("years/undated.md", _source(gettext("Undated")))
        for old in site.library.moved:
            self._add(f"entries/{old}.md", "")
        lists = {
            HOME: _source(self._config.site_name, CHRONOLOGY_MARK),
            RECORDS_INDEX: _source(gettext("Records"), RECORDS_MARK),
            SOURCES: _source(gettext("Sources"), SOURCES_MARK),
            GLOSSARY: _source(gettext("Glossary"), GLOSSARY_MARK),
            DATA: _source(gettext("Data"), DATA_MARK),
        }
        self._add_lists(lists)
        if for_editors:
            self._add(EDITORS_PAGE, _source(gettext("For editors"), EDITORS_MARK))

    def missing(self, site: Site) -> list[str]:
        """Return the entries and records that have no page, and the glossary where it has none."""
        if self._missing is None:
            entries = (f"entries/{slug}.md" for slug in site.library.entries)
            records = (f"records/{slug}.md" for slug in site.library.records)
            paths = self.all.src_uris
            self._missing = [
                one for one in (*entries, *records, GLOSSARY) if self._part.path_of(one) not in paths
            ]
        return self._missing

    def url_for(self, page: Page) -> Callable[[str], str]:
        """Return what gives the address of a file of content/, or of the theme, as seen from a page."""
        folder, _, name = page.url.removesuffix("/").rpartition("/")
        # From all pages of a folder what lies beside them has one address.
        known = self._seen_from.setdefault((folder, page.url.endswith("/"), "." in name), {})

        def url_for(path: str) -> str:
            # Files of the theme are the whole site's.
            file = self.all.src_uris.get(self._part.path_of(path)) or self.all.src_uris.get(path)
            if file is None or file.url.startswith(page.url):
                return get_relative_url(file.url, page.url) if file else "#"
            if file.url not in known:
                known[file.url] = get_relative_url(file.url, page.url)
            return known[file.url]

        return url_for

    def relative_url(self, page: Page, path: str) -> str:
        """Return the address of what is written beside the pages as seen from one."""
        return get_relative_url(self._part.path_of(path), page.url)

    def url_from_root(self, path: str) -> str:
        """Return the address of a page as seen from the chronology's first one."""
        file = self.all.get_file_from_path(self._part.path_of(path))
        return file.url[len(self._part.prefix) :] if file else ""

    def _add_permalink(self, entry: Entry, pages: Pages) -> None:
        path = permalink(entry)
        page = self.all.src_uris.get(self._part.path_of(f"entries/{entry.slug}.md"))
        if path and page:
            leads_to = get_relative_url(page.url, self._part.path_of(path))
            self._add(path, pages.of_entries.permalink_page(entry, leads_to))

    def _add(self, path: str, text: str) -> None:
        if self._part.path_of(path) not in self.all.src_uris:
            self.all.append(self._generated(path, text))

    def _add_lists(self, lists: Mapping[str, str]) -> None:
        """Add pages, unless editors have one at such an address, whatever file that is made from."""
        taken = {file.dest_uri for file in self.all}
        for path, markdown in lists.items():
            page = self._generated(path, markdown)
            if page.dest_uri not in taken:
                self.all.append(page)

    def _generated(self, path: str, text: str) -> File:
        file = File.generated(self._config, self._part.path_of(path), content=text)
        if self._part and (self._config.nav or not self._part.is_in_menu(path)):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return file


def _is_draft(file: File, name: str, known: Collection[str]) -> bool:
    """Tell whether a page is not to be published; of entries and records it is known."""
    if name in known:
        return True
    is_published = file.inclusion.is_included() and file.is_documentation_page()  # type: ignore[no-untyped-call]
    if not is_published or name.startswith(("entries/", "records/")):
        return False
    if file.generated_by is not None or not file.abs_src_path:
        return False
    try:
        return is_draft(read_text(Path(file.abs_src_path), file.src_uri))
    except InputError:  # said where the page is read
        return False


def _source(title: str, mark: str = "") -> str:
    """Return the source of a generated page."""
    return f"---\nhide: [navigation]\n---\n\n# {title}\n\n{mark}\n"
