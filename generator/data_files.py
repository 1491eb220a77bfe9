"""Reads YAML, JSON and TOML: the kind of file, its size and its depth are checked before it is parsed.

A parser that goes down with every bracket is brought down by a file of brackets, so what is nested deeper
than any file of ours is refused first. YAML scalars are loaded as the text they are: YAML's own guesses
change what an editor typed (`1905` becomes a number, `no` becomes False, `1905-03-02` a date).
"""

from __future__ import annotations

import json
import re
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import yaml

from generator.errors import ChronologyError, InputError, os_error_as

MAX_BYTES = 64_000_000
"""Of any file that people write: more than the entry of the largest seed."""
MAX_DEPTH = 32
"""Lists and mappings inside each other; ours have at most four."""
MAX_YAML = 1_000_000
"""Characters of a header: an entry with a thousand events has a tenth."""
NOTHING = ("null", "~")
JSON_PARTS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
"""Strings, which may hold brackets, and brackets."""
HALF_CHARACTER = "\\ud"
NOTICED_LATE = ("could not find expected ':'", "found unexpected end of stream")
"""Problems whose place to mend is where the thing began, not where libyaml noticed."""
QUOTE = "quote the value or mend the indentation"
CLOSE = "close it at the end of the value"
OPENS_QUOTE = re.compile(r"(?:^|[:\[{,-])\s{1,9}([\"'])")
KEY = re.compile(r"\s*(?:- )?[\w-]+:(?:\s|$)")


LONGEST_LINE = 80
"""Characters of a line that a message quotes."""
DECLARED = re.compile(r"\s*(?:\[{1,2}([^\]]*)|([\w.\"'-]+)\s*=)")
"""A table, or a key with its value."""
BARE = re.compile(r"([^\W\d][\w-]*)[\"']?(?=[\s,\]}]|$)")
"""A word as a value of TOML, without quotation marks or with one only at its end."""
TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class TooDeepError(ValueError):
    """A file is nested deeper than any of ours."""

    def __init__(self) -> None:
        super().__init__(f"nested more than {MAX_DEPTH} levels deep")


def read_bytes(
    path: Path, place: str, max_bytes: int = MAX_BYTES, kind: type[ChronologyError] = InputError
) -> bytes:
    """Read a file; a pipe or a device, which may never end, and one too large are not opened.

    `max_bytes`: the largest size that is accepted.

    Raises:
        ChronologyError: of the kind given; it is not there, or can't be read.
    """
    with os_error_as(kind, place, "can't be read", "check the file"):
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe or a device"
            raise kind(place, f"can't be read (it is {what}, not a file)", "put a file in its place")
        if found.st_size > max_bytes:
            size = f"{max_bytes / 1e6:.0f} MB" if max_bytes >= 1e6 else f"{max_bytes / 1e3:.0f} KB"
            raise kind(place, f"larger than {size}", "make it smaller")
        return path.read_bytes()


def parse_json(data: bytes | str) -> Any:
    """Parse JSON.

    Raises:
        ValueError: it is none, or nested too deep.
    """
    text = data if isinstance(data, str) else data.decode("utf-8")
    depth = 0
    for part in JSON_PARTS.finditer(text):
        first = text[part.start()]
        depth += (first in "[{") - (first in "]}")
        if depth > MAX_DEPTH:
            raise TooDeepError
    loaded = json.loads(text)
    if HALF_CHARACTER in text.lower():
        # Half of a character, written as an escape, would fail wherever it is written.
        json.dumps(loaded, ensure_ascii=False).encode()
    return loaded


