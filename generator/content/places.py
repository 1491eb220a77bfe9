"""Where in an entry's file a part stands: so that a text editor opens there."""

from __future__ import annotations

from generator.content.body import ATTRIBUTE_LIST

FIRST_LINE = 1


def line_of(text: str, part: str | None) -> int:
    """Return the line, from 1, that a part of an entry begins on; the first one, where it is not there.

    Args:
        text: of the file.
        part: the id of a segment with its mark, `#s3`; or a key of the front matter, `source.publisher`.
    """
    if not part:
        return FIRST_LINE
    lines = text.split("\n")
    found = _line_of_segment(lines, part) if part.startswith("#") else _line_of_key(lines, part)
    return found + 1


def _line_of_segment(lines: list[str], name: str) -> int:
    for number, line in enumerate(lines):
        match = ATTRIBUTE_LIST.fullmatch(line.strip())
        if match and name in match[1].split():
            while number and lines[number - 1].strip():
                number -= 1  # noqa: PLW2901 - up to where its paragraph begins
            return number
    return 0


def _line_of_key(lines: list[str], path: str) -> int:
    key = path.partition(".")[0]
    return next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), 0)
