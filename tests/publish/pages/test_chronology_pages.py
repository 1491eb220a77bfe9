"""The chronology on the home page and on a year's: a timeline that leads to what it shows, and the list."""

import html
import re

import pytest

from generator.links.differences import Difference
from generator.model import Entry, Event, Evidence, Role, SegmentId, Slug, Source
from generator.publish.kept.store import Kept
from generator.publish.pages import chronology_pages
from generator.publish.pages.lists import Pages
from tests import kinds
from tests.builders import segments
from tests.publish.computed.test_summary import LONG_DE, LONG_EN, with_segments
from tests.publish.support import DE, EN, INF, MACHINE, SUSPENDED, entry, pages_of, site_of, text_of, url_for

HELD = Event("2022-05-01", "Talks were held", segment=SegmentId("s1"))
TO_COME = Event("2024-05/2024-06", "An exercise follows", announced=True)


def chronology(entries) -> str:
    return pages_of(entries).of_chronology.whole(url_for)


def listed(page: str) -> str:
    return page.partition('id="list"')[2]


def marks(page: str) -> list[tuple[str, str]]:
    """Where marks lead, and what they say."""
    drawn = re.findall(r'<g role="listitem">(?:<a href="([^"]*)">)?<title>(.*?)</title>', page)
    return [(address, html.unescape(label)) for address, label in drawn]


def telling() -> list[Entry]:
    first = entry("a", title="A", date="2021", source=Source("a", "x", "Xinhua"))
    second = entry(
        "b",
        title="B",
        date="2023-12-28",
        events=(HELD, TO_COME),
        source=Source("b", "x", "TASS", published="2023-12-28"),
    )
    return [first, second]


def test_the_chronology_has_years_months_entries_and_undated_last():
    page = listed(chronology([entry("c"), entry("b", date="2023-12-28"), entry("a", date="2021")]))
    order = [
        '<h2 id="2021">',
        'id="2021-xx"',
        "../entries/a/",
        '<h2 id="2023">',
        'id="2023-12"',
        "../entries/b/",
    ]
    order += ['<h2 id="undated">', "../entries/c/"]
    assert sorted(order, key=page.index) == order
    assert all(page.count(part) == 1 for part in order)
    assert all(f'href="../years/{name}/"' in page for name in ("2021", "2023", "undated"))


def test_a_years_page_has_its_months_and_the_years_before_and_after():
    entries = [*telling(), entry("c"), entry("d", date="2022-03")]
    pages = pages_of(entries)
    page = pages.of_chronology.year(2022, url_for)
    assert '<h2 id="2022-03"><a href="#2022-03">March</a></h2>' in page
    assert re.findall(r'rel="(\w+)" href="([^"]+)"', page) == [
        ("prev", "../years/2021/"),
        ("next", "../years/2023/"),
    ]
    assert 'rel="next" href="../years/undated/"' in pages.of_chronology.year(2023, url_for)
    assert 'rel="prev" href="../years/2023/"' in pages.of_chronology.undated(url_for)
    assert "Some time in 2021" in pages.of_chronology.year(2021, url_for)
    assert not pages.of_chronology._shown_entries, "held beyond the list that shows them"


def group() -> tuple[str, list[Entry]]:
    sources = (("a", "Xinhua", "2023-12", "Vertrag."), ("b", "TASS", "2023-12-28", "Kein Wort davon."))
    entries = [
        entry(slug, date=date, source=Source(slug, "x", publisher), summary=summary)
        for slug, publisher, date, summary in sources
    ]
    difference = Difference((Slug("inf"),), (SUSPENDED,), (SegmentId("s1"),))
    whole = [*entries, entry("c", date="2023-12-29")]
    pages = pages_of(whole, [INF], groups=[("a", "b")], differences={Slug("a"): difference})
    return pages.of_chronology.whole(url_for), entries


def test_reports_of_one_event_are_one_row_each_in_its_own_words():
    page, _ = group()
    (item,) = re.findall(r'<li class="same-event">.*?</li>', page, re.DOTALL)
    assert text_of(item) == (
        "28 December One event, 2 reports "
        "A December 2023 · Xinhua · Article · German Vertrag. "
        "Not found in the other report: INF Treaty ; 2 February 2019; 1 paragraph (§1) "
        "B TASS · Article · German Kein Wort davon."
    )
    assert item.count('<div class="report"') == 2
    assert "../entries/c/" not in item


def test_a_caption_that_becomes_a_paragraph_parts_the_passages_around_it():
    """Also where the list was made before."""
    kept, difference = Kept(stays=True), Difference((), (), (SegmentId("s1"), SegmentId("s3")))

    def listed_with(role: Role) -> str:
        blocks = segments("Eins.", ("Zwei.", role), "Drei.")
        entries = [entry("a", date="2023-12", blocks=blocks), entry("b", date="2023-12")]
        site = site_of(entries, groups=[("a", "b")], differences={Slug("a"): difference})
        return Pages(site, EN, kinds.TOPIC.kinds.values(), kept=kept).of_chronology.whole(url_for)

    assert "(§1–§3)" in listed_with(Role.CAPTION)
    assert "(§1, §3)" in listed_with(Role.PARAGRAPH)


def test_marks_lead_to_entries_events_and_groups():
    page, _ = group()
    assert marks(page) == [
        ("../entries/a/", "28 December 2023: One event, 2 reports: A"),
        ("../entries/c/", "29 December 2023: C"),
    ]
    assert marks(chronology(telling())) == [
        ("../entries/a/", "2021: A"),
        ("../entries/b/#s1", "1 May 2022: Talks were held (reported: TASS)"),
        ("../entries/b/", "28 December 2023: B"),
        ("../entries/b/", "May to June 2024: An exercise follows (announced: TASS)"),
    ]


