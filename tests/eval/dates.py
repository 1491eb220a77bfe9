"""Scores date finders on gold sets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.dates.anchor import anchor_from
from generator.dates.edtf import bounds
from generator.dates.find import find_dates
from generator.model import Language
from tests.eval.scores import Score

GOLD = Path(__file__).parent / "dates"


@dataclass(frozen=True)
class Dated:
    """A date in a text: where, and what it is."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True)
class DateCase:
    """A text and the dates a person found in it."""

    text: str
    language: str
    published: str | None
    about: str
    dates: tuple[Dated, ...]


Finder = Callable[[DateCase], list[Dated]]


def load_date_cases(path: Path) -> list[DateCase]:
    """Load a gold set; a quote that is not in its text is an error."""
    return [_case(row) for row in yaml.safe_load(path.read_text("utf-8"))]


def _case(row: dict) -> DateCase:
    dates = []
    reached = 0
    for date in row["dates"]:
        start = row["text"].index(date["quote"], reached)
        reached = start + len(date["quote"])
        dates.append(Dated(start, reached, date["edtf"]))
    return DateCase(row["text"], row["language"], row.get("published"), row["about"], tuple(dates))


def by_generator(case: DateCase) -> list[Dated]:
    """Find dates as the generator does."""
    anchor = anchor_from(case.published)
    return [
        Dated(found.start, found.end, found.edtf(anchor).partition("T")[0])
        for found in find_dates(case.text, Language(case.language))
    ]


def by_dateparser(case: DateCase) -> list[Dated]:
    """Find dates as dateparser's `search_dates` does, told the language and the publication date."""
    from datetime import datetime

    from dateparser.search import search_dates

    settings = {"PREFER_DATES_FROM": "past"}
    if case.published:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(case.published[:10])
    results = search_dates(case.text, languages=[case.language], settings=settings) or []
    dated, reached = [], 0
    for words, moment in results:
        start = max(case.text.find(words, reached), 0)
        reached = start + len(words)
        dated.append(Dated(start, reached, moment.date().isoformat()))
    return dated


def is_equal(gold: str, found: str) -> bool:
    """Tell whether a date is written as a person wrote it."""
    return gold == found


def is_within(gold: str, found: str) -> bool:
    """Tell whether a found day is one that the date can mean: all that a finder of days can do."""
    meant = bounds(gold)
    if meant:
        return meant.earliest.isoformat() <= found <= meant.latest.isoformat()
    known = re.findall(r"-(\d\d)", gold.partition("/")[0])
    return all(f"-{digits}" in found for digits in known)


def score_dates(
    cases: Iterable[DateCase], find: Finder, same: Callable[[str, str], bool] = is_equal
) -> tuple[Score, list[str]]:
    """Return the score of a finder, and a line for each mistake.

    Args:
        cases: the gold set.
        find: the finder.
        same: tells whether what was found, its second argument, is what is there.
    """
    right = wrong = missed = 0
    mistakes = []
    for case in cases:
        found = find(case)
        matched = list(_matches(case.dates, found, same))
        right += len(matched)
        wrong += len(found) - len(matched)
        missed += len(case.dates) - len(matched)
        if len(matched) != len(found) or len(matched) != len(case.dates):
            expected = [(case.text[d.start : d.end], d.edtf) for d in case.dates]
            got = [(case.text[d.start : d.end], d.edtf) for d in found]
            mistakes.append(
                f"{case.about} [{case.published}]: {case.text!r}\n   expected {expected}\n   found    {got}"
            )
    return Score(right, wrong, missed), mistakes


def _matches(gold: Iterable[Dated], found: list[Dated], same: Callable[[str, str], bool]) -> Iterator[Dated]:
    left = list(found)
    for date in gold:
        match = next(
            (f for f in left if same(date.edtf, f.edtf) and f.start < date.end and date.start < f.end), None
        )
        if match:
            left.remove(match)
            yield match
