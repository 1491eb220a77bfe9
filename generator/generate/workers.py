"""Processes that work on seeds side by side."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Any

PARALLEL_FROM = 200
"""Starting processes costs more time than fewer seeds take."""
SEEDS_AT_ONCE = 16
"""Handed to a process in one go."""


@contextmanager
def workers(count: int) -> Iterator[Callable[..., Any]]:
    """Give a `map` over processes for many seeds, the built-in one for few."""
    if count < PARALLEL_FROM:
        yield map
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), context, initializer=_end_with_parent) as pool:
        yield partial(pool.map, chunksize=SEEDS_AT_ONCE)


def _end_with_parent() -> None:
    """Let a worker end when the run is killed: it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
