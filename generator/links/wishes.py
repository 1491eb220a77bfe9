"""What editors say about links: `related` and `not_related` in front matter.

Either counts for both entries, whichever says it. Where they contradict each other, `related` wins: a link
too many is seen and taken back, one that is missing is not. `chronology check` names the contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.links.same_event import EntryPair
from generator.model import Entry, Slug


@dataclass(frozen=True)
class Wishes:
    """Pairs of entries, each in order of their names."""

    related: frozenset[EntryPair]
    apart: frozenset[EntryPair]


def read_wishes(entries: Mapping[Slug, Entry]) -> Wishes:
    """Return which entries editors relate, and which they keep apart."""
    related = frozenset(_pairs(entries, {slug: entry.related for slug, entry in entries.items()}))
    apart = frozenset(_pairs(entries, {slug: entry.not_related for slug, entry in entries.items()}))
    return Wishes(related, apart - related)


def _pairs(entries: Mapping[Slug, Entry], wished: Mapping[Slug, tuple[Slug, ...]]) -> Iterator[EntryPair]:
    for slug, others in wished.items():
        for other in others:
            if other in entries and other != slug:
                yield min(slug, other), max(slug, other)
