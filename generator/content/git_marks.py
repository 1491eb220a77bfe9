"""The marks that git leaves in a file where two people changed the same lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from generator.content.files import read_text, write_text
from generator.content.paths import ContentPaths
from generator.data_files import parse_json
from generator.errors import InputError

OURS, BASE, BETWEEN, THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"

REMEDY = f"keep one of the two, delete the lines of {OURS}, {BETWEEN} and {THEIRS}"


Union = Callable[[Any, Any], Any]


def has_marks_of_git(text: str) -> bool:
    """Tell whether git left marks in a file."""
    return f"\n{OURS} " in f"\n{text}"


def both_sides(text: str) -> tuple[str, str]:
    """Return a file as either of two people had it, but for what git has put together already."""
    parts = list(_parts(text))
    ours, theirs = ([line for sides in parts for line in sides[side]] for side in (OURS, BETWEEN))
    return "\n".join(ours), "\n".join(theirs)


def without_marks_of_git(text: str, decided: str) -> str:
    """Return a file of the generator's without git's marks: everywhere the version that was not decided for.

    So what the file says beside it counts as a person's decision, and is kept.

    Args:
        text: a file that a person never edits.
        decided: the file that a person mended when merging.
    """
    if not has_marks_of_git(text):
        return text
    there = {line.strip() for line in decided.split("\n")}
    lines: list[str] = []
    for sides in _parts(text):
        is_ours_there = all(one.strip() in there for one in sides[OURS])
        lines += sides[BETWEEN if is_ours_there else OURS]
    return "\n".join(lines)


def _parts(text: str) -> Iterator[Mapping[str, list[str]]]:
    """Yield the lines of a file by the mark they stand below; what has none above it is on both sides."""
    sides: dict[str, list[str]] = {}
    side = ""
    for line in text.split("\n"):
        mark = line[: len(OURS)]
        if mark == OURS:
            if side:
                yield sides
            sides, side = {OURS: [], BASE: [], BETWEEN: []}, OURS
        elif side and mark in (BASE, BETWEEN):
            side = mark
        elif side and mark == THEIRS:
            yield sides
            side = ""
        elif side:
            sides[side].append(line)
        else:
            yield {OURS: [line], BETWEEN: [line]}
    if side:
        yield sides


def put_together(paths: ContentPaths) -> None:
    """Write the files that git marked as both people's; what can't be put together stays as it is.

    Nobody edits these files, and of most of them a union is right. Baselines are put together where they are
    read, since it takes the entry to tell which version was decided for.

    Raises:
        WriteError: a file can't be written.
    """
    for memory in (paths.memory, paths.helps):
        _mend(memory, _units_of_both)
    for folder, union in (
        (paths.conflicts("").parent, _of_both),
        (paths.review("").parent, _agreed),
        (paths.addresses, _addresses),
        (paths.cleaning("").parent, lambda ours, _: ours),
    ):
        for path in sorted(folder.glob("*.json")):
            _mend(path, partial(_json, union))


def _mend(path: Path, union: Callable[[str, str], str]) -> None:
    try:
        text = read_text(path, str(path)) if path.exists() else ""
        if has_marks_of_git(text):
            write_text(path, union(*both_sides(text)))
    except (InputError, ValueError, TypeError, KeyError, AttributeError):
        return


def _units_of_both(ours: str, theirs: str) -> str:
    """Each unit of the memory is a line of its own."""
    *lines, body_end, end = ours.rstrip("\n").split("\n")
    more = [line for line in theirs.split("\n") if line not in {*lines, body_end, end} and "<tu " in line]
    return "\n".join((*lines, *more, body_end, end, ""))


def _json(union: Union, ours: str, theirs: str) -> str:
    return json.dumps(union(parse_json(ours), parse_json(theirs)), ensure_ascii=False, indent=1) + "\n"


def _of_both(ours: list[dict[str, str]], theirs: list[dict[str, str]]) -> list[dict[str, str]]:
    parts = {one["part"] for one in ours}
    return [*ours, *(one for one in theirs if one["part"] not in parts)]


def _agreed(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """A paragraph of which two people reviewed different texts is to be read again."""
    if ours["by"] != theirs["by"]:
        return ours
    both: dict[str, Any] = {**theirs["segments"], **ours["segments"]}
    segments = {name: held for name, held in both.items() if theirs["segments"].get(name, held) == held}
    return {**ours, "segments": segments}


def _addresses(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    former = dict.fromkeys((*ours["former"], *theirs["former"], theirs["slug"]))
    former.pop(ours["slug"], None)
    return {**ours, "by_hand": ours["by_hand"] or theirs["by_hand"], "former": list(former)}
