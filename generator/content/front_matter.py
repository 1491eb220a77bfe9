"""The YAML header of a Markdown file, as strings only.

Every scalar is loaded as the text it is, and each reader of a field decides what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yaml

from generator.content.git_marks import OURS, REMEDY, has_marks_of_git
from generator.data_files import parse_yaml
from generator.errors import InputError

FENCE = "---"
HEADER_BEGINS = 2
"""The line of a page that its header begins on, after a line of ---."""
WRITE_IT = "write it there, of an entry title, date and language; where it stood, undo in your text editor"
Value = Any
"""A string, None, or a list or mapping of them."""


class QuotedString(str):
    """A string that is always written in double quotes, as dates are."""

    __slots__ = ()


WIDTH = 2**20
"""Longer lines are folded."""
OPENS = re.compile(r"[#,\[\]{}&*!|>'\"%@` ]|[?:-](?: |$)|---|\.\.\.")
"""What has a meaning in YAML where a text begins with it."""
SIMPLE = re.compile(r"[ !#-\[\]-~]+")
"""A text that is in quotation marks as it is."""
LONGEST = 100_000
"""Characters; a longer text may be folded."""
LONGEST_KEY = 100


class _Dumper(yaml.SafeDumper):
    """Writes lists set in from their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def _represent_quoted(dumper: yaml.SafeDumper, value: QuotedString) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style='"')


_Dumper.add_representer(QuotedString, _represent_quoted)


def split(text: str) -> tuple[str | None, str]:
    """Split a file into its header's YAML (None when it has no header) and its body."""
    page = cut(text)
    return (page.header or "\n", page.body) if page else (None, text)


@dataclass(frozen=True)
class CutPage:
    """A page in four pieces, every character as it is in the file."""

    opening: str
    header: str
    closing: str
    body: str


def cut(text: str) -> CutPage | None:
    """Cut a page at the lines around its header; None when it has none."""
    lines = text.split("\n")
    if lines[0].removeprefix("\ufeff").rstrip() != FENCE:
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in (FENCE, "..."):
            header = "".join(f"{held}\n" for held in lines[1:number])
            end = "\n" if number + 1 < len(lines) else ""
            return CutPage(f"{lines[0]}\n", header, line + end, "\n".join(lines[number + 1 :]))
    return None


def read_page(text: str, place: str) -> tuple[dict[str, Value], str]:
    """Return the header's fields and the body of a page that must have a header.

    Raises:
        InputError: there is no header, or it can't be parsed.
    """
    header, body = split(text)
    if header is None:
        raise InputError(place, "no front matter between two lines of ---", WRITE_IT)
    if has_marks_of_git(header):
        refuse_marks_of_git(text, place)
    return parse(header, place), body


def refuse_marks_of_git(text: str, place: str) -> None:
    """Refuse a page in which git left two versions.

    Raises:
        InputError: it did; the first line of them is named.
    """
    if has_marks_of_git(text):
        line = f"\n{text}".split(f"\n{OURS} ", 1)[0].count("\n") + 1
        raise InputError(f"{place}:{line}", "two versions stand here, with the marks of git", REMEDY)


def parse(header: str, place: str) -> dict[str, Value]:
    """Parse the YAML of a page's header, every scalar as a string, an empty one as None.

    Raises:
        InputError: not YAML, or not a mapping.
    """
    return parse_yaml(header, place, HEADER_BEGINS)


def inside_braces(value: str) -> str:
    """Write a text so that it is one inside braces, too."""
    return yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, width=WIDTH).strip()[1:-1]


def dump(fields: Mapping[str, Value]) -> str:
    """Write fields as YAML; None, empty lists and empty mappings are left out."""
    kept = {key: value for key, value in fields.items() if value not in (None, (), [], {}, "")}
    with suppress(_OddError):
        return "".join(_mapping(kept, "", "")) if kept else "{}\n"
    return _by_yaml(kept)


def _by_yaml(value: Value) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)


class _OddError(ValueError):
    """A value that is not written on one line, or a key that is no plain word: rare, and left to PyYAML."""


def _mapping(fields: Mapping[str, Value], first: str, indent: str) -> Iterator[str]:
    """Yield the lines of a mapping as PyYAML writes them, in a tenth of its time.

    Args:
        fields: at least one.
        first: what its first line begins with.
        indent: what the others begin with.
    """
    begin = first
    for key, value in fields.items():
        if not (type(key) is str and key.isidentifier() and len(key) <= LONGEST_KEY and _is_plain(key)):
            raise _OddError
        yield f"{begin}{key}:"
        begin = indent
        yield from _value(value, " ", f"\n{indent}  ", f"{indent}  ")


def _value(value: Value, beside: str, below: str, indent: str) -> Iterator[str]:
    """Yield what stands behind a key or a dash: beside it, or below where it is a mapping or a list."""
    if isinstance(value, dict) and value:
        yield from _mapping(value, below, indent)
    elif isinstance(value, list | tuple) and value:
        for one in value:
            yield f"{below}-"
            below = indent
            yield from _value(one, " ", " ", f"{indent}  ")
    else:
        yield f"{beside}{_scalar(value)}\n"


def _scalar(value: Value) -> str:
    if type(value) is str and len(value) <= LONGEST and value.isprintable():
        return value if _is_plain(value) else "'" + value.replace("'", "''") + "'"
    if type(value) in (bool, int):
        return str(value).lower()
    if type(value) is QuotedString and SIMPLE.fullmatch(value):
        return f'"{value}"'
    written = _by_yaml([value])[2:-1]
    if len(written.splitlines()) > 1 or len(written) > LONGEST:
        raise _OddError
    return written


def _is_plain(text: str) -> bool:
    """Tell whether a text needs no quotation marks: none of it, nor all of it, means something else."""
    others = _Dumper.yaml_implicit_resolvers.get(text[:1], ())
    has_mark = OPENS.match(text) or ": " in text or " #" in text or text.endswith((":", " "))
    return not (has_mark or any(pattern.match(text) for _, pattern in others))
