"""Work that the server need not wait for: the site is looked at already."""

from __future__ import annotations

import threading
from collections.abc import Callable

from generator.errors import ChronologyError

Work = Callable[[], None]
REMEDY = "free space or mend rights, then save again"


class Aside:
    """Does one piece of work at a time, besides what waits until it is asked for.

    `tell`: is told what can't be written.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._put_off: Work | None = None
        self._before: Work | None = None
        """What was put off when the site began to change."""

    def start(self, *works: Work) -> None:
        """Begin some work; `wait` for it before the site changes again."""
        with self._lock:
            self._end()
        self._thread = threading.Thread(target=self.do, args=works, name="aside", daemon=True)
        self._thread.start()

    def do(self, *works: Work) -> bool:
        """Do some work at once; tell whether all of it could be done."""
        is_done = True
        for work in works:
            try:
                work()
            except (OSError, ChronologyError) as error:
                is_done = False
                self._tell(f"search index or data can't be written ({error}); {REMEDY}")
        return is_done

    def put_off(self, work: Work) -> None:
        """Have a piece of work wait until it is asked for."""
        with self._lock:
            self._put_off, self._before = work, None

    def ask(self) -> None:
        """Do what waits, until it is done once, after what was begun; whoever asks meanwhile waits for it."""
        with self._lock:
            self._end()
            if self._put_off and self.do(self._put_off):
                self._put_off = None

    def wait(self) -> None:
        """Return when nothing is being done, nor will be asked for."""
        with self._lock:
            self._put_off, self._before = None, self._put_off
            self._end()

    def stay(self) -> None:
        """Have what was put off wait again, where the build that began put nothing off."""
        with self._lock:
            self._put_off = self._put_off or self._before

    def _end(self) -> None:
        if self._thread:
            self._thread.join()
            self._thread = None
