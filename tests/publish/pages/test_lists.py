"""What stands around texts: nothing from outside runs, and who translated is always said."""

import html
import re
from dataclasses import replace

import pytest

from generator.links.differences import Difference
from generator.links.quotes import Quote
from generator.links.reasons import QuotedLink
from generator.model import (
    DatedFact,
    DroppedLine,
    Entry,
    Event,
    Evidence,
    Issue,
    Language,
    Record,
    SegmentId,
    Severity,
    Slug,
    Source,
    Translation,
    TranslationBy,
)
from generator.publish.computed.backlinks import Backlink
from tests import kinds
from tests.builders import record
from tests.publish.support import (
    DE,
    EN,
    ESCAPED,
    EVIL,
    INF,
    by,
    entry,
    foot,
    head,
    pages_of,
    same_event,
    text_of,
    url_for,
)


def record_foot(*backlinks: Backlink) -> str:
    return pages_of([one.entry for one in backlinks], backlinks={INF.slug: list(backlinks)}).of_records.foot(
        INF, url_for
    )


# Escaping


def everywhere_evil() -> Entry:
    return entry(
        "evil",
        title=EVIL,
        original_title=EVIL,
        translated_title=EVIL,
        summary=EVIL,
        date="2023-12-28",
        date_evidence=(Evidence("2023-12-28", EVIL, rule=EVIL),),
        events=(Event("2023-12-27", EVIL, segment=SegmentId("s1"), record=Slug("r"), announced=True),),
        source=Source(EVIL, EVIL, EVIL, f"https://example.org/{EVIL}", "2023-12-28", EVIL, EVIL),
        translation=by(TranslationBy.ARGOS, package=EVIL, reviewed_by=EVIL),
    )


def every_page(one: Entry) -> dict[str, str]:
    record = Record(
        Slug("r"),
        kinds.PERSON,
        {EN: EVIL, DE: EVIL + "2"},
        (EVIL,),
        (DatedFact(EVIL, "2001", EVIL),),
        EVIL,
    )
    other = replace(one, slug=Slug("other"))
    difference = {one.slug: Difference((record.slug,), one.events, (SegmentId("s1"),))}
    backlinks = {record.slug: [Backlink(one, Quote(EVIL, EN, SegmentId("s1")))]}
    undated = replace(one, slug=Slug("undated"), date=None)
    alone = pages_of([one, undated], [record], backlinks=backlinks)
    group = [(one.slug, other.slug)]
    grouped = pages_of([one, other], [record], groups=group, differences=difference)
    return {
        "head": head(one, s1="machine"),
        "foot": foot(
            one,
            links=[QuotedLink(one.slug, EVIL, EVIL), same_event("other", reason=EVIL, quote=EVIL)],
            entries=[one, other],
            records=[record],
            dropped=[DroppedLine(1, EVIL, EVIL)],
            differences=difference,
        ),
        "metadata": alone.of_entries.metadata(one, "https://example.org/"),
        "permalink": alone.of_entries.permalink_page(one, "../entries/e/").replace(LEADS_ON, ""),
        "record head": alone.of_records.head(record, url_for),
        "record foot": alone.of_records.foot(record, url_for),
        "records": alone.records_index(url_for),
        "chronology": alone.of_chronology.whole(url_for),
        "group": grouped.of_chronology.whole(url_for),
        "undated": alone.of_chronology.undated(url_for),
        "broken": alone.broken(Issue(Severity.ERROR, EVIL, EVIL, EVIL)),
    }


LEADS_ON = '<script>location.replace("../entries/e/" + location.hash)</script>'
OUR_SCRIPTS = re.compile(r'<script src="../assets/(?:reading|chronology)\.js/?"></script>')


@pytest.mark.parametrize("name", list(every_page(everywhere_evil())))
def test_whatever_a_source_holds_is_escaped(name):
    page = every_page(everywhere_evil())[name]
    page = OUR_SCRIPTS.sub("", page)
    assert "<script" not in page
    assert ESCAPED in page


