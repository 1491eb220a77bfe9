"""The YAML header of a Markdown file, as strings only.

YAML's own guesses change what an editor typed (`1905` becomes a number, `no` becomes False,
`1905-03-02` a date object), so every scalar is loaded as the text it is and each reader of a
field decides what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from generator.errors import InputError

FENCE = "---"
NOTHING = ("null", "~")
Value = Any
"""A string, None, or a list or mapping of them."""


class QuotedString(str):
    """A string that is always written in double quotes, as dates are."""

    __slots__ = ()


class _Loader(yaml.CBaseLoader):
    """Loads scalars as strings, unquoted nothing as None, and refuses odd and repeated keys."""

    def construct_scalar(self, node: yaml.ScalarNode) -> Any:
        if node.value == "" or (not node.style and node.value in NOTHING):
            return None
        return super().construct_scalar(node)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            is_word = isinstance(key, yaml.ScalarNode)
            if not is_word or key.value in seen:
                problem = f"the key {key.value!r} is given twice" if is_word else "a key must be a single word"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


class _Dumper(yaml.SafeDumper):
    """Writes keys in the order given and lists set in from their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def _represent_quoted(dumper: yaml.SafeDumper, value: QuotedString) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style='"')


_Dumper.add_representer(QuotedString, _represent_quoted)


def split(text: str) -> tuple[str | None, str]:
    """Split a file into its header's YAML (None when it has no header) and its body."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != FENCE:
        return None, text
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in (FENCE, "..."):
            return "\n".join(lines[1:number]) + "\n", "\n".join(lines[number + 1 :])
    return None, text


def read_page(text: str, place: str) -> tuple[dict[str, Value], str]:
    """Return the header's fields and the body of a page that must have a header.

    Raises:
        InputError: there is no header, or it can't be parsed.
    """
    header, body = split(text)
    if header is None:
        raise InputError(place, "no front matter between two lines of ---", "restore it, or delete the file")
    return parse(header, place), body


def parse(header: str, place: str, first_line: int = 2) -> dict[str, Value]:
    """Parse a YAML mapping, every scalar as a string, an empty one as None.

    Args:
        header: the YAML.
        place: the file, for messages.
        first_line: the line of the file that the YAML begins on; a page has a line of --- before it.

    Raises:
        InputError: not YAML, or not a mapping.
    """
    try:
        # The loader derives from BaseLoader: it builds strings, lists and mappings only.
        loaded = yaml.load(header, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{place}:{mark.line + first_line}" if mark else place
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise InputError(
            where, f"not valid YAML ({problem})", "quote the value or mend the indentation"
        ) from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise InputError(place, "not a list of `key: value` lines", "write one `key: value` a line")
    return {str(key): value for key, value in loaded.items()}


def dump(fields: Mapping[str, Value]) -> str:
    """Write fields as YAML; None, empty lists and empty mappings are left out."""
    kept = {key: value for key, value in fields.items() if value not in (None, (), [], {}, "")}
    return yaml.dump(kept, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**20)
