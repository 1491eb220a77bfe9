"""The MkDocs plugin: a thin adapter that hands what `publish` computes to MkDocs.

With `mkdocs_folder` and `mkdocs_workers` the only one that imports MkDocs. Hooks run in this order.
"""

from __future__ import annotations

import html
import logging
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, TemplateNotFound
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url
from mkdocs.utils.yaml import yaml_load

from generator.checks.bodies import is_left_over
from generator.checks.bodies.body import body_of
from generator.checks.bodies.tangles import check_tangles
from generator.checks.references import dangling_links
from generator.content.body import with_ids
from generator.content.conflicts import conflict_issue
from generator.content.files import read_text
from generator.content.library import as_issue, load_dropped, load_library
from generator.content.memory import Memory, load_memory
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths
from generator.content.translation_state import state_labels
from generator.errors import ChronologyError, InputError, SettingsError
from generator.messages import N_, messages_in
from generator.model import DroppedLine, Entry, Language, Record, Slug
from generator.publish.computed.edition import library_in
from generator.publish.computed.site import Site, compute_site
from generator.publish.computed.term_index import GLOSSARY
from generator.publish.data import Origin, feeds_of, listed_files, write_data
from generator.publish.data.structured_data import structured_data
from generator.publish.kept.garbage import Garbage
from generator.publish.kept.in_place import Write
from generator.publish.kept.rendered import OUTPUT, CompiledTemplates, RenderedPages
from generator.publish.kept.store import FILE, Kept, digest_of, program_digest, stamp_of, texts
from generator.publish.mkdocs import editions, part
from generator.publish.mkdocs.aside import Aside
from generator.publish.mkdocs.changes import Changes
from generator.publish.mkdocs.desk import Desk
from generator.publish.mkdocs.drafts import DRAFT, drafts_of, is_draft, without_drafts
from generator.publish.mkdocs.exchange import Beside
from generator.publish.mkdocs.folder import SiteFolder
from generator.publish.mkdocs.known import configuration, may_keep
from generator.publish.mkdocs.live import harden
from generator.publish.mkdocs.policy import close_policy
from generator.publish.mkdocs.refused import Source, refused_sources
from generator.publish.mkdocs.set_up import set_up
from generator.publish.mkdocs.watch import watched
from generator.publish.mkdocs.workers import make_again, start_workers
from generator.publish.pages.lists import Pages
from generator.publish.pages.markdown import PageContext, PageLink, SegmentExtension
from generator.publish.pages.marks import (
    CHRONOLOGY_MARK,
    DATA,
    DATA_MARK,
    GLOSSARY_MARK,
    HOME,
    RECORDS_INDEX,
    RECORDS_MARK,
    SOURCES,
    SOURCES_MARK,
)
from generator.publish.pages.page_source import PageSource, read_source
from generator.publish.pages.permalinks import permalink
from generator.publish.search import SearchPage, pages_of, plain_page, words_of, write_index
from generator.settings import Settings, load_settings

ABOUT_MARK = "<!-- about this entry -->"
EDITORS_MARK = "<!-- for editors -->"
EDITORS_PAGE = "for-editors.md"
"""Under `mkdocs serve` only."""
FIRST_ENTRY = N_("Make the first one: `chronology add ADDRESS-OR-FILE`.")
SEARCH = "material/search"
"""The plugin that the theme shows a search field for; the index is ours (`publish.search`)."""

MOVED = {"template": "moved.html", "search": {"exclude": True}}
"""Options of a page at the address that an entry had."""

PAGES_KNOWN = 50_000
"""Pages whose words for the search index are not counted again under serve."""
AROUND = "around"
"""The kind of what stands around an entry's text."""
MOST_IN_NAVIGATION = 50
"""Pages: with more, each worker would have to read too many of the others' for their titles."""

T = TypeVar("T")

