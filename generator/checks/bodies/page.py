"""All checks of a page's Markdown together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.checks.bodies.attribute_lists import check_attribute_lists
from generator.checks.bodies.body import body_of
from generator.checks.bodies.boxes import check_boxes
from generator.checks.bodies.conflict_marks import check_conflict_marks
from generator.checks.bodies.footnotes import check_footnotes
from generator.checks.bodies.foreign import check_foreign
from generator.checks.bodies.lost_lists import check_lost_lists
from generator.checks.bodies.missing import check_missing
from generator.checks.bodies.tangles import check_tangles
from generator.content.files import read_text
from generator.content.library import Library
from generator.errors import InputError
from generator.model import Entry, Issue, Severity, Slug

LEFT_OVER = ("~", ".orig", ".rej", ".bak", ".swp", ".swo", ".tmp")
"""Ends of names of the copies that editors and git leave behind."""


def check_page(
    text: str,
    path: str,
    content: Path,
    entry: Entry | None = None,
    baseline: Entry | None = None,
    moved: Collection[str] = (),
) -> list[Issue]:
    """Return what readers would see wrong in a page, in the order of its lines.

    Args:
        text: of the whole file.
        path: of the file inside content/.
        content: where files are.
        entry: that the page holds, if it holds one.
        baseline: the entry as the generator last wrote it.
        moved: names that entries had, which lead on.
    """
    body = body_of(text, entry, baseline)
    mistakes = list(check_tangles(body)) or [
        *check_conflict_marks(body),
        *check_attribute_lists(body),
        *check_lost_lists(body),
        *check_footnotes(body),
        *check_boxes(body),
        *check_missing(body, (content / path).parent, content, moved),
        *check_foreign(body),
    ]
    return [
        Issue(one.severity, f"{content.name}/{path}:{one.line + body.first_line}", one.problem, one.remedy)
        for one in sorted(mistakes, key=lambda one: one.line)
    ]


def check_pages(content: Path, library: Library) -> Iterator[Issue]:
    """Yield what readers would see wrong in any page, and files that are left over."""
    for file in sorted(content.rglob("*")):
        path = file.relative_to(content)
        if any(part.startswith(".") for part in path.parts):
            continue
        place = path.as_posix()
        if is_left_over(file.name) and file.is_file():
            problem = "a copy that an editor or git left behind; it is not published"
            remedy = "see whether it holds what you need, then delete it"
            yield Issue(Severity.NOTE, f"{content.name}/{place}", problem, remedy)
        if file.suffix != ".md" or place in library.broken:
            continue
        try:
            text = read_text(file, f"{content.name}/{place}")
        except InputError:  # said where it is used
            continue
        entry = entry_of(place, library)
        yield from check_page(text, place, content, entry, baseline_of(entry, library), library.moved)


def entry_of(path: str, library: Library) -> Entry | None:
    """Return the entry that a page inside content/ holds; None when it holds none."""
    if not path.startswith("entries/"):
        return None
    return library.entries.get(Slug(path.removeprefix("entries/").removesuffix(".md")))


def baseline_of(entry: Entry | None, library: Library) -> Entry | None:
    """Return an entry as the generator last wrote it; None when it never did."""
    return library.baselines.get(entry.source.seed) if entry else None


def is_left_over(name: str) -> bool:
    """Tell whether a file is a copy that an editor or git left behind: `x.md~`, `x.md.orig`."""
    return name.endswith(LEFT_OVER) or (name.startswith("#") and name.endswith("#"))
