"""What stands around texts: nothing from outside runs, and who translated is always said."""

import html
import re
from dataclasses import replace

import pytest

from generator.links.differences import Difference
from generator.links.reasons import QuotedLink
from generator.model import (
    DatedFact,
    DroppedLine,
    Entry,
    Event,
    Evidence,
    Issue,
    Language,
    LinkType,
    Record,
    Rendering,
    Role,
    Segment,
    SegmentId,
    Severity,
    Slug,
    Source,
    Translation,
    TranslationBy,
    TranslationState,
)
from generator.publish import pages
from generator.publish.backlinks import Backlink
from generator.publish.pages import Around, Pages
from generator.publish.timeline import build_timeline
from tests import builders, kinds
from tests.builders import record, segments
from tests.publish.test_summary import LONG_DE, LONG_EN, with_segments

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
        events=(Event("2023-12-27", EVIL, SegmentId("s1"), Slug("r"), announced=True),),
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
    timeline = build_timeline([one])
    other = replace(one, slug=Slug("other"))
    grouped = build_timeline([one, other], [(one.slug, other.slug)])
    difference = {one.slug: Difference((record.slug,), one.events, (SegmentId("s1"),))}
    around = Around({one.slug: one, other.slug: other}, {record.slug: record}, difference)
    backlink = Backlink(one, EVIL, SegmentId("s1"), EN)
    return {
        "title": PAGES.entry_title(one),
        "about": PAGES.entry_about(one, None, {SegmentId("s1"): TranslationState.MACHINE}, url_for),
        "foot": foot(
            one,
            links=[QuotedLink(one.slug, EVIL, EVIL), same_event("other", reason=EVIL, quote=EVIL)],
            entries=[one, other],
            records=[record],
            dropped=[DroppedLine(1, EVIL, EVIL)],
            differences=difference,
        ),
        "record head": PAGES.record_head(record),
        "record foot": PAGES.record_foot([backlink], url_for),
        "records": PAGES.records_index([record], {}, url_for),
        "chronology": PAGES.chronology(timeline, url_for),
        "year": PAGES.year(timeline.years[0], url_for),
        "group": PAGES.year(grouped.years[0], url_for, around),
        "undated": PAGES.undated([one], url_for),
        "broken": PAGES.broken(Issue(Severity.ERROR, EVIL, EVIL, EVIL)),
    }


@pytest.mark.parametrize("name", list(every_page(everywhere_evil())))
def test_whatever_a_source_holds_is_escaped(name):
    page = every_page(everywhere_evil())[name]
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
    assert "href" not in page


@pytest.mark.parametrize("url", ["https://example.org/a?b=1&c=2", "http://example.org/"])
def test_an_http_address_is_linked(url):
    page = head(entry(source=Source("e.txt", "abc", url=url)))
    assert f'<a href="{html.escape(url)}" rel="nofollow noopener">{html.escape(url)}</a>' in page


# Head


def test_source_facts_are_said_and_unknown_ones_called_unknown():
    known = Source("e.txt", "abc", "Xinhua", None, "2023-12-28T12:47+00:00", "crawl line", "Peking")
    text = text_of(head(entry(source=known)))
    assert "Source Xinhua" in text
    assert "Published 28 December 2023, 12:47 UTC (taken from the crawl line)" in text
    assert "Dateline Peking" in text
    text = text_of(head(entry()))
    assert "Source Publisher unknown" in text
    assert "Published unknown" in text
    assert "Dateline" not in text


def test_the_date_is_said_in_the_languages_of_the_text():
    assert text_of(head(entry(date="2023-12-28"))).startswith("28 December 2023 28. Dezember 2023")
    english = entry(date="2023-12-28", language=EN)
    assert "Dezember" not in head(english)
    assert "Dezember" in head(replace(english, translation=Translation(DE, TranslationBy.EDITOR)))


