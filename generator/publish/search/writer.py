"""Writes the index of a built site: at once, or beside the server, which need not wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.publish.search.index import build_index
from generator.publish.search.texts import SearchPage


class IndexWriter:
    """Writes one index at a time.

    Args:
        tell: is told in a line what could not be written beside the server.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._thread: threading.Thread | None = None

    def write(self, site: Path, pages: Callable[[], Sequence[SearchPage]]) -> None:
        """Write the index of a site.

        Args:
            site: its folder.
            pages: gives what is searched.

        Raises:
            OSError: the disk.
        """
        for name, text in build_index(pages()).items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def write_aside(self, site: Path, pages: Callable[[], Sequence[SearchPage]]) -> None:
        """Write it while the site is looked at already; `wait` for it before the site changes again."""

        def run() -> None:
            try:
                self.write(site, pages)
            except OSError as error:
                self._tell(f"{site}: the search index can't be written ({error})")

        self.wait()
        self._thread = threading.Thread(target=run, name="search index", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Return when nothing is being written."""
        if self._thread:
            self._thread.join()
            self._thread = None