def test_a_title_is_shown_as_it_is_written():
    page = head(entry(title="A < B & “C”", original_title="<b>D</b>"))
    assert "<h1>A &lt; B &amp; “C”</h1>" in page
    assert '<p class="original-title" lang="de">&lt;b&gt;D&lt;/b&gt;</p>' in page


def test_a_title_in_the_translations_language_says_which_that_is():
    made = entry(title="水", language=Language("zh"), translated_title="<b>Wasser</b>", original_title=None)
    page = head(replace(made, translation=Translation(Language("de"), TranslationBy.ARGOS)))
    assert '<h1 lang="zh">水</h1>' in page
    assert '<p class="original-title" lang="de">&lt;b&gt;Wasser&lt;/b&gt;</p>' in page


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "relative/page",
        "vbscript:x",
        "httpx://example.org",
    ],
)
def test_an_address_that_is_not_http_is_not_linked(url):
    page = head(entry(source=Source("e.txt", "abc", url=url)))
    ours = ("#", "../id/", "data:text/plain")
    assert [link for link in re.findall(r'href="([^"]*)', page) if not link.startswith(ours)] == []
    assert f'href="{html.escape(url)}' not in page


@pytest.mark.parametrize("url", ["https://example.org/a?b=1&c=2", "http://example.org/"])
def test_an_http_address_is_linked(url):
    page = head(entry(source=Source("e.txt", "abc", url=url)))
    assert f'<a href="{html.escape(url)}" rel="nofollow noopener">{html.escape(url)}</a>' in page


# Records


def test_a_record_has_names_above_and_dates_and_spellings_below():
    record = Record(
        Slug("t"),
        kinds.AGREEMENT,
        {EN: "Treaty", DE: "Vertrag"},
        ("Pact", "Pakt"),
        (DatedFact("signed", "2001-07-16", "Text of the treaty"),),
        "Q1",
    )
    records = pages_of(records=[record]).of_records
    page = records.head(record, url_for) + records.foot(record, url_for)
    assert "<h1>Treaty</h1>" in page
    assert '<a href="../records/index/">Records</a>' in page
    assert '<dd lang="de">Vertrag</dd>' in page
    assert '<dd lang="en">' not in page
    assert "<li>Pact</li><li>Pakt</li>" in page
    assert "16 July 2001</time></td><td>signed</td><td>Text of the treaty</td></tr>" in page
    assert "https://www.wikidata.org/wiki/Q1" in page


def test_a_records_foot_links_to_the_place_it_is_named_at():
    page = record_foot(Backlink(entry(), Quote("Ein Satz.", DE, SegmentId("s4"))))
    assert '<a href="../entries/e/" lang="de">E</a>' in page
    assert '<blockquote lang="de"><p>Ein Satz. <a class="place" href="../entries/e/#s4"' in page
    assert ">§4</a>" in page
    assert "No entry names it yet." in record_foot()


@pytest.mark.parametrize(("quote", "shown"), [(Quote("Die Überschrift", DE), True), (None, False)])
def test_a_record_named_in_a_title_or_added_by_an_editor_leads_to_the_entry(quote, shown):
    page = record_foot(Backlink(entry(), quote))
    assert '<a href="../entries/e/" lang="de">E</a>' in page
    assert ("<blockquote" in page) is shown
    assert ("Added by an editor." in page) is not shown


def test_records_are_listed_by_kind_in_order_with_their_counts():
    records = [
        record("z", kinds.EXERCISE, "Zapad"),
        record("w", kinds.PERSON, "Wu", de="Wu"),
        record("d", kinds.PERSON, "Dong", de="Herr Dong"),
    ]
    backlinks = {Slug("w"): [Backlink(entry(), None)] * 3}
    text = text_of(pages_of(records=records, backlinks=backlinks).records_index(url_for))
    assert text == "## People Dong Herr Dong in 0 entries Wu in 3 entries ## Exercises Zapad in 0 entries"
    assert pages_of().records_index(url_for) == "*No records yet.*"


def test_a_link_to_where_organisations_were_called_bodies_still_lands():
    listed = pages_of(records=[record("o", kinds.BODY, "Office")]).records_index(url_for)
    assert '<ul class="records" id="bodies">' in listed


# For machines