EVIDENCE = (
    Evidence("XXXX-01-29", "am 29. Januar", SegmentId("s1"), rule="named in the text"),
    Evidence("2026", "25. Jahrestag", SegmentId("s3"), record=Slug("treaty-2001"), rule="2001 + 25"),
    Evidence("2026-01", "vor 3 Tagen", line=7, rule="crawled"),
)
TREATY = record("treaty-2001", kinds.AGREEMENT, "Treaty of 2001")


def test_each_step_of_the_dating_is_in_words_with_its_place_rule_and_record():
    page = head(entry(date="2026-01-29", date_evidence=EVIDENCE), records=[TREATY])
    assert '<q lang="de">am 29. Januar</q>' in page
    assert '<a href="#s1" title="Where it stands in the text">§1</a>' in page
    assert '<a href="../records/treaty-2001/">Treaty of 2001</a>' in page
    text = text_of(page)
    assert "am 29. Januar in §1 gives 29 January, year unknown : named in the text" in text
    assert "25. Jahrestag in §3 gives 2026 : 2001 + 25 (record: Treaty of 2001 )" in text
    assert (
        "vor 3 Tagen in line 7 of the source file, outside the article gives January 2026 : crawled" in text
    )


def test_a_record_that_is_gone_is_still_named():
    page = head(entry(date="2026", date_evidence=EVIDENCE[1:2]))
    assert "(record: treaty-2001)" in text_of(page)
    assert "href" not in page.split("record:")[1].split(")")[0]


def test_the_dating_ends_with_the_date_in_both_languages():
    week = entry(date="[2023-12-18..2023-12-24]", language=EN, date_evidence=EVIDENCE)
    assert "Hence week of 18 December 2023 / Woche vom 18. Dezember 2023 ." in text_of(head(week))
    assert '<b lang="de">Woche vom 18. Dezember 2023</b>' in head(week)
    german = Pages(DE, kinds.TOPIC.kinds.values()).entry_about(week, None, {}, url_for)
    assert '<b>Woche vom 18. Dezember 2023</b> / <b lang="en">week of 18 December 2023</b>' in german


def test_evidence_that_is_not_enough_is_shown_with_what_is_missing():
    text = text_of(head(entry(date_evidence=EVIDENCE[:1])))
    assert "am 29. Januar" in text
    assert "That is not enough for a date. The text names 29 January, nothing tells the year." in text
    assert "Hence" not in text


def test_an_undated_entry_without_evidence_says_so():
    text = text_of(head(entry()))
    assert "Not dated: neither the text nor what is known of it supports a date." in text
    assert "It names no date, and when it was published is unknown." in text
    assert "Not dated" not in head(entry(date="2023"))


def test_a_supplied_title_is_marked():
    notice = "its title here was supplied"
    assert notice in head(entry(title_supplied=True))
    assert notice not in head(entry())


def test_a_text_without_translation_is_said_to_have_none():
    page = head(entry(), s1="missing", s2="missing")
    assert "Shown in German only: this text has no translation." in text_of(page)
    assert "translation-missing" in page


def test_paragraphs_without_translation_are_counted():
    text = text_of(head(entry(translation=MACHINE), s1="missing", s2="machine", s3="missing"))
    assert "2 of 3 paragraphs have no translation." in text


@pytest.mark.parametrize("state", sorted(set(TranslationState) - {TranslationState.MISSING}))
def test_no_such_notice_where_nothing_is_missing(state):
    assert "translation-missing" not in head(entry(translation=MACHINE), s1=state)


def test_a_machine_translation_is_labelled_as_machine_with_its_package():
    text = text_of(head(entry(translation=MACHINE), s1="machine"))
    assert "Machine translation by Argos Translate (translate-de_en 1.3), not reviewed" in text
    assert "editor" not in text
    assert "German with English translation" in text.replace(",", "")