logger = get_plugin_logger("chronology")


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml can say of the plugin."""

    path = config_options.Type(str, default="")
    """Where in another site the chronology is; empty: it is the whole site."""


class ChronologyPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """Builds the chronology's pages from content/."""

    settings: Settings
    site: Site

    is_serving = False
    _is_published = False
    """Whether a command of MkDocs builds the whole site, to be published."""

    _edition: Language | None = None
    """None: the site in its own language."""
    _first_home = ""
    """Of an edition: the address of the site."""

    def __init__(self) -> None:
        super().__init__()
        self._held = ExitStack()
        """What lasts until the site and all its editions are built."""
        self._desk = Desk(logger)
        self._aside = Aside(logger.warning)
        self._folder = SiteFolder()
        self._words_of = lru_cache(PAGES_KNOWN)(words_of)
        self._kept = Kept()
        self._parsed = Parsed()
        self._compiled = CompiledTemplates()
        self._garbage = Garbage()
        self._rendered: RenderedPages | None = None
        """None: pages are made anew, for what else they may be made from is not known."""
        self._beside: Beside | None = None
        """None: it is built where it is wanted."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether the site is shown to editors, or built to be published."""
        self.is_serving = command == "serve"
        self._is_published = not self.is_serving and not dirty
        self._kept = Kept(stays=self.is_serving)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the settings; add the Markdown extension, and what else the site needs."""
        root = Path(config.config_file_path).parent
        try:
            settings = load_settings(root)
            if settings != getattr(self, "settings", settings):
                # Kinds of records may be others now.
                self._parsed = Parsed()
            self._first = settings
            self.settings = replace(settings, language=self._edition or settings.language)
        except SettingsError as error:
            if not (self.is_serving and hasattr(self, "settings")):
                raise PluginError(str(error)) from error
            logger.warning("%s; until then those from before hold", error)
        self._extension = SegmentExtension()
        with _plugin_error():
            self._part = part.read_part(self.config.path, Path(config.docs_dir), self.settings.content)
            editions.check_folders(self._first, self.settings.content)
        self._home = f"{config.site_url}{self._part.prefix}" if config.site_url else ""
        self._is_whole = self._is_flawed = False
        if self._part:
            self._paths = ContentPaths(self.settings.content)
            self._own_config = part.set_up_part(config, self._extension, self.settings.language)
            return config
        self._paths, self._own_config = ContentPaths(Path(config.docs_dir)), config
        config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]
        with Path(config.config_file_path).open("rb") as file:
            set_up(config, yaml_load(file), self.settings.language)
        if self.is_serving and config.nav:
            config.nav.append({messages_in(self.settings.language).gettext("For editors"): EDITORS_PAGE})
        if self._has_editions:
            self._held.enter_context(editions.said_once())
        beside = Beside(Path(config.site_dir).resolve())
        if self._is_published and beside.is_possible:
            with _plugin_error():
                config.site_dir = str(beside.begin())
            self._beside, self._config = beside, config
        return config

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        """Watch what entries are made from, too; have the server survive mistakes."""
        paths = (*watched(self.settings), *([self.settings.content] if self._part else []))
        for path in filter(Path.exists, paths):
            server.watch(str(path))
            server.watch(str(path))
        harden(server, Path(config.config_file_path), (Path(config.docs_dir), *paths), logger.error)
        return server

    def on_shutdown(self) -> None:
        """End what runs beside the server; put what was built in place, now that every plugin is done."""
        self._aside.wait()
        self._desk.close()
        self._held.close()
        if self._is_published:
            self._garbage.keep()  # At its end a process would look at everything once more.
        # MkDocs hands the same plugin to the next build of this process, which may be no command.
        self._is_published = False
        if beside := self._beside:
            self._beside = None
            self._config.site_dir = str(beside.site)
            with _plugin_error():
                beside.end(is_whole=self._is_whole, is_flawed=self._is_flawed)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Take out what was kept of the last build; say under serve what changed since."""
        self._aside.wait()
        self._garbage.begin()
        is_heard = logger.isEnabledFor(logging.INFO)
        made_with = digest_of(program_digest(), self.settings, configuration(config), is_heard)
        file = f"{self._edition}-{FILE}" if self._edition else FILE
        self._kept.open(self.settings.cache / file, made_with)
        if self.is_serving:
            self._desk.look(self.settings)
        self._may_keep = not self._part and may_keep(config)
        if self.is_serving:
            self._folder.begin(Path(config.site_dir), stays=self._may_keep)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index and the data; keep what was made; have entries follow their sources."""
        write = partial(
            self._write_files,
            Path(config.site_dir) / self._part.prefix,
            self._origin(config),
            SEARCH in config.plugins and not self._part,
            self._folder.write,
        )
        self._folder.end_pages()
        if self.is_serving:
            self._aside.start(write)
        else:
            write()
        self._end_workers()
        self._garbage.end()
        self._kept.close()
        self._desk.follow()
        if self._has_editions:
            editions.build_editions(config, self._first, self._home, self._prepare_edition)
        self._is_whole = True

    @property
    def _has_editions(self) -> bool:
        """Whether the site is built in further languages, too: when it is published, not for its editors."""
        return self._is_published and not self._part and bool(self._first.editions)

    def _prepare_edition(self, plugin: ChronologyPlugin, language: Language) -> None:
        plugin._edition, plugin._parsed, plugin._first_home = language, self._parsed, self._home

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing running; what `--strict` refuses was built, with mistakes."""
        self._end_workers()
        self._garbage.end()
        self._folder.give_up()
        self._is_whole &= isinstance(error, Abort)
        self._is_flawed = True

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Load content/ anew for each build, and add the generated pages."""
        self._files = files
        content = self._paths.content
        if self._part:
            for name, path in part.files_of(content):
                self._add_file(files, config, name, path)
            self._add(files, config, part.STYLE, part.style_of_part())
        whole = load_library(content, self.settings.topic, self._parsed)
        library = whole if self.is_serving else without_drafts(whole)
        library = library_in(library, self._edition)
        flaws = [issue for found in library.flaws.values() for issue in found]
        for issue in library.issues:
            # A page that only lacks what a wrong key says is no reason not to publish the site.
            (logger.info if issue in flaws else logger.warning)("%s", issue)
        self._broken = dict(library.broken)
        self._options: dict[str, dict[str, Any]] = {}
        """By page: what its header says."""
        self._theme_files = config.theme.get_env().loader
        editions.choose_pages(files, self._first, self.settings.language, config)
        self._refuse_unfit(files, content)
        self._refuse_unpublished(files, drafts_of(whole))
        if self.is_serving:
            for slug, conflicts in library.conflicts.items():
                for conflict in conflicts:
                    logger.warning("%s", conflict_issue(conflict, slug))
        # How sure the engine was; a site without it lacks that number only.
        path = self._paths.memory
        known = partial(self._kept.once, "memory", "", stamp_of(path), partial(load_memory, path))
        memory = _or_warn(known, Memory())
        self.site = compute_site(library, self.settings, memory, self._kept)
        self._changes = Changes(content, self.site)
        kinds = self.settings.topic.kinds.values()
        self._pages = Pages(
            self.site, self.settings.language, kinds, config.site_name, self._home, self._kept
        )
        self._desk.open(self.site, self.settings, self._paths, self._pages, self._kept)
        for slug, entry in library.entries.items():
            place = f"content/entries/{slug}.md"
            self._add_permalink(entry, files, config)
            for issue in dangling_links(entry, whole.entries, library.broken, place):
                logger.warning("%s", issue)
        for year in self.site.timeline.years:
            self._add(files, config, f"years/{year.number}.md", _generated(str(year.number)))
        if self.site.timeline.undated:
            self._add(files, config, "years/undated.md", _generated(self._pages.gettext("Undated")))
        for old in library.moved:
            self._add(files, config, f"entries/{old}.md", "")
        self._add_list(files, config, HOME, _generated(config.site_name, CHRONOLOGY_MARK))
        self._add_list(files, config, RECORDS_INDEX, _generated(self._pages.gettext("Records"), RECORDS_MARK))
        self._add_list(files, config, SOURCES, _generated(self._pages.gettext("Sources"), SOURCES_MARK))
        self._add_list(files, config, GLOSSARY, _generated(self._pages.gettext("Glossary"), GLOSSARY_MARK))
        self._add_list(files, config, DATA, _generated(self._pages.gettext("Data"), DATA_MARK))
        if self.is_serving:
            self._add(
                files, config, EDITORS_PAGE, _generated(self._pages.gettext("For editors"), EDITORS_MARK)
            )
        # What was added may need a folder where a file lies.
        self._refuse_unfit(files, content)
        self._garbage.keep()
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take out the pages that were made before; where there are none, make them on all processors."""
        self._nav, self._rendered = nav, None
        if self._may_keep:
            self._rendered = RenderedPages(
                self._kept, digest_of(sorted(files.src_uris)), get_toc, self._closed
            )
            pages = [file for file in files.documentation_pages() if self._is_by_itself(file)]
            is_new = self._kept.holds(OUTPUT) < len(pages) / 2
            # Under serve, what this process makes it need not make again for the first edit.
            if is_new and not self.is_serving and len(nav.pages) <= MOST_IN_NAVIGATION:
                self._rendered.share(start_workers(self._kept, nav, config, files, pages))
        return nav

    def _is_by_itself(self, file: File) -> bool:
        """Tell whether a page is an entry's or a record's, so that no other is made of its text."""
        return _entry_slug(file.src_uri) in self.site.library.entries or self._record_of(file) is not None

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's own templates the words of pages; have it take pages that it made before."""
        if self._part:
            return env
        env.add_extension("jinja2.ext.i18n")
        env.install_gettext_translations(messages_in(self.settings.language), newstyle=True)  # type: ignore[attr-defined]
        env.bytecode_cache = self._compiled
        env.auto_reload = False  # Each build has an environment of its own.
        feeds = env.globals["feeds"] = feeds_of(self.site, self.settings.language)
        if self._edition or self._has_editions:
            home = self._first_home or self._home
            env.globals["editions"] = editions.others(self._first, self.settings.language, home)
        self._folder.keep_copies(files)
        if self._rendered:
            self._rendered.frame = digest_of(str(self._nav), config.site_url, self.is_serving, feeds)
            env.template_class = self._rendered.remembering()
        return env

    def _end_workers(self) -> None:
        if self._rendered:
            self._rendered.end()

    def _is_taken(self, page: Page) -> bool:
        return self._rendered is not None and self._rendered.is_taken(page)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        """Have a page that can't be rendered say so, and the others be built."""
        render, place = page.render, self._page(page)
        if place is None:
            return page
        if self._rendered and self._rendered.take(page, files):
            page.read_source = lambda config: None  # type: ignore[method-assign]  # noqa: ARG005
            page.render = lambda config, files: None  # type: ignore[method-assign]  # noqa: ARG005
            return page

        def guarded(config: MkDocsConfig, files: Files) -> None:
            config = self._own_config
            try:
                if self._rendered:
                    context = self._extension.context
                    self._rendered.render(page, context, files, lambda: render(config, files))
                else:
                    render(config, files)
            except Exception as error:  # whatever a page holds, it is that page's alone
                problem = f"can't be shown ({type(error).__name__}: {str(error)[:200]})"
                self._set_aside(page, InputError(_place_of(place), problem, "mend its Markdown or HTML"))
                self._extension.context = PageContext()
                page.markdown = self._pages.broken(self._broken[place])
                render(config, files)

        page.render = guarded  # type: ignore[method-assign]
        return page

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Read a page's file by our own reader; MkDocs sees no header."""
        name = self._page(page)
        if name is None:
            return None
        place = _place_of(name)
        if name in self._broken:
            return ""
        try:
            path = page.file.abs_src_path if page.file.generated_by is None else None
            text = read_text(Path(path), place) if path else page.file.content_string
            read = partial(self._read, text, place)
            # An own theme may have other files by now.
            source = self._kept.once("source", name, text, read) if self._rendered else read()
            self._options[name] = dict(source.options)
            if path:
                self._desk.tell_mistakes(name, text, source.issues)
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

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill in generated lists; set the title and the context of the Markdown extension."""
        self._extension.context = PageContext()
        name = self._page(page)
        if name is None or self._is_taken(page):
            return markdown
        url_for = self._url_for(page, files)
        if slug := self.site.library.moved.get(_entry_slug(name)):
            page.meta = {
                **MOVED,
                "title": self._pages.gettext("Moved"),
                "leads_to": url_for(f"entries/{slug}.md"),
            }
            # Else the site map would name it.
            page.canonical_url = page.abs_url = None
            # For links to a paragraph, which are checked; the template shows none of it.
            return "".join(
                f'<i id="{segment.id}"></i>' for segment in self.site.library.entries[slug].segments
            )
        if broken := self._broken.get(name):
            page.meta = {"title": html.escape(page.file.name)}
            return self._pages.broken(broken)
        if config.site_url:
            page.update_date = self._changes.day(name)  # for the site map
        page.meta.update(self._options.pop(name, {}))
        if not self._part:
            page.meta["search"] = {"exclude": True}  # the theme's own index, which nothing reads
        if entry := self._entry(page):
            if not entry.source.seed:
                markdown = with_ids(markdown, entry.language)
            self._prepare(page, entry.title, self._pages.of_entries.description(entry))
            states = self.site.states[entry.slug]
            self._extension.context = PageContext(
                states=states,
                mentions=self.site.mentions[entry.slug],
                records={
                    record.slug: PageLink(
                        url_for(f"records/{record.slug}.md"),
                        record.name_in(self.settings.language),
                    )
                    for record in self.site.records_in(entry)
                },
                terms=self._pages.of_entries.terms_in(entry),
                glossary=url_for(GLOSSARY),
                language=self.settings.language,
                labels=state_labels(entry, states),
                doubts=self.site.doubts[entry.slug],
                confidences=self.site.confidences[entry.slug],
            )
        elif record := self._record(page):
            self._prepare(
                page, record.name_in(self.settings.language), self._pages.of_entries.in_short(record)
            )
        markdown = self._with_lists(markdown, page, name, url_for)
        if self._part:
            page.meta = part.options_in_part(page.meta)
        return markdown

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put an entry's or record's title above its own text."""
        if self._page(page) in self._broken or self._is_taken(page):
            return content
        if entry := self._entry(page):
            title = self._pages.of_entries.title(entry)
            return f'{title}\n{ABOUT_MARK}\n<div class="entry-text">\n{content}\n</div>'
        if record := self._record(page):
            return f"{self._pages.of_records.head(record)}\n{content}"
        return content

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG002
        """Add what is about a page rather than in it."""
        name = self._page(page)
        if name is None:
            return context
        if self._rendered and self._rendered.is_taken(page):
            if self._rendered.is_whole(page):
                return context
            make_again(page, config, self._files)
        url_for = self._url_for(page, self._files)
        if self._part:
            # The theme may have words of its own.
            feeds = part.feeds_in(self._part, feeds_of(self.site, self.settings.language))
            style = self._part.path_of(part.STYLE)
            context |= {"_": self._pages.gettext, "feeds": feeds, "style": style}
        if name in self._broken:
            return context
        if self.is_serving:
            file = page.file.abs_src_path if page.file.generated_by is None else None
            note = self._desk.note(name, file, is_draft=page.meta.get(DRAFT) is True)
            page.content = note + (page.content or "")
        if entry := self._entry(page):
            opening, before, after, head = self._around(entry, page.canonical_url or "", url_for)
            content = (page.content or "").replace(ABOUT_MARK, opening, 1)
            page.content = f"{before}\n{content}\n{after}"
            context["metadata"] = head
        elif record := self._record(page):
            page.content = (page.content or "") + self._pages.of_records.foot(record, url_for)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Have a published page run no script but the theme's own; fill in what is filled in last."""
        if self._page(page) is None:
            return output
        output = output if self._rendered else self._closed(page, output)
        return self._pages.of_entries.with_counts(output)

    def _closed(self, page: Page, output: str) -> str:
        return output if self.is_serving else close_policy(output, page.content or "")

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The same for the page of an address that is not there."""
        return output_content if self.is_serving else close_policy(output_content, "")

    def _around(self, entry: Entry, page_url: str, url_for: Callable[[str], str]) -> list[str]:
        """Return what stands between an entry's title and its text, above both, below, and in the head."""
        pages, dropped = self._pages.of_entries, self._dropped(entry)
        inputs = (*pages.made_from(entry), dropped, page_url, self.is_serving)
        known: list[str] | None = self._kept.get(AROUND, entry.slug, inputs, partial(texts, count=4))
        if known:
            return known
        opening = pages.opening(entry, url_for) + (pages.conflicts(entry) if self.is_serving else "")
        below = (
            pages.foot(entry, dropped, url_for),
            pages.notes(entry, dropped, url_for),
            structured_data(
                entry,
                self.site.states[entry.slug],
                self.site.records_in(entry),
                pages.description(entry),
                page_url,
            ),
        )
        head = pages.metadata(entry, page_url)
        found = [opening, pages.crumb(entry, url_for), "\n".join(below), head]
        self._kept.put(AROUND, entry.slug, inputs, found)
        return found

    def _with_lists(self, markdown: str, page: Page, path: str, url_for: Callable[[str], str]) -> str:
        if self._kept.made and not self._is_by_itself(page.file):
            return markdown  # A worker needs the titles of such pages alone.
        if path.startswith("years/") and page.file.generated_by:
            page.meta.update(title=page.title, hide=["navigation", "toc"])
            return f"{self._pages.way_back(url_for)}\n\n{markdown}\n{self._year_page(path, url_for)}"
        if CHRONOLOGY_MARK in markdown:
            # The timeline leads where a table of contents would.
            page.meta["hide"] = ["navigation", "toc"]
            first = (
                f" {self._pages.gettext(FIRST_ENTRY)}"
                if self.is_serving and not self.site.library.entries
                else ""
            )
            return markdown.replace(CHRONOLOGY_MARK, self._pages.chronology(url_for) + first)
        if RECORDS_MARK in markdown:
            return markdown.replace(RECORDS_MARK, self._pages.records_index(url_for))
        if SOURCES_MARK in markdown:
            return markdown.replace(SOURCES_MARK, self._pages.sources(url_for))
        if GLOSSARY_MARK in markdown:
            return markdown.replace(GLOSSARY_MARK, self._pages.glossary())
        if DATA_MARK in markdown:
            address_of = partial(self._relative_url, page)
            listed = listed_files(self.site, self.settings.language)
            return markdown.replace(DATA_MARK, self._pages.data(listed, address_of))
        if EDITORS_MARK in markdown:
            return markdown.replace(EDITORS_MARK, self._desk.list_to_do(url_for))
        return markdown

    def _relative_url(self, page: Page, path: str) -> str:
        return get_relative_url(self._part.path_of(path), page.url)

    def _year_page(self, path: str, url_for: Callable[[str], str]) -> str:
        name = path.removeprefix("years/").removesuffix(".md")
        return self._pages.year(int(name), url_for) if name.isdecimal() else self._pages.undated(url_for)

    def _set_aside(self, page: Page, error: ChronologyError) -> None:
        """Say what is wrong with a page; it will say so itself."""
        logger.warning("%s", error)
        self._broken[self._page(page) or ""] = as_issue(error)
        page.meta = {"title": html.escape(page.file.name)}

    def _has_theme_file(self, name: str) -> bool:
        try:
            self._theme_files.get_source(None, name)  # type: ignore[union-attr, arg-type]
        except (TemplateNotFound, OSError, ValueError):
            return False
        return True

    def _refuse_unfit(self, files: Files, content: Path) -> None:
        """Leave out what can't be published, or a link in content/ leads to elsewhere."""
        sources = {
            Source(
                name,
                Path(file.abs_src_path) if file.generated_by is None and file.abs_src_path else None,
                file.dest_uri,
                file.is_documentation_page(),
            ): file
            for file in files
            if (name := self._part.page_of(file.src_uri)) is not None
        }
        told: set[str] = set()
        for source, error in refused_sources(sources, content):
            if source.name not in self._broken and str(error) not in told:
                logger.warning("%s", error)
                told.add(str(error))
            files.remove(sources[source])

    def _refuse_unpublished(self, files: Files, drafts: Collection[str]) -> None:
        """Leave out copies that editors and git left behind and, unless under serve, drafts."""
        for file in list(files):
            name = self._part.page_of(file.src_uri)
            if name is None:
                continue
            if is_left_over(Path(name).name) or (not self.is_serving and _is_draft(file, name, drafts)):
                files.remove(file)

    def _prepare(self, page: Page, title: str, description: str) -> None:
        # The theme writes titles unescaped in many places, so what it gets is safe already.
        page.meta["title"] = html.escape(title)
        page.meta["start"] = "start"
        if description and not page.meta.get("description"):
            page.meta["description"] = description
        if "description" in page.meta:
            page.meta["description"] = html.escape(str(page.meta["description"]))
        page.meta.setdefault("hide", ["navigation", "toc"])

    def _dropped(self, entry: Entry) -> tuple[DroppedLine, ...] | None:
        seed = entry.source.seed
        path = self._paths.cleaning(seed)
        if not os.path.lexists(path):
            return None
        load = partial(load_dropped, self._paths, seed)
        return _or_warn(partial(self._kept.once, "dropped", seed, stamp_of(path), load), None)

    def _entry(self, page: Page) -> Entry | None:
        return self.site.library.entries.get(_entry_slug(self._page(page) or ""))

    def _record(self, page: Page) -> Record | None:
        return self._record_of(page.file)

    def _record_of(self, file: File) -> Record | None:
        folder, _, name = (self._part.page_of(file.src_uri) or "").rpartition("/")
        is_record = folder == "records" and name.endswith(".md")
        return self.site.library.records.get(Slug(file.name)) if is_record else None

    def _page(self, page: Page) -> str | None:
        """Return a page's path inside content/; None where it is another site's that we are a part of."""
        return self._part.page_of(page.file.src_uri)

    def _add(self, files: Files, config: MkDocsConfig, path: str, markdown: str) -> None:
        if files.get_file_from_path(self._part.path_of(path)) is None:
            files.append(self._generated_file(config, path, markdown))

    def _add_file(self, files: Files, config: MkDocsConfig, name: str, path: Path) -> None:
        """Add a file of content/ to another site's, unless that has one at its address."""
        file = self._generated_file(config, name, "")
        if files.get_file_from_path(file.src_uri) is None:
            # Made by nobody: it is a person's file, which lies elsewhere.
            file.generated_by = file._content = None
            file.abs_src_path, file.edit_uri = str(path), None
            files.append(file)

    def _generated_file(self, config: MkDocsConfig, path: str, markdown: str) -> File:
        file = File.generated(config, self._part.path_of(path), content=markdown)
        if self._part and (config.nav or not self._part.is_in_menu(path)):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return file

    def _add_list(self, files: Files, config: MkDocsConfig, path: str, markdown: str) -> None:
        """Add a page, unless editors have one at its address, whatever file that is made from."""
        page = self._generated_file(config, path, markdown)
        if not any(file.dest_uri == page.dest_uri for file in files):
            files.append(page)

    def _write_files(self, site: Path, origin: Origin, is_searched: bool, write: Write) -> None:
        if is_searched:
            write_index(site, self._searched_pages(), self._words_of, write)
        kept = {name for path in self._files.src_uris if (name := self._part.page_of(path))}
        write_data(site, origin, kept, write)
        self._folder.end()

    def _origin(self, config: MkDocsConfig) -> Origin:
        return Origin(
            self.site,
            self.settings.language,
            config.site_name,
            config.site_description or "",
            self._home,
            self._url_from_root,
            self._pages.of_entries.cited,
        )

    def _searched_pages(self) -> list[SearchPage]:
        found = pages_of(self.site, self.settings.language, self._url_from_root)
        return [*found, *filter(None, map(self._plain_page, self._files.documentation_pages()))]

    def _plain_page(self, file: File) -> SearchPage | None:
        """Return a page that is neither an entry nor a record nor made of lists."""
        is_other = file.generated_by is None and not file.src_uri.startswith(("entries/", "records/"))
        if not is_other or file.src_uri in self._broken or not file.abs_src_path:
            return None
        source = read_source(read_text(Path(file.abs_src_path), file.src_uri), file.src_uri)
        if CHRONOLOGY_MARK in source.body:
            return None
        return plain_page(file.url, source, file.name, self.settings.language)

    def _url_from_root(self, path: str) -> str:
        """Return the address of a page as seen from the chronology's first one."""
        file = self._files.get_file_from_path(self._part.path_of(path))
        return file.url[len(self._part.prefix) :] if file else ""

    def _add_permalink(self, entry: Entry, files: Files, config: MkDocsConfig) -> None:
        path, page = (
            permalink(entry),
            files.get_file_from_path(self._part.path_of(f"entries/{entry.slug}.md")),
        )
        if path and page:
            leads_to = get_relative_url(page.url, self._part.path_of(path))
            self._add(files, config, path, self._pages.of_entries.permalink_page(entry, leads_to))

    def _url_for(self, page: Page, files: Files) -> Callable[[str], str]:
        def url_for(path: str) -> str:
            # Files of the theme are the whole site's.
            file = files.src_uris.get(self._part.path_of(path)) or files.src_uris.get(path)
            return get_relative_url(file.url, page.url) if file else "#"

        return url_for


