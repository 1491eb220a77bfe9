"""Images that are not there, and entries and records that a text links to."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from generator.checks.bodies.body import Body, Mistake

TITLE = r"(?:\s{1,9}[\"'][^)\n]{0,300})?"
LINK = re.compile(
    rf"(?P<image>!)?\[[^\]]{{0,300}}\]\(\s{{0,9}}(?:<(?P<a>[^>\n]{{1,500}})>|(?P<b>[^)\s]{{1,500}})){TITLE}\)"
)
NO_IMAGE, NO_PAGE = "there is no image ", "there is no page "
HOW = "put it there, or mend the path: it begins at this page's folder"
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#")
WRITTEN = re.compile(r"(?:entries|records)/(?!(?:.*/)?index\.md$).*\.md")
"""Pages that nobody but an editor or `generate` makes."""


def check_missing(body: Body, folder: Path, content: Path, moved: Collection[str] = ()) -> Iterator[Mistake]:
    """Yield the images whose file is not in content/, and the links to entries and records that are not.

    Args:
        body: of a page.
        folder: that the page is in.
        content: where files are.
        moved: names that entries had, which lead on.
    """
    for number, line in enumerate(body.lines if "](" in body.text else ()):
        for match in LINK.finditer(line):
            target = match["a"] or match["b"]
            path = Path(os.path.normpath(folder / unquote(re.split("[?#]", target)[0])))
            if ELSEWHERE.match(target) or _is_file(path):
                continue
            inside = Path(os.path.relpath(path, content)).as_posix()
            there = content / "assets" / path.name
            if match["image"]:
                near = Path(os.path.relpath(there, folder)).as_posix() if _is_file(there) else ""
                yield Mistake(number, f"{NO_IMAGE}{target}", f"did you mean {near}?" if near else HOW)
            elif WRITTEN.fullmatch(inside) and inside[len("entries/") : -len(".md")] not in moved:
                yield Mistake(number, f"{NO_PAGE}{target}", _meant(path, folder))


def _meant(path: Path, folder: Path) -> str:
    names = sorted(one.name for one in path.parent.glob("*.md"))
    near = get_close_matches(path.name, names, n=1)
    return (
        f"did you mean {Path(os.path.relpath(path.with_name(near[0]), folder)).as_posix()}?" if near else HOW
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False