def test_a_machine_translation_without_a_known_package_is_still_one():
    text = text_of(head(entry(translation=by(TranslationBy.ARGOS)), s1="machine"))
    assert "Machine translation by Argos Translate (package unknown), not reviewed" in text


def test_an_editors_translation_is_never_labelled_as_machine():
    page = head(entry(translation=by(TranslationBy.EDITOR)), s1="edited")
    assert "English translation by an editor of this chronology" in text_of(page)
    assert "machine" not in page.lower()
    assert "argos" not in page.lower()


def reviewed_entry(count: int, who=TranslationBy.ARGOS) -> Entry:
    blocks = tuple(
        Segment(SegmentId(f"s{n}"), DE, "Eins.", rendering=Rendering(EN, "One.")) for n in range(1, count + 1)
    )
    return entry(translation=by(who, package="p 1", reviewed_by="<A>"), blocks=blocks)


def test_what_changed_since_a_review_is_excepted_from_it():
    page = head(reviewed_entry(3), s1="reviewed", s2="edited", s3="stale")
    text = text_of(page).replace(" ,", ",")
    assert "Translation reviewed by <A>, except §2, §3, changed since; first made by machine (p 1)." in text
    assert '<a href="#s2">§2</a>' in page
    assert "except" not in head(reviewed_entry(1), s1="reviewed")
    assert "except" not in head(reviewed_entry(2), s1="reviewed", s2="missing")


def test_a_review_of_which_nothing_is_left_does_not_hide_the_machine():
    text = text_of(head(reviewed_entry(1), s1="machine"))
    assert "Machine translation by Argos Translate (p 1), changed since <A> reviewed it;" in text
    text = text_of(head(reviewed_entry(1, TranslationBy.EDITOR), s1="edited"))
    assert "by an editor of this chronology, changed since <A> reviewed it;" in text


def test_a_reviewed_translation_names_who_did_and_what_made_it():
    machine = text_of(head(entry(translation=replace(MACHINE, reviewed_by="A. B.")), s1="reviewed"))
    assert "Translation reviewed by A. B.; first made by machine (translate-de_en 1.3)." in machine
    assert "not reviewed" not in machine
    person = text_of(head(entry(translation=by(TranslationBy.EDITOR, reviewed_by="A. B.")), s1="reviewed"))
    assert "Translation reviewed by A. B." in person
    assert "machine" not in person


def test_translations_older_than_their_source_are_counted():
    text = text_of(head(entry(translation=MACHINE), s1="stale", s2="machine", s3="stale"))
    assert "2 out of date: the source changed after it was translated." in text
    assert "out of date" not in text_of(head(entry(translation=MACHINE), s1="machine"))


def test_an_entry_without_translation_has_no_such_label():
    page = head(entry(language=EN), s1="none needed")
    assert "translation" not in page.lower()


# Foot


def test_dropped_lines_are_a_table_with_number_rule_and_text():
    page = foot(entry(), dropped=[DroppedLine(2, "Home | News", "menu"), DroppedLine(9, "© 2023", "legal")])
    assert "2 lines of the source file were taken out as not part of the article" in page
    assert "<tr><td>2</td><td>menu</td><td>Home | News</td></tr>" in page
    assert "<tr><td>9</td><td>legal</td><td>© 2023</td></tr>" in page
    assert "Every line" not in page


def test_one_dropped_line_is_said_in_the_singular():
    text = text_of(foot(entry(), dropped=[DroppedLine(2, "Home", "menu")]))
    assert "1 line of the source file was taken out as not part of the article" in text


def test_nothing_dropped_is_said_too():
    page = foot(entry())
    assert "No line of the source file was taken out." in page
    assert "<table>" not in page


def test_provenance_names_seed_hash_and_translation():
    known = Source("e.txt", "abc")
    text = text_of(foot(entry(source=known, translation=replace(MACHINE, reviewed_by="A. B."))))
    assert "Source file e.txt SHA-256 abc" in text
    assert "German to English, by argos, translate-de_en 1.3, reviewed by A. B." in text
    assert "Translation" not in text_of(foot(entry()))


