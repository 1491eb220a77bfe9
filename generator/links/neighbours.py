"""Entries that name the same subject.

A record named almost everywhere tells nothing; the rarer a shared record, the closer two entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from heapq import nsmallest

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
        weights = (
            (self._scale.weigh(records, account, self._accounts[other]), other)
            for other, records in shared.items()
        )
        # Of equals the first by name, whatever order they came in.
        first = nsmallest(count, ((-weight, other) for weight, other in weights if weight > 0))
        return [
            Tie(slug, other, LinkType.SAME_SUBJECT, self._scale.order(shared[other]), -weight)
            for weight, other in first
        ]
