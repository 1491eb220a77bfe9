"""Scores links between entries on gold sets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from generator.content.library import load_entries, load_records
from generator.links.connect import connect
from generator.model import Entry, LinkType, Slug
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from tests import kinds
from tests.conftest import ROOT
from tests.eval.scores import Score
from tests.eval.texts import ENGLISH, entry_of

GOLD = Path(__file__).parent / "links"
Typed = tuple[Slug, Slug, LinkType]


@dataclass(frozen=True)
class LinkSet:
    """Documents, which of them are about the same event, and links that must be there."""

    entries: tuple[Entry, ...]
    same_event: frozenset[frozenset[Slug]]
    links: frozenset[Typed]


def load_link_set(path: Path) -> LinkSet:
    """Load a gold set."""
    loaded = yaml.safe_load(path.read_text("utf-8"))
    pairs = (frozenset(pair) for group in loaded["same_event"] for pair in combinations(group, 2))
    own, _ = load_entries(ROOT / "content")
    return LinkSet(
        entries=(
            *(own[slug] for slug in loaded.get("entries", ())),
            *(entry_of(row) for row in loaded.get("documents", ())),
        ),
        same_event=frozenset(pairs),
        links=frozenset((row["from"], row["to"], LinkType(row["type"])) for row in loaded.get("links", ())),
    )


def find_links(entries: tuple[Entry, ...]) -> set[Typed]:
    """Link documents as the generator does, with the project's records."""
    records, _ = load_records(ROOT / "content", kinds.PROJECT)
    index = NameIndex(records)
    by_slug = {entry.slug: entry for entry in entries}
    mentions = {slug: find_mentions(entry, index) for slug, entry in by_slug.items()}
    connections = connect(by_slug, mentions, records, ENGLISH)
    return {(slug, link.target, link.type) for slug, links in connections.links.items() for link in links}


def score_same_event(gold: LinkSet) -> tuple[Score, list[str]]:
    """Return how well pairs of documents about the same event are found."""
    found = {
        frozenset((source, target))
        for source, target, kind in find_links(gold.entries)
        if kind is LinkType.SAME_EVENT
    }
    wrong, missed = found - gold.same_event, gold.same_event - found
    lines = [f"wrong same event: {sorted(pair)}" for pair in wrong]
    lines += [f"missed same event: {sorted(pair)}" for pair in missed]
    return Score(len(found & gold.same_event), len(wrong), len(missed)), sorted(lines)


def score_typed_links(gold: LinkSet) -> tuple[Score, list[str]]:
    """Return how many of the links that must be there are; others may be there too."""
    found = find_links(gold.entries)
    missed = gold.links - found
    lines = [f"missed {kind}: {source} → {target}" for source, target, kind in missed]
    return Score(len(gold.links & found), 0, len(missed)), sorted(lines)