@contextmanager
def _plugin_error() -> Iterator[None]:
    try:
        yield
    except ChronologyError as error:
        raise PluginError(str(error)) from error


def _is_draft(file: File, name: str, known: Collection[str]) -> bool:
    """Tell whether a page is not to be published; of entries and records it is known."""
    if name in known:
        return True
    is_other = file.is_documentation_page() and not name.startswith(("entries/", "records/"))
    if not is_other or file.generated_by is not None or not file.abs_src_path:
        return False
    try:
        return is_draft(read_text(Path(file.abs_src_path), file.src_uri))
    except InputError:  # said where the page is read
        return False


def _place_of(name: str) -> str:
    return f"content/{name}"


def _or_warn(load: Callable[[], T], otherwise: T) -> T:
    try:
        return load()
    except ChronologyError as error:
        logger.warning("%s", error)
        return otherwise


def _entry_slug(path: str) -> Slug:
    """Return the name of the entry whose page it would be; empty when it is none."""
    return Slug(path.removeprefix("entries/").removesuffix(".md") if path.startswith("entries/") else "")


def _generated(title: str, text: str = "") -> str:
    """Return the source of a generated page; its lists are filled in when it is rendered."""
    return f"---\nhide: [navigation]\n---\n\n# {title}\n\n{text}\n"