def test_related_entries_have_a_reason_and_a_quote_with_its_place():
    other = entry("o", title="Other", date="2023-12-28", source=Source("o.txt", "x", "Xinhua"))
    link = QuotedLink(Slug("o"), "Both name: Zapad.", "On Zapad.", segment=SegmentId("s3"), language=EN)
    page = foot(entry(), links=[link], entries=[other])
    assert '<a href="../entries/o/" lang="de">Other</a>' in page
    assert "28 December 2023, Xinhua" in text_of(page)
    assert "Both name: Zapad." in page
    assert '<blockquote><p lang="en">On Zapad. <a class="place" href="../entries/o/#s3"' in page
    assert ">§3</a></p></blockquote>" in page


def test_a_quote_of_the_title_has_no_place():
    page = foot(entry(), links=[QuotedLink(Slug("o"), "Why.", "The title")], entries=[entry("o")])
    assert '<blockquote><p lang="de">The title</p></blockquote>' in page


def test_a_link_without_a_quote_has_no_empty_one():
    page = foot(entry(), links=[QuotedLink(Slug("o"), "Added by the editor.")], entries=[entry("o")])
    assert "<blockquote" not in page


def four_paragraphs(slug: str, **values) -> Entry:
    segments = tuple(Segment(SegmentId(f"s{n}"), DE, f"Absatz {n}.") for n in range(1, 5))
    return entry(slug, blocks=segments, **values)


INF = record("inf", kinds.AGREEMENT, "INF Treaty")
SUSPENDED = Event("2019-02-02", "The United States suspended it", SegmentId("s2"))


def reports_of_one_event(**differences: Difference) -> str:
    one = four_paragraphs("a", date="2023-12-28", events=(SUSPENDED,))
    other = four_paragraphs("b", title="Other", date="2023-12-28")
    given = {Slug(slug): difference for slug, difference in differences.items()}
    return foot(
        one, links=[same_event("b", quote="So.")], entries=[one, other], records=[INF], differences=given
    )


def test_other_reports_of_the_event_stand_apart_from_related_entries():
    page = reports_of_one_event()
    assert '<h2 id="other-reports">Other reports of this event</h2>' in page
    assert "Related entries" not in page
    assert "Only in" not in page


def test_what_only_one_report_tells_is_shown_with_links_to_both_texts():
    own = Difference((Slug("inf"),), (SUSPENDED,), tuple(map(SegmentId, ("s2", "s3"))))
    page = reports_of_one_event(a=own, b=Difference(passages=(SegmentId("s1"), SegmentId("s4"))))
    text = text_of(page)
    assert "Only in this report: INF Treaty ; 2 February 2019; 2 paragraphs ( §2–§3 )" in text
    assert "Only in that report: 2 paragraphs ( §1 , §4 )" in text
    assert '<a href="#s2">§2–§3</a>' in page
    assert '<a href="../records/inf/">INF Treaty</a>' in page
    assert '<a href="../entries/b/#s1">§1</a>, <a href="../entries/b/#s4">§4</a>' in page


def test_reports_that_share_no_language_are_said_not_to_be_compared():
    assert "Paragraphs were not compared" in reports_of_one_event(a=Difference(compared=False))
    assert "not compared" not in reports_of_one_event(a=Difference())


