"""Reads typed values out of a loaded header and collects every problem, not just the first.

What a header may hold is said once, by the dataclass it is read into: `Fields.fill` takes each field by its
name and type, and `plain_values` is the way back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from sys import intern
from types import NoneType
from typing import Any, NewType, TypeVar, get_args, get_origin, get_type_hints

from generator.content.front_matter import QuotedString, Value
from generator.data_files import lines_of_yaml
from generator.dates.edtf import is_edtf
from generator.errors import InputError
from generator.language.codes import is_language
from generator.model import Issue, Language, Severity

T = TypeVar("T")

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
"""Categories of characters that leave no mark."""
MAX_DIGITS = 9
"""Of a number: it counts lines."""
_YEAR_FIRST = re.compile(r"(\d{4})[./ -](\d\d?)[./ -](\d\d?)", re.ASCII)
DATE_KEYS = frozenset({"accessed", "date", "gives", "published"})
"""Fields that hold EDTF dates, in whatever dataclass."""
THEME_KEYS = frozenset({"tags", "hide", "description", "icon", "status", "template", "search", "subtitle"})
"""Keys Material gives a meaning to; an editor may use them on any page."""


IS_MISSING = "is missing"


@dataclass(frozen=True)
class Problem:
    """What is wrong with a key, or with what belongs to the file as a whole."""

    path: str
    """The key with those it stands under, as in `events[2].date`; empty where it is no key's."""
    what: str
    remedy: str = ""
    """Where it is not the one of the whole file."""

    def __str__(self) -> str:
        return f"{self.path} {self.what}".lstrip()


@dataclass(frozen=True)
class YamlSource:
    """Where a mapping was read from, so that problems have a line."""

    place: str
    """The file, for messages."""
    yaml: str = ""
    """Of the mapping; without it, lines are not known."""
    first_line: int = 1
    """The line of the file that it begins on."""

    def placed(self, problems: Iterable[Problem]) -> list[tuple[str, Problem]]:
        """Return problems in the order of their lines, each with the place in the file."""
        problems = list(problems)
        # Where nothing is wrong, the lines need not be known.
        lines = lines_of_yaml(self.yaml) if self.yaml and problems else {}
        found = sorted(
            ((_line(problem.path, lines), problem) for problem in problems), key=lambda one: one[0]
        )
        return [
            (f"{self.place}:{line + self.first_line}" if line >= 0 else self.place, problem)
            for line, problem in found
        ]


def _line(path: str, lines: Mapping[str, int]) -> int:
    """Return the line of a key, or of what it stands under; -1 where there is none."""
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path, -1)


