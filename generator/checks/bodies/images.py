"""Images that are not there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from generator.checks.bodies.body import Body, Mistake

TITLE = r"(?:\s{1,9}[\"'][^)\n]{0,300})?"
IMAGE = re.compile(rf"!\[[^\]]{{0,300}}\]\(\s{{0,9}}(?:<([^>\n]{{1,500}})>|([^)\s]{{1,500}})){TITLE}\)")
NO_IMAGE = "there is no image "
HOW = "put it there, or mend the path: it begins at this page's folder"
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#")


def check_images(body: Body, folder: Path, content: Path) -> Iterator[Mistake]:
    """Yield the images whose file is not in content/."""
    for number, line in enumerate(body.lines):
        for match in IMAGE.finditer(line):
            target = match[1] or match[2]
            path = Path(os.path.normpath(folder / unquote(re.split("[?#]", target)[0])))
            if ELSEWHERE.match(target) or _is_file(path):
                continue
            there = content / "assets" / path.name
            near = Path(os.path.relpath(there, folder)).as_posix() if _is_file(there) else ""
            yield Mistake(number, f"{NO_IMAGE}{target}", f"did you mean {near}?" if near else HOW)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False