def test_events_a_text_reports_are_listed_by_date_in_its_words():
    announced = Event("2026-02", "Übung geplant", SegmentId("s3"), record=Slug("inf"), announced=True)
    events = (announced, Event("2019-02-02", "Aussetzung", SegmentId("s2")), Event("XXXX-05-01", "Parade"))
    page = PAGES.entry_foot(
        four_paragraphs("a", events=events), [], [], [], url_for, Around(records={INF.slug: INF})
    )
    assert '<h2 id="events">Events reported</h2>' in page
    first, second, third = re.findall(r"<li>.*?</li>", page.split("provenance")[0], re.DOTALL)
    assert text_of(first) == "2 February 2019 Aussetzung §2"
    assert text_of(second) == "February 2026 Übung geplant §3 announced date from the record INF Treaty"
    assert text_of(third) == "1 May, year unknown Parade"
    assert '<span lang="de">Aussetzung</span> <a class="place" href="#s2"' in page
    assert '<a href="../records/inf/">INF Treaty</a></span>' in page


def test_a_text_that_reports_no_events_has_no_such_list():
    assert "Events reported" not in foot(entry())


def test_a_foot_without_links_or_records_has_no_empty_lists():
    page = foot(entry())
    assert "Related entries" not in page
    assert "Other reports" not in page
    assert "Named in this text" not in page


def test_records_named_are_in_order_of_name():
    records = [record(name.lower(), kinds.PERSON, name) for name in ("Wu", "Dong", "Li")]
    page = foot(entry(), records=records)
    assert re.findall(r'href="../records/(\w+)/"', page) == ["dong", "li", "wu"]


# Records


def test_a_records_head_has_names_dates_and_spellings():
    record = Record(
        Slug("t"),
        kinds.AGREEMENT,
        {EN: "Treaty", DE: "Vertrag"},
        ("Pact", "Pakt"),
        (DatedFact("signed", "2001-07-16", "Text of the treaty"),),
        "Q1",
    )
    page = PAGES.record_head(record)
    assert "<h1>Treaty</h1>" in page
    assert '<dd lang="de">Vertrag</dd>' in page
    assert '<dd lang="en">' not in page
    assert "Pact · Pakt" in page
    assert "<tr><td>16 July 2001</td><td>signed</td><td>Text of the treaty</td></tr>" in page
    assert "https://www.wikidata.org/wiki/Q1" in page


def test_a_records_foot_links_to_the_place_it_is_named_at():
    page = PAGES.record_foot([Backlink(entry(), "Ein Satz.", SegmentId("s4"), DE)], url_for)
    assert '<a href="../entries/e/#s4">E</a>' in page
    assert '<blockquote lang="de"><p>Ein Satz.</p></blockquote>' in page
    assert "No entry names it yet." in PAGES.record_foot([], url_for)


@pytest.mark.parametrize(("quote", "shown"), [("Die Überschrift", True), ("", False)])
def test_a_record_named_in_a_title_or_added_by_an_editor_leads_to_the_entry(quote, shown):
    page = PAGES.record_foot([Backlink(entry(), quote, None, DE)], url_for)
    assert '<a href="../entries/e/">E</a>' in page
    assert ("<blockquote" in page) is shown
    assert ("Added by an editor." in page) is not shown


def test_records_are_listed_by_kind_in_order_with_their_counts():
    records = [
        record("z", kinds.EXERCISE, "Zapad"),
        record("w", kinds.PERSON, "Wu", de="Wu"),
        record("d", kinds.PERSON, "Dong", de="Herr Dong"),
    ]
    backlinks = {Slug("w"): [Backlink(entry(), "", SegmentId("s1"), DE)] * 3}
    text = text_of(PAGES.records_index(records, backlinks, url_for))
    assert text == "## People Dong Herr Dong in 0 entries Wu in 3 entries ## Exercises Zapad in 0 entries"
    assert PAGES.records_index([], {}, url_for) == "*No records yet.*"


def test_the_chronology_has_years_months_entries_and_undated_last():
    timeline = build_timeline([entry("c"), entry("b", date="2023-12-28"), entry("a", date="2021")])
    page = PAGES.chronology(timeline, url_for)
    order = ["## 2021 {: #year-2021 ", "../entries/a/", "## 2023", "### December", "../entries/b/", "## Undated", "../entries/c/"]  # fmt: skip  # noqa: E501
    assert sorted(order, key=page.index) == order
    assert all(page.count(part) == 1 for part in order)


