"""The only writer of files: whole or not at all, and untouched when nothing changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from secrets import token_hex

from generator.data_files import read_bytes
from generator.errors import InputError, WriteError, os_error_as

TEMPORARY = ".unfinished-"
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
NEW = 0o666
"""The mode of a new file, less what the person running us withholds from all of theirs."""
ATTEMPTS = 5
MAX_BYTES = 1_000_000_000
"""Of what is there before: the translation memory is the largest."""


def read_text(path: Path, place: str) -> str:
    """Read a file a person may have edited.

    Raises:
        InputError: it can't be read or is not UTF-8.
    """
    return read_exact(path, place).replace("\r\n", "\n")


def read_exact(path: Path, place: str) -> str:
    """Read a file a person may have edited, with the line ends it has.

    Raises:
        InputError: as `read_text`.
    """
    data = read_bytes(path, place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            place, f"not UTF-8 (byte {error.start})", "save the file as UTF-8 in your editor"
        ) from error


def write_text(path: Path, text: str) -> bool:
    """Write `text`, or leave the file alone when that is what it holds.

    Returns:
        Whether the file changed.

    Raises:
        WriteError: disk full, no permission, …; the file is as it was.
    """
    data = text.encode("utf-8")
    if _bytes_of(path) == data:
        return False
    _replace(path, data)
    return True


def write_new(path: Path, text: str, place: str, remedy: str) -> None:
    """Write a file that is not there yet.

    Raises:
        InputError: it is there; `remedy` says what to do.
        WriteError: it can't be written.
    """

    def new(current: str | None) -> str:
        if current is not None:
            raise InputError(place, "is there already", remedy)
        return text

    update_text(path, new)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file as it is.

    Raises:
        WriteError: disk full, no permission, …; the file is as it was.
    """
    _replace(path, data)


def update_text(path: Path, update: Callable[[str | None], str]) -> bool:
    """Write what `update` makes of the file's present text (None: no such file).

    An editor may save the file meanwhile; then `update` is asked again with the newer text, so
    that no edit is overwritten.

    Args:
        path: the file.
        update: returns the new text, given the present one with Unix line ends; the file keeps its own.

    Returns:
        Whether the file changed.

    Raises:
        WriteError: the file can't be written, or changes faster than it is read.
        InputError: the present text can't be read, or `update` can't use it.
    """
    for _ in range(ATTEMPTS):
        before = _bytes_of(path)
        exact = None if before is None else read_exact(path, str(path))
        current = None if exact is None else exact.replace("\r\n", "\n")
        updated = update(current)
        # Not by bytes: a file with Windows line ends is left as it is, too.
        if updated == current:
            return False
        if exact and exact.count("\r\n") > exact.count("\n") / 2:
            updated = updated.replace("\n", "\r\n")
        if _replace(path, updated.encode("utf-8"), partial(_holds, path, before)):
            return True
    raise WriteError(str(path), "keeps changing while it is written", "close it and run again")


def remove(path: Path) -> None:
    """Delete a file, if it is there.

    Raises:
        WriteError: no permission, …
    """
    with os_error_as(WriteError, path, "can't be deleted", "mend rights, run again"):
        path.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Delete what a killed run left behind in `folder` and below."""
    for path in folder.rglob(f"{TEMPORARY}*"):
        path.unlink(missing_ok=True)


def _bytes_of(path: Path) -> bytes | None:
    with os_error_as(WriteError, path, "can't be read", "check the file"):
        return read_bytes(path, str(path), MAX_BYTES, WriteError) if path.exists() else None


def _holds(path: Path, data: bytes | None) -> bool:
    return _bytes_of(path) == data


def _replace(path: Path, data: bytes, may_be: Callable[[], bool] = lambda: True) -> bool:
    """Put a whole new file in place of one, or not: `may_be` is asked last of all."""
    with os_error_as(WriteError, path, "can't be written", "free space or mend rights, run again"):
        # What a link leads to is written, and the link stays.
        path = Path(os.path.realpath(path)) if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else None
        unfinished = path.with_name(f"{TEMPORARY}{token_hex(8)}")
        try:
            with os.fdopen(os.open(unfinished, CREATE, NEW if mode is None else mode), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                unfinished.chmod(mode)
            if not may_be():
                unfinished.unlink()
                return False
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    return True
