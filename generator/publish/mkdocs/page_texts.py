"""What the chronology's pages are set with: their titles and lists, and all around an entry's text."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from mkdocs.structure.pages import Page

from generator.content.library import load_dropped
from generator.content.paths import ContentPaths
from generator.content.translation_state import reviewer_of_all, state_labels
from generator.errors import ChronologyError
from generator.messages import N_
from generator.model import DroppedLine, Entry, Language, Slug
from generator.publish.computed.site import Site
from generator.publish.computed.term_index import GLOSSARY
from generator.publish.data import listed_files
from generator.publish.data.structured_data import structured_data
from generator.publish.kept.store import Kept, digest_of, stamp_of
from generator.publish.mkdocs.desk import Desk, Logger
from generator.publish.pages.entry_pages import UrlFor
from generator.publish.pages.lists import Pages
from generator.publish.pages.markdown import PageContext, PageLink
from generator.publish.pages.marks import (
    CHRONOLOGY_MARK,
    DATA_MARK,
    EDITORS_MARK,
    GLOSSARY_MARK,
    RECORDS_MARK,
    SOURCES_MARK,
)

FIRST_ENTRY = N_("Make the first one: `chronology add ADDRESS-OR-FILE`.")
NOT_IN_INDEX = {"exclude": True}
"""What the header of a page says that the theme's own search index is not to hold, which nothing reads."""
MOVED = {"template": "moved.html", "search": NOT_IN_INDEX}
"""Options of a page at the address that an entry had."""
ABOUT_MARK = "<!-- about this entry -->"
ALONE = re.compile(rf"(?:(?!```|~~~)[^<])*\n[ \t]*\n{CHRONOLOGY_MARK}\s*")
"""A page without HTML and code that ends with the mark."""
LISTS = (CHRONOLOGY_MARK, RECORDS_MARK, SOURCES_MARK, GLOSSARY_MARK, DATA_MARK, EDITORS_MARK)
"""What stands in a page for a list that is made of the whole site."""


