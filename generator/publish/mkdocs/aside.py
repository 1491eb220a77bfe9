"""Work that the server need not wait for: the site is looked at already."""

from __future__ import annotations

import threading
from collections.abc import Callable

from generator.errors import ChronologyError


class Aside:
    """Does one piece of work at a time."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._thread: threading.Thread | None = None

    def start(self, work: Callable[[], None]) -> None:
        """Begin a piece of work; `wait` for it before the site changes again."""

        def run() -> None:
            try:
                work()
            except (OSError, ChronologyError) as error:
                self._tell(f"search index and data can't be written ({error})")

        self.wait()
        self._thread = threading.Thread(target=run, name="aside", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Return when nothing is being done."""
        if self._thread:
            self._thread.join()
            self._thread = None
