"""Under serve: pages that are made when they are asked for, or later.

MkDocs takes each page through all its steps before it shows any. Here it goes only through those that others
need. Of the rest, most turn out to be made from the same as in a build before: nothing is to be said of them,
and they are set and written only when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.publish.pages.marks import EDITORS_PAGE


class Steps(Protocol):
    """What is known of pages."""

    def may_wait(self, file: File) -> bool:
        """Tell whether nothing of a page is needed for another one, the site map or the search index."""

    def take(self, page: Page, files: Files) -> bool:
        """Fill in what others must know of a page that was made before; tell whether it was."""

    def stands(self, page: Page, made_from: object) -> bool:
        """Tell whether the file of a page that was taken lies there as it would be written."""

    def still(self, page: Page) -> None:
        """Keep how a page that was taken is set, though it is not asked for."""


class Later:
    """The pages of a build that wait.

    Args:
        steps: that pages go through.
        nav: of the site.
        config: of MkDocs.
        files: of the site.
        made: what pages were made from by the builds before, by page; of the same settings and program.
    """

    env: Environment
    """Of the theme."""

    def __init__(
        self,
        steps: Steps,
        nav: Navigation,
        config: MkDocsConfig,
        files: Files,
        made: dict[str, object],
    ) -> None:
        self._steps, self._nav, self._config, self._files = steps, nav, config, files
        # What the menu calls a page is said on all others; its own text says it where nothing else does.
        telling = {page.file.src_uri for page in nav.pages if "title" not in vars(page)}
        pages = files.documentation_pages()
        waiting = filter(steps.may_wait, (file for file in pages if file.src_uri not in telling))
        self._pages = {file.src_uri: file.page or Page(None, file, config) for file in waiting}
        self._left = dict(self._pages)
        self._unseen = set(self._pages)
        self._made = made
        # MkDocs would look for their anchors before there are any.
        others = (file.page for file in pages if file.src_uri not in self._pages)
        self._others = [page for page in others if page]
        for page in self._others:
            page.validate_anchor_links = lambda **_: None  # type: ignore[method-assign]
        leave_out(files, lambda name: name in self._pages)

    def works(self) -> Mapping[str, Callable[[], None]]:
        """Return what learns of each page that somebody wrote what is to be said of it, by its file."""
        return {
            page.file.dest_uri: partial(self._look, name)
            for name, page in self._pages.items()
            if page.file.generated_by is None
        }

    def asked(self) -> Mapping[str, Callable[[], None]]:
        """Return what makes each page, by the file that it writes."""
        return {page.file.dest_uri: partial(self._make, name) for name, page in self._pages.items()}

    def _look(self, name: str) -> None:
        if name in self._unseen:
            self._make(name, is_asked=False)

    def _make(self, name: str, *, is_asked: bool = True) -> None:
        page = self._left.pop(name, None)
        if page is None:
            return
        if name == EDITORS_PAGE:  # It lists what is wrong in the others.
            for look in self.works().values():
                look()
        try:
            if not self._steps.take(page, self._files):
                _populate_page(page, self._config, self._files)
            elif name in self._made and self._steps.stands(page, self._made[name]):
                return
            elif not is_asked:
                self._steps.still(page)
                self._left[name] = page
                return
            _build_page(page, self._config, self._files.documentation_pages(), self._nav, self.env)
        except BaseException:
            self._left[name] = page
            raise
        finally:
            self._unseen.discard(name)

    def note(self, page: Page, made_from: object) -> None:
        """Remember what a page is made from that is to be written now."""
        self._made[page.file.src_uri] = made_from

    def tell_lost_links(self) -> None:
        """Say which links lead to no place in a page, now that all are made."""
        level = self._config.validation.links.anchors
        for page in (*self._others, *self._pages.values()):
            for file in page.links_to_anchors or ():
                self._look(file.src_uri)
            Page.validate_anchor_links(page, files=self._files, log_level=level)


def leave_out(files: Files, is_left_out: Callable[[str], bool]) -> None:
    """Have MkDocs not go through some pages of a build.

    Args:
        files: of the site.
        is_left_out: tells it of a page, by the path of its file.
    """
    listed = files.documentation_pages

    def gone_through(**which: Any) -> list[File]:
        # MkDocs says which pages it goes through; where it lists them, they are all.
        return [one for one in listed(**which) if not (which and is_left_out(one.src_uri))]

    files.documentation_pages = gone_through  # type: ignore[method-assign]
