"""One command at a time writes into a folder; however it ends, the system takes the lock back."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import WriteError, os_error_as

try:
    import fcntl
except ImportError:  # Windows, where two commands at a time are the user's to avoid
    fcntl = None  # type: ignore[assignment]

PAUSE = 0.1
"""Seconds between two attempts."""
ATTEMPTS = 30
"""Enough for a command that marks one entry, too few to wait for a run over all seeds."""


@contextmanager
def writing_into(folder: Path) -> Iterator[int]:
    """Keep other commands from writing into a folder while the block runs.

    The lock is on the folder itself: there is no file that a killed command could leave behind.

    Args:
        folder: created when missing.

    Yields:
        What holds the lock; a process that it is passed on to holds it, too.

    Raises:
        WriteError: another command is at it, or the folder can't be made.
    """
    with os_error_as(WriteError, folder, "can't be opened", "mend its rights, run again"):
        folder.mkdir(parents=True, exist_ok=True)
        held = os.open(folder, os.O_RDONLY)
    try:
        _lock(held, folder)
        yield held
    finally:
        os.close(held)


def _lock(held: int, folder: Path) -> None:
    if fcntl is None:
        return
    for _ in range(ATTEMPTS):
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:  # a file system without locks
            return
        else:
            return
    raise WriteError(
        f"{folder.name}/", "another chronology command is writing there", "wait until it has ended, run again"
    )
