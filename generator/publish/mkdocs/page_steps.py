"""The steps of a page in one build, as MkDocs' hooks call for them: from its file to its HTML."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.checks.bodies.body import body_of
from generator.checks.bodies.tangles import check_tangles
from generator.content.body import with_ids
from generator.content.files import read_text
from generator.content.library import as_issue
from generator.content.parsed import digest_of_text
from generator.errors import ChronologyError, InputError
from generator.model import Entry, Issue, Language, Record, Slug
from generator.publish.computed.site import Site
from generator.publish.data import feeds_of
from generator.publish.kept.rendered import RenderedPages
from generator.publish.kept.store import Kept
from generator.publish.mkdocs import part
from generator.publish.mkdocs.changes import Changes
from generator.publish.mkdocs.desk import IMAGES, Desk
from generator.publish.mkdocs.drafts import DRAFT
from generator.publish.mkdocs.later import Later
from generator.publish.mkdocs.page_texts import ABOUT_MARK, LISTS, MOVED, NOT_IN_INDEX, PageTexts
from generator.publish.mkdocs.part import Part
from generator.publish.mkdocs.policy import close_policy
from generator.publish.mkdocs.reader import Reader
from generator.publish.mkdocs.site_files import SiteFiles
from generator.publish.mkdocs.workers import make_again
from generator.publish.pages.lists import Pages
from generator.publish.pages.markdown import PageContext, SegmentExtension
from generator.publish.pages.page_source import PageSource, read_source

logger = get_plugin_logger("chronology")


@dataclass
class PageSteps:
    """Takes each page through a build; those of a site that the chronology is a part of stay as they are."""

    site: Site
    language: Language
    """Of the site."""
    place: Part
    files: SiteFiles
    pages: Pages
    texts: PageTexts
    desk: Desk
    kept: Kept
    changes: Changes
    extension: SegmentExtension
    config: MkDocsConfig
    """That our pages are made by."""
    broken: dict[str, Issue]
    """Pages that are not shown, and why; more of them turn out."""
    is_serving: bool
    keep_file: Callable[[str], bool]
    """Has a file of the site stay as it was written; tells whether it does."""
    rendered: RenderedPages | None = None
    """None: pages are made anew, for what else they may be made from is not known."""
    later: Later | None = None
    """None: all pages are gone through."""
    _read_as: dict[str, bytes | None] = field(default_factory=dict)
    """By page: a hash of what its file held when all that the page is made from was gathered."""
    _options: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By page: what its header says."""

    def __post_init__(self) -> None:
        self._theme_files = self.config.theme.get_env().loader
        self._reader = Reader(self.config)

    def is_by_itself(self, file: File) -> bool:
        """Tell whether a page is an entry's or a record's, so that no other is made of its text."""
        return _entry_slug(file.src_uri) in self.site.library.entries or self._record_of(file) is not None

    def may_wait(self, file: File) -> bool:
        """Tell whether nothing of a page is needed for another one, the site map or the search index."""
        if self.is_by_itself(file):
            return True
        if file.generated_by is not None:
            return _entry_slug(file.src_uri) not in self.site.library.moved
        try:
            text = read_text(Path(file.abs_src_path or ""), file.src_uri)
        except InputError:  # said where it is read
            return False
        return any(mark in text for mark in LISTS)

    def take(self, page: Page, files: Files) -> bool:
        """Fill in what others must know of a page that was made before; tell whether it was."""
        if not (self.rendered and self.rendered.take(page, files, partial(self._made_from, page))):
            return False
        self._date(page)
        return True

    def stands(self, page: Page, made_from: object) -> bool:
        """Tell whether the file of a page that was taken lies there as it would be written."""
        rendered, pages = self.rendered, self.pages.of_entries
        if not rendered or page.links_to_anchors or not isinstance(made_from, tuple):
            return False
        # Where its links lead to is looked at, and told, each time.
        before, counts = made_from
        is_same = before == rendered.output_from(page) and pages.are_still(counts)
        if is_same and self.keep_file(page.file.abs_dest_path):
            self.still(page)
            return True
        return False

    def still(self, page: Page) -> None:
        """Keep how a page that was taken is set, though it is not asked for."""
        if self.rendered:
            self.rendered.still(page)

    def begin(self, page: Page, files: Files) -> Page:
        """Take a page that was made before; have one that can't be rendered say so."""
        render, name = partial(page.render, self.config), self.files.name_of(page.file)
        if name is None:
            return page
        if self.take(page, files):
            page.read_source = page.render = _do_nothing  # type: ignore[method-assign, assignment]
            return page

        if self.rendered:
            render = partial(self._reader.render, page)

        def set_text() -> None:
            render(files)
            anchors = {*(page.present_anchor_ids or ()), *self.extension.context.anchors()}
            page.present_anchor_ids = self.rendered.anchors_of(anchors) if self.rendered else anchors  # type: ignore[assignment]

        def guarded(config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
            try:
                if self.rendered:
                    context = self.extension.context
                    told = context, digest_of_text(context.chronology)
                    self.rendered.render(page, told, files, set_text)
                else:
                    set_text()
            except Exception as error:  # whatever a page holds, it is that page's alone
                problem = f"can't be shown ({type(error).__name__}: {str(error)[:200]})"
                self._set_aside(page, InputError(self._place(page), problem, "mend its Markdown or HTML"))
                self.extension.context = PageContext()
                page.markdown = self.pages.broken(self.broken[name])
                render(files)
            # What it takes would be held of each page to the end.
            vars(page).pop("render", None)

        page.render = guarded  # type: ignore[method-assign]
        return page

    def _made_from(self, page: Page) -> object | None:
        """Return all that an entry's or a record's page is made from; None where that is not known.

        What stands on every page is not among it, nor are the site's address and what is for editors alone.
        """
        name, path = self.files.name_of(page.file), page.file.abs_src_path
        if name is None or name in self.broken or path is None or not self.is_by_itself(page.file):
            return None
        file = self._hash_of_file(page, path)
        if file is None:
            return None
        if entry := self._entry(page):
            around = self.texts.made_from(entry)
        elif record := self._record_of(page.file):
            around = self.pages.of_records.made_from(record)
        return file, page.file.dest_uri, self.files.missing(self.site), around

    def _hash_of_file(self, page: Page, path: str) -> bytes | None:
        """Return a hash of a page's file; None where the text does not tell all that the page shows of it."""
        known = self.kept.digest_of_file(self._entry(page) or self._record_of(page.file))
        read = partial(self._hash_of_text, Path(path), self._place(page))
        found = read() if known is None else self.kept.once("text", page.file.src_uri, known, read)
        if known not in (None, found):  # It was written since.
            return None
        self._read_as[page.file.src_uri] = found
        return found

    def _hash_of_text(self, path: Path, place: str) -> bytes | None:
        try:
            text = read_text(path, place)
        except InputError:  # said where the page is read
            return None
        return None if any(mark in text for mark in (*IMAGES, *LISTS)) else digest_of_text(text)

    def read(self, page: Page) -> str | None:
        """Read a page's file by our own reader; MkDocs sees no header."""
        name = self.files.name_of(page.file)
        if name is None:
            return None
        place = self._place(page)
        if name in self.broken:
            return ""
        try:
            path = page.file.abs_src_path if page.file.generated_by is None else None
            text = read_text(Path(path), place) if path else page.file.content_string
            if self.rendered and self._read_as.get(page.file.src_uri) not in (None, digest_of_text(text)):
                self.rendered.leave(page)
            source = self._read(text, place)
            # Of thousands of pages, what this theme does not show would be held to the end.
            is_known = self.rendered and self.is_by_itself(page.file)
            self._options[name] = dict(source.single_options if is_known else source.options)
            if path:
                self.desk.tell_mistakes(page.file.src_uri, self._written_in(page), text, source.issues)
        except InputError as error:
            self._set_aside(page, error)
            return ""
        # A blank line first: MkDocs takes `key: value` on the first line for a header, too.
        return f"\n{source.body}"

    def _read(self, text: str, place: str) -> PageSource:
        source, body = read_source(text, place, self._has_theme_file), body_of(text)
        if tangle := next(check_tangles(body), None):
            line = tangle.line + body.first_line
            raise InputError(f"{place}:{line}", f"can't be shown ({tangle.problem})", tangle.remedy)
        return source

    def fill_in(self, markdown: str, page: Page) -> str:
        """Fill in generated lists; set the title and the context of the Markdown extension."""
        self.extension.context = PageContext()
        name = self.files.name_of(page.file)
        if name is None:
            return markdown
        if self._is_taken(page):
            return markdown
        self._date(page)
        url_for = self.files.url_for(page)
        if slug := self.site.library.moved.get(_entry_slug(name)):
            return self.texts.move(page, slug, url_for)
        if broken := self.broken.get(name):
            page.meta = {"title": html.escape(page.file.name)}
            return self.pages.broken(broken)
        page.meta.update(self._options.pop(name, {}))
        if not self.place:
            page.meta["search"] = NOT_IN_INDEX
        if entry := self._entry(page):
            if not entry.source.seed:
                markdown = with_ids(markdown, entry.language)
            self.texts.entitle(page, entry.title, self.pages.of_entries.description(entry))
            self.extension.context = self.texts.context_of(entry, url_for)
        elif record := self._record_of(page.file):
            name_of_it = record.name_in(self.language)
            self.texts.entitle(page, name_of_it, self.pages.of_entries.in_short(record))
        # A worker needs the titles of such pages alone.
        if not self.kept.made or self.is_by_itself(page.file):
            address_of = partial(self.files.relative_url, page)
            markdown, chronology = self.texts.with_chronology(markdown, page, name, url_for)
            if chronology:
                self.extension.context = PageContext(chronology=chronology)
            markdown = self.texts.with_lists(markdown, url_for, address_of)
        if self.place:
            page.meta = part.options_in_part(page.meta)
        return markdown

    def entitle(self, content: str, page: Page) -> str:
        """Put an entry's or record's title above its own text; put all of it aside until it is set."""
        name = self.files.name_of(page.file)
        if name is None or name in self.broken or self._is_taken(page):
            return content
        if entry := self._entry(page):
            title = self.pages.of_entries.title(entry)
            content = f'{title}\n{ABOUT_MARK}\n<div class="entry-text">\n{content}\n</div>'
        elif record := self._record_of(page.file):
            head = self.pages.of_records.head(record, self.files.url_for(page))
            content = f"{head}\n{content}"
        if self.rendered:
            self.rendered.shelf.put(page.file.src_uri, content.encode("utf-8", "surrogatepass"))
            content = page.markdown = ""
        return content

    def bring(self, page: Page) -> None:
        """Give a page its text back, which the theme now sets."""
        text = self.rendered.shelf.take(page.file.src_uri) if self.rendered else None
        if text is not None:
            page.content = text.decode("utf-8", "surrogatepass")

    def surround(self, context: Any, page: Page, config: MkDocsConfig) -> Any:
        """Add what is about a page rather than in it."""
        name = self.files.name_of(page.file)
        if name is None:
            return context
        if self.rendered and self._is_taken(page):
            if self.rendered.is_whole(page):
                return context
            make_again(page, config, self.files.all)
            self.bring(page)
        url_for = self.files.url_for(page)
        if self.place:
            # The theme may have words of its own.
            feeds = part.feeds_in(self.place, feeds_of(self.site, self.language))
            style = self.place.path_of(part.STYLE)
            context |= {"_": self.pages.gettext, "feeds": feeds, "style": style}
        if broken := self.broken.get(name):
            if self.is_serving and page.file.generated_by is None:
                link = self.desk.way_to_mend(self._written_in(page), broken)
                page.content = link + (page.content or "")
            return context
        if self.is_serving:
            file = page.file.abs_src_path if page.file.generated_by is None else None
            note = self.desk.note(name, file, is_draft=page.meta.get(DRAFT) is True)
            page.content = note + (page.content or "")
        if entry := self._entry(page):
            opening, before, after, head = self.texts.around(entry, page.canonical_url or "", url_for)
            content = (page.content or "").replace(ABOUT_MARK, opening, 1)
            page.content = f"{before}\n{content}\n{after}"
            context["metadata"] = head
        elif record := self._record_of(page.file):
            page.content = (page.content or "") + self.pages.of_records.foot(record, url_for)
        return context

    def finish(self, output: str, page: Page) -> str:
        """Have a published page run no script but the theme's own; fill in what is filled in last."""
        if self.files.name_of(page.file) is None:
            return output
        if self.rendered:
            page.content = page.markdown = ""  # Nobody reads them again, and they are large.
            if self.later and (made_from := self.rendered.output_from(page)):
                self.later.note(page, (made_from, self.pages.of_entries.counts_in(output)))
        else:
            output = self.close(page, output)
        return self.pages.of_entries.with_counts(output)

    def close(self, page: Page, output: str) -> str:
        """Have a page run no script but the theme's own, unless editors look at it."""
        return output if self.is_serving else close_policy(output, page.content or "")

    def _date(self, page: Page) -> None:
        """Say of when a page is, for the site map."""
        # Nobody reads the site map of a served site.
        if self.config.site_url and not self.is_serving and (day := self.changes.day(self._written_in(page))):
            page.update_date = day

    def _is_taken(self, page: Page) -> bool:
        return self.rendered is not None and self.rendered.is_taken(page)

    def _set_aside(self, page: Page, error: ChronologyError) -> None:
        """Say what is wrong with a page; it will say so itself."""
        logger.warning("%s", error)
        self.broken[self.files.name_of(page.file) or ""] = as_issue(error)
        page.meta = {"title": html.escape(page.file.name)}

    def _has_theme_file(self, name: str) -> bool:
        if name == MOVED["template"]:  # it shows no text, only where an entry is now
            return False
        try:
            self._theme_files.get_source(None, name)  # type: ignore[union-attr, arg-type]
        except (TemplateNotFound, OSError, ValueError):
            return False
        return True

    def _entry(self, page: Page) -> Entry | None:
        return self.site.library.entries.get(_entry_slug(self.files.name_of(page.file) or ""))

    def _record_of(self, file: File) -> Record | None:
        folder, _, name = (self.files.name_of(file) or "").rpartition("/")
        is_record = folder == "records" and name.endswith(".md")
        return self.site.library.records.get(Slug(file.name)) if is_record else None

    def _written_in(self, page: Page) -> str:
        """Return the path inside content/ of a page's file, of another name where an edition has its own."""
        return self.files.written_in(page.file) or self.files.name_of(page.file) or ""

    def _place(self, page: Page) -> str:
        return f"content/{self._written_in(page)}"


def _do_nothing(*_: object) -> None:
    """Stand in for a step of a page that is made already."""


def _entry_slug(path: str) -> Slug:
    """Return the name of the entry whose page it would be; empty when it is none."""
    return Slug(path.removeprefix("entries/").removesuffix(".md") if path.startswith("entries/") else "")