def parse_toml(text: str) -> dict[str, Any]:
    """Parse TOML.

    Raises:
        ValueError: it is none, or nested too deep.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:  # Python's own parser, which a deep file can't bring down
        raise TooDeepError from None


def explain_toml(error: ValueError, text: str) -> tuple[int, str, str]:
    """Return where a text is no TOML, in which way, and what to do about it.

    Args:
        error: of `parse_toml`.
        text: that was to be parsed.

    Returns:
        The line, counted from 1 (0: not known), the problem, the remedy.
    """
    said = str(error)
    if not (found := TOML_PLACE.search(said)):
        return 0, f"not valid TOML ({said})", "mend the file"
    lines = text.split("\n")
    number = int(found[1]) if found[1] else len(text.rstrip().split("\n"))
    line, column = lines[number - 1], int(found[2] or 1)
    problem, remedy = said[: found.start()], f"mend the line: {line.strip()[:LONGEST_LINE]}"
    if problem.startswith(("Cannot overwrite", "Cannot declare", "Duplicate")):
        named = DECLARED.match(line)
        key = (
            problem.rpartition(" ")[2]
            if problem.startswith("Duplicate")
            else named and repr((named[1] or named[2]).strip())
        )
        return number, f"{key or 'a key'} is given twice", "keep one"
    if problem.startswith("Illegal character '\\n'"):
        problem, remedy = "a quotation mark is opened here and not closed", CLOSE
    elif problem.startswith("Expected newline") and line[column - 1 : column] in ("]", "}", ")"):
        problem, remedy = f"a bracket too many: {line[column - 1]}", "take it out"
    elif problem == "Invalid value" and (bare := BARE.match(line[column - 1 :])):
        problem, remedy = f"{bare[1]} lacks a quotation mark on either side", f'write "{bare[1]}"'
    else:
        problem = f"not valid TOML ({problem})"
    return number, problem, remedy


def parse_yaml(text: str, place: str, first_line: int = 1) -> dict[str, Any]:
    """Parse a YAML mapping: every scalar a string, an empty one None.

    `first_line`: the line of the file that the YAML begins on.

    Raises:
        InputError: not YAML, not a mapping, or more than one.
    """
    if len(text) > MAX_YAML:
        raise InputError(place, f"more than {MAX_YAML:,} characters of YAML", "make it shorter")
    try:
        loaded = _Document(text).load()
    except yaml.YAMLError as error:
        line, problem = _line_and_problem(error, text)
        remedy = "keep one" if isinstance(error, _DoubledKey) else QUOTE
        if (opened := _open_quote(text, line)) is not None:
            line, problem, remedy = opened, "a quotation mark is opened here and not closed", CLOSE
        raise InputError(f"{place}:{line + first_line}", f"not valid YAML ({problem})", remedy) from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise InputError(place, "not a list of `key: value` lines", "write one `key: value` a line")
    return loaded


def lines_of_yaml(text: str) -> dict[str, int]:
    """Return the lines that the keys and items of a YAML mapping stand on, counted from 0.

    Args:
        text: YAML that `parse_yaml` has read.

    Returns:
        Lines by path: `events`, `events[2]`, `events[2].date`.
    """
    lines: dict[str, int] = {}
    _note_lines(yaml.compose(text, Loader=yaml.CBaseLoader), "", lines)
    return lines


def _note_lines(node: yaml.Node | None, path: str, lines: dict[str, int]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = f"{path}.{key.value}".lstrip(".")
            lines[name] = key.start_mark.line
            _note_lines(value, name, lines)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value, start=1):
            lines[f"{path}[{number}]"] = item.start_mark.line
            _note_lines(item, f"{path}[{number}]", lines)


class _Refusal(yaml.MarkedYAMLError):
    """Valid YAML that no file here needs."""

    def __init__(self, problem: str, event: yaml.Event) -> None:
        super().__init__(problem=problem, problem_mark=cast("yaml.error.Mark", event.start_mark))


class _DoubledKey(_Refusal):
    """It would be chance which of the two is obeyed."""


class _Document:
    """Builds strings, lists and mappings, and nothing else, of what the parser meets: tags mean nothing."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CBaseLoader)
        self._named: dict[str, str | None] = {}
        """Texts by their anchor, for aliases; a list or mapping could hold itself."""

    def load(self) -> Any:
        loaded: Any = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refusal("a second document begins", event)
            elif isinstance(event, yaml.NodeEvent):
                loaded = self._value(event, 0)
        return loaded

    def _value(self, event: yaml.Event, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise _Refusal(str(TooDeepError()), event)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
                items.append(self._value(item, depth + 1))
            return items
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(depth)
        return self._text(event)

    def _mapping(self, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise _Refusal("a key must be a single word", key)
            if key.value in mapping:
                raise _DoubledKey(f"the key {key.value!r} is given twice", key)
            mapping[key.value] = self._value(next(self._events), depth + 1)
        return mapping

    def _text(self, event: yaml.Event) -> str | None:
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._named:
                raise _Refusal(f"*{event.anchor} refers to no text before it", event)
            return self._named[event.anchor]
        assert isinstance(event, yaml.ScalarEvent)
        is_nothing = event.value == "" or (not event.style and event.value in NOTHING)
        text = None if is_nothing else event.value
        if event.anchor:
            self._named[event.anchor] = text
        return text


def _open_quote(text: str, before: int) -> int | None:
    """Return the first line, up to the one where YAML noticed a mistake, that leaves a quotation open.

    A quotation may go on over lines: but where a key follows, it was to end.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines[: before + 1]):
        opened = OPENS_QUOTE.search(f" {line}" if line.startswith(("'", '"')) else line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        ends = not following.strip() or KEY.match(following)
        if opened and ends and line.replace("\\\\", "").replace('\\"', "").count(opened[1]) % 2:
            return number
    return None


def _line_and_problem(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """Return the line to mend, counted from 0, and what is wrong there."""
    if isinstance(error, yaml.reader.ReaderError):
        return text.encode()[: error.position].count(b"\n"), error.reason
    assert isinstance(error, yaml.MarkedYAMLError)
    problem = error.problem or "unreadable"
    mark = (problem.startswith(NOTICED_LATE) and error.context_mark) or error.problem_mark
    return (mark.line if mark else 0), problem
