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
    Slug,
)
from generator.names.index import NameIndex
from generator.names.mentions import find_mentions
from tests import builders, kinds
from tests.builders import EN, event, record

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


ELSE = entry("else", "Nothing in common.")
"""So that no record is in every entry."""
CALL = entry("call", "Dong Jun and Belousov spoke in a video call of the ministers.", date="2026-01-27")
REPORT = entry(
    "report",
    "The spokesman answered questions.",
    "On 27 January Dong Jun held a video call of the ministers. Nothing more.",
    date="2026-01-29",
    events=(event("2026-01-27", "Dong Jun held a video call of the ministers", "s2"),),
)
PLAN = entry(
    "plan",
    "The ministry answered questions.",
    "Wu Qian said that Zapad would be held in September.",
    date="2022-08-25",
    events=(event("2022-09", "Zapad would be held in September", "s2", announced=True),),
)
HELD = entry("held", "Zapad began off Vladivostok.", date="2022-09-15")


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


def both_ways(one: Entry, other: Entry, *, with_else: bool = True) -> tuple[str, str, str, str]:
    """Types and reasons of the links between two entries: from the one, and from the other."""
    found = connected(one, other, *([ELSE] if with_else else []))
    there, back = links_of(found, one.slug).get(other.slug), links_of(found, other.slug).get(one.slug)
    return (str(there.type), str(back.type), there.reason, back.reason) if there and back else ("",) * 4
