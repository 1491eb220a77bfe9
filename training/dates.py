"""`python -m training.dates FOLDER…`: measure what the year of an open date is told by, and learn it again.

Each FOLDER holds news with TIMEX3 annotations (*.tml; its name begins with the language, `de-` or `en-`). A
date without a year, whose year the annotation gives, is a choice among the years around. Printed is how many
come out right by the weights in `dates/resolve.py`, and by weights that make the right year most probable
(conditional logistic regression): on a fifth of the files that is set aside by their names, and on the rest.
Then, for each weight, between which values no fewer years come out right.
"""

from __future__ import annotations

import argparse
import html
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from generator.dates.anchor import Anchor, anchor_from
from generator.dates.find import FoundDate, find_dates
from generator.dates.named import NamedDate
from generator.dates.resolve import WEIGHTS, Choice, Weights, likeliest, weigh
from generator.model import Language

HELD = 5
"""One file of so many is set aside."""
PULL = 0.02
"""How strongly learned weights are drawn to those that stand in `resolve`."""
TAG = re.compile(r"<TIMEX3\b([^>]*?)(/?)>|</TIMEX3>|<[^>]+>")
VALUE = re.compile(r'\bvalue="(\d{4})-')
STEPS = (2.0, 1.0, 0.5, 0.25, 0.1)
WIDEST, FINE = 40, 0.1


@dataclass(frozen=True)
class Example:
    """A date without its year, and the year that is meant."""

    choice: Choice
    right: int


def is_held(path: Path) -> bool:
    """Tell whether a file is set aside."""
    return zlib.crc32(path.stem.encode()) % HELD == 0


def examples_of(path: Path, language: Language) -> Iterator[Example]:
    """Yield the open dates of a file whose year its annotations tell."""
    raw = path.read_text(encoding="utf-8")
    written = re.search(r'<DCT>.*?value="([^"]+)"', raw, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    anchor = anchor_from(written[1][:10]) if written else None
    if body is None or anchor is None:
        return
    text, years = _marked(body[1])
    for line in re.finditer(r"[^\n]+", text):
        for found in find_dates(line[0], language):
            choice = _choice(found, anchor)
            start, end = line.start() + found.start, line.start() + found.end
            named = {year for first, last, year in years if first < end and start < last}
            if choice and len(named) == 1:
                yield Example(choice, named.pop())


def _marked(body: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Return the text without its tags, and where a year is given."""
    text, at = "", 0
    years: list[tuple[int, int, int]] = []
    opened: list[tuple[int, int | None]] = []
    for tag in TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[0].startswith("<TIMEX3") and not tag[2]:
            value = VALUE.search(tag[1])
            opened.append((len(text), int(value[1]) if value else None))
        elif tag[0] == "</TIMEX3>" and opened:
            start, year = opened.pop()
            if year is not None:
                years.append((start, len(text), year))
    return text + html.unescape(body[at:]), years


def _choice(found: FoundDate, anchor: Anchor) -> Choice | None:
    meaning = found.meaning
    if not isinstance(meaning, NamedDate) or meaning.toward or meaning.decade:
        return None
    if meaning.year is not None or meaning.years_away is not None:
        return None
    return meaning.choice(anchor, found.tense)


def right_years(examples: Sequence[Example], weights: Weights) -> int:
    """Return how many come out right; two years that are left open are not."""
    return sum(likeliest(one.choice, weights) == [one.right] for one in examples)


def unlikelihood(examples: Sequence[Example], weights: Weights) -> float:
    """Return how improbable the right years are, and how far the weights from those in use."""
    total = PULL * sum((getattr(weights, f.name) - getattr(WEIGHTS, f.name)) ** 2 for f in fields(Weights))
    for one in examples:
        weighed = {r.year: weigh(r, one.choice, weights) for r in one.choice.readings}
        if one.right in weighed:
            total += math.log(sum(map(math.exp, weighed.values()))) - weighed[one.right]
    return total


def learn(examples: Sequence[Example]) -> Weights:
    """Return the weights that make the right years most probable, one weight changed at a time."""
    weights, least = WEIGHTS, unlikelihood(examples, WEIGHTS)
    for step in STEPS:
        changed = True
        while changed:
            changed = False
            for name in (field.name for field in fields(Weights) if field.name != "margin"):
                for by in (step, -step):
                    tried = replace(weights, **{name: getattr(weights, name) + by})
                    cost = unlikelihood(examples, tried)
                    if cost < least:
                        weights, least, changed = tried, cost, True
    return weights


def plateau(examples: Sequence[Example], name: str) -> tuple[float, float]:
    """Return between which values of a weight no fewer years come out right."""
    value, least = getattr(WEIGHTS, name), right_years(examples, WEIGHTS)

    def reach(step: float) -> float:
        tried = value
        for _ in range(WIDEST):
            following = round(tried + step, 2)
            if right_years(examples, replace(WEIGHTS, **{name: following})) < least:
                break
            tried = following
        return float(tried)

    return reach(-FINE), reach(FINE)


def main() -> None:
    """Measure, learn, and print both."""
    parser = argparse.ArgumentParser(prog="python -m training.dates", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    rest: list[Example] = []
    held: list[Example] = []
    for folder in parser.parse_args().folders:
        for path in sorted(folder.glob("*.tml")):
            (held if is_held(path) else rest).extend(examples_of(path, Language(folder.name[:2])))
    learned = learn(rest)
    print(f"{len(rest)} open dates, and {len(held)} set aside; right years:")
    for name, weights in (("in use", WEIGHTS), ("learned", learned)):
        print(f"  {name}: {right_years(rest, weights)} and {right_years(held, weights)}")
    print("weight: in use, learned, no fewer right between")
    for field in fields(Weights):
        name = field.name
        least, most = plateau(rest, name)
        print(f"  {name}: {getattr(WEIGHTS, name)}, {getattr(learned, name):.2f}, {least} … {most}")


if __name__ == "__main__":
    main()
