"""What the tests of pages share: short ways to make an entry and what stands around its text."""

import html
import re

from generator.content.library import Library
from generator.content.reviews import Review
from generator.links.connect import Connections
from generator.links.reasons import QuotedLink
from generator.model import (
    Entry,
    Event,
    Language,
    LinkType,
    Mention,
    SegmentId,
    Slug,
    Translation,
    TranslationBy,
    TranslationState,
)
from generator.publish.computed.site import Site
from generator.publish.computed.timeline import build_timeline
from generator.publish.pages.lists import Pages
from tests import builders, kinds
from tests.builders import record, segments

DE, EN = Language("de"), Language("en")
EVIL = '<script>alert("1")</script>&amp;'
ESCAPED = "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;amp;"


def url_for(path: str) -> str:
    return f"../{path.removesuffix('.md')}/"


def entry(slug: str = "e", **values) -> Entry:
    return builders.entry(slug, **{"blocks": segments("Eins."), **values})


def pages_of(entries=(), records=(), *, language=EN, **values) -> Pages:
    """The pages of a site that holds these."""
    return Pages(site_of(entries, records, **values), language, kinds.TOPIC.kinds.values())


def site_of(
    entries=(),
    records=(),
    *,
    named=(),
    links=(),
    groups=(),
    backlinks=None,
    differences=None,
    states=None,
    reviews=None,
) -> Site:
    """A site that holds these; `named`, `links` and `states` are those of every entry."""
    by_slug = {e.slug: e for e in entries}
    return Site(
        library=Library(
            by_slug, {record.slug: record for record in records}, {}, (), {}, reviews=reviews or {}
        ),
        mentions={slug: tuple(Mention(record.slug, None, EN, "") for record in named) for slug in by_slug},
        connections=Connections({slug: tuple(links) for slug in by_slug}),
        differences=differences or {},
        backlinks=backlinks or {},
        timeline=build_timeline(by_slug.values(), groups),
        states={slug: states or {} for slug in by_slug},
        doubts={},
        confidences={},
    )


def head(one: Entry, records=(), language=EN, review: Review | None = None, **states: str) -> str:
    """Everything that is said of an entry besides its text and what stands below it."""
    given = {SegmentId(name): TranslationState(state) for name, state in states.items()}
    reviews = {one.key: review} if review else {}
    pages = pages_of([one], records, states=given, language=language, reviews=reviews).of_entries
    return f"{pages.title(one)}\n{pages.opening(one, url_for)}\n{pages.notes(one, (), url_for)}"


def foot(one: Entry, *, links=(), entries=(), records=(), dropped=(), differences=None) -> str:
    pages = pages_of([one, *entries], records, named=records, links=links, differences=differences).of_entries
    return f"{pages.foot(one, dropped, url_for)}\n{pages.notes(one, dropped, url_for)}"


def same_event(target: str, **values) -> QuotedLink:
    return QuotedLink(Slug(target), **{"reason": "Same event.", "type": LinkType.SAME_EVENT, **values})


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def by(who: TranslationBy, **values) -> Translation:
    return Translation(EN, who, **values)


MACHINE = by(TranslationBy.ARGOS, package="translate-de_en 1.3")
INF = record("inf", kinds.AGREEMENT, "INF Treaty")
SUSPENDED = Event("2019-02-02", "The United States suspended it", segment=SegmentId("s2"))
