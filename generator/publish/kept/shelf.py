"""What nobody reads for a while: of ten thousand pages it would fill the memory meanwhile."""

from __future__ import annotations

import os
import tempfile
from typing import IO


class Shelf:
    """Holds data in a nameless file; each copy of this process that puts some has its own."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._is_closed = False
        self._places: dict[str, tuple[int, int] | bytes] = {}
        """Where data lies, or the data itself: the disk was full, or the shelf is closed."""

    def put(self, name: str, data: bytes) -> None:
        """Hold data."""
        self._places[name] = self._lay(data) or data

    def take(self, name: str) -> bytes | None:
        """Return data, once; None where there is none of this name."""
        place = self._places.pop(name, None)
        if self._file and isinstance(place, tuple):
            self._file.seek(place[0])
            return self._file.read(place[1])
        return place if isinstance(place, bytes) else None

    def close(self) -> None:
        """Let go of everything."""
        if self._file:
            self._file.close()
        self._file, self._places, self._is_closed = None, {}, True

    def _lay(self, data: bytes) -> tuple[int, int] | None:
        if self._is_closed:
            return None
        try:
            self._file = self._file or tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed by `close`
            start = self._file.seek(0, os.SEEK_END)
            return (start, len(data)) if self._file.write(data) == len(data) else None
        except OSError:
            return None
