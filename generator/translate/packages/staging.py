"""A hidden folder beside the packages, for what is on its way in or out."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".chronology-"
LEFT_BEHIND = 3600.0
"""Seconds after which one is a killed run's: no installation takes that long."""


@contextmanager
def staging(place: Path) -> Iterator[Path]:
    """Make a hidden folder in `place`, where renaming does; deleted at the end, with what is in it.

    Raises:
        OSError: the disk.
    """
    _remove_left_behind(place)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=place) as folder:
        yield Path(folder)


def _remove_left_behind(place: Path) -> None:
    for path in place.glob(f"{PREFIX}*"):
        try:
            if not path.is_symlink() and time.time() - path.stat().st_mtime > LEFT_BEHIND:
                shutil.rmtree(path, ignore_errors=True)
        except FileNotFoundError:
            # Another run was quicker.
            continue
