"""The MkDocs plugin: MkDocs calls its hooks in turn, and they hand over what `publish` computes.

Which files a site has is in `site_files`, how a page is made in `page_steps`, what is kept in `workshop`.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load

from generator.content.memory import Memory, load_memory
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError, SettingsError
from generator.messages import messages_in
from generator.model import Language
from generator.publish.computed.edition import library_in
from generator.publish.computed.readings import READING
from generator.publish.computed.site import Read, Site, compute_site
from generator.publish.data import Origin, feeds_of
from generator.publish.kept.store import Kept, forget_others, stamp_of
from generator.publish.mkdocs import editions, part
from generator.publish.mkdocs.beside_pages import DataFiles, SearchIndex
from generator.publish.mkdocs.changes import Changes
from generator.publish.mkdocs.desk import Desk
from generator.publish.mkdocs.drafts import drafts_of, without_drafts
from generator.publish.mkdocs.exchange import Beside
from generator.publish.mkdocs.live import BehindError, failing_template, harden, in_words, on_demand
from generator.publish.mkdocs.page_steps import PageSteps
from generator.publish.mkdocs.page_texts import PageTexts
from generator.publish.mkdocs.policy import close_policy
from generator.publish.mkdocs.set_up import set_up
from generator.publish.mkdocs.site_files import SiteFiles, leave_out_made
from generator.publish.mkdocs.watch import watched
from generator.publish.mkdocs.workshop import Workshop
from generator.publish.pages.lists import Pages
from generator.publish.pages.markdown import SegmentExtension
from generator.publish.pages.marks import EDITORS_PAGE
from generator.settings import Settings, load_settings

SEARCH = "material/search"
"""The plugin that the theme shows a search field for; the index is ours (`publish.search`)."""

REMEDY = "free space or mend rights, then save again"
"""Of what can't be written under serve, while the site is looked at."""

