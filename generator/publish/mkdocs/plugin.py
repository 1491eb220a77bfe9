"""The MkDocs plugin: MkDocs calls its hooks in turn, and they hand over what `publish` computes.

Which files a site has is in `site_files`, what its pages are set with in `page_texts`.
"""

from __future__ import annotations

import html
import logging
import os
from collections.abc import Collection, Iterator, Mapping
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
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.yaml import yaml_load

from generator.checks.bodies.body import body_of
from generator.checks.bodies.tangles import check_tangles
from generator.checks.references import dangling_links
from generator.content.body import with_ids
from generator.content.conflicts import conflict_issue
from generator.content.files import read_text
from generator.content.library import Library, as_issue, load_library
from generator.content.memory import Memory, load_memory
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError, InputError, SettingsError
from generator.messages import messages_in
from generator.model import Entry, Language, Record, Slug
from generator.publish.computed.edition import library_in
from generator.publish.computed.site import Site, compute_site
from generator.publish.data import Origin, feeds_of
from generator.publish.kept.forked import FilesToCome, parts
from generator.publish.kept.garbage import Garbage
from generator.publish.kept.rendered import OUTPUT, CompiledTemplates, RenderedPages
from generator.publish.kept.store import FILE, Kept, digest_of, forget_others, program_digest, stamp_of
from generator.publish.mkdocs import editions, part
from generator.publish.mkdocs.aside import Aside
from generator.publish.mkdocs.beside_pages import BesidePages
from generator.publish.mkdocs.changes import Changes
from generator.publish.mkdocs.desk import IMAGES, Desk
from generator.publish.mkdocs.drafts import DRAFT, drafts_of, without_drafts
from generator.publish.mkdocs.exchange import Beside
from generator.publish.mkdocs.folder import SiteFolder
from generator.publish.mkdocs.known import configuration, may_keep
from generator.publish.mkdocs.live import harden
from generator.publish.mkdocs.page_texts import ABOUT_MARK, LISTS, PageTexts
from generator.publish.mkdocs.policy import close_policy
from generator.publish.mkdocs.set_up import set_up
from generator.publish.mkdocs.site_files import SiteFiles
from generator.publish.mkdocs.watch import watched
from generator.publish.mkdocs.workers import make_again, start_workers
from generator.publish.pages.lists import Pages
from generator.publish.pages.markdown import PageContext, SegmentExtension
from generator.publish.pages.marks import EDITORS_PAGE
from generator.publish.pages.page_source import PageSource, read_source
from generator.publish.search import words_of
from generator.settings import Settings, load_settings

SEARCH = "material/search"
"""The plugin that the theme shows a search field for; the index is ours (`publish.search`)."""