class Fields:
    """A mapping being read: `finish()` raises for all that was wrong with it.

    Args:
        values: the loaded mapping.
        source: the file, for messages; or only what it is called.
        path: the key this mapping stands under, for messages.
    """

    def __init__(self, values: Mapping[str, Value], source: YamlSource | str, path: str = "") -> None:
        self._values = dict(values)
        self._left = set(self._values)
        self._known: set[str] = set()
        self._source = YamlSource(source) if isinstance(source, str) else source
        self._path = path
        self._is_whole = True
        self.problems: list[Problem] = []

    def _take(self, key: str) -> Value:
        self._left.discard(key)
        self._known.add(key)
        return self._values.get(key)

    def _take_if(self, key: str, problem: str, form: type, parts: type = object) -> Any:
        """Take a text, a list or a mapping whose parts are of one type; None when it is another thing."""
        value = self._take(key)
        if value is None:
            return None
        held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if isinstance(value, form) and (not held or all(isinstance(part, parts) for part in held)):
            return value
        self._complain(key, problem)
        return None

    def _require(self, key: str) -> None:
        if self._values.get(key) is None:
            self._complain(key, IS_MISSING)

    def _complain(self, key: str, problem: str) -> None:
        self.problems.append(Problem(f"{self._path}{key}", problem))

    def text(self, key: str, otherwise: str = "must be a text") -> str | None:
        """Take a single line of text; `otherwise` is said of what is none."""
        value: str | None = self._take_if(key, otherwise, str)
        if value and "\t" in value:
            # Nobody sees one at the end of a folded text's line.
            value = value.replace("\t", " ").rstrip(" ")
        if value is not None and not (is_one_line(value) and is_visible(value)):
            self._complain(key, "must be a text on one line")
            return None
        return value

    def fill(self, kind: type[T], /, **given: Any) -> T:
        """Make a dataclass of the fields that it has; those without a default must be there.

        Fields that are not compared follow from others: they are not read.

        `given`: fields that are known already.

        Returns:
            What can't be used where there are problems: `finish` tells.
        """
        for name, (item, is_list, is_required) in fields_of(kind).items():  # type: ignore[arg-type]
            if name in given:
                continue
            if is_required:
                self._require(name)
            value = self._value(name, item, is_list=is_list)
            if value is not None or is_required:
                given[name] = value
            self._is_whole &= value is not None or not is_required
        return kind(**given)

    def required_named(self, key: str, known: Mapping[str, T]) -> T:
        """Take the name of one of several things that must be there; return the thing."""
        self._require(key)
        value = self.text(key)
        if value is not None and value not in known:
            self._complain(key, f"is {value!r}{_meant(value, known)}")
        return known.get(value or "", next(iter(known.values())))

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts."""
        return tuple(self._take_if(key, "must be a list of texts", list, str) or ())

    def mapping(self, key: str) -> Mapping[str, str]:
        """Take a mapping from text to text."""
        return self._take_if(key, "must be a list of `key: text` lines", dict, str) or {}

    def by_language(self) -> dict[Language, tuple[str, ...]]:
        """Take every key that is a language code: one text each, or a list of texts."""
        taken = {}
        for key in [key for key in self._values if is_language(key)]:
            if isinstance(self._values[key], str):
                self._values[key] = [self._values[key]]
            taken[Language(key)] = self.texts(key)
        return taken

    def groups(self, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
        """Take a list of nested mappings; those that lack what they need are left out."""
        items = self._take_if(key, "must be a list of `key: value` groups", list) or ()
        made = []
        for number, item in enumerate(items, start=1):
            if isinstance(item, dict):
                made.append(self._read_nested(item, f"{key}[{number}].", read))
            else:
                self._complain(f"{key}[{number}]", "must be a group of `key: value` lines")
        return tuple(one for one in made if one is not None)

    def theme_options(self) -> dict[str, Value]:
        """Take the keys that are the theme's."""
        taken = {key: self._values[key] for key in self._values if key in THEME_KEYS}
        self._left -= set(taken)
        self._known |= THEME_KEYS
        return taken

    def _read_nested(self, value: dict[str, Value], path: str, read: Callable[[Fields], T]) -> T | None:
        nested = Fields(value, self._source, self._path + path)
        result = read(nested)
        self.problems += nested.all_problems()
        return result if nested._is_whole else None

    def _value(self, key: str, kind: Any, *, is_list: bool) -> Any:
        """Take a value of a type; None when there is none, or a wrong one."""
        if is_dataclass(kind):
            made: type[Any] = kind  # type: ignore[assignment]
            if is_list:
                return self.groups(key, lambda nested: nested.fill(made))
            value = self._take_if(key, "must be a list of `key: value` lines", dict)
            return (
                None
                if value is None
                else self._read_nested(value, f"{key}.", lambda nested: nested.fill(made))
            )
        if is_list:
            return self.texts(key)
        text = self.text(key, "must be true or false" if kind is bool else "must be a text")
        if text is None:
            return None
        if problem := _problem(text, key, kind):
            self._complain(key, problem)
            return None
        if isinstance(kind, NewType):  # Thousands of entries have the same languages, ids and names.
            text = intern(text)
        return text == "true" if kind is bool else kind(text)

    def all_problems(self) -> list[Problem]:
        """Return what is wrong with the mapping, each fault once: a key misspelt is not also missing."""
        unknown, meant = [], set()
        for key in sorted(self._left):
            near = _nearest(key, self._known - set(self._values))
            meant |= {f"{self._path}{near}"} if near else set()
            words = f" (did you mean {near}?)" if near else ""
            unknown.append(Problem(f"{self._path}{key}", f"is not a known key{words}"))
        said = [one for one in self.problems if one.what != IS_MISSING or one.path not in meant]
        return said + unknown

    def complain(self, problems: Iterable[str]) -> None:
        """Add problems that concern several keys together, in words that begin with the first of them."""
        for problem in problems:
            key, _, what = problem.partition(" ")
            self._complain(key, what)

    def issues(self, remedy: str) -> list[Issue]:
        """Return an issue for each thing that was wrong, with its line."""
        return [
            Issue(Severity.ERROR, place, str(problem), problem.remedy or remedy)
            for place, problem in self._source.placed(self.all_problems())
        ]

    def finish(self, remedy: str) -> None:
        """Refuse the mapping when anything in it was wrong.

        Raises:
            InputError: with all problems in one line, at the line of the first.
        """
        placed = self._source.placed(self.all_problems())
        if not placed:
            return
        place = next((place for place, _ in placed if place != self._source.place), self._source.place)
        problems = [
            str(problem)
            if where in (place, self._source.place)
            else f"line {where.rpartition(':')[2]}: {problem}"
            for where, problem in placed
        ]
        remedies = dict.fromkeys(problem.remedy or remedy for _, problem in placed)
        raise InputError(place, ", ".join(problems), ", ".join(remedies))