def group() -> tuple[str, list[Entry]]:
    sources = (("a", "Xinhua", "Vertrag."), ("b", "TASS", "Kein Wort davon."))
    entries = [
        entry(slug, date="2023-12-28", source=Source(slug, "x", publisher), summary=summary)
        for slug, publisher, summary in sources
    ]
    timeline = build_timeline([*entries, entry("c", date="2023-12-29")], [("a", "b")])
    difference = Difference((Slug("inf"),), (SUSPENDED,), (SegmentId("s1"),))
    around = Around({e.slug: e for e in entries}, {Slug("inf"): INF}, {Slug("a"): difference})
    return PAGES.chronology(timeline, url_for, around), entries


def test_reports_of_one_event_stand_side_by_side_each_in_its_own_words():
    page, _ = group()
    (item,) = re.findall(r'<li class="same-event">.*?</li>', page, re.DOTALL)
    assert text_of(item) == (
        "Same event, 2 sources "
        "28 December 2023 A Xinhua · Article · German Vertrag. "
        "Only in this source: INF Treaty ; 2 February 2019; 1 paragraph (§1) "
        "28 December 2023 B TASS · Article · German Kein Wort davon."
    )
    assert item.count('<div class="report">') == 2
    assert '<a href="../entries/a/">' in item
    assert '<a href="../entries/b/">' in item
    assert "../entries/c/" not in item
    assert page.count("Same event") == 1


def test_a_list_of_undated_entries_says_what_is_missing():
    undated = entry(date_evidence=(Evidence("XXXX-01-29", "29. Januar", SegmentId("s1")),))
    page = PAGES.undated([undated], url_for)
    assert '<p class="entry-missing">The text names 29 January, nothing tells the year.' in page
    timeline = build_timeline([undated, entry("dated", date="2023")])
    assert PAGES.chronology(timeline, url_for).count("entry-missing") == 1


def test_an_empty_chronology_says_so():
    assert PAGES.chronology(build_timeline([]), url_for) == "*No entries yet.*"


@pytest.mark.parametrize(("more", "whole"), [(0, True), (1, False)])
def test_a_long_chronology_is_a_list_of_years(monkeypatch, more, whole):
    """Undated ones count; above the limit the home page names no entry."""
    monkeypatch.setattr(pages, "WHOLE_ON_HOME", 3)
    entries = [entry("a", date="2021"), entry("b", date="2023-01"), entry("c"), entry("d", date="2023")]
    page = PAGES.chronology(build_timeline(entries[: 3 + more]), url_for)
    assert ("../entries/" in page) is whole
    if not whole:
        assert text_of(page) == "2021 1 entry 2023 2 entries Undated 1"
        assert re.findall(r'href="([^"]+)"', page) == [
            "../years/2021/",
            "../years/2023/",
            "../years/undated/",
        ]


def test_one_page_bears_four_hundred_entries():
    entries = [entry(f"e{n}", date="2023-01-01") for n in range(401)]
    page = PAGES.chronology(build_timeline(entries), url_for)
    assert "../entries/" not in page
    assert "401 entries" in page
    assert "../entries/" in PAGES.chronology(build_timeline(entries[:400]), url_for)


# Summaries


def test_the_list_says_in_which_language_a_summary_is():
    german = with_segments((LONG_DE, None, Role.PARAGRAPH), date="2023-12-28")
    assert f'<p class="entry-summary" lang="de">{LONG_DE}</p>' in PAGES.undated([german], url_for)
    both = with_segments((LONG_DE, LONG_EN, Role.PARAGRAPH), translation=MACHINE)
    assert f'lang="en">{html.escape(LONG_EN, quote=False)[:13]}' in PAGES.undated([both], url_for).replace(
        "&#39;", "'"
    )


# For machines
