"""Under serve: pages that stand are not gone through again, and their texts are not held meanwhile.

MkDocs takes each page through all its steps. Of a page that is known to be made from the same as in the build
before, it is enough to know what others may ask; where it looks the same, too, its file lies there already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page


class Standing:
    """Leaves pages out of MkDocs' way through a build.

    Args:
        files: of the site.
        made: what pages were made from by the build before, by page; of the same settings and program.
    """

    def __init__(self, files: Files, made: dict[str, object]) -> None:
        self._made = made
        self._left_out: set[str] = set()
        leave_out(files, lambda name: name in self._left_out)

    def take(self, pages: Iterable[File], take: Callable[[Page], bool]) -> None:
        """Leave out of reading what `take` fills in."""
        self._left_out = {file.src_uri for file in pages if file.page and take(file.page)}

    def stay(self, files: Files, stands: Callable[[Page, object], bool]) -> None:
        """Leave out of setting, of these pages, what `stands`: it is told what the page was made from."""
        pages = ((name, files.src_uris[name].page) for name in self._left_out if name in self._made)
        self._left_out = {name for name, page in pages if page and stands(page, self._made[name])}

    def note(self, page: Page, made_from: object) -> None:
        """Remember what a page is made from that is to be written now."""
        self._made[page.file.src_uri] = made_from


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
