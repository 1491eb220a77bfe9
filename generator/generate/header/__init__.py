"""Finds what a document says about itself: title, publisher, address, publication, dateline, kind.

Only lines the document has are used, above all those cleaning took out of the text; the sidecar wins
over them. What nothing supports stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from slugify import slugify

from generator.dates.dateline import IN_CAPITALS, WITH_DATE, match_dateline
from generator.dates.edtf import UNKNOWN_YEAR
from generator.dates.find import find_dates, is_day_first
from generator.generate.day_month_order import DayOrders
from generator.generate.draft import Draft
from generator.generate.header.stated import stated_publication, stated_title
from generator.generate.header.title import take_headline
from generator.generate.reasons import (
    ABOVE,
    ADDRESS,
    BELOW,
    BYLINE,
    COPYRIGHT,
    CRAWLER_STAMP,
    DISTRIBUTION,
    FOREIGN,
    IMAGE_TEXT,
    RELEASE_NUMBER,
    STAMP,
    TIME,
)
from generator.generate.transcript import speakers
from generator.model import DroppedLine, Evidence, Kind, Role

SITE_NAME_IN_IMAGE_TEXT = re.compile(r"[-–] (?P<name>[^-–,]{2,60}), \d{3,4}\b")
DOMAIN = re.compile(r"^(?P<name>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})\b(?:\s*[-–|:].*)?$", re.IGNORECASE)
SITE_AND_SLOGAN = re.compile(r"^(?P<name>[^|–—:.!?]{2,40}?)\s+[-–—]\s+\S")
_YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?)"
COPYRIGHT_HOLDER = re.compile(
    rf"^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:{_YEARS},?\s+)?(?P<name>[^.,|/\d]{{2,60}}?)"
    rf"(?:\s+(?:Ltd|Inc|GmbH|AG|LLC|plc)\b\.?)?(?:,?\s+{_YEARS})?"
    r"(?:\s*[.,|–-]?\s*(?:all rights reserved|alle rechte vorbehalten).*)?\.?$",
    re.IGNORECASE,
)
GLUED_BYLINE = re.compile(r"^(?P<name>.+?)\s*(?P<date>\d{1,2}[./]\d{1,2}[./]\d{4})$")
INSTITUTION = re.compile(r"ministry|ministerium|headquarters", re.I)
PRESS_CONFERENCE = re.compile(r"pressekonferenz|press conference|press briefing|pressebriefing", re.I)
ARTICLE_OPENING = 3
"""The lines of a text that say what occasion it reports."""


def read_header(draft: Draft, orders: DayOrders) -> Draft:
    """Fill in what the document says about itself.

    Args:
        draft: its lines sorted into kept and dropped.
        orders: how publishers write dates, for a document that does not tell by itself.
    """
    draft = take_headline(draft)
    given = draft.sidecar
    publisher = given.publisher or _publisher(draft)
    day_first = is_day_first(_all_texts(draft))
    if day_first is None:
        day_first = orders.get(publisher or "")
    published, published_from, stamps = _published(draft, day_first)
    if stated := stated_publication(draft.statements):
        published, published_from = stated.value[:10], stated.where
        stamps = (Evidence(gives=published, quote=stated.value, rule=stated.where),)
    if given.published:
        published, published_from = given.published, "sidecar"
        stamps = (Evidence(gives=given.published, quote=given.published, rule="sidecar"),)
    read = draft.fill(
        title=given.title
        or stated_title(draft.statements)
        or (draft.headline.text if draft.headline else ""),
        kind=_kind(draft),
    ).fill_source(
        publisher=publisher,
        url=given.url or _url(draft),
        published=published,
        published_from=published_from,
        dateline=_dateline(draft),
    )
    return replace(read, day_first=day_first, stamps=stamps)


def _dropped(draft: Draft, rule: str) -> Iterator[DroppedLine]:
    return (line for line in draft.dropped if line.rule == rule)


def _all_texts(draft: Draft) -> list[str]:
    return [line.text for line in draft.lines]


def _above_text(draft: Draft, line: DroppedLine) -> bool:
    paragraphs = (kept for kept in draft.kept if kept.role is Role.PARAGRAPH)
    first = next(paragraphs, None)
    return first is None or line.number < first.number


def _published(draft: Draft, day_first: bool | None) -> tuple[str | None, str | None, tuple[Evidence, ...]]:
    """Return the publication date, what gives it, and the line as evidence; most telling line first."""
    sources = (
        (TIME, "time stamp"),
        (DISTRIBUTION, "distribution line"),
        (BYLINE, "byline"),
        (RELEASE_NUMBER, "release line"),
    )
    for rule, name in sources:
        stamps = [
            Evidence(gives=found, quote=line.text, line=line.number, rule=name)
            for line in _dropped(draft, rule)
            if _above_text(draft, line) and (found := _date_in(line.text, day_first))
        ]
        if stamps:
            # A stamp with a time tells more than the same date in words.
            best = max(stamps, key=lambda stamp: "T" in stamp.gives)
            return best.gives, name, (best,)
    return _dated_by_opening(draft) or (None, None, _crawler_stamp(draft))


def _date_in(text: str, day_first: bool | None = None) -> str:
    found = (date.gives for date in find_dates(_unglued(text), day_first=day_first))
    return next((date for date in found if "-" in date and "/" not in date and UNKNOWN_YEAR not in date), "")


def _unglued(text: str) -> str:
    match = GLUED_BYLINE.match(text)
    return f"{match['name']} {match['date']}" if match else text


def _dated_by_opening(draft: Draft) -> tuple[str, str, tuple[Evidence, ...]] | None:
    """A dateline with day, month and year says when the document was given out."""
    match = WITH_DATE.match(draft.kept[0].text)
    date = _date_in(match["day"]) if match else ""
    return (date, "dateline", ()) if date else None


def _crawler_stamp(draft: Draft) -> tuple[Evidence, ...]:
    for line in _dropped(draft, STAMP):
        if match := CRAWLER_STAMP.match(line.text):
            return (Evidence(gives=match[1], quote=match[0], line=line.number, rule=STAMP),)
    return ()


def _publisher(draft: Draft) -> str | None:
    return (
        _institution_above(draft)
        or _paper_on_portal(draft)
        or _site_in_image_text(draft)
        or _copyright_holder(draft)
        or _masthead(draft)
        or _agency(draft)
    )


def _institution_above(draft: Draft) -> str | None:
    """A release names who gives it out above its headline."""
    for line in draft.dropped:
        if _above_text(draft, line) and line.rule not in (TIME, DISTRIBUTION):
            name = line.text.split(" | ")[0].strip()
            if INSTITUTION.search(name) and len(name) <= 100:
                return name
    return None


def _paper_on_portal(draft: Draft) -> str | None:
    """Return the site named in the first line; on a portal, the paper its byline doubles comes first."""
    first = draft.dropped[0] if draft.dropped else None
    if first is None or not _above_text(draft, first) or first.rule not in (ABOVE, FOREIGN):
        return None
    if not (portal := DOMAIN.match(first.text)):
        site = SITE_AND_SLOGAN.match(first.text)
        return site["name"].strip() if site else None
    for line in _dropped(draft, BYLINE):
        match = GLUED_BYLINE.match(line.text)
        if match and (name := _halved(match["name"])):
            return f"{name} ({portal['name']})"
    return portal["name"]


def _halved(text: str) -> str | None:
    half = len(text) // 2
    return text[:half].strip() if text[:half].strip() == text[half:].strip() else None


def _site_in_image_text(draft: Draft) -> str | None:
    names = [
        match["name"].strip()
        for line in _dropped(draft, IMAGE_TEXT)
        for match in [SITE_NAME_IN_IMAGE_TEXT.search(line.text)]
        if match
    ]
    return names[0] if names else None


def _copyright_holder(draft: Draft) -> str | None:
    for line in (*_dropped(draft, COPYRIGHT), *_dropped(draft, BELOW)):
        if match := COPYRIGHT_HOLDER.match(line.text):
            return match["name"].strip()
    return None


def _masthead(draft: Draft) -> str | None:
    """A name above the headline that the page repeats elsewhere is the site's."""
    for line in _dropped(draft, ABOVE):
        if line.text[0].isupper() and 2 <= len(line.text.split()) <= 5 and _recurs(draft, line.text):
            return line.text
    return None


