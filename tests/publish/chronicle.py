"""What the tests of links share: records, entries in one line, and what connects them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from generator.content.entry_file import place_events
from generator.links.accounts import Account, read_accounts
from generator.links.connect import Connections, connect
from generator.links.reader import Reader
from generator.links.reasons import QuotedLink
from generator.model import (
    Entry,
    LinkType,
    Mention,
    Role,
    Segment,
    SegmentId,
    Slug,
)
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from tests import builders, kinds
from tests.builders import EN, record

RECORDS = {
    one.slug: one
    for one in (
        record("dong", kinds.PERSON, "Dong Jun"),
        record("belousov", kinds.PERSON, "Andrei Belousov", "Belousov", "Beloussow"),
        record("wu", kinds.PERSON, "Wu Qian"),
        record("wang", kinds.PERSON, "Wang Wenbin"),
        record("putin", kinds.PERSON, "Vladimir Putin", "Putin"),
        record("xi", kinds.PERSON, "Xi Jinping"),
        record("zapad", kinds.EXERCISE, "Zapad"),
        record("sea", kinds.EXERCISE, "Joint Sea"),
        record("treaty", kinds.AGREEMENT, "Treaty of Friendship", "Freundschaftsvertrag"),
        record("talks", kinds.MEETING, "Consultations", "Konsultationen"),
        record("call", kinds.MEETING, "video call of the ministers", "Videogespräch der Minister"),
        record("putins", kinds.MEETING, "annual press conference of Vladimir Putin"),
        record("regular", kinds.MEETING, "regular press conference", connects=False),
        record("mnd", kinds.BODY, "Chinese Ministry of Defence"),
        record("mod", kinds.BODY, "Russian Ministry of Defence"),
        record("peking", kinds.PLACE, "Beijing"),
    )
}
INDEX = NameIndex(RECORDS)

entry = partial(builders.entry, language=EN)
"""An English article."""


def summary_first(one: Entry, text: str) -> Entry:
    """Put a summary of its own before an entry's paragraphs."""
    from dataclasses import replace

    return replace(one, blocks=(Segment(SegmentId("s0"), one.language, text, Role.SUMMARY), *one.blocks))


def mentions_of(entries: Mapping[Slug, Entry]) -> dict[Slug, tuple[Mention, ...]]:
    return {slug: find_mentions(one, INDEX) for slug, one in entries.items()}


def connected(*entries: Entry) -> Connections:
    by_slug = {one.slug: place_events(one) for one in entries}
    return connect(by_slug, mentions_of(by_slug), RECORDS, EN)


def accounts_of(*entries: Entry) -> dict[Slug, Account]:
    by_slug = {one.slug: place_events(one) for one in entries}
    return read_accounts(by_slug, mentions_of(by_slug), RECORDS)


def reader_of(*entries: Entry) -> Reader:
    by_slug = {one.slug: place_events(one) for one in entries}
    return Reader(accounts_of(*entries), mentions_of(by_slug), RECORDS, EN)


def links_of(connections: Connections, slug: str) -> dict[str, QuotedLink]:
    return {link.target: link for link in connections.links[Slug(slug)]}


def types(connections: Connections) -> dict[tuple[str, str], LinkType]:
    """What leads where, and how; only what there is."""
    return {(slug, link.target): link.type for slug, links in connections.links.items() for link in links}
