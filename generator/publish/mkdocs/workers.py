"""Pages made by copies of this process, each as MkDocs makes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mkdocs import utils
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.publish.kept.by_workers import OUTPUT, MadePage, WorkersPages, made_page
from generator.publish.kept.forked import Worker, parts
from generator.publish.kept.rendered import PAGE, Listener
from generator.publish.kept.store import Kept

NOT_IN_INDEX = {"exclude": True}
"""What the header of a page says that the theme's own search index is not to hold."""


def start_workers(
    kept: Kept, nav: Navigation, config: MkDocsConfig, files: Files, shared: Sequence[File]
) -> WorkersPages:
    """Have pages be made beside this process, all but its part.

    Args:
        kept: values of this build.
        nav: of the site.
        config: of MkDocs.
        files: of the site.
        shared: the pages that may be made elsewhere: what stands in others does not come from them.
    """
    pages = files.documentation_pages()
    _, *others = parts(shared)
    workers = [
        (Worker(partial(_make, part, kept, nav, config, files, pages)), [file.src_uri for file in part])
        for part in others
    ]
    return WorkersPages(kept, workers)


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
    """Make pages in a worker; send what others must know of each, then how the theme sets it.

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
    places.clear()
    utils.write_file = lambda content, output_path: None  # noqa: ARG005
    env = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
    for file in part:
        assert file.page is not None
        with Listener() as heard:
            _build_page(file.page, config, pages, nav, env)
        if heard.count:
            for kind in (PAGE, OUTPUT):
                places.pop((kind, file.src_uri), None)
    worker.send(({}, places))
