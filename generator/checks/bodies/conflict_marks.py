"""Marks that git left where two versions of a text meet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.bodies.body import Body, Mistake
from generator.content.git_marks import BETWEEN, OURS, REMEDY, THEIRS


def check_conflict_marks(body: Body) -> Iterator[Mistake]:
    """Yield the places where two versions stand, each once; a line of `=======` below a text is a heading."""
    is_open = is_divided = False
    has_marks = OURS in body.text or THEIRS in body.text
    for number, line in enumerate(body.lines if has_marks else ()):
        if line.startswith(f"{OURS} ") and not is_open:
            is_open = True
            yield Mistake(number, "two versions stand here, with the marks of git", REMEDY)
        elif line.rstrip() == BETWEEN:
            is_divided = True
        elif line.startswith(f"{THEIRS} "):
            if is_divided and not is_open:
                yield Mistake(number, "a mark of git is left here", REMEDY)
            is_open = is_divided = False