def _agency(draft: Draft) -> str | None:
    """The agency of the dateline is the publisher when the page around the text names it too."""
    match = IN_CAPITALS.match(draft.kept[0].text)
    agency = match["agency"] if match else None
    return agency if agency and _recurs(draft, agency) else None


def _recurs(draft: Draft, name: str) -> bool:
    return any(name in line.text and name != line.text for line in draft.dropped)


def _url(draft: Draft) -> str | None:
    """Return the page's own address: the one that spells out the headline."""
    if draft.headline is None:
        return None
    title = set(slugify(draft.headline.text).split("-"))
    for line in _dropped(draft, ADDRESS):
        for address in line.text.split():
            words = set(slugify(address.rstrip("/").rsplit("/", 1)[-1]).split("-"))
            if len(words & title) >= 0.8 * len(title):
                return address
    return None


def _dateline(draft: Draft) -> str | None:
    for line in draft.kept[:ARTICLE_OPENING]:
        if match := match_dateline(line.text):
            return match[0].rstrip(" -–—")
    return None


def _kind(draft: Draft) -> Kind:
    rules = {line.rule for line in draft.dropped if _above_text(draft, line)}
    release = {RELEASE_NUMBER, DISTRIBUTION} & rules
    everything = [line.text for line in draft.kept[:ARTICLE_OPENING]] + [line.text for line in draft.dropped]
    if draft.headline:
        everything.append(draft.headline.text)
    if speakers(draft.kept) and any(PRESS_CONFERENCE.search(text) for text in everything):
        return Kind.PRESS_CONFERENCE
    return Kind.PRESS_RELEASE if release else Kind.ARTICLE
