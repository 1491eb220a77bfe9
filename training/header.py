"""`python -m training.header FOLDER`: learn again what the header's candidates weigh.

FOLDER holds NAME.txt, html/NAME.html and gold.json (`{NAME: {"title": …, "date": …}}`). Headline and day of
publication are each a choice among candidates or none of them; the weights make the right one most probable
(conditional logistic regression). A fifth of the pages is set aside by their names and not learned from; the
rest is scored out of fold.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.dates.find import is_day_first
from generator.errors import ChronologyError
from generator.generate.clean import sort_lines
from generator.generate.draft import Draft
from generator.generate.header import weights as weights_module
from generator.generate.header.date_candidates import DateCandidate, date_shown_by
from generator.generate.header.date_features import date_candidates
from generator.generate.header.layout import lay_out
from generator.generate.header.title import NOTHING_SEEN, find_headline
from generator.generate.header.title_candidates import title_candidates
from generator.generate.header.title_hints import SEPARATOR, title_shown_by
from generator.generate.header.weights import Features
from generator.generate.read import read
from generator.generate.seed_text import Subject

FOLDS = 5
HELD = 5
"""One page of so many is set aside."""
PULL = 1.5
"""How strongly weights are drawn to nothing."""
EXPECTED = {
    "title": {
        "a site's name": -3.0,
        "has a site's name in it": -3.5,
        "rest stands by itself": 3.0,
        "in a copyright line": -3.0,
        "an institution's name": -4.0,
        "a list item": -4.0,
        "begins small": -2.0,
        "words in an address": 3.0,
        "a speaker's turn": -6.0,
    },
    "title, first line": {"below the first paragraph": -4.0, "first line, prose next": 1.5},
    "published": {
        "in own address": 4.0,
        "in JSON-LD": 2.0,
        "in article:published_time": 2.0,
        "in the text": -2.0,
        "first paragraph": -1.0,
        "last paragraph": -1.0,
        "many words beside it": -2.0,
        "beside words of today": -1.5,
        "a copyright": -1.5,
        "label before it": 2.0,
        "another label before it": -2.0,
        "another is labelled as published": -3.0,
    },
}
"""What weights are drawn to that web pages show too rarely: releases and transcripts are seeds, too."""
STEPS = 250
ENOUGH = {"published, lines": 0.7, "published, markup": 0.5}
"""The least probability a day is taken with: chosen out of fold for a precision of .95."""
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\xa0": " "})
MAX_BYTES = 20_000_000
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One choice: what is seen in each candidate, and which are right."""

    page: str
    kind: str
    """Which weights decide it, and for the title, what was made of the page."""
    features: tuple[Features, ...]
    right: tuple[bool, ...]
    given: tuple[str, ...]
    """What each candidate says: several may say the same."""
    none_is_right: bool = False

    @property
    def is_learned_from(self) -> bool:
        """Tell whether there is a right choice: not where the page lacks what the gold says."""
        return any(self.right) or self.none_is_right


def is_held(page: str) -> bool:
    """Tell whether a page is set aside."""
    return zlib.crc32(page.encode()) % HELD == 0


def normal(text: str | None) -> str:
    """Return a title as titles are compared."""
    return re.sub(r"\s+", " ", str(text or "").translate(QUOTES)).strip().casefold()


def read_drafts(folder: Path, gold: Mapping[str, Any]) -> Iterator[tuple[str, Draft]]:
    """Yield the pages' texts and the pages themselves, with their lines sorted."""
    for name in sorted(gold):
        for path in (folder / f"{name}.txt", folder / "html" / f"{name}.html"):
            if path.exists():
                try:
                    yield name, sort_lines(read(path, path.parent, MAX_BYTES))
                except ChronologyError as error:
                    print(error)


def variants(draft: Draft, title: str) -> Iterator[tuple[Draft, bool]]:
    """Yield a page's draft as it is, and as further documents look; with whether it lacks a headline.

    Without the page's title in the first line; the article alone, as somebody pastes it; its text alone.
    """
    yield draft, False
    if draft.statements or len(draft.lines) < 5:
        return
    first = draft.lines[0].number
    yield replace(draft, lines=draft.lines[1:], kept=tuple(k for k in draft.kept if k.number != first)), False
    kept = {line.number for line in draft.kept}
    own = [line for line in draft.lines if line.number in kept]
    titles = [line for line in draft.lines[1:] if normal(line.text) == title]
    if not titles or not own:
        return
    headline = ([line for line in titles if line.number <= own[0].number] or titles)[-1]
    body = [line for line in own if line.number > headline.number]
    text = [line for line in body if normal(line.text) != title and len(line.text) > 80]
    if text:
        yield replace(draft, lines=(headline, *body)), False
        yield from _cut_out(draft, headline.number, body[-1].number)
        numbers = {line.number for line in text}
        yield (
            replace(draft, lines=tuple(text), kept=tuple(k for k in draft.kept if k.number in numbers)),
            True,
        )


