"""What the authority records know of dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.dates.edtf import bounds, sort_key
from generator.model import DatedFact, Nature, Record, Slug

YEAR_IN_NAME = re.compile(r"(?:19|20)\d\d")
SHORTEST, ENDING = 4, 2
"""Letters: a fact's word is told by all but its ending, "signed" by "sign"."""


@dataclass(frozen=True)
class RecordFacts:
    """The dated facts of the records; what is looked up often is worked out once."""

    records: Mapping[Slug, Record]

    @cached_property
    def dated(self) -> Mapping[Slug, Record]:
        """The records that have a dated fact."""
        return {slug: record for slug, record in self.records.items() if record.dates}

    def celebrated(self, slug: Slug, words: str) -> DatedFact | None:
        """Return what an anniversary is counted from: the fact that its words tell of, else the earliest.

        Without such words nobody means a person's birth, or one of the times that an event was held.

        `words`: between "anniversary" and the end of the record's name.
        """
        record = self.dated.get(slug)
        if record is None:
            return None
        facts = [fact for fact in record.dates if bounds(fact.date)]
        told = [fact for fact in facts if tells_of(words, fact)]
        if not told and record.kind.nature in (Nature.PERSON, Nature.EVENT):
            return None
        return min(told or facts, key=lambda fact: sort_key(fact.date), default=None)


def year_in_name(record: Record) -> str | None:
    """Return the year that a record's name holds: "Joint Sea 2021"."""
    match = YEAR_IN_NAME.search(next(iter(record.names.values()), ""))
    return match[0] if match else None


def has_gaps(record: Record) -> bool:
    """Tell whether the rounds of a record are numbered, and the days of some of them are not known."""
    numbers = {fact.round for fact in record.dates if fact.round}
    return bool(numbers) and len(numbers) < max(numbers)


def tells_of(text: str, fact: DatedFact) -> bool:
    """Tell whether a text has the words of a fact's type, in any form, or one of its other words."""
    own = (word[: max(SHORTEST, len(word) - ENDING)] for word in fact.type.split())
    folded = text.casefold()
    return all(_begins_a_word(stem, folded) for stem in own) or any(
        _begins_a_word(word, folded) for word in fact.words
    )


def _begins_a_word(stem: str, folded: str) -> bool:
    return bool(re.search(rf"\b{re.escape(stem.casefold())}", folded))
