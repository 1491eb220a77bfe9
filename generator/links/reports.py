"""Entries that report, announce or follow what another is about, by the events in their front matter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import combinations, pairwise, product

from generator.dates.edtf import Bounds
from generator.language.markup import plain
from generator.language.sentences.quote import rough_sentences
from generator.links.accounts import COMMON, Account, Accounts, Happening, is_day
from generator.links.reader import Reader
from generator.links.texts import common_language, contained, sentence_of, telling_stems, text_in
from generator.links.ties import Scale, Tie
from generator.model import Event, LinkType, Nature, Slug

TOO_VAGUE = timedelta(days=366)
"""What happens some time in several years can't be happening from what else happens then."""
ANNOUNCED_AT_MOST = 8
"""Entries that one announcement leads to, by each record."""
FOLLOWING = re.compile(
    r"\bfollow(?:s|ed|ing|-up)?\b|\bin the wake of\b|\b(?:schloss|schließt|schlossen|schließen) sich\b"
    r"|\bim Anschluss\b|\banschließend|\bfolg(?:t|te|ten|en)\b",
    re.IGNORECASE,
)
"""Words by which a text says that one thing came after another."""
FORESEEN = 0.3
"""How much of an announcement's words the opening of the report must tell, where they name no record."""

OpeningsByDate = Mapping[tuple[Bounds | date, Slug], Sequence[Slug]]


def reports(accounts: Accounts, scale: Scale, reader: Reader) -> Iterator[Tie]:
    """Yield ties where one entry reports a happening of another's day that opens with what it names.

    Where its words say that its own news came after that, it follows up the other.
    """
    openings = _openings_by_date(accounts)
    for account in accounts.values():
        for number, happening in enumerate(account.happenings):
            if happening.event.announced:
                continue
            follows = partial(_says_it_follows, account, happening.event)
            for other in _of_date(happening, openings, accounts):
                shared = happening.shares(other.fresh)
                if other.slug != account.slug and shared and not _is_before(account, other):
                    types = (LinkType.REPORTS, LinkType.REPORTED)
                    if reader.once("follows", f"{account.slug}\n{number}", account, follows):
                        types = (LinkType.FOLLOWS_UP, LinkType.FOLLOWED_UP)
                    yield from _both_ways(account, other, types, shared, scale, happening.event)


def announcements(accounts: Accounts, scale: Scale, reader: Reader) -> Iterator[Tie]:
    """Yield ties where one entry announces what a later one, dated within that time, opens with."""
    openings = _openings_in_order(accounts)
    types = (LinkType.ANNOUNCES, LinkType.ANNOUNCED)
    for account in accounts.values():
        for happening in (one for one in account.happenings if one.event.announced):
            # Whoever says so ("Wang said") is a bystander, and opens later entries for other reasons.
            for other in _within(happening, happening.records or account.named, openings, accounts):
                shared = happening.records & other.fresh or _foreseen(
                    account, happening, other, scale, reader
                )
                if shared and _is_before(account, other):
                    yield from _both_ways(account, other, types, shared, scale, happening.event)


def next_rounds(accounts: Accounts, scale: Scale) -> Iterator[Tie]:
    """Yield ties to the last entry that opened with the same event: some are held again and again."""
    types = (LinkType.FOLLOWS_UP, LinkType.FOLLOWED_UP)
    for record, dated in _openings_in_order(accounts).items():
        if scale.kinds[record].nature is not Nature.EVENT:
            continue
        days: dict[date, list[Slug]] = defaultdict(list)
        for day, slug in dated:
            days[day].append(slug)
        for before, after in pairwise(days.values()):
            if len(before) * len(after) > COMMON:
                continue
            for earlier, later in product(before, after):
                if _is_before(accounts[earlier], accounts[later]):
                    shared = frozenset({record})
                    yield from _both_ways(accounts[later], accounts[earlier], types, shared, scale)


def shared_events(accounts: Accounts, scale: Scale) -> Iterator[Tie]:
    """Yield ties between entries that both report a happening of one day and name a record with it."""
    telling: dict[tuple[Bounds, Slug], list[tuple[Account, Event]]] = defaultdict(list)
    for account in accounts.values():
        for happening in account.happenings:
            if is_day(happening.span) and not happening.event.announced:
                for record in happening.records:
                    telling[happening.span, record].append((account, happening.event))
    for (_, record), tellers in telling.items():
        if len(tellers) <= COMMON:
            for (one, event), (other, its_event) in combinations(tellers, 2):
                if one.slug != other.slug:
                    records, weight = scale.weigh(frozenset({record}), one, other)
                    yield Tie(one.slug, other.slug, LinkType.SAME_SUBJECT, records, 2 * weight, its_event)
                    yield Tie(other.slug, one.slug, LinkType.SAME_SUBJECT, records, 2 * weight, event)


