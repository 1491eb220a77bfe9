"""Processes that work on seeds side by side, each with tables of its own."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Protocol, TypeVar

from generator.generate.prepare import SeedTables, seed_tables
from generator.model import Record, Slug
from generator.settings import Settings

PARALLEL_FROM = 200
"""Starting processes costs more time than fewer seeds take."""
SEEDS_AT_ONCE = 16
"""Handed to a process in one go."""

R = TypeVar("R")
Work = Callable[[Path, SeedTables], R]
"""What is done with one seed; given by its place in a module, as it goes to other processes."""


class DoAll(Protocol):
    """Does one thing with many seeds."""

    def __call__(self, work: Work[R], seeds: Iterable[Path]) -> Iterable[R]:
        """Yield what comes of each seed, in their order."""


@contextmanager
def workers(count: int, settings: Settings, records: Mapping[Slug, Record]) -> Iterator[DoAll]:
    """Give what works on seeds: in processes for many, in this one for few.

    Args:
        count: of the seeds.
        settings: of the project.
        records: its authority records.
    """
    if count < PARALLEL_FROM:
        tables = seed_tables(settings, records)
        yield lambda work, seeds: (work(seed, tables) for seed in seeds)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(
        os.cpu_count(), context, initializer=_start, initargs=(settings, records)
    ) as pool:
        yield lambda work, seeds: pool.map(partial(_with_tables, work), seeds, chunksize=SEEDS_AT_ONCE)


_own_tables: list[SeedTables] = []
"""Of a worker process: set when it starts, since tables are too large to send with every seed."""


def _start(settings: Settings, records: Mapping[Slug, Record]) -> None:
    _own_tables[:] = [seed_tables(settings, records)]
    _end_with_parent()


def _with_tables(work: Callable[[Path, SeedTables], Any], seed: Path) -> Any:
    return work(seed, _own_tables[0])


def _end_with_parent() -> None:
    """Let a worker end when the run is killed: it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
