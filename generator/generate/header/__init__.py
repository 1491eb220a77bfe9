"""Reads what a document says about itself: headline, publisher, author, place, publication, address, kind.

Every line is looked at, above, between and below the text, beside the page's address, its markup and the
sidecar, which wins. Where a choice is to be made, candidates are weighed (`weights.json`, learned by
`training.header`), and what spoke for the chosen one is kept. What nothing supports stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from slugify import slugify

from generator.dates.dateline import dateline_parts, match_dateline
from generator.dates.find import is_day_first
from generator.generate.draft import Draft
from generator.generate.header.author import find_author, take_byline
from generator.generate.header.kind import ARTICLE_OPENING, kind_of
from generator.generate.header.layout import Layout, lay_out
from generator.generate.header.published import Publication, find_publication
from generator.generate.header.publisher import find_publisher
from generator.generate.header.sitting import record_of_sitting
from generator.generate.header.title import (
    Headline,
    find_headline,
    given_headline,
    take_headline,
    take_what_is_above,
)
from generator.model import Evidence, Issue, Role, Severity

IN_COMMON = 0.8
"""Share of a headline's words in an address that spells it out."""


def read_header(draft: Draft, hosts: Mapping[str, str] | None = None, today: date | None = None) -> Draft:
    """Fill in what the document says about itself, and take its headline out of the text.

    Args:
        draft: its lines sorted into kept and dropped.
        hosts: names of publishers by their hosts, as an editor knows them.
        today: no document is of a later day.
    """
    layout = lay_out(draft, today)
    given = draft.sidecar
    headline = given_headline(given.title, layout) if given.title else find_headline(layout)
    draft = take_headline(draft, layout, headline)
    publisher = given.publisher or find_publisher(layout, headline, hosts or {})
    # A day of publication that an editor gives tells how the document writes it.
    day_first = is_day_first([*(line.text for line in draft.lines), given.published or ""])
    record = record_of_sitting(layout, headline.index if headline else None)
    publication = find_publication(layout, headline, day_first, record)
    if given.published:
        evidence = Evidence(gives=given.published, quote=given.published, rule="sidecar")
        publication = Publication(given.published, "sidecar", (evidence,), sitting=publication.sitting)
    author = given.author or find_author(layout, headline, publisher)
    draft = take_byline(draft, author)
    dateline = _dateline(draft, layout)
    kind = given.kind or kind_of(draft, layout, is_record=record is not None)
    draft = take_what_is_above(draft, layout) if given.title and given.clean else draft
    title = given.title or (draft.headline.text if draft.headline else "")
    read = draft.fill(title=title, kind=kind).fill_source(
        publisher=publisher,
        author=author,
        url=given.url or _url(draft, layout),
        archive_url=given.archive_url,
        accessed=given.accessed,
        published=publication.gives,
        published_from=publication.comes_from,
        dateline=dateline,
        place=_place(dateline),
    )
    told = _told(layout, headline, publication)
    issues = (*draft.issues, *_left_out(draft, layout, headline), *_updated(draft, publication))
    sitting = (publication.sitting,) if publication.sitting else ()
    stamps = (*publication.evidence, *sitting)
    draft = replace(read, issues=issues, header=told, stamps=stamps, unclear=publication.unclear)
    return replace(draft, day_first=day_first)


def _told(layout: Layout, headline: Headline | None, publication: Publication) -> tuple[str, ...]:
    """Say what was found, where, and why."""
    told = []
    if headline:
        place = "no line of it" if headline.line is None else f"line {layout.lines[headline.line].number}"
        told.append(f"title: {headline.text!r}, {place}: {', '.join(headline.reasons)}")
    if publication.gives:
        one = publication.evidence[0]
        why = ", ".join(publication.reasons)
        told.append(f"published: {publication.gives}, {one.quote[:100]!r}, {_where(one)}: {why}")
    elif publication.unclear:
        told.append("published: unclear")
    return tuple(told)


def _where(evidence: Evidence) -> str:
    return f"line {evidence.line}" if evidence.line else str(evidence.rule)


def _left_out(draft: Draft, layout: Layout, headline: Headline | None) -> list[Issue]:
    """Name lines that may well be the headline, and stand neither in the title nor in the text."""
    rivals = {layout.lines[index].number for index in headline.rivals} if headline else set()
    remedy = "if it is, write it as `title:` into the sidecar .yml"
    return [
        Issue(
            Severity.NOTE,
            f"seeds/{draft.seed}",
            f"line {one.number}, {one.text!r}, may be the headline, and is left out",
            remedy,
        )
        for one in draft.dropped
        if one.number in rivals and not draft.sidecar.title
    ]


def _updated(draft: Draft, publication: Publication) -> list[Issue]:
    """Say that a day is that of an update, and what says that the text is older."""
    remedy = "if the earlier day is meant, write it as `published:` into the sidecar .yml"
    place = f"seeds/{draft.seed}"
    return [
        Issue(
            Severity.NOTE,
            place,
            f"{_where(shown)} is the day of an update, and {_where(one)} names {one.gives}",
            remedy,
        )
        for shown, one in pairwise(publication.evidence)
    ]


def _url(draft: Draft, layout: Layout) -> str | None:
    """Return the page's own address: the one its markup states, or that spells out the headline."""
    if layout.own_addresses:
        return layout.own_addresses[0]
    if draft.headline is None or not layout.addresses:
        return None
    title = set(slugify(draft.headline.text).split("-"))
    for address in layout.addresses:
        words = set(slugify(address.rstrip("/").rsplit("/", 1)[-1]).split("-"))
        if len(words & title) >= IN_COMMON * len(title):
            return address
    return None


def _dateline(draft: Draft, layout: Layout) -> str | None:
    # The first paragraph of a text without a headline stands for it.
    first = [draft.headline] if draft.headline and draft.headline.role is Role.PARAGRAPH else []
    for line in (*first, *draft.kept[:ARTICLE_OPENING]):
        if not layout.is_said(line.text) and (match := match_dateline(line.text)):
            return match[0].rstrip(" -–—")
    return None


def _place(dateline: str | None) -> str | None:
    parts = dateline_parts(f"{dateline} - ") if dateline else None
    if parts is None:
        return None
    return parts.place.title() if parts.place.isupper() else parts.place
