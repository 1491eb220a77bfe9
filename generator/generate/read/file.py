"""The bytes of a file in seeds/: only what lies there, and is small enough for one document."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.errors import InputError
from generator.generate.seeds import is_readable_kind, most_bytes, place_of


def too_large(place: str, size: int, most: int) -> InputError:
    """Return the error for a seed of more bytes than one document has."""
    return InputError(
        place,
        f"{size / 1e6:.1f} MB, more than the {most / 1e6:.1f} MB of one document",
        "split it, or raise max_seed_bytes in pyproject.toml, [tool.chronology]",
    )


def read_bytes(path: Path, folder: Path, max_bytes: int) -> bytes:
    """Return what a seed's file holds.

    Args:
        path: the seed.
        folder: seeds/, which the seed must lie in.
        max_bytes: the largest size of a text that is accepted; a page may be larger.

    Raises:
        InputError: it can't be read, is of no kind that can, or lies elsewhere.
    """
    place = place_of(path)
    if not path.name.isprintable():
        if any("\udc80" <= letter <= "\udcff" for letter in path.name):
            problem, remedy = (
                "its name can't be read in this locale",
                "rename it, or set LC_ALL=C.UTF-8",
            )
        else:
            problem, remedy = "its name holds control characters", "rename it"
        raise InputError(place, problem, remedy)
    try:
        # Where a file lies is only to be asked of the system if it is a link, or in another folder.
        is_elsewhere = path.is_symlink() or path.parent != folder
        if is_elsewhere and not path.resolve(strict=True).is_relative_to(folder.resolve()):
            raise InputError(place, "leads out of seeds/", "copy the document itself into seeds/")
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise InputError(place, "is a folder, not a file", "seeds lie directly in seeds/")
        if not is_readable_kind(path):
            raise InputError(
                place, "is neither a .txt nor an .html file", f"save its text as {path.stem}.txt"
            )
        size, most = found.st_size, most_bytes(path.suffix, max_bytes)
        if size > most:
            raise too_large(place, size, most)
        return path.read_bytes()
    except (OSError, RuntimeError) as error:
        raise InputError(
            place, f"can't be read ({getattr(error, 'strerror', None) or error})", "check the file"
        ) from error
