"""Which files of content/ are not published, because they can't be or must not."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.content.library import UNPRINTABLE
from generator.errors import InputError
from generator.printable import printable_line

RESERVED = ("search", "sitemap.xml", "sitemap.xml.gz")
"""What MkDocs writes beside the pages."""
OUTSIDE = "leads out of content/"


class Source(NamedTuple):
    """A file that is to be published."""

    name: str
    """Inside content/."""
    path: str | None
    """None: it is made, and lies nowhere."""
    target: str
    """Inside site/."""
    is_page: bool


def refused_sources(sources: Iterable[Source], content: Path) -> Iterator[tuple[Source, InputError]]:
    """Yield what is not published: it would fail, or show what lies elsewhere.

    Args:
        sources: all that is to be published.
        content: their folder; files from elsewhere, such as the theme's, are as they are.
    """
    sources = list(sources)
    folders = {".", *RESERVED}
    for one in sources:
        folder = one.target.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    inside, begins, folder_name = os.path.realpath(content), f"{content}{os.sep}", content.name
    known: dict[str, InputError | None] = {}
    links: set[str] = set()
    for source in sources:
        path = source.path
        if path is None or not path.startswith(begins):
            continue
        parent = path.rpartition(os.sep)[0]
        if parent not in known:
            known[parent] = _leads_astray(Path(parent), content, inside)
            links.update(_links_in(parent))
        place, stray = f"{folder_name}/{source.name}", known[parent]
        if printable_line(source.name) != source.name:
            yield source, InputError(place, UNPRINTABLE, "rename it")
        elif stray:
            yield source, stray
        elif path in links and not _is_inside(path, inside):
            yield source, InputError(place, OUTSIDE, "copy the file itself")
        elif not source.is_page and (problem := _unreadable(path)):
            yield source, InputError(place, f"can't be published ({problem})", "mend it")
        elif source.target in folders:
            problem = f"can't be published (site/{source.target} is a folder of other pages)"
            yield source, InputError(place, problem, "give it another name")


def _leads_astray(folder: Path, content: Path, inside: str) -> InputError | None:
    """Say which folder of a path is a link that leads out, or round and round."""
    passed: list[str] = []
    ways = [folder, *folder.parents]
    for one in reversed(ways[: ways.index(content) + 1]):
        place = f"{content.name}/{one.relative_to(content).as_posix()}"
        if not _is_inside(one, inside):
            return InputError(place, OUTSIDE, "copy the folder itself")
        if (real := os.path.realpath(one)) in passed:
            return InputError(place, "leads into a folder that it lies in", "delete the link")
        passed.append(real)
    return None


def _links_in(folder: str) -> Iterator[str]:
    """Yield the links in a folder, at once: it has thousands of files."""
    with suppress(OSError), os.scandir(folder) as found:
        yield from (one.path for one in found if one.is_symlink())


def _is_inside(path: Path | str, folder: str) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(folder)


def _unreadable(path: str) -> str:
    """Say why a file can't be copied; nothing where it can."""
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        return error.strerror or str(error)
    if not stat.S_ISREG(mode):
        return "it is no file"
    return "" if os.access(path, os.R_OK) else "it may not be read"
