"""A page's file as the theme gets it: its options with their types, and its text.

Headers are read by our own reader alone: MkDocs' one stops at some of what an editor may type, reads other
things otherwise, and shows a header that it can't read as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content import front_matter
from generator.content.fields import Problem, YamlSource
from generator.content.front_matter import Value
from generator.model import Issue, Severity

TEXTS = ("title", "description", "icon", "status", "template", "subtitle")
"""Options that are one text."""
GROUPS = ("hide", "search", "tags")
"""Those that are several."""
NAME = re.compile(r"[a-z][a-z_-]*")
REMEDY = "mend the front matter of the page"


@dataclass(frozen=True)
class PageSource:
    """A page's file, taken apart."""

    options: Mapping[str, Any]
    """That the theme can use."""
    body: str
    issues: tuple[Issue, ...]
    """What the theme can't use, and is left out."""

    @property
    def single_options(self) -> Mapping[str, Any]:
        """The options without what an entry or a record is made of: its events, its source."""
        return {
            key: value
            for key, value in self.options.items()
            if key in GROUPS or not isinstance(value, dict | list)
        }


def read_source(text: str, place: str, has_template: Callable[[str], bool] = lambda _: True) -> PageSource:
    """Split a page's file into its options, which the theme can use, and its text.

    `has_template`: tells whether the theme has a file of a name.

    Raises:
        InputError: the header can't be read.
    """
    header, body = front_matter.split(text)
    values = front_matter.parse(header, place) if header else {}
    problems = list(_problems(values, has_template))
    wrong = {problem.path.partition(".")[0] for problem in problems}
    values = {key: value for key, value in values.items() if value is not None and key not in wrong}
    options = {key: _typed(value) for key, value in values.items()}
    options |= {key: values[key] for key in TEXTS if values.get(key)}
    placed = YamlSource(place, header or "", front_matter.HEADER_BEGINS).placed(problems)
    issues = tuple(Issue(Severity.ERROR, where, str(problem), REMEDY) for where, problem in placed)
    return PageSource(options, body, issues)


def _problems(values: Mapping[str, Value], has_template: Callable[[str], bool]) -> Iterator[Problem]:
    for key in TEXTS:
        if not isinstance(values.get(key), str | None):
            yield Problem(key, "must be a text")
    for key in ("hide", "tags"):
        if not _is_list_of_texts(values.get(key)):
            yield Problem(key, "must be a list of texts")
    hidden = values.get("hide") or ()
    for name in [hidden] if isinstance(hidden, str) else hidden:
        if isinstance(name, str) and not NAME.fullmatch(name):
            words = f"holds {name[:40]!r}, which is no part of a page (write navigation, toc or footer)"
            yield Problem("hide", words)
    if values.get("draft") not in (None, "true", "false"):
        yield Problem("draft", "must be true or false")
    if problem := _search_problem(values.get("search")):
        yield Problem("search", problem)
    template, icon = values.get("template"), values.get("icon")
    if isinstance(template, str) and not has_template(template):
        yield Problem("template", f"is {template[:80]!r}, which the theme does not have")
    if isinstance(icon, str) and not has_template(f".icons/{icon}.svg"):
        yield Problem("icon", f"is {icon[:80]!r}, which the theme does not have")


def _is_list_of_texts(value: Value) -> bool:
    return isinstance(value, str | None) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )


def _search_problem(value: Value) -> str:
    if value is None:
        return ""
    if not isinstance(value, dict):
        return "must be a `key: value` group (exclude: true, or boost: 2)"
    if value.get("exclude") not in (None, "true", "false"):
        return "must hold exclude: true or false"
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value.get("boost") or "1"):
        return "holds a boost that is no number (boost must be a number)"
    return ""


def _typed(value: Value) -> Any:
    """Give a value the type that themes expect of it."""
    if isinstance(value, dict):
        return {key: _typed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_typed(part) for part in value]
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}(\.\d{1,9})?", value):
        return float(value) if "." in value else int(value)
    return value