def _cut_out(draft: Draft, headline: int, end: int) -> Iterator[tuple[Draft, bool]]:
    """Yield the headline and the text with the lines between, a few that stand above, or the site's name."""
    lines = [line for line in draft.lines if line.number <= end]
    place = next(index for index, line in enumerate(lines) if line.number == headline)
    for above in (1, 4):
        part = lines[max(1, place - above) :]
        yield (
            replace(
                draft, lines=tuple(part), kept=tuple(k for k in draft.kept if k.number >= part[0].number)
            ),
            False,
        )
    names = [part.strip() for part in SEPARATOR.split(lines[0].text)[1:] if 1 < len(part.strip()) <= 40]
    if names and place:
        site = replace(lines[0], text=names[-1], number=lines[place - 1].number)
        kept = tuple(k for k in draft.kept if k.number >= headline)
        yield replace(draft, lines=(site, *lines[place:]), kept=kept), False


def title_examples(drafts: Sequence[tuple[str, Draft]], gold: Mapping[str, Any]) -> Iterator[Example]:
    """Yield the choices of a headline."""
    for name, draft in drafts:
        title = normal(gold[name]["title"])
        if not title:
            continue
        for number, (variant, has_none) in enumerate(variants(draft, title)):
            layout = lay_out(variant)
            found = title_candidates(layout)
            given = tuple(normal(one.text) for one in found)
            kind = f"title, {title_shown_by(layout)}"
            kind += "" if number == 0 else f" (made, {number})"
            yield Example(
                name,
                kind,
                tuple(one.features for one in found),
                tuple(one == title for one in given),
                given,
                has_none,
            )


def date_examples(drafts: Sequence[tuple[str, Draft]], gold: Mapping[str, Any]) -> Iterator[Example]:
    """Yield the choices of a day of publication; the headline is found by the weights learned before."""
    for name, draft in drafts:
        if not gold[name]["date"]:
            continue
        layout = lay_out(draft)
        headline = find_headline(layout)
        order = is_day_first(line.text for line in layout.lines)
        found = may_be(date_candidates(layout, headline.index if headline else None, order))
        given = tuple(one.day for one in found)
        right = tuple(day == gold[name]["date"] for day in given)
        kind = f"published, {date_shown_by(layout)}"
        if any(right) and zlib.crc32(name.encode()) % 3 == 0:
            yield from _undated(draft, name, gold[name]["date"])
        # A page whose day of publication nothing names teaches that there may be none.
        yield Example(name, kind, tuple(one.features for one in found), right, given, not any(right))


def may_be(found: Sequence[DateCandidate]) -> list[DateCandidate]:
    """Return the days that may be that of the publication."""
    return [one for one in found if not one.is_reported]


def _undated(draft: Draft, name: str, day: str) -> Iterator[Example]:
    """Yield the choice there would be if nothing named the day."""
    layout = lay_out(draft)
    order = is_day_first(line.text for line in layout.lines)
    named = {one.index for one in date_candidates(layout, None, order) if one.day == day}
    numbers = {line.number for index, line in enumerate(draft.lines) if index in named}
    rest = replace(
        draft,
        lines=tuple(line for line in draft.lines if line.number not in numbers),
        kept=tuple(line for line in draft.kept if line.number not in numbers),
        statements=tuple(one for one in draft.statements if one.about is not Subject.PUBLISHED),
    )
    layout = lay_out(rest)
    headline = find_headline(layout)
    found = [
        one
        for one in may_be(date_candidates(layout, headline.index if headline else None, order))
        if one.day != day
    ]
    yield Example(
        name,
        f"published, {date_shown_by(layout)} (made)",
        tuple(one.features for one in found),
        (False,) * len(found),
        tuple(one.day for one in found),
        none_is_right=True,
    )


def expected(choice: str) -> dict[str, float]:
    """Return what the weights of a choice are drawn to, by feature."""
    return EXPECTED[choice.partition(",")[0]] | EXPECTED.get(choice, {})


