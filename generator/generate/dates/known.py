"""What the authority records know of dates: the table that texts are dated by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.edtf import bounds
from generator.model import DatedFact, Record, Slug
from generator.names import NameIndex

BEGINNINGS = ("signed", "founded", "established", "announced", "concluded")
"""Kinds of facts that anniversaries are counted from."""


@dataclass(frozen=True)
class KnownFacts:
    """The records with dated facts; what is looked up often is worked out once."""

    records: Mapping[Slug, Record]

    @cached_property
    def dated(self) -> Mapping[Slug, Record]:
        """The records that have a dated fact."""
        return {slug: record for slug, record in self.records.items() if record.dates}

    @cached_property
    def names(self) -> NameIndex:
        """The names of the records that have a dated fact."""
        return NameIndex(self.dated)

    @cached_property
    def begun(self) -> tuple[tuple[Record, DatedFact], ...]:
        """What anniversaries can be counted from: each record with its beginning."""
        return tuple((record, fact) for record in self.dated.values() if (fact := _beginning(record)))


def _beginning(record: Record) -> DatedFact | None:
    begun = (fact for fact in record.dates if fact.type in BEGINNINGS and bounds(fact.date))
    return next(begun, None)
