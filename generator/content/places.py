"""Where in an entry's file a part stands: so that a text editor opens there."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import yaml

from generator.content import front_matter
from generator.content.body import ATTRIBUTE_LIST
from generator.data_files import lines_of_yaml

FIRST_LINE = 1


def line_of(text: str, part: str | None) -> int:
    """Return the line, from 1, that a part of an entry begins on; the first one, where it is not there.

    `part`: the id of a segment with its mark, `#s3`; or a key of the front matter, `source.publisher`.
    """
    if not part:
        return FIRST_LINE
    is_segment = part.startswith("#")
    return FIRST_LINE + (_line_of_segment(text.split("\n"), part) if is_segment else _line_of_key(text, part))


def address_of_line(template: str, path: Path, line: int) -> str:
    """Return the address that opens a file in a text editor.

    Args:
        template: with {path} and {line}.
        path: the file.
        line: from 1.
    """
    return template.replace("{path}", quote(str(path.absolute().as_posix()))).replace("{line}", str(line))


def _line_of_segment(lines: list[str], name: str) -> int:
    for number, line in enumerate(lines):
        match = ATTRIBUTE_LIST.fullmatch(line.strip())
        if match and name in match[1].split():
            while number and lines[number - 1].strip():
                number -= 1  # noqa: PLW2901 - up to where its paragraph begins
            return number
    return 0


def _line_of_key(text: str, path: str) -> int:
    header, _ = front_matter.split(text)
    try:
        lines = lines_of_yaml(header or "")
    except yaml.YAMLError:
        return 0
    while path and path not in lines:
        path = path.rpartition(".")[0]
    return lines[path] + front_matter.HEADER_BEGINS - 1 if path else 0
