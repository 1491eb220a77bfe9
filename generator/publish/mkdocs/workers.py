"""Pages made by copies of this process, each as MkDocs makes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.publish.kept.forked import Worker, parts
from generator.publish.kept.rendered import WorkersPages, make_in
from generator.publish.kept.store import Kept


def start_workers(kept: Kept, nav: Navigation, config: MkDocsConfig, files: Files) -> WorkersPages:
    """Have all pages but this process's part be made; what they give is found among what is kept.

    Args:
        kept: values of this build.
        nav: of the site.
        config: of MkDocs.
        files: of the site.
    """
    pages = files.documentation_pages()

    def made_in(worker: Worker, part: Sequence[File]) -> None:
        # What stands on every page has their titles.
        shown = [page.file for page in nav.pages if page.file not in part]

        def read() -> None:
            for file in (*shown, *part):
                _populate_page(file.page or Page(None, file, config), config, files)

        def build() -> None:
            env = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
            for file in part:
                assert file.page is not None
                _build_page(file.page, config, pages, nav, env)

        make_in(worker, kept, (read, build))

    _, *others = parts(pages)
    workers = [(Worker(partial(made_in, part=part)), [file.src_uri for file in part]) for part in others]
    found = kept.workers = WorkersPages(workers)
    return found