def _both_ways(
    one: Account,
    other: Account,
    types: tuple[LinkType, LinkType],
    shared: frozenset[Slug],
    scale: Scale,
    event: Event | None = None,
) -> Iterator[Tie]:
    records, weight = scale.weigh(shared, one, other)
    teller = one.slug if event else None
    yield Tie(one.slug, other.slug, types[0], records, weight, event, teller)
    yield Tie(other.slug, one.slug, types[1], records, weight, event, teller)


def _openings_by_date(accounts: Accounts) -> OpeningsByDate:
    """Return the entries that open with a record by each day they may be of; by the year when of one."""
    openings: dict[tuple[Bounds | date, Slug], list[Slug]] = defaultdict(list)
    for slug, account in accounts.items():
        for place, record in product(_places(account), account.fresh):
            openings[place, record].append(slug)
    return openings


def _places(dated: Account | Happening) -> Iterator[Bounds | date]:
    yield from dated.days
    if dated.span and not is_day(dated.span) and dated.span.latest - dated.span.earliest <= TOO_VAGUE:
        yield dated.span


def _of_date(happening: Happening, openings: OpeningsByDate, accounts: Accounts) -> Iterator[Account]:
    """Yield the entries of a happening's date, each once, that open with a record its words name.

    A day, or a week at most, is a date; with a month or year, only a meeting, an exercise or an
    agreement of just that month or year will do: "the last round in 2019".
    """
    records = happening.records | happening.bystanders if happening.days else happening.records
    seen: set[Slug] = set()
    for place in product(_places(happening), records):
        slugs = openings.get(place, ())
        if len(slugs) <= COMMON:
            seen.update(slugs)
    for slug in sorted(seen):
        yield accounts[slug]


def _says_it_follows(account: Account, event: Event) -> bool:
    segment = account.entry.segment(event.segment)
    sentence = sentence_of(event, segment).of(plain(segment.text)) if segment else event.title
    return bool(FOLLOWING.search(sentence))


def _openings_in_order(accounts: Accounts) -> dict[Slug, list[tuple[date, Slug]]]:
    openings: dict[Slug, list[tuple[date, Slug]]] = defaultdict(list)
    for slug, account in accounts.items():
        if account.span and account.days:
            for record in account.fresh:
                openings[record].append((account.span.earliest, slug))
    for dated in openings.values():
        dated.sort()
    return openings


def _within(
    happening: Happening,
    records: frozenset[Slug],
    openings: Mapping[Slug, Sequence[tuple[date, Slug]]],
    accounts: Accounts,
) -> Iterator[Account]:
    """Yield the first entries, each once, of an announced time that open with one of the records."""
    if happening.span.latest - happening.span.earliest > TOO_VAGUE:
        return
    seen: set[Slug] = set()
    for record in records:
        dated = openings.get(record, ())
        first = bisect_left(dated, (happening.span.earliest, Slug("")))
        last = bisect_right(dated, (happening.span.latest, Slug("\U0010ffff")))
        seen.update(slug for _, slug in dated[first : min(last, first + ANNOUNCED_AT_MOST)])
    for slug in sorted(seen):
        account = accounts[slug]
        if account.span and account.span.latest <= happening.span.latest:
            yield account


def _foreseen(
    account: Account, happening: Happening, other: Account, scale: Scale, reader: Reader
) -> frozenset[Slug]:
    """Return what two entries share when an announcement's own words name no record but tell the same."""
    shared = frozenset(
        slug for slug in account.named & other.fresh if scale.kinds[slug].nature is not Nature.PERSON
    )
    language = common_language(account.entry, other.entry, reader.language) if shared else None
    segment = account.entry.segment(happening.event.segment)
    if happening.records or language is None or segment is None:
        return frozenset()

    def is_told() -> bool:
        opening = reader.stems(other.slug, language).opening
        # A translation does not hold the announcement's words, so any sentence of the paragraph may be it.
        foreseen = (telling_stems(sentence) for sentence in rough_sentences(text_in(segment, language) or ""))
        return any(contained(stems, opening) >= FORESEEN for stems in foreseen)

    place = f"{account.slug}\n{segment.id}\n{other.slug}"
    inputs = reader.known_of(account.slug), reader.known_of(other.slug)
    return shared if reader.once("foreseen", place, inputs, is_told) else frozenset()


def _is_before(one: Account, other: Account) -> bool:
    return one.span is not None and other.span is not None and one.span.latest < other.span.earliest
