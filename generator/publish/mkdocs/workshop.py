"""What a build has from those before, and who makes the rest: this process, others meanwhile, or it waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import get_toc

from generator.content.library import Library, load_library
from generator.content.parsed import Parsed
from generator.content.paths import ContentPaths, markdown_below
from generator.publish.computed.readings import READING, load_tables
from generator.publish.data import FOLDER as DATA_FOLDER
from generator.publish.kept.forked import in_copy, parts
from generator.publish.kept.garbage import Garbage
from generator.publish.kept.in_place import write_file
from generator.publish.kept.rendered import CompiledTemplates, RenderedPages
from generator.publish.kept.store import FILE, PARSED, Kept, Store, digest_of, program_digest
from generator.publish.mkdocs.aside import Aside, Work
from generator.publish.mkdocs.beside_pages import DataFiles, Meanwhile, SearchIndex, is_worth
from generator.publish.mkdocs.folder import SiteFolder
from generator.publish.mkdocs.known import configuration, list_once, may_keep
from generator.publish.mkdocs.later import Later
from generator.publish.mkdocs.live import is_asked
from generator.publish.mkdocs.page_steps import PageSteps
from generator.publish.mkdocs.workers import Elsewhere, start_workers
from generator.publish.search import Index
from generator.publish.search.index import FOLDER as SEARCH_FOLDER
from generator.settings import Settings

GARBAGE = ".garbage"
"""Names the search for it among what is done aside; no file of the site is called so."""
MOST_FROM_COPY = 2_000
"""Entries: what a copy of this process read takes 4 kB more of each, and saves a second of all."""


class Workshop:
    """Stays from one build to the next; `begin` begins each, and `finish` or `follow` ends it.

    Args:
        tell: is told what failed of what is made when it is asked for, or later.
    """

    is_serving = False
    """Whether the site is shown to editors, else it is built to be published."""
    is_dirty = False
    """Whether MkDocs leaves out what seems unchanged by its date; its file is to stay."""

    def __init__(self, tell: Callable[[Exception], None]) -> None:
        self.aside = Aside(tell)
        self.folder = SiteFolder()
        self.kept, self.index = Kept(), Index(stays=True, pause=self.aside.give_way)
        self.garbage = Garbage()
        self.parsed: Parsed | None = None
        self.may_keep = False
        self.rendered: RenderedPages | None = None
        """None: pages are made anew, for what else they may be made from is not known."""
        self._compiled = CompiledTemplates()
        self._elsewhere: Elsewhere | None = None
        """None: this process makes all pages."""
        self._later: Later | None = None
        """None: no page waits until it is asked for."""
        self._meanwhile = Meanwhile()

    def begin(self, config: MkDocsConfig, settings: Settings, edition: str, *, is_part: bool) -> None:
        """Take out what was kept of the last build; `edition` is empty for the site in its own language."""
        self.garbage.begin()
        made_with = digest_of(program_digest(), settings, configuration(config))
        self.kept.open(settings.cache / (f"{edition}-{FILE}" if edition else FILE), made_with)
        self.may_keep = not is_part and may_keep(config)
        if self.may_keep:
            list_once(config.theme, self.kept.once)
        if self.is_serving:
            self.folder.begin(Path(config.site_dir), stays=self.may_keep and not self.is_dirty)

    def load_library(self, content: Path, settings: Settings) -> Library:
        """Load content/, and parse only what was not parsed before."""
        is_all_new = not (self.is_serving or self.parsed or self.kept.holds(READING))
        is_worth = is_all_new and _has_much_to_check(ContentPaths(content))
        with in_copy(partial(self._parse, content, settings), is_worth=is_worth) as parsed:
            if is_worth:
                load_tables()  # For which the copy that reads all entries would have them wait.
            library, self.parsed = parsed()
        self.kept.digest_of_file = self.parsed.digest_of
        return library

    def _parse(self, content: Path, settings: Settings) -> tuple[Library, Parsed]:
        with closing(Store(None if self.parsed else settings.cache / PARSED, program_digest())) as kept:
            parsed = self.parsed or Parsed(kept)
            return load_library(content, settings.topic, parsed), parsed

    def make_meanwhile(self, ones: Iterable[SearchIndex | DataFiles], files: Files) -> None:
        """Begin to make some on another processor, where that is worth it."""
        if self.may_keep and not self.is_serving and is_worth(files):
            self.garbage.keep()
            self._meanwhile.make(ones)

    def divide(self, steps: PageSteps, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Take out the pages that were made before; have others wait, or be made on all processors."""
        self.rendered, self._elsewhere, self._later = None, None, None
        if not self.may_keep:
            return
        self.rendered = steps.rendered = RenderedPages(
            self.kept,
            digest_of(sorted(files.src_uris)),
            get_toc,
            steps.close,
            in_menu={page.file.src_uri for page in nav.pages},
        )
        if self.is_serving:
            self._leave(steps, nav, config, files)
        else:
            self._share(steps, nav, config, files)

    def _leave(self, steps: PageSteps, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Have pages wait that nothing is needed of; where warnings end a build, none does."""
        if not self.is_dirty and not config.strict:
            made: dict[str, object] = self.kept.once("standing", "", "", dict)
            self._later = steps.later = Later(steps, nav, config, files, made)

    def _share(self, steps: PageSteps, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Have most pages be made on other processors, where there are none of before."""
        pages = [file for file in files.documentation_pages() if steps.is_by_itself(file)]
        if self.rendered and (workers := start_workers(self.kept, nav, config, files, pages)):
            self.rendered.share(workers)
            self._elsewhere = Elsewhere(workers.names, nav, config, files)

    def equip(self, env: Environment, steps: PageSteps, files: Files, shown: object) -> None:
        """Have the theme take pages that it made before; `shown` is what stands on every page."""
        if self._elsewhere:
            self._elsewhere.take(steps.take)
        self._env = env
        env.bytecode_cache = self._compiled
        env.auto_reload = False  # Each build has an environment of its own.
        self.folder.keep_copies(files)
        if self.rendered:
            self.rendered.frame = digest_of(shown)
            env.template_class = self.rendered.remembering()
            if self._later:
                self._later.env = env

    def follow(self, planned: Iterable[str], indexes: Iterable[SearchIndex], data: DataFiles) -> None:
        """Have search index and pages be made when they are asked for, or later; data, only when it is."""
        # First: else it would keep the next save waiting, most often.
        works: dict[str, Work] = {GARBAGE: self.garbage.seek}
        put_off: dict[str, Work] = {f"{DATA_FOLDER}/": partial(data.write, write_file)}
        if self._later:
            works |= self._later.works()
            put_off |= self._later.asked()
        self.folder.leave(planned)
        # After the pages: one that is asked for would wait for it, and the first of a large site takes long.
        for one in indexes:
            works[f"{SEARCH_FOLDER}/"] = partial(one.write, self.folder.write, self.kept.once, self.index)
        self.aside.begin(works, put_off, lambda is_whole: self._end(is_whole=is_whole))
        if not is_asked():
            self.aside.finish()

    def finish(self, ones: Sequence[SearchIndex | DataFiles]) -> None:
        """Have these be there, too, and the pages that workers make."""
        if self._elsewhere and self.rendered:
            self._elsewhere.write(self._env, self.rendered.is_written)
        self._meanwhile.write(ones, self.folder.write)
        self._end(is_whole=True)

    def _end(self, *, is_whole: bool) -> None:
        """End a build; `is_whole`: every page was made."""
        if self._later and is_whole:
            self._later.tell_lost_links()
        self._end_workers()
        self.folder.end(is_whole=is_whole)
        self.kept.close(is_whole=is_whole)
        self.garbage.end()
        if self.is_serving:
            self.garbage.seek()

    def give_up(self, *, is_whole: bool) -> None:
        """Leave the site as it was before a build that failed; `is_whole`: what it made is right."""
        self._end_workers()
        self.garbage.end()
        self.folder.give_up()
        self.aside.stop()
        if is_whole:
            self.kept.close(is_whole=False)
        else:
            self.kept.give_up()
        self.aside.stay()

    def close(self) -> None:
        """End what runs beside this process; an interruption is no error of a build."""
        self.aside.stop()
        self._end_workers()

    def _end_workers(self) -> None:
        self._meanwhile.end()
        if self.rendered:
            self.rendered.end()


def _has_much_to_check(paths: ContentPaths) -> bool:
    """Tell whether there are many translations, but of no more entries than a copy may read."""
    if not paths.memory.exists():
        return False
    entries = markdown_below(paths.entries, is_deep=True)
    return len(parts(entries)) > 1 and len(entries) <= MOST_FROM_COPY
