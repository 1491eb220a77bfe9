"""The MkDocs plugin: MkDocs calls its hooks in turn, and they hand over what `publish` computes.

Which files a site has is in `site_files`, how a page is made in `page_steps`.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
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
from mkdocs.structure.toc import get_toc
from mkdocs.utils.yaml import yaml_load

from generator.content.library import Library, load_library
from generator.content.memory import Memory, load_memory
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError, SettingsError
from generator.messages import messages_in
from generator.model import Language
from generator.publish.computed.edition import library_in
from generator.publish.computed.readings import READING
from generator.publish.computed.site import Read, Site, compute_site
from generator.publish.data import FOLDER as DATA_FOLDER
from generator.publish.data import Origin, feeds_of
from generator.publish.kept.garbage import Garbage
from generator.publish.kept.in_place import write_file
from generator.publish.kept.rendered import CompiledTemplates, RenderedPages
from generator.publish.kept.store import (
    FILE,
    PARSED,
    Kept,
    Store,
    digest_of,
    forget_others,
    program_digest,
    stamp_of,
)
from generator.publish.mkdocs import editions, part
from generator.publish.mkdocs.aside import Aside, Work
from generator.publish.mkdocs.beside_pages import DataFiles, Meanwhile, SearchIndex, is_worth
from generator.publish.mkdocs.changes import Changes
from generator.publish.mkdocs.desk import Desk
from generator.publish.mkdocs.drafts import drafts_of, without_drafts
from generator.publish.mkdocs.exchange import Beside
from generator.publish.mkdocs.folder import SiteFolder
from generator.publish.mkdocs.known import configuration, list_once, may_keep
from generator.publish.mkdocs.later import Later
from generator.publish.mkdocs.live import BehindError, failing_template, harden, in_words, is_asked, on_demand
from generator.publish.mkdocs.page_steps import PageSteps
from generator.publish.mkdocs.page_texts import PageTexts
from generator.publish.mkdocs.policy import close_policy
from generator.publish.mkdocs.set_up import set_up
from generator.publish.mkdocs.site_files import SiteFiles, leave_out_made
from generator.publish.mkdocs.watch import watched
from generator.publish.mkdocs.workers import Elsewhere, start_workers
from generator.publish.pages.lists import Pages
from generator.publish.pages.markdown import SegmentExtension
from generator.publish.pages.marks import EDITORS_PAGE
from generator.publish.search import Index
from generator.publish.search.index import FOLDER as SEARCH_FOLDER
from generator.settings import Settings, load_settings

SEARCH = "material/search"
"""The plugin that the theme shows a search field for; the index is ours (`publish.search`)."""

GARBAGE = ".garbage"
"""Names the search for it among what is done aside; no file of the site is called so."""
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

    is_serving = False
    _is_dirty = False
    """Whether MkDocs leaves out what seems unchanged by its date; its file is to stay."""
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
        self._aside = Aside(lambda error: logger.warning("%s", in_words(error, REMEDY)))
        self._folder = SiteFolder()
        self._kept, self._index = Kept(), Index(stays=True, pause=self._aside.give_way)
        self._parsed: Parsed | None = None
        self._compiled = CompiledTemplates()
        self._garbage = Garbage()
        self._rendered: RenderedPages | None = None
        """None: pages are made anew, for what else they may be made from is not known."""
        self._elsewhere: Elsewhere | None = None
        """None: this process makes all pages."""
        self._later: Later | None = None
        """None: no page waits until it is asked for."""
        self._shown: PageSteps | None = None
        """Of the last build that did not fail: its pages are made until another one ends."""
        self._meanwhile = Meanwhile()
        self._beside: Beside | None = None
        """None: it is built where it is wanted."""
        self._is_behind: Callable[[], bool] = lambda: False
        """Tells whether something was saved since the build began."""
        self._gave_up = False
        """Whether the build before was: this one goes to its end, however much is saved."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether the site is shown to editors, or built to be published."""
        self.is_serving, self._is_dirty = command == "serve", dirty
        self._is_published = not self.is_serving and not dirty
        self._kept = Kept(stays=self.is_serving)
        if self.is_serving:
            # Ended by SIGTERM, MkDocs would leave its folder and a run of `generate` behind.
            signal.signal(signal.SIGTERM, signal.default_int_handler)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the settings; add the Markdown extension, and what else the site needs."""
        self._aside.stop()
        root = Path(config.config_file_path).parent
        try:
            settings = load_settings(root)
            if settings != getattr(self, "settings", settings):
                # Kinds of records may be others now.
                self._parsed = None
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
        """Watch what entries and pages are made from, too; have the server survive mistakes."""
        self._is_behind = lambda: bool(server._want_rebuild)
        on_demand(server, self._aside.ask)
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
        self._aside.stop()
        self._end_workers()  # An interruption is no error of a build.
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
                beside.end(is_sound=self._is_sound)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Take out what was kept of the last build; say under serve what changed since."""
        self._garbage.begin()
        self._made_with = digest_of(program_digest(), self.settings, configuration(config))
        file = f"{self._edition}-{FILE}" if self._edition else FILE
        self._kept.open(self.settings.cache / file, self._made_with)
        if self.is_serving:
            self._desk.look(self.settings)
        if not self._part:
            leave_out_made(config)
        self._may_keep = not self._part and may_keep(config)
        if self._may_keep:
            list_once(config.theme, self._kept.once)
        if self.is_serving:
            self._folder.begin(Path(config.site_dir), stays=self._may_keep and not self._is_dirty)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index and the data; keep what was made; have entries follow their sources."""
        self._gave_up = False
        if self._elsewhere and self._rendered:
            self._elsewhere.write(self._env, self._rendered.is_written)
        if self.is_serving:
            self._have_follow(config)
        else:
            index, data = self._search_index(self.site, config), self._data_files(config)
            self._meanwhile.write([*index, data], self._folder.write)
            self._end(is_whole=True)
        self._desk.follow()
        if self._edition is None and not self._part:
            forget_others(self.settings.cache, self._editions)
        if self._has_editions:
            editions.build_editions(config, self._first, self._home, self._prepare_edition)
        self._is_sound = True

    def _have_follow(self, config: MkDocsConfig) -> None:
        """Have search index and pages be made when they are asked for, or later; data, only when it is."""
        # First: else it would keep the next save waiting, most often.
        works: dict[str, Work] = {GARBAGE: self._garbage.seek}
        put_off: dict[str, Work] = {f"{DATA_FOLDER}/": partial(self._data_files(config).write, write_file)}
        if self._later:
            works |= self._later.works()
            put_off |= self._later.asked()
        self._folder.leave(file.abs_dest_path for file in self._files.all)
        # After the pages: one that is asked for would wait for it, and the first of a large site takes long.
        for one in self._search_index(self.site, config):
            works[f"{SEARCH_FOLDER}/"] = partial(one.write, self._folder.write, self._kept.once, self._index)
        self._shown = self._steps
        self._aside.begin(works, put_off, lambda is_whole: self._end(is_whole=is_whole))
        if not is_asked():
            self._aside.finish()

    def _end(self, *, is_whole: bool) -> None:
        """End a build; `is_whole`: every page was made."""
        if self._later and is_whole:
            self._later.tell_lost_links()
        self._end_workers()
        self._folder.end(is_whole=is_whole)
        self._kept.close(is_whole=is_whole)
        self._garbage.end()
        if self.is_serving:
            self._garbage.seek()

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
        self._make_meanwhile(self._search_index(read, config))

    def _make_meanwhile(self, ones: Iterable[SearchIndex | DataFiles]) -> None:
        if self._may_keep and not self.is_serving and is_worth(self._files.all):
            self._garbage.keep()
            self._meanwhile.make(ones)

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
        """Leave nothing running, and the site as it was; `--strict` refuses one with mistakes.

        Raises:
            PluginError: a template of the site's own failed, or what a build needs is missing: it is named.
        """
        self._end_workers()
        self._garbage.end()
        self._folder.give_up()
        self._aside.stop()
        self._gave_up = isinstance(error, BehindError)
        if self._gave_up:  # All that was made is whole.
            self._kept.close(is_whole=False)
        else:
            self._kept.give_up()
        if self._shown:
            self._steps = self._shown
        self._aside.stay()
        self._is_sound = False
        if not self.is_serving and (isinstance(error, ChronologyError) or failing_template(error)):
            raise PluginError(str(in_words(error, "mend it"))) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Load content/ anew for each build, and add the generated pages."""
        self._keep_up()
        content = self._paths.content
        self._files = SiteFiles(files, config, self._part, content)
        if self._part:
            self._files.add_content()
        whole, self._kept.digest_of_file = self._load(content)
        self._keep_up()
        library = whole if self.is_serving else without_drafts(whole)
        library = library_in(library, self._edition)
        self._desk.tell_issues(library, for_editors=self.is_serving)
        self._broken = dict(library.broken)
        self._files.refuse_unfit(self._broken)
        self._files.refuse_unpublished(drafts_of(whole), keeps_drafts=self.is_serving)
        self._only_here = editions.choose_pages(files, self._editions, self.settings.language, config)
        self._garbage.keep()
        if self._kept.holds(READING) < len(library.entries) / 2:
            reading = "names are looked for, and translations checked; it is kept for the next time"
            progress.info("%d entries are read anew: %s", len(library.entries), reading)
        self.site = compute_site(
            *(library, self.settings, self._load_memory(), self._kept),
            when_read=lambda read: self._when_read(read, config),
        )
        self._keep_up()
        self._prepare_pages(config)
        self._desk.tell_references(whole)
        self._files.add_generated(self.site, self._pages, for_editors=self.is_serving)
        # What was added may need a folder where a file lies.
        self._files.refuse_unfit(self._broken)
        self._garbage.keep()
        return files

    def _load(self, content: Path) -> tuple[Library, Callable[[object], bytes | None]]:
        """Load content/, and parse only what was not parsed before; return what gives their hashes, too."""
        with closing(Store(None if self._parsed else self.settings.cache / PARSED, program_digest())) as kept:
            parsed = self._parsed = self._parsed or Parsed(kept)
            return load_library(content, self.settings.topic, parsed), parsed.digest_of

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
        self._pages = Pages(self.site, language, kinds, config.site_name, self._home, self._kept)
        self._desk.open(self.site, self.settings, self._paths, self._pages, self._broken)
        desk = self._desk if self.is_serving else None
        self._steps = PageSteps(
            site=self.site,
            language=language,
            place=self._part,
            files=self._files,
            pages=self._pages,
            texts=PageTexts(self.site, self._pages, language, self._paths, self._kept, desk, logger),
            desk=self._desk,
            kept=self._kept,
            changes=Changes(self._paths.content, self.site),
            extension=self._extension,
            config=self._own_config,
            broken=self._broken,
            is_serving=self.is_serving,
            keep_file=self._folder.stays,
        )

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take out the pages that were made before; where there are none, make them on all processors."""
        self._keep_up()
        self._nav, self._rendered, self._elsewhere, self._later = nav, None, None, None
        if self._may_keep:
            self._make_meanwhile([self._data_files(config)])
            self._rendered = self._steps.rendered = RenderedPages(
                self._kept,
                digest_of(sorted(files.src_uris)),
                get_toc,
                self._steps.close,
                in_menu={page.file.src_uri for page in nav.pages},
            )
            if self.is_serving:
                self._leave(nav, config, files)
            else:
                self._share(nav, config, files)
        return nav

    def _leave(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Have pages wait that nothing is needed of; where warnings end a build, none does."""
        if not self._is_dirty and not config.strict:
            made: dict[str, object] = self._kept.once("standing", "", "", dict)
            self._later = self._steps.later = Later(self._steps, nav, config, files, made)

    def _share(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Have most pages be made on other processors, where there are none of before."""
        pages = [file for file in files.documentation_pages() if self._steps.is_by_itself(file)]
        if self._rendered and (workers := start_workers(self._kept, nav, config, files, pages)):
            self._rendered.share(workers)
            self._elsewhere = Elsewhere(workers.names, nav, config, files)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's own templates the words of pages; have it take pages that it made before."""
        if self._part:
            return env
        if self._elsewhere:
            self._elsewhere.take(self._steps.take)
        self._env = env
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
            for_editors = self.is_serving and config.docs_dir  # Pages lead to their files.
            self._rendered.frame = digest_of(str(self._nav), config.site_url, for_editors, shown)
            env.template_class = self._rendered.remembering()
            if self._later:
                self._later.env = env
        return env

    def _end_workers(self) -> None:
        self._meanwhile.end()
        if self._rendered:
            self._rendered.end()

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
        return output_content if self.is_serving else close_policy(output_content, "")

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
