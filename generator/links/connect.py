"""Connects entries by what they report: one event, its announcements and reports, or shared subjects.

Each kind of tie is found by a module in `links`; here they are put together, one per pair of entries, the
closest kind first, and only what is shown is put into words: that costs more than finding it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.once import Once, anew
from generator.links.accounts import Accounts, read_accounts
from generator.links.document_numbers import same_documents
from generator.links.neighbours import Neighbours
from generator.links.reader import Reader
from generator.links.reasons import QuotedLink, Reasons
from generator.links.reports import announcements, next_rounds, reports, shared_events
from generator.links.same_event import EntryPair, Sameness, group_events, same_events
from generator.links.ties import Scale, Tie
from generator.model import Entry, Language, LinkType, Mention, Record, Slug

MOST = 8
"""Links shown on one page, besides reports of the same event and what editors add."""


@dataclass(frozen=True)
class Connections:
    """What leads from entry to entry."""

    links: Mapping[Slug, tuple[QuotedLink, ...]]
    """Of every entry, closest first."""
    groups: tuple[tuple[Slug, ...], ...] = ()
    """Entries that report one event, in the order they were given in."""


def connect(
    entries: Mapping[Slug, Entry],
    mentions: Mapping[Slug, tuple[Mention, ...]],
    records: Mapping[Slug, Record],
    language: Language,
    once: Once = anew,
) -> Connections:
    """Return each entry's links to others with the reason in words, and groups that report one event.

    Args:
        entries: by slug, in the order of the chronology.
        mentions: by entry.
        records: by slug.
        language: of the reasons.
        once: keeps what was found; a change then costs as much as it changes.
    """
    accounts = read_accounts(entries, mentions, records, once)
    reader = Reader(accounts, mentions, records, language, once)
    wishes = read_wishes(entries)
    found = same_events(accounts, reader, once)
    same = {pair: sameness for pair, sameness in found.items() if pair not in wishes.apart}
    scale = Scale(accounts, reader.kinds)
    ties = _closest_ties((*_all_ties(accounts, same, scale, reader), *same_documents(accounts, once)), wishes)
    neighbours = Neighbours(accounts, scale, once)
    reasons = Reasons(accounts, mentions, records, language, once)
    related, apart = _by_entry(wishes.related), _by_entry(wishes.apart)
    chooser = _Chooser(ties, related, apart, neighbours, reasons)
    links = {slug: chooser.links(slug, once) for slug in entries}
    reader.forget()
    return Connections(links, group_events(same, entries))


def _all_ties(
    accounts: Accounts, same: Mapping[EntryPair, Sameness], scale: Scale, reader: Reader
) -> Iterator[Tie]:
    """Yield every tie but those by what both name, which each entry asks for, and by documents."""
    for (one, other), sameness in same.items():
        shared = accounts[one].opening & accounts[other].opening
        ordered, weight = scale.weigh(shared, accounts[one], accounts[other])
        # Whose press conference it was comes first.
        records = sorted(ordered, key=lambda record: record not in sameness.speakers)
        for source, target in ((one, other), (other, one)):
            yield Tie(source, target, LinkType.SAME_EVENT, tuple(records), weight, sameness=sameness)
    for read in (announcements, reports):
        yield from read(accounts, scale, reader)
    for find in (next_rounds, shared_events):
        yield from find(accounts, scale)


def _closest_ties(ties: Iterable[Tie], wishes: Wishes) -> dict[Slug, dict[Slug, Tie]]:
    """Return by source and target the tie of the closest type, and of these the strongest."""
    closest: dict[Slug, dict[Slug, Tie]] = defaultdict(dict)
    for tie in ties:
        if _pair(tie.source, tie.target) in wishes.apart:
            continue
        present = closest[tie.source].get(tie.target)
        if present is None or _rank(tie) < _rank(present):
            closest[tie.source][tie.target] = tie
    return closest


def _rank(tie: Tie) -> tuple[float, float, Slug]:
    return tie.place, -tie.weight, tie.target


@dataclass(frozen=True)
class _Chooser:
    """Chooses the links of an entry that are shown."""

    _ties: Mapping[Slug, Mapping[Slug, Tie]]
    _related: Mapping[Slug, frozenset[Slug]]
    _apart: Mapping[Slug, frozenset[Slug]]
    _neighbours: Neighbours
    _reasons: Reasons

    def links(self, slug: Slug, once: Once) -> tuple[QuotedLink, ...]:
        """Return an editor's links, then those found: by type, then by rarity and nearness."""
        related = self._related.get(slug, frozenset())
        candidates = tuple(self._candidates(slug, related))
        inputs = candidates, related, self._reasons.known_of(slug, (tie.target for tie in candidates))
        return once("links", slug, inputs, lambda: tuple(self._links(candidates, related)))

    def _links(self, candidates: Iterable[Tie], related: frozenset[Slug]) -> Iterator[QuotedLink]:
        own = {tie.target: tie for tie in candidates}
        for target in sorted(related, key=lambda target: (target not in own, target)):
            if target not in own:
                yield self._reasons.by_editor_only(target)
            elif own[target].type is not LinkType.SAME_EVENT:
                yield self._reasons.link(own[target], by_editor=True)
        same = [tie for tie in own.values() if tie.type is LinkType.SAME_EVENT]
        other = [
            tie for tie in own.values() if tie.type is not LinkType.SAME_EVENT and tie.target not in related
        ]
        for tie in (*sorted(same, key=_rank), *sorted(other, key=_rank)[:MOST]):
            yield self._reasons.link(tie)

    def _candidates(self, slug: Slug, related: frozenset[Slug]) -> Iterator[Tie]:
        ties = self._ties.get(slug, {})
        yield from ties.values()
        apart = self._apart.get(slug, frozenset())
        count = MOST + len(related)
        yield from self._neighbours.closest(slug, count, apart.union(ties))


def _by_entry(pairs: Iterable[EntryPair]) -> dict[Slug, frozenset[Slug]]:
    found: dict[Slug, set[Slug]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {slug: frozenset(others) for slug, others in found.items()}


def _pair(one: Slug, other: Slug) -> EntryPair:
    return min(one, other), max(one, other)


@dataclass(frozen=True)
class Wishes:
    """Pairs of entries, each in order of their names."""

    related: frozenset[EntryPair]
    apart: frozenset[EntryPair]


def read_wishes(entries: Mapping[Slug, Entry]) -> Wishes:
    """Return which entries editors relate, and which they keep apart: `related`, `not_related`.

    Either counts for both entries, whichever says it. Where they contradict each other, `related` wins: a
    link too many is seen and taken back, one that is missing is not. `chronology check` names it.
    """
    related = frozenset(_pairs(entries, {slug: entry.related for slug, entry in entries.items()}))
    apart = frozenset(_pairs(entries, {slug: entry.not_related for slug, entry in entries.items()}))
    return Wishes(related, apart - related)


def _pairs(entries: Mapping[Slug, Entry], wished: Mapping[Slug, tuple[Slug, ...]]) -> Iterator[EntryPair]:
    for slug, others in wished.items():
        for other in others:
            if other in entries and other != slug:
                yield min(slug, other), max(slug, other)
