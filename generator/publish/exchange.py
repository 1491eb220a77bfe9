"""Puts a site that was built beside the published one into its place, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

NOT_RENAMED = (errno.EBUSY, errno.EXDEV)
"""Where the folder is a file system of its own, as a volume of a container is."""


def unfinished(site: Path) -> Path:
    """Return the folder that a site is built in."""
    return site.with_name(f".{site.name}-unfinished")


def mend(site: Path) -> None:
    """Finish what a killed run left: the old site is the site again, unless the new one is there.

    Raises:
        OSError: the disk.
    """
    replaced = _replaced(site)
    if replaced.is_dir():
        if site.exists():
            _clear(replaced, site)
        else:
            replaced.rename(site)
    shutil.rmtree(unfinished(site), ignore_errors=True)


def exchange(site: Path) -> None:
    """Put the finished site in place; hidden files of the old one (.git, .gitkeep, .nojekyll) stay.

    Raises:
        OSError: the disk; the old site stays.
    """
    new, replaced = unfinished(site), _replaced(site)
    if not site.exists():
        new.rename(site)
        return
    try:
        site.rename(replaced)
    except OSError as error:
        if error.errno not in NOT_RENAMED:
            raise
        _pour(new, site)
        return
    try:
        new.rename(site)
    except OSError:
        replaced.rename(site)
        raise
    _clear(replaced, site)


def is_built(site: Path) -> bool:
    """Tell whether there is a site: more than hidden files."""
    return site.is_dir() and any(not path.name.startswith(".") for path in site.iterdir())


def _replaced(site: Path) -> Path:
    return site.with_name(f".{site.name}-replaced")


def _clear(replaced: Path, site: Path) -> None:
    for path in replaced.iterdir():
        if path.name.startswith(".") and not os.path.lexists(site / path.name):
            path.rename(site / path.name)
    shutil.rmtree(replaced)


def _pour(new: Path, site: Path) -> None:
    """Copy file by file, where folders can't change places; what is new first, what is old goes last."""
    shutil.copytree(new, site, dirs_exist_ok=True)
    wanted = {path.relative_to(new) for path in new.rglob("*")}
    for path in sorted(site.rglob("*"), reverse=True):
        place = path.relative_to(site)
        if place in wanted or place.parts[0].startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
    shutil.rmtree(new)
