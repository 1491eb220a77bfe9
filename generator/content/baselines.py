"""What the generator made last of each entry, so that a run that is killed in the middle harms nothing.

An entry and its baseline are two files. The new baseline is written beside the old one first, then the
entry, then it takes the old one's place. Where a run ends between, both are there; the entry itself tells
which of the two it was written with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.content import front_matter
from generator.content.entry_file import load_entry
from generator.content.files import move, read_text, write_text
from generator.content.git_marks import has_marks_of_git, without_marks_of_git
from generator.content.paths import ContentPaths
from generator.language.markup import plain
from generator.model import Slug


def read_baseline(paths: ContentPaths, seed: str, text: str | None) -> str | None:
    """Return what the generator made last of an entry; None when it never did.

    Args:
        paths: where files are.
        seed: of the entry.
        text: the entry as it is now; None when there is none.

    Raises:
        InputError: it can't be read.
    """
    path, unsettled = paths.baseline(seed), paths.next_baseline(seed)
    old = read_text(path, str(path)) if path.exists() else None
    if old and text is not None:
        old = without_marks_of_git(old, text)
    if not unsettled.exists():
        return old
    new = read_text(unsettled, str(unsettled))
    return new if text is not None and _was_written_with(text, old, new) else old


def is_merged(paths: ContentPaths, seed: str) -> bool:
    """Tell whether git left its marks in the baseline of an entry, where two people's were merged."""
    path = paths.baseline(seed)
    return path.exists() and has_marks_of_git(read_text(path, str(path)))


def is_unsettled(paths: ContentPaths, seed: str) -> bool:
    """Tell whether a run ended while it wrote an entry."""
    return paths.next_baseline(seed).exists()


def announce(paths: ContentPaths, seed: str, baseline: str, before: str | None) -> None:
    """Write the baseline that is to hold once the entry is written.

    Args:
        paths: where files are.
        seed: of the entry.
        baseline: what the generator makes now.
        before: what it made last, as `read_baseline` says.

    Raises:
        WriteError: the file can't be written.
    """
    if is_unsettled(paths, seed) and before is not None:
        # Else a second run that is killed would leave two that both were written.
        write_text(paths.baseline(seed), before)
    if baseline != before or is_unsettled(paths, seed) or is_merged(paths, seed):
        write_text(paths.next_baseline(seed), baseline)


def settle(paths: ContentPaths, seed: str) -> None:
    """Let the baseline that was announced take the old one's place: the entry is written.

    Raises:
        WriteError: it can't.
    """
    if is_unsettled(paths, seed):
        move(paths.next_baseline(seed), paths.baseline(seed))


def _was_written_with(text: str, old: str | None, new: str) -> bool:
    """Tell which baseline an entry was written with: by the parts in which the two differ."""
    mine, was, now = (dict(_parts(one)) for one in (text, old or "", new))
    differing = [part for part in was.keys() | now.keys() if was.get(part) != now.get(part)]
    with_new = sum(mine.get(part) == now.get(part) for part in differing)
    with_old = sum(mine.get(part) == was.get(part) for part in differing)
    return bool(with_new > with_old)


def _parts(text: str) -> Iterator[tuple[str, Any]]:
    page = front_matter.cut(text)
    if page is None:
        return
    for key, value in front_matter.parse(page.header, "").items():
        yield key, value
        if isinstance(value, dict):
            yield from ((f"{key}.{name}", held) for name, held in value.items())
    for segment in load_entry(text, Slug(""), "").segments:
        yield f"#{segment.id}", plain(segment.text).split()
        rendering = segment.rendering
        yield f"#{segment.id} translation", plain(rendering.text).split() if rendering else None
