"""Entries that name the same subject.

A record named almost everywhere tells nothing; the rarer a shared record, the closer two entries.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest, nsmallest

from generator.content.once import Once, anew
from generator.links.accounts import COMMON, Account, Accounts
from generator.links.ties import Scale, Tie, nearness
from generator.model import LinkType, Slug


class Neighbours:
    """Finds the entries that share most with one.

    Nothing is kept of the pairs: each entry asks for its own, so memory does not grow with them.
    """

    def __init__(self, accounts: Accounts, scale: Scale, once: Once = anew) -> None:
        self._accounts = accounts
        self._scale = scale
        self._once = once
        naming: dict[Slug, list[Slug]] = defaultdict(list)
        for slug in sorted(accounts):
            for record in accounts[slug].named:
                naming[record].append(slug)
        self._naming = {record: slugs for record, slugs in naming.items() if 1 < len(slugs) <= COMMON}
        self._dated = {record: self._with_dates(record) for record in self._naming}

    def _with_dates(self, record: Slug) -> tuple[object, ...]:
        """Return who names a record, and of when that is: the same object as long as it is the same."""
        found = tuple((slug, self._accounts[slug].span) for slug in self._naming[record])
        return self._once("naming", record, found, lambda: found)

    def closest(self, slug: Slug, count: int, but: frozenset[Slug]) -> tuple[Tie, ...]:
        """Return an entry's closest neighbours, at most `count`, without those in `but`."""
        account = self._accounts[slug]
        shared = [self._dated.get(record) for record in sorted(account.named)]
        inputs = count, but, len(self._accounts), self._scale.kinds, account.named, account.span, shared
        return self._once("closest", slug, inputs, lambda: self._closest(account, count, but))

    def _closest(self, account: Account, count: int, but: frozenset[Slug]) -> tuple[Tie, ...]:
        slug, accounts, scale = account.slug, self._accounts, self._scale
        records = [record for record in sorted(account.named) if record in self._naming]
        alike: dict[Slug, float] = defaultdict(float)
        for record in records:
            rarity = scale.rarity(record)
            for other in self._naming[record]:
                alike[other] += rarity
        found = [(other, weight) for other, weight in alike.items() if other != slug and other not in but]
        # Near dates double a weight at most: of most entries they need not be looked at.
        highest = nlargest(count, (weight for _, weight in found))
        least = highest[-1] / 2 if len(highest) == count else 0.0
        weights = (
            (weight * (1 + nearness(account.span, accounts[other].span)), other)
            for other, weight in found
            if weight >= least
        )
        # Of equals the first by name, whatever order they came in.
        first = nsmallest(count, ((-weight, other) for weight, other in weights if weight > 0))
        return tuple(
            Tie(slug, other, LinkType.SAME_SUBJECT, scale.order(accounts[other].named & {*records}), -weight)
            for weight, other in first
        )
