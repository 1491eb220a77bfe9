"""The marks that git leaves in a file where two people changed the same lines."""

from __future__ import annotations

OURS, BASE, BETWEEN, THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"

REMEDY = f"keep one of the two, delete the lines of {OURS}, {BETWEEN} and {THEIRS}"


def has_marks_of_git(text: str) -> bool:
    """Tell whether git left marks in a file."""
    return f"\n{OURS} " in f"\n{text}"


def both_sides(text: str) -> tuple[str, str]:
    """Return a file as either of two people had it, but for what git has put together already."""
    sides: tuple[list[str], list[str]] = ([], [])
    kept = (True, True)
    for line in text.split("\n"):
        mark = line[: len(OURS)]
        if mark == OURS:
            kept = (True, False)
        elif mark == BASE and kept != (True, True):
            kept = (False, False)
        elif mark == BETWEEN and kept != (True, True):
            kept = (False, True)
        elif mark == THEIRS and kept != (True, True):
            kept = (True, True)
        else:
            for side, is_in in zip(sides, kept, strict=True):
                side.extend([line] if is_in else [])
    return "\n".join(sides[0]), "\n".join(sides[1])


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
    sides: dict[str, list[str]] = {}
    side = ""
    for line in text.split("\n"):
        mark = line[: len(OURS)]
        if mark == OURS:
            sides, side = {OURS: [], BASE: [], BETWEEN: []}, OURS
        elif side and mark in (BASE, BETWEEN):
            side = mark
        elif side and mark == THEIRS:
            is_ours_there = all(one.strip() in there for one in sides[OURS])
            lines += sides[BETWEEN if is_ours_there else OURS]
            side = ""
        elif side:
            sides[side].append(line)
        else:
            lines.append(line)
    return "\n".join(lines)
