"""Processes that work on seeds side by side, each with tables of its own; threads that write side by side."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from generator.language.codes import identifier
from generator.model import Record, Slug
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.generate.prepare import SeedTables

PARALLEL_FROM = 200
"""Starting processes costs more time than fewer seeds take."""
SEEDS_AT_ONCE = 16
"""Handed to a process in one go."""
AHEAD = 64
"""Such handfuls under way at most: enough to work on while the results of others are written, and a bound to
what is held in memory."""
SELDOM = 20_000
"""Objects made since garbage was last looked for."""
WRITERS = 8
"""Entries that are written at once: mostly the disk is waited for, which takes many files as one."""
WRITE_TOGETHER_FROM = 20
"""Fewer entries are written one after the other."""

METHOD = "fork" if sys.platform == "linux" else "spawn"
"""How processes start: a fork has all modules and tables of its parent at once, where that is safe."""

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[Path], "SeedTables"], list[R]]
"""What is done with a handful of seeds; given by its place in a module, as it goes to other processes."""


class DoAll(Protocol):
    """Does one thing with many seeds."""

    def __call__(self, work: Work[R], seeds: Iterable[Path]) -> Iterable[R]:
        """Yield what comes of each seed, in their order."""


WorkIn = Callable[[int, Settings, Mapping[Slug, Record]], AbstractContextManager[DoAll]]
"""Gives what works on so many seeds, with the project's settings and records."""


class WriteAll(Protocol):
    """Does one thing with many drafts; it may well wait for the disk."""

    def __call__(self, write: Callable[[T], R], drafts: Iterable[T]) -> Iterator[R]:
        """Yield what comes of each draft, in their order."""


@contextmanager
def writers(count: int) -> Iterator[WriteAll]:
    """Give what writes entries: side by side where there are many.

    Args:
        count: of the seeds.
    """
    if count < WRITE_TOGETHER_FROM:
        yield _one_by_one
        return
    with ThreadPoolExecutor(WRITERS) as pool:
        yield partial(_ahead, pool)


def _one_by_one(write: Callable[[T], R], drafts: Iterable[T]) -> Iterator[R]:
    return map(write, drafts)


def _ahead(pool: ThreadPoolExecutor, write: Callable[[T], R], drafts: Iterable[T]) -> Iterator[R]:
    """Yield the results in the order of the drafts, with no more under way than are written at once."""
    waiting: deque[Future[R]] = deque()
    for draft in drafts:
        waiting.append(pool.submit(write, draft))
        if len(waiting) >= WRITERS:
            yield waiting.popleft().result()
    for future in waiting:
        yield future.result()


@contextmanager
def workers(count: int, settings: Settings, records: Mapping[Slug, Record]) -> Iterator[DoAll]:
    """Give what works on seeds: in processes for many, in this one for few.

    Args:
        count: of the seeds.
        settings: of the project.
        records: its authority records.
    """
    is_many = count >= PARALLEL_FROM
    with ThreadPoolExecutor(1) as beside:
        if is_many:
            # Once, before the processes part; unpacked on one processor while the other compiles what is
            # imported. Where that fails, every seed tells.
            beside.submit(identifier)
        from generator.generate.prepare import seed_tables

        tables = seed_tables(settings, records)
    if not is_many:
        yield lambda work, seeds: (one for some in _handfuls(seeds) for one in work(some, tables))
        return
    _own_tables[:] = [tables]
    try:
        with ProcessPoolExecutor(
            os.cpu_count(), get_context(METHOD), initializer=_start, initargs=(settings, records)
        ) as pool:

            def submit(*given: Any) -> Future[Any]:
                future = pool.submit(_all_with_tables, *given)
                # A fork has it by now, and here no language is told any more: it is half of what is held.
                identifier.cache_clear()
                return future

            def do_all(work: Work[R], seeds: Iterable[Path]) -> Iterator[R]:
                left = iter(seeds)
                # What is read or compiled for the first seed is there, once, when the processes part.
                yield from work(list(islice(left, 1)), tables)
                yield from in_order(submit, work, left)

            yield do_all
    finally:
        _own_tables.clear()


def in_order(submit: Callable[..., Future[Any]], work: Work[R], seeds: Iterable[Path]) -> Iterator[R]:
    """Yield the results in the order of the seeds, with what works on them always some way ahead.

    Args:
        submit: has a handful of seeds worked on elsewhere; given the work and the seeds.
        work: done with each seed.
        seeds: in any number.
    """
    waiting: deque[Future[list[R]]] = deque()
    for handful in _handfuls(seeds):
        waiting.append(submit(work, handful))
        if len(waiting) >= AHEAD:
            yield from waiting.popleft().result()
    for future in waiting:
        yield from future.result()


def _handfuls(seeds: Iterable[Path]) -> Iterator[list[Path]]:
    left = iter(seeds)
    return iter(lambda: list(islice(left, SEEDS_AT_ONCE)), [])


_own_tables: list[SeedTables] = []
"""Of a worker process: tables are too large to send with every seed. A fork has its parent's."""


def _start(settings: Settings, records: Mapping[Slug, Record]) -> None:
    if not _own_tables:
        from generator.generate.prepare import seed_tables

        _own_tables[:] = [seed_tables(settings, records)]
    # What is there already stays to the end: only what seeds leave behind is looked through, and seldom.
    gc.freeze()
    gc.set_threshold(SELDOM)
    _end_with_parent()


def _all_with_tables(work: Work[R], seeds: Sequence[Path]) -> list[R]:
    return work(seeds, _own_tables[0])


def _end_with_parent() -> None:
    """Let a worker end when the run is killed: it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