class PageTexts:
    """Puts what the site computed into pages as MkDocs sets them.

    Args:
        site: of this build.
        pages: that word it.
        language: of the site.
        paths: of the files in content/.
        kept: what was made before.
        desk: where editors are told things; None: the site is for readers.
        logger: is told what can't be read.
    """

    def __init__(
        self,
        site: Site,
        pages: Pages,
        language: Language,
        paths: ContentPaths,
        kept: Kept,
        desk: Desk | None,
        logger: Logger,
    ) -> None:
        self._site, self._pages, self._language = site, pages, language
        self._paths, self._kept, self._desk, self._logger = paths, kept, desk, logger
        self._unread: set[str] = set()
        """Seeds of which it was said that the lines which cleaning took out can't be read."""

    def move(self, page: Page, slug: Slug, url_for: UrlFor) -> str:
        """Have a page at an entry's former address lead to it; return its Markdown."""
        leads_to = url_for(f"entries/{slug}.md")
        page.meta = {**MOVED, "title": self._pages.gettext("Moved"), "leads_to": leads_to}
        # Else the site map would name it.
        page.canonical_url = page.abs_url = None
        # For links to a paragraph, which are checked; the template shows none of it.
        return "".join(f'<i id="{one.id}"></i>' for one in self._site.library.entries[slug].segments)

    def entitle(self, page: Page, title: str, description: str) -> None:
        """Give a page its title and description."""
        # The theme writes titles unescaped in many places, so what it gets is safe already.
        page.meta["title"] = html.escape(title)
        page.meta["start"] = "start"
        if description and not page.meta.get("description"):
            page.meta["description"] = description
        if "description" in page.meta:
            page.meta["description"] = html.escape(str(page.meta["description"]))
        page.meta.setdefault("hide", ["navigation", "toc"])

    def context_of(self, entry: Entry, url_for: UrlFor) -> PageContext:
        """Return what setting an entry's paragraphs needs to know."""
        site, slug = self._site, entry.slug
        records = {
            record.slug: PageLink(url_for(f"records/{record.slug}.md"), record.name_in(self._language))
            for record in site.records_in(entry)
        }
        return PageContext(
            states=site.states[slug],
            mentions=site.mentions[slug],
            records=records,
            terms=self._pages.of_entries.terms_in(entry),
            glossary=url_for(GLOSSARY),
            language=self._language,
            labels=state_labels(site.library.history(entry), site.states[slug]),
            doubts=site.doubts[slug],
            confidences=site.confidences[slug],
        )

    def around(self, entry: Entry, page_url: str, url_for: UrlFor) -> list[str]:
        """Return what stands between an entry's title and its text, above both, below, and in the head."""
        pages, dropped = self._pages.of_entries, self._dropped(entry)
        opening = pages.opening(entry, url_for) + (pages.conflicts(entry) if self._desk else "")
        data = structured_data(
            entry,
            reviewer_of_all(self._site.library.history(entry), self._site.states[entry.slug]),
            self._site.records_in(entry),
            pages.description(entry),
            page_url,
        )
        below = (pages.foot(entry, dropped, url_for), pages.notes(entry, dropped, url_for), data)
        head = pages.metadata(entry, page_url)
        return [opening, pages.crumb(entry, url_for), "\n".join(below), head]

    def made_from(self, entry: Entry) -> tuple[object, ...]:
        """Return what an entry's text and all around it are made from, besides its file and addresses."""
        site, slug = self._site, entry.slug
        return (
            *self._pages.of_entries.made_from(entry),
            *(self._hash_of_dropped(entry), site.mentions[slug], site.doubts[slug], site.confidences[slug]),
        )

    def with_chronology(self, markdown: str, page: Page, name: str, url_for: UrlFor) -> tuple[str, str]:
        """Return a page's Markdown, and the chronology for its place in there; empty where it has none.

        It is HTML, which would take long to be read as Markdown and stay what it is.
        """
        pages = self._pages
        if name.startswith("years/") and page.file.generated_by:
            page.meta.update(title=page.title, hide=["navigation", "toc"])
            return (
                f"{pages.way_back(url_for)}\n\n{markdown}\n\n{CHRONOLOGY_MARK}",
                self._year(name, url_for),
            )
        if CHRONOLOGY_MARK not in markdown:
            return markdown, ""
        # The timeline leads where a table of contents would.
        page.meta["hide"] = ["navigation", "toc"]
        chronology = pages.of_chronology.whole(url_for)
        if self._site.library.entries and ALONE.fullmatch(markdown):
            return markdown, chronology
        is_first = self._desk and not self._site.library.entries
        first = f" {pages.gettext(FIRST_ENTRY)}" if is_first else ""
        return markdown.replace(CHRONOLOGY_MARK, chronology + first), ""

    def with_lists(self, markdown: str, url_for: UrlFor, address_of: UrlFor) -> str:
        """Fill in the other lists of a page.

        `address_of`: gives addresses of files beside the pages.
        """
        pages = self._pages
        if RECORDS_MARK in markdown:
            return markdown.replace(RECORDS_MARK, pages.records_index(url_for))
        if SOURCES_MARK in markdown:
            return markdown.replace(SOURCES_MARK, pages.sources(url_for))
        if GLOSSARY_MARK in markdown:
            return markdown.replace(GLOSSARY_MARK, pages.glossary())
        if DATA_MARK in markdown:
            listed = listed_files(self._site, self._language)
            return markdown.replace(DATA_MARK, pages.data(listed, address_of))
        if self._desk and EDITORS_MARK in markdown:
            return markdown.replace(EDITORS_MARK, self._desk.list_to_do(url_for))
        return markdown

    def _year(self, name: str, url_for: UrlFor) -> str:
        number = name.removeprefix("years/").removesuffix(".md")
        pages = self._pages.of_chronology
        return pages.year(int(number), url_for) if number.isdecimal() else pages.undated(url_for)

    def _dropped(self, entry: Entry) -> tuple[DroppedLine, ...] | None:
        """Return what cleaning took out; None where that is not known."""
        seed = entry.source.seed
        with self._telling(seed):
            return load_dropped(self._paths, seed) if os.path.lexists(self._paths.cleaning(seed)) else None
        return None

    def _hash_of_dropped(self, entry: Entry) -> bytes | None:
        """Return a hash of it: of ten thousand entries it would fill much memory."""
        seed = entry.source.seed
        load: Any = partial(load_dropped, self._paths, seed)
        with self._telling(seed):
            stamp = stamp_of(self._paths.cleaning(seed))
            return self._kept.once("dropped", seed, stamp, lambda: digest_of(stamp is None, load()))
        return None

    @contextmanager
    def _telling(self, seed: str) -> Iterator[None]:
        """Say once of a seed what is wrong with the list of its lines that were taken out."""
        try:
            yield
        except ChronologyError as error:
            if seed not in self._unread:
                self._logger.warning("%s", error)
            self._unread.add(seed)
