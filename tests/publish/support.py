"""What the tests of pages share: short ways to make an entry and what stands around its text."""

import html
import re

from generator.links.reasons import QuotedLink
from generator.model import (
    Entry,
    Event,
    Language,
    LinkType,
    SegmentId,
    Slug,
    Translation,
    TranslationBy,
    TranslationState,
)
from generator.publish.pages import Around, Pages
from tests import builders, kinds
from tests.builders import record, segments

DE, EN = Language("de"), Language("en")
PAGES = Pages(EN, kinds.TOPIC.kinds.values())
EVIL = '<script>alert("1")</script>&amp;'
ESCAPED = "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;amp;"


def url_for(path: str) -> str:
    return f"../{path.removesuffix('.md')}/"


def entry(slug: str = "e", **values) -> Entry:
    return builders.entry(slug, **{"blocks": segments("Eins."), **values})


def head(one: Entry, records=(), **states: str) -> str:
    """Everything that is said of an entry besides its text and what stands in the foot."""
    given = {SegmentId(name): TranslationState(state) for name, state in states.items()}
    known = {record.slug: record for record in records}
    return f"{PAGES.entry_title(one)}\n{PAGES.entry_about(one, None, given, url_for, known)}"


def foot(one: Entry, *, links=(), entries=(), records=(), dropped=(), differences=None) -> str:
    around = Around(
        {e.slug: e for e in entries}, {record.slug: record for record in records}, differences or {}
    )
    return PAGES.entry_foot(one, links, records, dropped, url_for, around)


def same_event(target: str, **values) -> QuotedLink:
    return QuotedLink(Slug(target), **{"reason": "Same event.", "type": LinkType.SAME_EVENT, **values})


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def by(who: TranslationBy, **values) -> Translation:
    return Translation(EN, who, **values)


MACHINE = by(TranslationBy.ARGOS, package="translate-de_en 1.3")
INF = record("inf", kinds.AGREEMENT, "INF Treaty")
SUSPENDED = Event("2019-02-02", "The United States suspended it", SegmentId("s2"))