def is_one_line(text: str) -> bool:
    """Tell whether there is no control character or line end in a text."""
    return text.isprintable() or not any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in text)


def is_visible(text: str) -> bool:
    """Tell whether a reader sees anything of a text."""
    return text[:1].isalnum() or any(unicodedata.category(char) not in UNSEEN for char in text)


def plain_values(key: str, value: Any) -> Value:
    """Return what a header holds for a value: what is empty is left out, dates are quoted."""
    if is_dataclass(value):
        named = ((one.name, getattr(value, one.name)) for one in fields(value) if one.compare)
        return {name: plain_values(name, part) for name, part in named if part}
    if isinstance(value, tuple):
        return [plain_values(key, part) for part in value]
    if isinstance(value, str):
        return QuotedString(value) if key in DATE_KEYS else str(value)
    return value


def _nearest(word: str, known: Iterable[str]) -> str | None:
    """Return what was probably meant by a word that is none of those known."""
    by_folded = {one.casefold(): one for one in known}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.7)
    return by_folded[near[0]] if near else None


def _meant(word: str, known: Iterable[str]) -> str:
    near = _nearest(word, known)
    return f" (did you mean {near}?)" if near else f"; it must be one of: {', '.join(known)}"


@cache
def fields_of(kind: type[Any]) -> Mapping[str, tuple[Any, bool, bool]]:
    """Return for each field: the type of what it holds, whether a list of it, whether it must be there."""
    hints = get_type_hints(kind)
    schema = {}
    for one in fields(kind):
        hint = hints[one.name]
        held = [part for part in get_args(hint) if part not in (NoneType, ...)] or [hint]
        is_required = one.default is MISSING and one.default_factory is MISSING
        if one.compare:
            schema[one.name] = (held[0], get_origin(hint) is tuple, is_required)
    return schema


def _problem(text: str, key: str, kind: Any) -> str:
    """Return what is wrong with a text that stands for a value of a type; empty when nothing is."""
    if key in DATE_KEYS and not is_edtf(text):
        meant = f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}" if (day := _YEAR_FIRST.fullmatch(text)) else ""
        return f"is not an EDTF date: {text!r} (write {meant if is_edtf(meant) else '2023-12-28 or 2023-12'})"
    if kind is Language and not is_language(text):
        return f"is not a language code: {text!r} (write de or en)"
    if kind is bool and text not in ("true", "false"):
        return "must be true or false"
    if kind is int and not (text.isdecimal() and len(text) <= MAX_DIGITS):
        return f"must be a whole number of at most {MAX_DIGITS} digits"
    if isinstance(kind, type) and issubclass(kind, StrEnum) and text not in set(kind):
        return f"is {text!r}{_meant(text, kind)}"
    return ""
