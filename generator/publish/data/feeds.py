"""Entries and events as Atom and as JSON Feed: the newest, since a feed is fetched again and again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from generator.model import Language
from generator.publish.data.escaping import safe_address
from generator.publish.data.told import NEVER, Told

NEWEST = 100
"""Items in a feed; the tables have all."""
ATOM = "http://www.w3.org/2005/Atom"
TERMS = "http://purl.org/dc/terms/"
JSON_FEED = "https://jsonfeed.org/version/1.1"
MOMENT = re.compile(
    r"(?!0000)(?P<day>\d{4}-\d\d-\d\d)(T(?P<minute>\d\d:\d\d)(?P<second>:\d\d)?(?P<zone>Z|[+-]\d\d:\d\d)?)?"
)


@dataclass(frozen=True)
class Feed:
    """The head of a feed."""

    title: str
    language: Language
    home: str
    """The address of the site, as seen from the feed."""
    address: str
    """The feed's own; empty where the site's is not known."""
    name: str
    """Of the file."""


def newest(items: Iterable[Told]) -> list[Told]:
    """Return what came last, the newest first."""
    return sorted(items, key=lambda one: (-one.new_on.toordinal(), one.identity))[:NEWEST]


def as_atom(feed: Feed, items: Sequence[Told]) -> str:
    """Return a feed as RFC 4287 says."""
    root = Xml.Element("feed", {"xmlns": ATOM, "xmlns:dcterms": TERMS, "xml:lang": feed.language})
    _add(root, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'{feed.title}|{feed.name}')}")
    _add(root, "title", feed.title)
    _add(root, "updated", _midnight(max((one.new_on for one in items), default=NEVER)))
    author = Xml.SubElement(root, "author")
    _add(author, "name", feed.title)
    Xml.SubElement(root, "link", {"rel": "alternate", "href": feed.home})
    if feed.address:
        Xml.SubElement(root, "link", {"rel": "self", "href": feed.address})
    for one in items:
        entry = Xml.SubElement(root, "entry", {"xml:lang": one.language})
        _add(entry, "id", one.identity)
        _add(entry, "title", one.title)
        _add(entry, "updated", _midnight(one.new_on))
        if moment := _moment(one.published):
            _add(entry, "published", moment)
        Xml.SubElement(entry, "link", {"rel": "alternate", "href": one.address})
        if source := safe_address(one.source):
            Xml.SubElement(entry, "link", {"rel": "via", "href": source})
        if one.edtf:
            _add(entry, "dcterms:temporal", one.edtf)
        _add(entry, "summary", _told(one))
    Xml.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def as_json_feed(feed: Feed, items: Sequence[Told]) -> str:
    """Return a feed as JSON Feed 1.1; the arguments are the same."""
    made: dict[str, object] = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.home,
        "language": feed.language,
    }
    if feed.address:
        made["feed_url"] = feed.address
    made["items"] = [_json_item(one) for one in items]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _json_item(one: Told) -> dict[str, object]:
    item: dict[str, object] = {
        "id": one.identity,
        "url": one.address,
        "title": one.title,
        "content_text": _told(one),
        "language": one.language,
        "date_modified": _midnight(one.new_on),
    }
    if moment := _moment(one.published):
        item["date_published"] = moment
    if source := safe_address(one.source):
        item["external_url"] = source
    if one.edtf:
        item["_chronology"] = {"about": "date: EDTF, when it happened", "date": one.edtf}
    return item


def _told(one: Told) -> str:
    return f"{one.when}: {one.text}" if one.text else one.when


def _add(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _moment(edtf: str) -> str:
    """Return a date as RFC 3339 wants it; empty for what is less exact than a day, or uncertain."""
    found = MOMENT.fullmatch(edtf)
    if not found:
        return ""
    if not found["minute"]:
        return f"{found['day']}T00:00:00Z"
    return f"{found['day']}T{found['minute']}{found['second'] or ':00'}{found['zone'] or 'Z'}"
