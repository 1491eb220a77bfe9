"""What connects two entries, before it is put into words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dates.edtf import Bounds
from generator.links.accounts import Account, Accounts
from generator.links.same_event import Sameness
from generator.model import Event, Language, LinkType, RecordKind, SegmentId, Slug, Span

MONTH = 30.0
ORDER = list(LinkType)
ROUNDS = (LinkType.FOLLOWS_UP, LinkType.FOLLOWED_UP)


@dataclass(frozen=True)
class NumberPlace:
    """Where a text names a document by its number."""

    number: str
    segment: SegmentId | None
    """None: in the title."""
    language: Language
    span: Span


@dataclass(frozen=True)
class Tie:
    """Why one entry leads to another, seen from the one."""

    source: Slug
    target: Slug
    type: LinkType
    records: tuple[Slug, ...] = ()
    """What both name, the most telling first."""
    weight: float = 0.0
    """By how rare these are and how near the dates; compared only within a type."""
    event: Event | None = None
    """The happening that both report, or one announces."""
    told_by: Slug | None = None
    """The entry whose event it is; None: both have it, or it is the other's own date."""
    sameness: Sameness | None = None
    """For one event: what shows that it is one."""
    number: NumberPlace | None = None
    """That of a document which both name, in the target."""

    @property
    def place(self) -> float:
        """Return how close a tie is by its type alone: the lower, the closer.

        The next round of a meeting comes after what a text itself reports.
        """
        if self.type in ROUNDS and self.event is None:
            return ORDER.index(LinkType.SAME_SUBJECT) - 0.5
        return ORDER.index(self.type)


class Scale:
    """Weighs shared records by kind and rarity (inverse document frequency)."""

    def __init__(self, accounts: Accounts, kinds: Mapping[Slug, RecordKind]) -> None:
        self.frequency = Counter(record for account in accounts.values() for record in account.named)
        self._total = len(accounts)
        self.kinds = kinds
        """By record, what it describes."""
        self._rarity: dict[Slug, float] = {}
        self._known: dict[frozenset[Slug], tuple[tuple[Slug, ...], float]] = {}
        """What thousands of pairs share, as `order` has it, and how much that tells."""

    def rarity(self, record: Slug) -> float:
        """Return how much sharing a record tells: nothing when every entry names it."""
        known = self._rarity.get(record)
        if known is None:
            often = math.log(self._total / max(1, self.frequency[record]))
            known = self._rarity[record] = self.kinds[record].connects * often
        return known

    def order(self, records: Iterable[Slug]) -> tuple[Slug, ...]:
        """Return records with the most telling first."""
        return tuple(sorted(records, key=lambda s: (-self.kinds[s].connects, self.frequency[s], s)))

    def weigh(self, shared: frozenset[Slug], one: Account, other: Account) -> tuple[tuple[Slug, ...], float]:
        """Return records that two entries share, in order, and how much these have in common by them.

        That is up to twice as much when their dates are near.
        """
        known = self._known.get(shared)
        if known is None:
            # Whatever order a set has them in: of ties of one weight the first by name counts.
            known = self._known[shared] = self.order(shared), math.fsum(map(self.rarity, shared))
        records, rarity = known
        return records, rarity * (1 + nearness(one.span, other.span))


def nearness(one: Bounds | None, other: Bounds | None) -> float:
    """Return 1 for the same day, 1/2 a month apart, near 0 for years; 0 when a date is not known."""
    if one is None or other is None:
        return 0.0
    apart = max((one.earliest - other.latest).days, (other.earliest - one.latest).days, 0)
    return MONTH / (MONTH + apart)
