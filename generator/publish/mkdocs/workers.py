"""Pages made and written by copies of this process, each as MkDocs makes them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import partial

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.publish.kept.by_workers import OUTPUT, MadePage, WorkersPages, made_page
from generator.publish.kept.forked import Worker, parts
from generator.publish.kept.rendered import PAGE, Listener
from generator.publish.kept.store import Kept
from generator.publish.mkdocs.later import leave_out
from generator.publish.mkdocs.page_texts import NOT_IN_INDEX

MOST_IN_NAVIGATION = 50
"""Pages: with more, each worker would have to read too many of the others' for their titles."""
ALONE = 0.2
"""What only this process does besides, as a share of the work of these pages: lists, the theme's files."""


def start_workers(
    kept: Kept, nav: Navigation, config: MkDocsConfig, files: Files, shared: Collection[File]
) -> WorkersPages | None:
    """Have pages be made beside this process, all but its part; None where most are there from before.

    Args:
        kept: values of this build.
        nav: of the site.
        config: of MkDocs.
        files: of the site.
        shared: the pages that may be made elsewhere: what stands in others does not come from them.
    """
    if kept.holds(OUTPUT) >= len(shared) / 2 or len(nav.pages) > MOST_IN_NAVIGATION:
        return None
    pages, at = files.documentation_pages(), Counter(file.dest_uri for file in files)
    logging.getLogger("mkdocs.chronology").info("%d pages are made, on all processors", len(pages))
    # Of several at one address, the one that MkDocs writes last stays.
    others = _others_parts([file for file in shared if at[file.dest_uri] == 1])
    workers = [
        (Worker(partial(_make, part, kept, nav, config, files, pages)), [file.src_uri for file in part])
        for part in others
    ]
    return WorkersPages(kept, workers)


def _others_parts(shared: Sequence[File]) -> list[Sequence[File]]:
    """Return which pages each worker makes: of every folder some, for those of one take equally long."""
    others = len(parts(shared)) - 1
    own = max(0, (1 + ALONE) / (others + 1) - ALONE)
    left = [file for number, file in enumerate(shared) if int(number * own) == int((number + 1) * own)]
    return [left[number::others] for number in range(others)]


class Elsewhere:
    """Pages that workers make from beginning to end: MkDocs goes through the others alone.

    Args:
        names: of their files.
        nav: of the site.
        config: of MkDocs.
        files: of the site.
    """

    def __init__(self, names: Collection[str], nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        self._nav, self._config, self._files = nav, config, files
        found = map(files.src_uris.__getitem__, names)
        self._pages = [file.page or Page(None, file, config) for file in found]
        leave_out(files, lambda name: name in names)

    def take(self, take: Callable[[Page, Files], bool]) -> None:
        """Have what others must know of them be there; what `take` can't fill in is made here."""
        for page in self._pages:
            if not take(page, self._files):
                _populate_page(page, self._config, self._files)

    def write(self, env: Environment, is_written: Callable[[Page], bool]) -> None:
        """Write those that no worker wrote, with all that is to be said of them."""
        files, log_level = self._files, self._config.validation.links.anchors
        for page in self._pages:
            if not is_written(page):
                _build_page(page, self._config, files.documentation_pages(), self._nav, env)
            page.validate_anchor_links(files=files, log_level=log_level)


def make_again(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Make the text of a page whose worker did not come to its end, while MkDocs sets it."""
    for name in ("read_source", "render"):
        vars(page).pop(name, None)
    _populate_page(page, config, files)
    config._current_page = page


def _make(
    part: Sequence[File],
    kept: Kept,
    nav: Navigation,
    config: MkDocsConfig,
    files: Files,
    pages: Sequence[File],
    worker: Worker,
) -> None:
    """Make and write pages in a worker; send what others must know of each, then how the theme sets it.

    A page about which something is said is left to the process that can say it.
    """
    places: dict[tuple[str, str], tuple[int, int, bytes]] = {}

    def put(kind: str, name: str, made_from: bytes, data: bytes) -> None:
        places[kind, name] = (*worker.write(data), made_from)

    # What stands on every page has the titles of those in the menu, which are not this worker's.
    kept.made = lambda *_: None
    for page in nav.pages:
        if page.file not in part:
            _populate_page(page, config, files)
    kept.made = put
    made: dict[str, MadePage] = {}
    for file in part:
        page = file.page or Page(None, file, config)
        with Listener() as heard:
            _populate_page(page, config, files)
        if not heard.count and page.meta.get("search") == NOT_IN_INDEX:
            made[file.src_uri] = made_page(page)
    worker.send((made, places))
    made.clear()
    places.clear()
    env = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
    for file in part:
        assert file.page is not None
        with Listener() as heard:
            _build_page(file.page, config, pages, nav, env)
        if heard.count:
            for kind in (PAGE, OUTPUT):
                places.pop((kind, file.src_uri), None)
    worker.send(({}, places))
