"""Scores finders of mentions on gold sets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.content.library import load_entries, load_records
from generator.language.markup import plain
from generator.model import Entry, Slug
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from tests import kinds
from tests.conftest import ROOT
from tests.eval.scores import Score
from tests.eval.texts import Place, entry_of, locate, segment_id

GOLD = Path(__file__).parent / "mentions"


@dataclass(frozen=True)
class MentionCase:
    """A text and the mentions a person found in it."""

    entry: Entry
    places: tuple[Place, ...]


Finder = Callable[[Entry], list[Place]]


def load_mention_cases(path: Path) -> list[MentionCase]:
    """Load a gold set, of the project's own entries or of invented texts."""
    entries, _ = load_entries(ROOT / "content")
    return [_case(row, entries) for row in yaml.safe_load(path.read_text("utf-8"))]


def _case(row: dict, entries: dict[Slug, Entry]) -> MentionCase:
    entry = entries[row["entry"]] if "entry" in row else entry_of(row)
    named = (
        (mention.get("segment") or segment_id(mention["paragraph"]), mention["words"], mention["record"])
        for mention in row["mentions"]
    )
    return MentionCase(entry, tuple(locate(_texts(entry), named)))


def _texts(entry: Entry) -> dict:
    return {segment.id: plain(segment.text) for segment in entry.segments}


def generator_finder() -> Finder:
    """Find mentions as the generator does, with the project's records."""
    records, _ = load_records(ROOT / "content", kinds.PROJECT)
    index = NameIndex(records)

    def find(entry: Entry) -> list[Place]:
        named = (
            (mention.segment, mention.surface, mention.record)
            for mention in find_mentions(entry, index)
            if mention.segment and mention.surface and mention.language == entry.language
        )
        return list(locate(_texts(entry), named))

    return find


def string_matching_finder() -> Finder:
    """Find every name and alias of the project's records as it is written, the longest first."""
    records, _ = load_records(ROOT / "content", kinds.PROJECT)
    owners = {
        name: record.slug
        for record in records.values()
        for name in (*record.names.values(), *record.aliases, *record.short_names)
    }
    names = sorted(owners, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names)})\b")

    def find(entry: Entry) -> list[Place]:
        return [
            Place(segment, match.start(), match.end(), owners[match[0]])
            for segment, text in _texts(entry).items()
            for match in pattern.finditer(text)
        ]

    return find


def score_mentions(cases: Iterable[MentionCase], find: Finder) -> tuple[Score, list[str]]:
    """Return the score of a finder, and a line for each mistake."""
    right = wrong = missed = 0
    mistakes: list[str] = []
    for case in cases:
        found = find(case.entry)
        texts = _texts(case.entry)
        unlisted = [place for place in found if not any(place.meets(gold) for gold in case.places)]
        unfound = [gold for gold in case.places if not any(place.meets(gold) for place in found)]
        right += len(case.places) - len(unfound)
        wrong += len(unlisted)
        missed += len(unfound)
        mistakes += _lines(case.entry, texts, "wrong", unlisted)
        mistakes += _lines(case.entry, texts, "missed", unfound)
    return Score(right, wrong, missed), mistakes


def _lines(entry: Entry, texts: dict, kind: str, places: Iterable[Place]) -> Iterator[str]:
    for place in places:
        words = texts[place.segment][max(0, place.start - 40) : place.end + 30]
        yield f"{entry.slug} {place.segment}: {kind} {place.record}: …{words}…"
