"""Reads typed values out of a loaded header and collects every problem, not just the first."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from generator.content.front_matter import Value
from generator.dates.edtf import is_edtf
from generator.errors import InputError
from generator.language.codes import is_language
from generator.model import Language, SegmentId, Slug

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

THEME_KEYS = frozenset({"tags", "hide", "description", "icon", "status", "template", "search", "subtitle"})
"""Keys Material gives a meaning to; an editor may use them on any page."""


LINE_BREAKS = ("Cc", "Zl", "Zp")
"""Unicode categories of control characters and line ends."""


class Fields:
    """A mapping being read: `finish()` raises for all that was wrong with it.

    Args:
        values: the loaded mapping.
        place: the file, for messages.
        path: the key this mapping stands under, for messages.
    """

    def __init__(self, values: Mapping[str, Value], place: str, path: str = "") -> None:
        self._values = dict(values)
        self._left = set(self._values)
        self._place = place
        self._path = path
        self.problems: list[str] = []

    def _take(self, key: str) -> Value:
        self._left.discard(key)
        return self._values.get(key)

    def _require(self, key: str) -> None:
        if self._values.get(key) is None:
            self._complain(key, "is missing")

    def _complain(self, key: str, problem: str) -> None:
        self.problems.append(f"{self._path}{key} {problem}")

    def text(self, key: str) -> str | None:
        """Take a single line of text."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self._complain(key, "must be a text")
            return None
        if any(unicodedata.category(char) in LINE_BREAKS for char in value) or not value.strip():
            self._complain(key, "must be a text on one line")
            return None
        return value

    def required(self, key: str) -> str:
        """Take a text that must be there."""
        self._require(key)
        return self.text(key) or ""

    def date(self, key: str) -> str | None:
        """Take an EDTF date."""
        value = self.text(key)
        if value is not None and not is_edtf(value):
            self._complain(key, f"is not an EDTF date: {value!r} (write 2023-12-28 or 2023-12)")
            return None
        return value

    def required_date(self, key: str) -> str:
        """Take an EDTF date that must be there."""
        self._require(key)
        return self.date(key) or ""

    def required_language(self, key: str) -> Language:
        """Take a language code that must be there."""
        self._require(key)
        return self.language(key) or Language("")

    def language(self, key: str) -> Language | None:
        """Take a two-letter language code."""
        value = self.text(key)
        if value is not None and not is_language(value):
            self._complain(key, f"is not a language code: {value!r} (write de or en)")
            return None
        return None if value is None else Language(value)

    def choice(self, key: str, kinds: type[E]) -> E | None:
        """Take one of a fixed set of words."""
        value = self.text(key)
        if value is None:
            return None
        try:
            return kinds(value)
        except ValueError:
            known = ", ".join(kind.value for kind in kinds)
            self._complain(key, f"is {value!r}; it must be one of: {known}")
            return None

    def required_choice(self, key: str, kinds: type[E]) -> E:
        """Take one of a fixed set of words that must be there."""
        self._require(key)
        return self.choice(key, kinds) or next(iter(kinds))

    def required_named(self, key: str, known: Mapping[str, T]) -> T:
        """Take the name of one of several things that must be there; return the thing."""
        self._require(key)
        value = self.text(key)
        if value is not None and value not in known:
            near = get_close_matches(value, known, n=1)
            meant = f", did you mean {near[0]!r}?" if near else f"; it must be one of: {', '.join(known)}"
            self._complain(key, f"is {value!r}{meant}")
        return known.get(value or "", next(iter(known.values())))

    def flag(self, key: str, default: bool = False) -> bool:
        """Take true or false."""
        value = self.text(key)
        if value not in (None, "true", "false"):
            self._complain(key, "must be true or false")
        return default if value is None else value == "true"

    def number(self, key: str) -> int | None:
        """Take a whole number."""
        value = self.text(key)
        if value is None:
            return None
        if not value.isdecimal():
            self._complain(key, "must be a whole number")
            return None
        return int(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._complain(key, "must be a list of texts")
            return ()
        return tuple(value)

    def slugs(self, key: str) -> tuple[Slug, ...]:
        """Take a list of page names."""
        return tuple(Slug(text) for text in self.texts(key))

    def slug(self, key: str) -> Slug | None:
        """Take a page name."""
        value = self.text(key)
        return None if value is None else Slug(value)

    def segment(self, key: str) -> SegmentId | None:
        """Take a segment id."""
        value = self.text(key)
        return None if value is None else SegmentId(value)

    def mapping(self, key: str) -> Mapping[str, str]:
        """Take a mapping from text to text."""
        value = self._take(key)
        if value is None:
            return {}
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            self._complain(key, "must be a list of `key: text` lines")
            return {}
        return value

    def by_language(self) -> dict[Language, tuple[str, ...]]:
        """Take every key that is a language code: one text each, or a list of texts."""
        taken = {}
        for key in [key for key in self._values if is_language(key)]:
            if isinstance(self._values[key], str):
                self._values[key] = [self._values[key]]
            taken[Language(key)] = self.texts(key)
        return taken

    def group(self, key: str, read: Callable[[Fields], T]) -> T | None:
        """Take a nested mapping with its own fields."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._complain(key, "must be a list of `key: value` lines")
            return None
        return self._read_nested(value, f"{self._path}{key}.", read)

    def groups(self, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
        """Take a list of nested mappings."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._complain(key, "must be a list of `key: value` groups")
            return ()
        return tuple(
            self._read_nested(item, f"{self._path}{key}[{number}].", read)
            for number, item in enumerate(value, start=1)
        )

    def theme_options(self) -> dict[str, Value]:
        """Take the keys that are the theme's."""
        taken = {key: self._values[key] for key in self._values if key in THEME_KEYS}
        self._left -= set(taken)
        return taken

    def _read_nested(self, value: dict[str, Value], path: str, read: Callable[[Fields], T]) -> T:
        nested = Fields(value, self._place, path)
        result = read(nested)
        self.problems += nested.problems + nested._unknown()
        return result

    def _unknown(self) -> list[str]:
        return [f"{self._path}{key} is not a known key" for key in sorted(self._left)]

    def complain(self, problems: Iterable[str]) -> None:
        """Add problems that concern several keys together."""
        self.problems += [f"{self._path}{problem}" for problem in problems]

    def finish(self, remedy: str) -> None:
        """Refuse the mapping when anything in it was wrong.

        Raises:
            InputError: with all problems in one line.
        """
        problems = self.problems + self._unknown()
        if problems:
            raise InputError(self._place, ", ".join(problems), remedy)
