"""Puts a site that was built beside the published one into its place, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import ExitStack
from pathlib import Path

from generator.content.lock import writing_into
from generator.errors import WriteError, os_error_as

REMEDY = "free space or mend rights, run again"
UNFINISHED = "-unfinished"
NOT_RENAMED = (errno.EBUSY, errno.EXDEV)
"""Where the folder is a file system of its own, as a volume of a container is."""


class Beside:
    """The folder in which a site is built, until it is put in place or refused."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.lock = -1
        """What holds the lock while the site is built; a process that it is passed on to holds it, too."""
        self._held = ExitStack()

    @property
    def is_possible(self) -> bool:
        """Tell whether there can be another folder; not where who runs MkDocs has made it already."""
        name, parent = self.site.name, self.site.parent
        return not name.endswith(UNFINISHED) and (not parent.exists() or os.access(parent, os.W_OK))

    def begin(self) -> Path:
        """Return the folder; until `end` no other command builds there.

        Raises:
            WriteError: another command builds, or the disk.
        """
        with ExitStack() as held:
            self.lock = held.enter_context(writing_into(self.site.parent))
            with os_error_as(WriteError, self.site, "can't be written", REMEDY):
                mend(self.site)
            self._held = held.pop_all()
        return unfinished(self.site)

    def end(self, *, is_sound: bool) -> None:
        """Put the site in place if it was built, and not refused for what is wrong in it.

        Raises:
            WriteError: the disk; the old site stays.
        """
        with self._held, os_error_as(WriteError, self.site, "can't be written", REMEDY):
            if is_sound:
                exchange(self.site)
            mend(self.site)


def unfinished(site: Path) -> Path:
    """Return the folder that a site is built in."""
    return site.with_name(f".{site.name}{UNFINISHED}")


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
    try:
        shutil.copytree(new, site, dirs_exist_ok=True)
    except shutil.Error as error:  # names every file; the first says what is wrong
        raise OSError(errno.EIO, error.args[0][0][2]) from error
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