logger = get_plugin_logger("chronology")
progress = logging.getLogger("mkdocs.chronology")
"""Says what is being done; who reads what `logger` says looks for mistakes there."""


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml can say of the plugin."""

    path = config_options.Type(str, default="")
    """Where in another site the chronology is; empty: it is the whole site."""


class ChronologyPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """Builds the chronology's pages from content/."""

    settings: Settings
    site: Site

    _is_published = False
    """Whether a command of MkDocs builds the whole site, to be published."""
    _is_sound = False
    """Whether it was built to its end, and not refused."""

    _edition: Language | None = None
    """None: the site in its own language."""
    _first_home = ""
    """Of an edition: the address of the site."""

    def __init__(self) -> None:
        super().__init__()
        self._held = ExitStack()
        """What lasts until the site and all its editions are built."""
        self._desk = Desk(logger)
        self._shop = Workshop(lambda error: logger.warning("%s", in_words(error, REMEDY)))
        self._shown: PageSteps | None = None
        """Of the last build that did not fail: its pages are made until another one ends."""
        self._beside: Beside | None = None
        """None: it is built where it is wanted."""
        self._is_behind: Callable[[], bool] = lambda: False
        """Tells whether something was saved since the build began."""
        self._gave_up = False
        """Whether the build before was: this one goes to its end, however much is saved."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether the site is shown to editors, or built to be published."""
        self._shop.is_serving, self._shop.is_dirty = command == "serve", dirty
        self._is_published = not self._shop.is_serving and not dirty
        self._shop.kept = Kept(stays=self._shop.is_serving)
        if self._shop.is_serving:
            # Ended by SIGTERM, MkDocs would leave its folder and a run of `generate` behind.
            signal.signal(signal.SIGTERM, signal.default_int_handler)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the settings; add the Markdown extension, and what else the site needs."""
        self._shop.aside.stop()
        root = Path(config.config_file_path).parent
        try:
            settings = load_settings(root)
            if settings != getattr(self, "settings", settings):
                # Kinds of records may be others now.
                self._shop.parsed = None
            self._first = settings
            self.settings = replace(settings, language=self._edition or settings.language)
        except SettingsError as error:
            if not (self._shop.is_serving and hasattr(self, "settings")):
                raise PluginError(str(error)) from error
            logger.warning("%s; until then those from before hold", error)
        self._extension = SegmentExtension()
        with _plugin_error():
            self._part = part.read_part(self.config.path, Path(config.docs_dir), self.settings.content)
            editions.check_folders(self._editions, self.settings.content)
        own = filter(None, (config.docs_dir, config.theme.custom_dir))
        self._watched = (*map(Path, own), self.settings.content, *watched(self.settings))
        self._home = f"{config.site_url}{self._part.prefix}" if config.site_url else ""
        self._is_sound = False
        if self._part:
            self._paths = ContentPaths(self.settings.content)
            self._own_config = part.set_up_part(config, self._extension, self.settings.language)
            return config
        self._paths, self._own_config = ContentPaths(Path(config.docs_dir)), config
        config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]
        with Path(config.config_file_path).open("rb") as file:
            set_up(config, yaml_load(file), self.settings.language)
        if self._shop.is_serving and config.nav:
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
        """Watch what entries and pages are made from, too; have the server survive mistakes."""
        self._is_behind = lambda: bool(server._want_rebuild)
        on_demand(server, self._shop.aside.ask)
        harden(server, Path(config.config_file_path), lambda: self._watched, logger.error)
        return server

    def _keep_up(self) -> None:
        """Give a build up that shows too little already.

        Raises:
            BehindError: it is to be done again.
        """
        if not self._gave_up and self._is_behind():
            raise BehindError

    def on_shutdown(self) -> None:
        """End what runs beside the server; put what was built in place, now that every plugin is done."""
        self._shop.close()
        self._desk.close()
        self._held.close()
        if self._is_published:
            self._shop.garbage.keep()  # At its end a process would look at everything once more.
        # MkDocs hands the same plugin to the next build of this process, which may be no command.
        self._is_published = False
        if beside := self._beside:
            self._beside = None
            self._config.site_dir = str(beside.site)
            with _plugin_error():
                beside.end(is_sound=self._is_sound)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Take out what was kept of the last build; say under serve what changed since."""
        self._shop.begin(config, self.settings, self._edition or "", is_part=bool(self._part))
        if self._shop.is_serving:
            self._desk.look(self.settings)
        if not self._part:
            leave_out_made(config)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index and the data; keep what was made; have entries follow their sources."""
        self._gave_up = False
        indexes, data = self._search_index(self.site, config), self._data_files(config)
        if self._shop.is_serving:
            self._shown = self._steps
            self._shop.follow((file.abs_dest_path for file in self._files.all), indexes, data)
        else:
            self._shop.finish([*indexes, data])
        self._desk.follow()
        if self._edition is None and not self._part:
            forget_others(self.settings.cache, self._editions)
        if self._has_editions:
            editions.build_editions(config, self._first, self._home, self._prepare_edition)
        self._is_sound = True

    def _search_index(self, site: Read, config: MkDocsConfig) -> Iterator[SearchIndex]:
        if SEARCH in config.plugins and not self._part:
            pages = self._files.all.documentation_pages()
            yield SearchIndex(
                folder=Path(config.site_dir),
                library=site.library,
                mentions=site.mentions,
                language=self.settings.language,
                address_of=self._files.url_from_root,
                files=[page for page in pages if page.generated_by is None],
                broken=frozenset(self._broken),
            )

    def _data_files(self, config: MkDocsConfig) -> DataFiles:
        folder = Path(config.site_dir) / self._part.prefix
        return DataFiles(folder, self._origin(config), self._files.names())

    def _when_read(self, read: Read, config: MkDocsConfig) -> None:
        self._keep_up()
        self._shop.make_meanwhile(self._search_index(read, config), self._files.all)

    @property
    def _editions(self) -> Mapping[Language, Mapping[str, str]]:
        """Further languages of the site, with what is otherwise there; another site's are its own matter."""
        return {} if self._part else self._first.editions

    @property
    def _has_editions(self) -> bool:
        """Whether the site is built in further languages, too: when it is published, not for its editors."""
        return self._is_published and bool(self._editions)

    def _prepare_edition(self, plugin: ChronologyPlugin, language: Language) -> None:
        plugin._edition, plugin._shop.parsed, plugin._first_home = language, self._shop.parsed, self._home

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing running, and the site as it was; `--strict` refuses one with mistakes.

        Raises:
            PluginError: a template of the site's own failed, or what a build needs is missing: it is named.
        """
        self._gave_up = isinstance(error, BehindError)
        if self._shown:
            self._steps = self._shown
        self._shop.give_up(is_whole=self._gave_up)
        self._is_sound = False
        if not self._shop.is_serving and (isinstance(error, ChronologyError) or failing_template(error)):
            raise PluginError(str(in_words(error, "mend it"))) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Load content/ anew for each build, and add the generated pages."""
        self._keep_up()
        content = self._paths.content
        self._files = SiteFiles(files, config, self._part, content)
        if self._part:
            self._files.add_content()
        whole = self._shop.load_library(content, self.settings)
        self._keep_up()
        library = whole if self._shop.is_serving else without_drafts(whole)
        library = library_in(library, self._edition)
        self._desk.tell_issues(library, for_editors=self._shop.is_serving)
        self._broken = dict(library.broken)
        self._files.refuse_unfit(self._broken)
        self._files.refuse_unpublished(drafts_of(whole), keeps_drafts=self._shop.is_serving)
        self._only_here = editions.choose_pages(files, self._editions, self.settings.language, config)
        self._shop.garbage.keep()
        if self._shop.kept.holds(READING) < len(library.entries) / 2:
            reading = "names are looked for, and translations checked; it is kept for the next time"
            progress.info("%d entries are read anew: %s", len(library.entries), reading)
        self.site = compute_site(
            *(library, self.settings, self._load_memory(), self._shop.kept),
            when_read=lambda read: self._when_read(read, config),
        )
        self._keep_up()
        self._prepare_pages(config)
        self._desk.tell_references(whole)
        self._files.add_generated(self.site, self._pages, for_editors=self._shop.is_serving)
        # What was added may need a folder where a file lies.
        self._files.refuse_unfit(self._broken)
        self._shop.garbage.keep()
        return files

    def _load_memory(self) -> Memory:
        """Return the memory, for how sure the engine was; a site without it lacks that number only."""
        path = self._paths.memory
        try:
            known: Memory = self._shop.kept.once("memory", "", stamp_of(path), partial(load_memory, path))
        except ChronologyError as error:
            logger.warning("%s", error)
            return Memory()
        return known

    def _prepare_pages(self, config: MkDocsConfig) -> None:
        language, kinds = self.settings.language, self.settings.topic.kinds.values()
        self._pages = Pages(self.site, language, kinds, config.site_name, self._home, self._shop.kept)
        self._desk.open(self.site, self.settings, self._paths, self._pages, self._broken)
        desk = self._desk if self._shop.is_serving else None
        self._steps = PageSteps(
            site=self.site,
            language=language,
            place=self._part,
            files=self._files,
            pages=self._pages,
            texts=PageTexts(self.site, self._pages, language, self._paths, self._shop.kept, desk, logger),
            desk=self._desk,
            kept=self._shop.kept,
            changes=Changes(self._paths.content, self.site),
            extension=self._extension,
            config=self._own_config,
            broken=self._broken,
            is_serving=self._shop.is_serving,
            keep_file=self._shop.folder.stays,
        )

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take out the pages that were made before; where there are none, make them on all processors."""
        self._keep_up()
        self._nav = nav
        self._shop.make_meanwhile([self._data_files(config)], files)
        self._shop.divide(self._steps, nav, config, files)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's own templates the words of pages; have it take pages that it made before."""
        if self._part:
            return env
        env.add_extension("jinja2.ext.i18n")
        env.install_gettext_translations(messages_in(self.settings.language), newstyle=True)  # type: ignore[attr-defined]
        feeds = env.globals["feeds"] = feeds_of(self.site, self.settings.language)
        if self._edition or self._has_editions:
            home = self._first_home or self._home
            env.globals["editions"] = editions.others(self._first, self.settings.language, home)
            env.globals["only_here"] = self._only_here
        for_editors = self._shop.is_serving and config.docs_dir  # Pages lead to their files.
        shown = feeds, env.globals.get("editions"), self._only_here
        self._shop.equip(env, self._steps, files, (str(self._nav), config.site_url, for_editors, shown))
        return env

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        """Take a page that was made before, or have it made."""
        return self._steps.begin(page, files)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Read a page's file."""
        return self._steps.read(page)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fill in what is made of the whole site."""
        return self._steps.fill_in(markdown, page)

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put a title above the text."""
        return self._steps.entitle(content, page)

    @event_priority(100)
    def _bring(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG002
        """Have a page's text be there before any plugin asks for it."""
        self._steps.bring(page)
        return context

    @event_priority(0)
    def _surround(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG002
        """Add what is about a page rather than in it."""
        return self._steps.surround(context, page, config)

    on_page_context = CombinedEvent(_bring, _surround)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Make the last changes to a page as the theme sets it."""
        return self._steps.finish(output, page)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The same for the page of an address that is not there."""
        return output_content if self._shop.is_serving else close_policy(output_content, "")

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
