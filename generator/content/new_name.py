"""Gives an entry another name: what leads to it follows, and its old address leads on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from generator.content import front_matter
from generator.content.addresses import Address, address_of, dump_address, load_addresses
from generator.content.files import read_text, remove, update_text, write_text
from generator.content.library import load_baseline
from generator.content.paths import ContentPaths, OnRecord
from generator.errors import ChronologyError, InputError, SettingsError, WriteError, os_error_as
from generator.model import Entry, Slug

NAME = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*")
NO_NAMES = ("index", "README")
LINK = re.compile(r"(\]\(\s{0,9}<?|^ {0,3}\[[^\]\n]{1,300}\]:\s{0,9}<?)([^)\s>#?]{1,500})", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#")
LISTS = re.compile(r"^(?:not_)?related:.*\n(?:(?:[ \t-].*)?\n)*", re.MULTILINE)
"""What of a header names other entries."""


def read_name(name: str, paths: ContentPaths) -> Slug:
    """Read the name that a person gives an entry: of a file in content/entries/ or a folder of it.

    Raises:
        SettingsError: no file can have it, or one has it.
    """
    slug = Slug(name.removeprefix("content/").removeprefix("entries/").removesuffix(".md"))
    if not NAME.fullmatch(slug) or slug.rpartition("/")[2] in NO_NAMES:
        raise SettingsError(name, "is no name for an entry", "write letters, digits and -, as in 2023-talks")
    if paths.entry(slug).exists():
        raise SettingsError(name, "there is such an entry", "choose another name")
    return slug


def give_name(entry: Entry, new: Slug, paths: ContentPaths) -> list[Path]:
    """Rename an entry's file; links and `related` in all pages follow, where it lay is noted.

    `new`: as `read_name` says.

    Returns:
        The pages that were changed, in order.

    Raises:
        WriteError: a file can't be written. What led to the entry before still does.
    """
    _note_address(entry, new, paths)
    before, after = paths.entry(entry.slug), paths.entry(new)
    with os_error_as(WriteError, f"content/entries/{new}.md", "can't be written", "mend rights, run again"):
        after.parent.mkdir(parents=True, exist_ok=True)
        before.rename(after)
    return [path for path in _pages(paths.content) if _follow(path, entry.slug, new, before, after)]


def _note_address(entry: Entry, new: Slug, paths: ContentPaths) -> None:
    seed, recorded = entry.source.seed, load_addresses(paths)
    if seed:
        try:
            baseline = load_baseline(paths, entry, OnRecord(paths))
        except ChronologyError:
            baseline = None
        address = address_of(entry, baseline, recorded.get(seed))
    else:
        address = recorded.get(entry.slug, Address(entry.slug))
    former = (*(slug for slug in address.former if slug != new), entry.slug)
    write_text(paths.address(seed or new), dump_address(seed, Address(new, by_hand=True, former=former)))
    if not seed:
        remove(paths.address(entry.slug))
        if (made := paths.baseline(entry.slug)).exists():
            write_text(paths.baseline(new), read_text(made, str(made)))
            remove(made)


def _pages(content: Path) -> Iterator[Path]:
    for path in sorted(content.rglob("*.md")):
        if not any(part.startswith(".") for part in path.relative_to(content).parts):
            yield path


def _follow(path: Path, old: Slug, new: Slug, before: Path, after: Path) -> bool:
    """Change what a page says of a renamed entry; tell whether it said anything."""

    def update(text: str | None) -> str:
        page = front_matter.cut(text or "")
        if page is None:
            return _relinked(text or "", path, before, after)
        header = LISTS.sub(lambda lists: _renamed(lists[0], old, new), page.header)
        return page.opening + header + page.closing + _relinked(page.body, path, before, after)

    try:
        # Most pages do not name it, and are not opened for writing.
        text = read_text(path, str(path))
        return update(text) != text and update_text(path, update)
    except InputError:  # no text: said where it is used
        return False


def _renamed(lists: str, old: Slug, new: Slug) -> str:
    return re.sub(rf"(?<![\w./-]){re.escape(old)}(?![\w/-]|\.\w)", new, lists)


def _relinked(text: str, path: Path, before: Path, after: Path) -> str:
    """Return Markdown whose links lead where they led, from and to a page that was renamed."""
    folder = before.parent if path == after else path.parent

    def relink(link: re.Match[str]) -> str:
        if ELSEWHERE.match(link[2]):
            return link[0]
        target = Path(os.path.normpath(folder / unquote(link[2])))
        is_moved = target == before
        if not is_moved and (folder == path.parent or not target.exists()):
            return link[0]
        there = Path(os.path.relpath(after if is_moved else target, path.parent)).as_posix()
        return link[1] + quote(there, safe="/._-~")

    return LINK.sub(relink, text)
