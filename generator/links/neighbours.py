"""Entries that name the same subject.

A record named almost everywhere tells nothing; the rarer a shared record, the closer two entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from heapq import nlargest

from generator.links.accounts import COMMON, Accounts
from generator.links.ties import Scale, Tie
from generator.model import LinkType, Slug


class Neighbours:
    """Finds the entries that share most with one.

    Nothing is kept of the pairs: each entry asks for its own, so memory does not grow with them.
    """

    def __init__(self, accounts: Accounts, scale: Scale) -> None:
        self._accounts = accounts
        self._scale = scale
        naming: dict[Slug, list[Slug]] = defaultdict(list)
        for slug in sorted(accounts):
            for record in accounts[slug].named:
                naming[record].append(slug)
        self._naming = {record: slugs for record, slugs in naming.items() if 1 < len(slugs) <= COMMON}

    def closest(self, slug: Slug, count: int, but: Container[Slug]) -> list[Tie]:
        """Return an entry's closest neighbours, at most `count`, without those in `but`."""
        account = self._accounts[slug]
        shared: dict[Slug, list[Slug]] = defaultdict(list)
        for record in sorted(account.named):
            for other in self._naming.get(record, ()):
                if other != slug and other not in but:
                    shared[other].append(record)
        ties = (self._tie(slug, other, records) for other, records in shared.items())
        # Of equals the first by name, whatever order they came in.
        first = nlargest(count, sorted(ties, key=lambda tie: tie.target), key=lambda tie: tie.weight)
        return [tie for tie in first if tie.weight > 0]

    def _tie(self, slug: Slug, other: Slug, records: Sequence[Slug]) -> Tie:
        weight = self._scale.weigh(records, self._accounts[slug], self._accounts[other])
        ordered = self._scale.order(records)
        return Tie(slug, other, LinkType.SAME_SUBJECT, ordered, weight)
