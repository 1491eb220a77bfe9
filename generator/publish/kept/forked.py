"""Work done in copies of this process, one for each further processor, which have all its tables for nothing.

Where processes can't be copied, or one fails, this process does the work itself.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import IO, Any, TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")

LEAST = 100
"""Things to do: for fewer, a copy costs more than it saves."""
MOST_WORKERS = 8
WORD = 8
"""Bytes of a number in a message."""


def processors() -> int:
    """Return on how many processors work can be done; one where this process can't be copied safely."""
    # Threads are not copied, and what they hold stays locked.
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(MOST_WORKERS, len(os.sched_getaffinity(0)))


def parts(things: Sequence[T]) -> list[Sequence[T]]:
    """Cut what is to be done into as many parts as there are processors; into one where it is little."""
    count = processors() if len(things) >= LEAST else 1
    ends = [len(things) * number // count for number in range(count + 1)]
    return [things[start:end] for start, end in pairwise(ends)]


def map_forked(work: Callable[[Sequence[T]], list[R]], things: Sequence[T]) -> list[R]:
    """Return what `work` makes of all things, in their order; it is given them in parts."""
    own, *others = parts(things)
    workers = [Worker(lambda worker, part=part: worker.send(work(part))) for part in others]  # type: ignore[misc]
    try:
        done = list(work(own))
        for worker, part in zip(workers, others, strict=True):
            found = worker.receive()
            done += work(part) if found is None else pickle.loads(found)
        return done
    finally:
        for worker in workers:
            worker.end()


@contextmanager
def in_copy(work: Callable[[], R], *, is_worth: bool) -> Iterator[Callable[[], R]]:
    """Have a copy of this process begin some work, whose memory goes with it.

    Args:
        work: what it does.
        is_worth: whether the work is worth a copy; else it is done here, when it is asked for.

    Yields:
        what waits for the copy, and returns what it found.
    """
    if not is_worth:
        yield work
        return
    worker = Worker(lambda worker: worker.send(work()))

    def result() -> R:
        found = worker.receive()
        return work() if found is None else cast("R", pickle.loads(found))

    try:
        yield result
    finally:
        worker.end()


class FilesAside:
    """Files that a copy of this process makes and writes.

    Args:
        make: makes them; it is given what takes a file's bytes and its path.
        write: writes one.
    """

    def __init__(
        self, make: Callable[[Callable[[bytes, str], None]], None], write: Callable[[bytes, str], None]
    ) -> None:
        def work(worker: Worker) -> None:
            paths: list[str] = []

            def put(data: bytes, path: str) -> None:
                write(data, path)
                paths.append(path)

            make(put)
            worker.send(paths)

        self._worker = Worker(work)

    def are_written(self) -> bool:
        """Wait for them; tell whether all of them are there."""
        return self._worker.receive() is not None

    def take_back(self) -> None:
        """Wait for them, and delete them."""
        sent = self._worker.receive()
        for path in pickle.loads(sent) if sent else ():
            Path(path).unlink(missing_ok=True)
            with suppress(OSError):
                Path(path).parent.rmdir()

    def end(self) -> None:
        """Have the copy end."""
        self._worker.end()


class Worker:
    """A copy of this process.

    What it sends lies in a nameless file until it is received, so that neither waits for the other.

    Args:
        work: what it does; it is given the worker, whose `send` sends an object.
    """

    def __init__(self, work: Callable[[Worker], None]) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        self._pipe, self._told = os.pipe()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        self._process = _fork()
        if self._process != 0:
            os.close(self._told)
            return
        try:
            os.close(self._pipe)
            silence = os.open(os.devnull, os.O_WRONLY)
            for stream in (1, 2):
                os.dup2(silence, stream)
            work(self)
        except BaseException:
            pass
        finally:
            # Nothing of what this process would do at its end is to be done twice.
            os._exit(0)

    def write(self, data: bytes) -> tuple[int, int]:
        """Put bytes into the file, in the worker; return where they begin and how many they are."""
        start = self._file.seek(0, os.SEEK_END)
        self._file.write(data)
        return start, len(data)

    def read(self, start: int, length: int) -> bytes:
        """Return bytes of the file."""
        return os.pread(self._file.fileno(), length, start)

    def receive(self) -> bytes | None:
        """Wait for the next thing that is sent; None when the worker ended without sending one."""
        told = b""
        while len(told) < 2 * WORD:
            more = os.read(self._pipe, 2 * WORD - len(told))
            if not more:
                return None
            told += more
        return self.read(int.from_bytes(told[:WORD], "big"), int.from_bytes(told[WORD:], "big"))

    def end(self) -> None:
        """Have it end, whatever it is at."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self._pipe)
        self._file.close()

    def send(self, thing: Any) -> None:
        """Send an object, in the worker."""
        start = self._file.seek(0, os.SEEK_END)
        pickle.dump(thing, self._file, pickle.HIGHEST_PROTOCOL)
        length = self._file.tell() - start
        self._file.flush()
        os.write(self._told, start.to_bytes(WORD, "big") + length.to_bytes(WORD, "big"))


def _fork() -> int | None:
    """Return as `os.fork` does; None where there is no room for a further process."""
    try:
        return os.fork()
    except OSError:
        return None