PAGES_KNOWN = 50_000
"""Pages whose words for the search index are not counted again under serve."""
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
        self._made_aside: FilesToCome | None = None
        """What is beside the pages, where another processor makes it meanwhile."""
        self._broken_before: Collection[str] = ()
        """Pages that it was made without."""
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
            editions.check_folders(self._editions, self.settings.content)
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
        beside = Beside(Path(os.path.realpath(config.site_dir)))
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
        beside, made, write_file = self._beside_pages(config), self._made_aside, self._folder.write

        def write() -> None:
            if not (made and beside.broken == self._broken_before and made.write(write_file)):
                beside.write(self._words_of, write_file)
            self._folder.end()

        self._folder.end_pages()
        if self.is_serving:
            self._aside.start(write)
        else:
            write()
        self._end_workers()
        self._garbage.end()
        self._kept.close()
        self._desk.follow()
        if self._edition is None and not self._part:
            forget_others(self.settings.cache, self._editions)
        if self._has_editions:
            editions.build_editions(config, self._first, self._home, self._prepare_edition)
        self._is_whole = True

    def _beside_pages(self, config: MkDocsConfig) -> BesidePages:
        is_searched = SEARCH in config.plugins and not self._part
        return BesidePages(
            folder=Path(config.site_dir) / self._part.prefix,
            origin=self._origin(config),
            names=self._files.names(),
            searched=self._files.all if is_searched else None,
            broken=frozenset(self._broken),
        )

    @property
    def _editions(self) -> Mapping[Language, Mapping[str, str]]:
        """Further languages of the site, with what is otherwise there; another site's are its own matter."""
        return {} if self._part else self._first.editions

    @property
    def _has_editions(self) -> bool:
        """Whether the site is built in further languages, too: when it is published, not for its editors."""
        return self._is_published and bool(self._editions)

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
        content = self._paths.content
        self._files = SiteFiles(files, config, self._part, content)
        if self._part:
            self._files.add_content()
        whole = load_library(content, self.settings.topic, self._parsed)
        self._kept.digest_of_file = self._parsed.digest_of
        library = whole if self.is_serving else without_drafts(whole)
        library = library_in(library, self._edition)
        self._tell_issues(library)
        self._broken = dict(library.broken)
        self._options: dict[str, dict[str, Any]] = {}
        """By page: what its header says."""
        self._theme_files = config.theme.get_env().loader
        self._files.refuse_unfit(self._broken)
        self._files.refuse_unpublished(drafts_of(whole), keeps_drafts=self.is_serving)
        self._only_here = editions.choose_pages(files, self._editions, self.settings.language, config)
        self.site = compute_site(library, self.settings, self._load_memory(), self._kept)
        for slug, entry in library.entries.items():
            for issue in dangling_links(entry, whole.entries, library.broken, f"content/entries/{slug}.md"):
                logger.warning("%s", issue)
        self._prepare_pages(config)
        self._files.add_generated(self.site, self._pages, for_editors=self.is_serving)
        # What was added may need a folder where a file lies.
        self._files.refuse_unfit(self._broken)
        self._garbage.keep()
        return files

    def _tell_issues(self, library: Library) -> None:
        flaws = [issue for found in library.flaws.values() for issue in found]
        for issue in library.issues:
            # A page that only lacks what a wrong key says is no reason not to publish the site.
            (logger.info if issue in flaws else logger.warning)("%s", issue)
        if self.is_serving:
            for slug, conflicts in library.conflicts.items():
                for conflict in conflicts:
                    logger.warning("%s", conflict_issue(conflict, slug))

    def _load_memory(self) -> Memory:
        """Return the memory, for how sure the engine was; a site without it lacks that number only."""
        path = self._paths.memory
        try:
            known: Memory = self._kept.once("memory", "", stamp_of(path), partial(load_memory, path))
        except ChronologyError as error:
            logger.warning("%s", error)
            return Memory()
        return known

    def _prepare_pages(self, config: MkDocsConfig) -> None:
        language, kinds = self.settings.language, self.settings.topic.kinds.values()
        self._changes = Changes(self._paths.content, self.site)
        self._pages = Pages(self.site, language, kinds, config.site_name, self._home, self._kept)
        self._desk.open(self.site, self.settings, self._paths, self._pages)
        desk = self._desk if self.is_serving else None
        self._texts = PageTexts(self.site, self._pages, language, self._paths, self._kept, desk, logger)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take out the pages that were made before; where there are none, make them on all processors."""
        self._nav, self._rendered = nav, None
        if self._may_keep:
            if not self.is_serving and len(parts(list(self.site.library.entries))) > 1:
                beside = self._beside_pages(config)
                self._broken_before = beside.broken
                self._made_aside = FilesToCome(partial(beside.write, self._words_of))
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
            env.globals["only_here"] = self._only_here
        self._folder.keep_copies(files)
        if self._rendered:
            shown = feeds, env.globals.get("editions"), self._only_here
            self._rendered.frame = digest_of(str(self._nav), config.site_url, self.is_serving, shown)
            env.template_class = self._rendered.remembering()
        return env

    def _end_workers(self) -> None:
        if self._made_aside:
            self._made_aside.end()
        self._made_aside = None
        if self._rendered:
            self._rendered.end()

    def _is_taken(self, page: Page) -> bool:
        return self._rendered is not None and self._rendered.is_taken(page)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        """Have a page that can't be rendered say so, and the others be built."""
        render, name = page.render, self._page(page)
        if name is None:
            return page
        if self._rendered and self._rendered.take(page, files, partial(self._made_from, page)):
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
                self._set_aside(page, InputError(self._place(page), problem, "mend its Markdown or HTML"))
                self._extension.context = PageContext()
                page.markdown = self._pages.broken(self._broken[name])
                render(config, files)

        page.render = guarded  # type: ignore[method-assign]
        return page

    def _made_from(self, page: Page) -> object | None:
        """Return all that an entry's or a record's page is made from; None where that is not known."""
        name, path = self._page(page), page.file.abs_src_path
        if name is None or name in self._broken or path is None or not self._is_by_itself(page.file):
            return None
        try:
            text = read_text(Path(path), self._place(page))
        except InputError:  # said where the page is read
            return None
        # What it shows of them is not told by its text.
        if any(mark in text for mark in (*IMAGES, *LISTS)):
            return None
        if entry := self._entry(page):
            around = self._texts.made_from(entry, page.canonical_url or "")
        elif record := self._record(page):
            around = self._pages.of_records.made_from(record)
        told = (path, self.site.library.flaws.get(name)) if self.is_serving else None
        return text, page.file.dest_uri, self._files.missing(self.site), around, told

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Read a page's file by our own reader; MkDocs sees no header."""
        name = self._page(page)
        if name is None:
            return None
        place = self._place(page)
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
                self._desk.tell_mistakes(page.file.src_uri, self._written_in(page), text, source.issues)
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

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fill in generated lists; set the title and the context of the Markdown extension."""
        self._extension.context = PageContext()
        name = self._page(page)
        if name is None:
            return markdown
        if config.site_url and (day := self._changes.day(self._written_in(page))):
            page.update_date = day  # for the site map
        if self._is_taken(page):
            return markdown
        url_for = self._files.url_for(page)
        if slug := self.site.library.moved.get(_entry_slug(name)):
            return self._texts.move(page, slug, url_for)
        if broken := self._broken.get(name):
            page.meta = {"title": html.escape(page.file.name)}
            return self._pages.broken(broken)
        page.meta.update(self._options.pop(name, {}))
        if not self._part:
            page.meta["search"] = {"exclude": True}  # the theme's own index, which nothing reads
        if entry := self._entry(page):
            if not entry.source.seed:
                markdown = with_ids(markdown, entry.language)
            self._texts.entitle(page, entry.title, self._pages.of_entries.description(entry))
            self._extension.context = self._texts.context_of(entry, url_for)
        elif record := self._record(page):
            name_of_it = record.name_in(self.settings.language)
            self._texts.entitle(page, name_of_it, self._pages.of_entries.in_short(record))
        # A worker needs the titles of such pages alone.
        if not self._kept.made or self._is_by_itself(page.file):
            address_of = partial(self._files.relative_url, page)
            markdown = self._texts.with_lists(markdown, page, name, url_for, address_of)
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
            make_again(page, config, self._files.all)
        url_for = self._files.url_for(page)
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
            opening, before, after, head = self._texts.around(entry, page.canonical_url or "", url_for)
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
        if self._rendered:
            page.content = page.markdown = ""  # Nobody reads them again, and they are large.
        else:
            output = self._closed(page, output)
        return self._pages.of_entries.with_counts(output)

    def _closed(self, page: Page, output: str) -> str:
        return output if self.is_serving else close_policy(output, page.content or "")

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The same for the page of an address that is not there."""
        return output_content if self.is_serving else close_policy(output_content, "")

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

    def _written_in(self, page: Page) -> str:
        """Return the path inside content/ of a page's file, of another name where an edition has its own."""
        return self._files.written_in(page.file) or self._page(page) or ""

    def _place(self, page: Page) -> str:
        return f"content/{self._written_in(page)}"

    def _origin(self, config: MkDocsConfig) -> Origin:
        return Origin(
            self.site,
            self.settings.language,
            config.site_name,
            config.site_description or "",
            self._home,
            self._files.url_from_root,
            self._pages.of_entries.cited,
        )


@contextmanager
def _plugin_error() -> Iterator[None]:
    try:
        yield
    except ChronologyError as error:
        raise PluginError(str(error)) from error


def _entry_slug(path: str) -> Slug:
    """Return the name of the entry whose page it would be; empty when it is none."""
    return Slug(path.removeprefix("entries/").removesuffix(".md") if path.startswith("entries/") else "")