def test_events_stand_among_the_entries_with_who_reports_them():
    page = listed(chronology(telling()))
    held, to_come = re.findall(r'<li class="told.*?</li>', page, re.DOTALL)
    assert text_of(held) == "1 May Talks were held reported 28 December 2023: TASS"
    assert text_of(to_come) == "May to June An exercise follows announced 28 December 2023: TASS"
    assert 'class="told announced"' in to_come
    assert page.count('class="year only-told"') == 2, "a year without entries is there for its events alone"
    assert "../years/2022/" not in page


def test_an_event_of_the_entrys_own_date_is_not_told_twice():
    one = entry("a", date="2023-12-28", events=(Event("2023-12-28", "The same"),))
    assert "The same" not in chronology([one, entry("b", date="2021")])


def test_events_of_long_ago_do_not_crowd_the_entries():
    old = entry("c", date="2022", events=(Event("1949-10-01", "Founded"), Event("2019", "Before")))
    page = chronology([*telling(), old])
    told = [label for _, label in marks(page)]
    assert any("Before" in label for label in told)
    assert not any("Founded" in label for label in told)
    assert "1949–2024 (1 too long before or after the documents for the timeline)" in text_of(page)
    assert "for the timeline" not in chronology(telling())


def test_a_dense_year_is_one_mark_that_leads_to_its_page():
    many = [entry(f"e{n}", date=f"2022-{n % 12 + 1:02}-05") for n in range(13)]
    page = chronology([*telling(), *many])
    assert ("../years/2022/", "2022: 13 documents") in marks(page)
    assert ("../entries/a/", "2021: A") in marks(page)
    assert "../entries/e0/" in marks(pages_of([*telling(), *many]).of_chronology.year(2022, url_for))[0][0]


def test_what_entries_can_be_found_by_has_counts_and_stands_beside_them():
    entries = [*telling(), entry("c", title="C", date="2023", source=Source("c", "x", "TASS"))]
    page = pages_of(entries, [INF]).of_chronology.whole(url_for)
    options = re.findall(r'<option value="([^"]+)" data-token="([^"]+)"[^>]*>([^<]+)<', page)
    assert [(value, words) for value, _, words in options] == [
        *(("2021", "2021 (1)"), ("2023", "2023 (2)")),
        *(("TASS", "TASS (2)"), ("Xinhua", "Xinhua (1)")),
    ]
    tokens = {value: token for value, token, _ in options}
    beside = re.findall(r'data-of="([^"]*)">\n<p class="entry-title"[^>]*><a href="../entries/(\w)/', page)
    assert [(name, found.split()) for found, name in beside] == [
        ("a", [tokens["2021"], tokens["Xinhua"]]),
        ("c", [tokens["2023"], tokens["TASS"]]),
        ("b", [tokens["2023"], tokens["TASS"]]),
    ]


def test_a_list_of_undated_entries_says_what_is_missing():
    undated = entry(date_evidence=(Evidence("XXXX-01-29", "29. Januar", SegmentId("s1")),))
    page = pages_of([undated]).of_chronology.undated(url_for)
    assert '<p class="entry-missing">The text names 29 January, nothing tells the year.' in page
    assert chronology([undated, entry("dated", date="2023")]).count("entry-missing") == 0


def test_an_empty_chronology_says_so():
    assert chronology([]) == "*No entries yet.*"


@pytest.mark.parametrize(
    ("limit", "summaries", "entries"), [(4, True, True), (3, False, True), (2, False, False)]
)
def test_a_long_chronology_has_no_summaries_and_a_longer_one_years_alone(
    monkeypatch, limit, summaries, entries
):
    """Undated ones count."""
    monkeypatch.setattr(chronology_pages, "WHOLE_ON_HOME", limit)
    monkeypatch.setattr(chronology_pages, "LISTED_ON_HOME", limit + 1)
    page = chronology(
        [
            entry("a", date="2021"),
            entry("b", date="2023-01"),
            entry("c"),
            entry("d", date="2023", events=(HELD,)),
        ]
    )
    assert ("entry-summary" in page, "told-event" in page) == (summaries, summaries)
    assert ('<p class="entry-title"' in page) is entries
    years = [address for address in re.findall(r'href="([^"]+)"', page) if "/years/" in address]
    assert years[-3:] == ["../years/2021/", "../years/2023/", "../years/undated/"]
    if not entries:
        assert text_of(page).endswith("2021 1 entry 2023 2 entries Undated 1 entry")


def test_the_list_says_in_which_language_a_summary_is():
    german = with_segments((LONG_DE, None, Role.PARAGRAPH), date="2023-12-28")
    assert f'<p class="entry-summary" lang="de">{LONG_DE}</p>' in chronology([german])
    both = with_segments((LONG_DE, LONG_EN, Role.PARAGRAPH), translation=MACHINE)
    assert f'lang="en">{html.escape(LONG_EN, quote=False)[:13]}' in chronology([both]).replace("&#39;", "'")


def test_a_german_page_is_german():
    page = pages_of(telling(), language=DE).of_chronology.whole(url_for)
    assert text_of(page).startswith("2 Dokumente, 2021–2023 · 2 berichtete Ereignisse, 2022–2024")
    assert "angekündigt 28. Dezember 2023: TASS" in text_of(page)
