"""Work that a served site need not wait for: what is asked for first, the rest when nobody asks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from time import monotonic, sleep

Work = Callable[[], None]
QUIET = 0.6
"""Seconds without a question, from which on the rest is done: a page that is loaded asks for many files."""
PAUSE = 0.01
"""Seconds between looks whether whoever waited has begun."""


class GaveWayError(Exception):
    """Work was left undone, for the site is made anew."""


class Aside:
    """Does one piece of work at a time; one that takes long calls `give_way` now and then.

    Each is named by the file that it makes, inside the site, or by a folder of such: `data/`.

    Args:
        tell: is told what failed.
    """

    def __init__(self, tell: Callable[[Exception], None]) -> None:
        self._tell = tell
        self._lock = threading.RLock()
        self._works: dict[str, Work] = {}
        self._put_off: dict[str, Work] = {}
        """What is done only when it is asked for."""
        self._before = self._works, self._put_off
        """What is left of both when the site begins to change."""
        self._end: Callable[[bool], None] | None = None
        self._doing: set[str] = set()
        """What is being done: one, and those that gave way to it."""
        self._waiting: list[str] = []
        """What is asked for meanwhile."""
        self._is_over = threading.Event()
        self._thread: threading.Thread | None = None
        self._asked = 0.0

    def begin(
        self, works: Mapping[str, Work], put_off: Mapping[str, Work], end: Callable[[bool], None]
    ) -> None:
        """Begin some work.

        Args:
            works: in the order in which they are done when nobody asks.
            put_off: what is done only when it is asked for; a name in both needs less when nobody asks.
            end: is called once, at the end, and told whether all of `works` was done.
        """
        self._works, self._put_off, self._end = {**works}, {**put_off}, end
        self._before = self._works, self._put_off
        self._is_over, self._asked = threading.Event(), monotonic()
        self._thread = threading.Thread(target=self._go_on, name="aside", daemon=True)
        self._thread.start()

    def ask(self, path: str) -> None:
        """Have a file be there; whoever asks meanwhile waits for it, and for nothing else."""
        self._asked = monotonic()
        for name in _names(path):
            while name in self._works or name in self._put_off:
                if name in self._doing:
                    sleep(PAUSE)
                elif self._is_done(name):
                    break
        self._asked = monotonic()

    def _is_done(self, name: str) -> bool:
        """Do what is asked for, unless somebody began it meanwhile; tell whether it was done, or tried."""
        self._waiting.append(name)
        with self._lock:
            self._waiting.remove(name)
            is_free = name not in self._doing
            if is_free:
                self._do(name, self._put_off, self._works)
        return is_free

    def give_way(self) -> None:
        """Have whoever asks for something else get it, in the middle of a piece of work.

        Raises:
            GaveWayError: nothing more is to be done.
        """
        if self._waiting:
            self._lock.release()
            while self._waiting:
                sleep(PAUSE)
            self._lock.acquire()
        if self._is_over.is_set():
            raise GaveWayError

    def finish(self) -> None:
        """Do everything at once."""
        for name in list(self._put_off):
            self.ask(name)
        self._asked = 0.0
        if self._thread:
            self._thread.join()

    def stop(self) -> None:
        """Do nothing more; return when nothing is being done."""
        self._is_over.set()
        if self._thread:
            self._thread.join()
        with self._lock:
            self._works, self._put_off = {}, {}

    def stay(self) -> None:
        """Have what is left wait until it is asked for, where a build failed: its pages stay."""
        with self._lock:
            self._works, self._put_off = self._before
            self._is_over = threading.Event()

    def _go_on(self) -> None:
        for name in list(self._works):
            self._wait_until_quiet()
            with self._lock:
                if self._is_over.is_set():
                    break
                self._do(name, self._works)
        self._wait_until_quiet()
        with self._lock:
            # Here in any case: no interruption cuts it short, as it may what the main thread does.
            self._end_with(is_whole=not (self._works or self._is_over.is_set()))

    def _wait_until_quiet(self) -> None:
        while not self._is_over.is_set() and (left := self._asked + QUIET - monotonic()) > 0:
            self._is_over.wait(min(left, QUIET / 10))

    def _end_with(self, *, is_whole: bool) -> None:
        end, self._end = self._end, None
        if end:
            self._try(lambda: end(is_whole))

    def _do(self, name: str, *kinds: dict[str, Work]) -> None:
        """Do a piece of work of some kinds, if nobody did or does it; what fails may be asked for again."""
        for works in kinds:
            if (work := works.get(name)) and name not in self._doing:
                self._doing.add(name)
                is_done = self._try(work)
                self._doing.discard(name)
                if not is_done:
                    return
                works.pop(name, None)

    def _try(self, work: Work) -> bool:
        try:
            work()
        except GaveWayError:
            return False
        except Exception as error:  # the server goes on
            self._tell(error)
            return False
        return True


def _names(path: str) -> Iterator[str]:
    """Yield the works that a file may be made by; the chronology may be a part of the site."""
    yield from (path, f"{path}/index.html")
    yield from (f"{folder}/" for folder in path.split("/")[:-1])
