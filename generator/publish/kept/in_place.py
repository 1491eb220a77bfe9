"""Under serve, files that a build would write as they are already stay where they are.

MkDocs empties the site's folder before each build, and then writes and copies everything. Here each file is
written when it differs from what the build before wrote, and what no build writes any more is deleted last.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

PAGE = ".html"
Write = Callable[[bytes, str], None]
"""Writes a file: what it is to hold, and its path."""
Stamp = tuple[int, int, int]
"""When a file was written, how large it is, and which it is on the disk."""


def write_file(data: bytes, path: str) -> None:
    """Write a file, and make its folder.

    Raises:
        OSError: the disk.
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


class InPlace:
    """A site's folder, from one build to the next of the same process."""

    def __init__(self) -> None:
        self._folder = ""
        self._before: dict[str, Stamp] = {}
        """Files that lay there when the build began."""
        self._stays: set[str] = set()
        self._known: dict[str, tuple[object, Stamp]] = {}
        """What files were written from, and how they lay there after that."""

    def begin(self, folder: Path) -> None:
        """Begin a build: what lies there may stay."""
        self._folder = str(folder)
        self._before, self._stays = dict(_files_in(self._folder)), set()

    def write(self, content: bytes, output_path: str) -> None:
        """Write a file, unless it holds that.

        Raises:
            OSError: the disk.
        """

        def write() -> None:
            Path(output_path).write_bytes(content)

        self._put(output_path, hashlib.blake2b(content, digest_size=16).digest(), write)

    def copy(self, source: str, path: str, copy: Callable[[], None]) -> None:
        """Copy a file, unless it was copied, and neither was changed since.

        Args:
            source: the file.
            path: where it goes.
            copy: copies it.

        Raises:
            OSError: the disk.
        """
        found = Path(source).stat()
        self._put(path, (source, _stamp(found), found.st_ctime_ns), copy)

    def stays(self, path: str) -> bool:
        """Have a file stay that lies as it was written; tell whether it does."""
        known = self._known.get(path)
        is_there = known is not None and self._before.get(path) == known[1]
        if is_there:
            self._stays.add(path)
        return is_there

    def leave(self, planned: Iterable[str]) -> None:
        """Delete pages that lay there and are not among these paths."""
        pages = {path for path in self._before if path.endswith(PAGE)}
        self._delete(pages.difference(planned))

    def end(self) -> None:
        """End a build: delete what lay there and was neither written nor is to stay."""
        self._delete(self._before)
        self._before = {}

    def _delete(self, paths: Iterable[str]) -> None:
        for path in paths:
            stamp = self._before[path]
            with suppress(OSError):
                if path not in self._stays and _stamp(Path(path).stat()) == stamp:
                    Path(path).unlink()
                    self._known.pop(path, None)
                    self._remove_empty(Path(path).parent)

    def _put(self, path: str, made_from: object, put: Callable[[], None]) -> None:
        stamp = self._before.get(path)
        self._stays.add(path)
        if stamp is not None and self._known.get(path) == (made_from, stamp):
            return
        self._make_way(Path(path))
        put()
        self._known[path] = made_from, _stamp(Path(path).stat())

    def _make_way(self, path: Path) -> None:
        """Have a file's folder be there, where files or a folder lay before."""
        if path.is_dir():
            shutil.rmtree(path)
        if not path.parent.is_dir():
            for parent in path.parents:
                if parent.is_file() and parent.is_relative_to(self._folder):
                    parent.unlink()
            path.parent.mkdir(parents=True, exist_ok=True)

    def _remove_empty(self, folder: Path) -> None:
        while len(str(folder)) > len(self._folder):
            folder.rmdir()
            folder = folder.parent


def _files_in(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Yield files; what is hidden at the top is not the site's."""
    with suppress(FileNotFoundError):
        yield from _walk(folder, lambda name: not name.startswith("."))


def _walk(folder: str, is_taken: Callable[[str], bool] = bool) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                if is_taken(one.name):
                    yield from _walk(one.path)
            elif is_taken(one.name):
                yield one.path, _stamp(one.stat(follow_symlinks=False))


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_size, found.st_ino
