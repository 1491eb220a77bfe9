"""Texts that nobody reads for a while: of ten thousand pages they would fill the memory meanwhile."""

from __future__ import annotations

import os
import tempfile
from typing import IO


class Shelf:
    """Holds texts in a nameless file; each copy of this process that puts some has its own."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._places: dict[str, tuple[int, int]] = {}

    def put(self, name: str, text: str) -> bool:
        """Hold a text; tell whether there was room for it on the disk."""
        try:
            self._file = self._file or tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`
            start = self._file.seek(0, os.SEEK_END)
            self._places[name] = start, self._file.write(text.encode("utf-8", "surrogatepass"))
        except OSError:
            return False
        return True

    def take(self, name: str) -> str | None:
        """Return a text, once; None where there is none of this name."""
        place = self._places.pop(name, None)
        if place is None or self._file is None:
            return None
        self._file.seek(place[0])
        return self._file.read(place[1]).decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Let go of all texts."""
        if self._file:
            self._file.close()
        self._file, self._places = None, {}
