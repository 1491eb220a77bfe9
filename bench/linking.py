"""Measures finding the mentions of many records in many entries, and linking those entries.

Run as a script it does one size and prints what it cost, as JSON; `python -m bench` runs it in a process of
its own for each size, so that the memory is that of the one size.
"""

from __future__ import annotations

import datetime
import json
import random
import resource
import sys
import time
from collections.abc import Iterator

from generator.model import (
    DatedFact,
    Entry,
    Event,
    Kind,
    Language,
    Record,
    Segment,
    SegmentId,
    Slug,
    Source,
)
from tests import kinds

PARAGRAPHS, WORDS = 6, 60
SYLLABLES = "ba do ki lu me no ra su ti vo wa ze cha fen gor hal jin kov lev mar".split()
KINDS = (
    *[kinds.PERSON] * 4,
    kinds.EXERCISE,
    kinds.MEETING,
    kinds.AGREEMENT,
    kinds.BODY,
)
FILLERS = (
    "the of and to in for on with that from has have between sides said military cooperation ministry talks "
    "security region joint training further both countries will exchange level ships forces agreed views"
).split()
ENGLISH = Language("en")
FIRST_DAY = datetime.date(2015, 1, 1)
DAYS = 4000


def make_records(count: int, chance: random.Random) -> dict[Slug, Record]:
    """Make records with names of two or three invented words."""
    records: dict[Slug, Record] = {}
    while len(records) < count:
        kind = KINDS[len(records) % len(KINDS)]
        words = 2 if kind is kinds.PERSON else 3
        name = " ".join(_word(chance).capitalize() for _ in range(words))
        slug = Slug(name.lower().replace(" ", "-"))
        day = _day(chance).isoformat()
        records[slug] = Record(slug, kind, {ENGLISH: name}, dates=(DatedFact("held", day, "invented"),))
    return records


def make_entries(count: int, records: dict[Slug, Record], chance: random.Random) -> Iterator[Entry]:
    """Make entries that name records, a few of them in many entries, most in few."""
    names = [(slug, record.names[ENGLISH]) for slug, record in records.items()]
    weights = [1 / (rank + 5) for rank in range(len(names))]
    for number in range(count):
        named = chance.choices(names, weights, k=PARAGRAPHS * 2)
        segments = tuple(
            Segment(
                SegmentId(f"s{place + 1}"),
                ENGLISH,
                _paragraph([n for _, n in named[place * 2 :][:2]], chance),
            )
            for place in range(PARAGRAPHS)
        )
        day = _day(chance)
        events = tuple(
            Event(
                (day - datetime.timedelta(days=chance.randint(2, 300))).isoformat(), "something", segment.id
            )
            for segment in segments[2:5]
        )
        yield Entry(
            slug=Slug(f"entry-{number}"), title=f"Report {number}", language=ENGLISH, kind=Kind.ARTICLE,
            source=Source(f"{number}.txt", ""), date=day.isoformat(), events=events, blocks=segments,
        )  # fmt: skip


def _paragraph(names: list[str], chance: random.Random) -> str:
    words = [*chance.choices(FILLERS, k=WORDS), *names]
    chance.shuffle(words)
    return " ".join(words).capitalize() + "."


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3)))


def _day(chance: random.Random) -> datetime.date:
    return FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS))


def main(records: int, entries: int) -> dict[str, float]:
    """Find mentions, then link; return seconds of each and the peak memory in MB."""
    from generator.links.connect import connect
    from generator.names.index import NameIndex
    from generator.names.mentions import find_mentions

    chance = random.Random(1)
    known = make_records(records, chance)
    made = {entry.slug: entry for entry in make_entries(entries, known, chance)}
    before = _peak_mb()
    started = time.perf_counter()
    index = NameIndex(known)
    mentions = {slug: find_mentions(entry, index) for slug, entry in made.items()}
    found = time.perf_counter()
    connections = connect(made, mentions, known, ENGLISH)
    linked = time.perf_counter()
    return {
        "mentions": found - started,
        "links": linked - found,
        "found": sum(map(len, mentions.values())),
        "linked": sum(map(len, connections.links.values())),
        "texts_mb": before,
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