def learn(examples: Sequence[Example], drawn_to: Mapping[str, float]) -> dict[str, float]:
    """Return the weights that make the right choices most probable."""
    names = sorted({name for one in examples for seen in (*one.features, NOTHING_SEEN) for name in seen})
    columns = {name: number for number, name in enumerate(names)}
    counts = [len(one.features) + 1 for one in examples]
    table = np.zeros((sum(counts), len(names)))
    rows = (seen for one in examples for seen in (*one.features, NOTHING_SEEN))
    for row, seen in enumerate(rows):
        for name, value in seen.items():
            table[row, columns[name]] = value
    choice = np.repeat(np.arange(len(examples)), counts)
    right = np.array([mark for one in examples for mark in (*one.right, not any(one.right))], float)
    goals = np.array([drawn_to.get(name, 0.0) for name in names])
    weights = _descend(lambda tried: _slope(tried, goals, table, choice, right, len(examples)), len(names))
    learned = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    return dict(drawn_to) | {name: weight for name, weight in learned.items() if abs(weight) >= 0.01}


def _slope(
    weights: Floats, goals: Floats, table: Floats, choice: NDArray[Any], right: Floats, count: int
) -> Floats:
    scores = table @ weights
    highest = np.full(count, -1e9)
    np.maximum.at(highest, choice, scores)
    parts = np.exp(scores - highest[choice])
    probable = parts / np.bincount(choice, parts)[choice]
    among_right = parts * right / (np.bincount(choice, parts * right) + 1e-300)[choice]
    slope: Floats = PULL * (weights - goals) - table.T @ (among_right - probable)
    return slope


def _descend(slope: Callable[[Floats], Floats], size: int) -> Floats:
    """Go down by Adam's steps, ever smaller."""
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        gradient = slope(weights)
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient**2
        rate = 0.05 * (1 + math.cos(math.pi * step / STEPS))
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def chosen(example: Example, weights: Mapping[str, float], enough: float) -> str:
    """Return what is chosen; empty: none."""
    tried = weights_module.Weights(weights, enough)
    probable = tried.probabilities(example.features, NOTHING_SEEN)
    by_value: dict[str, float] = {}
    for value, share in zip(example.given, probable, strict=True):
        by_value[value] = by_value.get(value, 0.0) + share
    best = max(by_value, key=by_value.__getitem__, default="")
    least = enough or 1 - sum(probable)
    return best if best and by_value[best] >= least else ""


def score(examples: Sequence[Example], weights: Mapping[str, float], enough: float) -> list[int]:
    """Return how many choices are right, how many made, and how many there are."""
    right = made = 0
    for one in examples:
        value = chosen(one, weights, enough)
        made += bool(value)
        wanted = {given for given, mark in zip(one.given, one.right, strict=True) if mark}
        right += value in wanted if value else one.none_is_right and one.kind.startswith("title")
    return [right, made, len(examples)]


def learn_choice(choice: str, examples: Sequence[Example]) -> dict[str, Any]:
    """Learn the weights of a choice and score them; print and return both."""
    enough, goals = ENOUGH.get(choice, 0.0), expected(choice)
    learned = [one for one in examples if not is_held(one.page)]
    pages = sorted({one.page for one in learned})
    fold = {page: number % FOLDS for number, page in enumerate(pages)}
    totals = [0, 0, 0]
    real = [one for one in learned if "(made" not in one.kind]
    for number in range(FOLDS):
        weights = learn([one for one in learned if fold[one.page] != number and one.is_learned_from], goals)
        part = score([one for one in real if fold[one.page] == number], weights, enough)
        totals = [a + b for a, b in zip(totals, part, strict=True)]
    weights = learn([one for one in learned if one.is_learned_from], goals)
    held = score([one for one in examples if is_held(one.page) and "(made" not in one.kind], weights, enough)
    made = score([one for one in learned if "(made" in one.kind], weights, enough)
    told = {"out of fold": _said(totals), "set aside": _said(held)}
    print(f"{choice}: {told}; made documents, learned from: {_said(made)}")
    return {
        "enough": enough,
        "scores": told,
        "weights": dict(sorted(weights.items(), key=lambda item: -item[1])),
    }


def _said(counts: Sequence[int]) -> str:
    right, made, whole = counts
    return f"{right} right of {made} given, {whole} wanted"


def main() -> None:
    """Learn, score, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.header", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--origin", default="", help="what the pages are, for the file")
    given = parser.parse_args()
    gold = json.loads((given.folder / "gold.json").read_text(encoding="utf-8"))
    drafts = list(read_drafts(given.folder, gold))
    path = Path(weights_module.__file__).with_name("weights.json")
    table: dict[str, Any] = {
        "about": "What the header's candidates weigh; made by `python -m training.header`",
        "origin": given.origin,
        "learned": datetime.now(UTC).date().isoformat(),
    }
    for make in (title_examples, date_examples):
        examples = list(make(drafts, gold))
        for choice in sorted({one.kind.partition(" (")[0] for one in examples}):
            table[choice] = learn_choice(
                choice, [one for one in examples if one.kind.partition(" (")[0] == choice]
            )
        path.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        weights_module.weights_for.cache_clear()


if __name__ == "__main__":
    main()
