"""What an entry is found by, beside what its page shows."""

import pytest

from generator.content.library import Library
from generator.links.connect import Connections
from generator.model import Kind, Language, Mention, Prose, SegmentId, Source, Term
from generator.publish.computed.site import Site
from generator.publish.computed.timeline import build_timeline
from generator.publish.pages.page_source import read_source
from generator.publish.search import pages_of, plain_page
from generator.publish.search.texts import SearchPage
from generator.publish.search.words import searchable, words_in
from tests import kinds
from tests.builders import entry, record, segments

DE, EN = Language("de"), Language("en")
GERMAN_TEXT = segments("Der Hafenrat tagte.")
MEETING = record("meeting", kinds.MEETING, "Harbour Days")
COUNCIL = record("council", kinds.BODY, "Harbour Council", "Портовый совет", "Board of Moorings")


def pages(one, *records, terms=(), named=()) -> list[SearchPage]:
    by_slug = {found.slug: found for found in records}
    library = Library({one.slug: one}, by_slug, {}, (), {}, terms=tuple(terms))
    mentions = {one.slug: tuple(Mention(found.slug, SegmentId("s1"), DE, "Hafenrat") for found in named)}
    timeline = build_timeline([one])
    site = Site(library, mentions, Connections({}), {}, {}, timeline, {}, {}, {})
    return [*pages_of(site, EN, lambda path: path.removesuffix("md"), lambda page: page)]


def found_by(page: SearchPage) -> set[str]:
    return {searchable(word) for passage in page.passages for word in words_in(passage.text)}


def test_an_entry_is_found_by_all_spellings_of_a_name_in_it():
    page, _ = pages(entry("e", blocks=GERMAN_TEXT), COUNCIL, named=[COUNCIL])
    assert {"harbour", "портовыи", "moorings"} <= found_by(page)
    assert page.names[0].here == ("Hafenrat",)


def test_an_entry_is_found_by_the_kinds_of_what_it_names():
    page, _ = pages(entry("e", blocks=GERMAN_TEXT), MEETING, named=[MEETING])
    assert {"treffen", "conference", "meeting"} <= found_by(page)


def test_a_record_that_an_entry_does_not_name_is_not_found_in_it():
    page, _ = pages(entry("e", blocks=GERMAN_TEXT), COUNCIL)
    assert "moorings" not in found_by(page)


def test_an_entry_is_found_by_its_kind_and_source_in_both_languages():
    source = Source(publisher="The Mooring Post", url="https://www.moorpost.example/a", place="Rostock")
    page, *_ = pages(entry("e", blocks=GERMAN_TEXT, kind=Kind.PRESS_RELEASE, source=source))
    assert {"press", "release", "pressemitteilung", "mooring", "moorpost", "rostock"} <= found_by(page)
    assert "example" not in found_by(page)


def test_an_entry_is_found_by_the_fixed_rendering_of_what_it_says():
    term = Term({DE: ("Hafenrat",), EN: ("council of the port",)})
    page, *_ = pages(entry("e", blocks=GERMAN_TEXT), terms=[term])
    assert {"council", "port"} <= found_by(page)


def test_an_entry_is_found_by_what_an_editor_added():
    """Notes, boxes and lists, which are no paragraphs of the source."""
    notes = Prose("!!! note\n\n    The *sound* froze.\n\n- a list\n\n[^1]: She took office.\n")
    page, *_ = pages(entry("e", blocks=(*GERMAN_TEXT, notes)))
    assert {"hafenrat", "froze", "list", "office"} <= found_by(page)
    assert page.passages[-1].text.startswith("note The sound froze. a list")


def test_dates_of_an_entry_weigh_more_than_those_it_reports():
    page, *_ = pages(entry("e", blocks=GERMAN_TEXT, date="2023-12-28", source=Source(published="2023-12-29")))
    weights = dict(page.dates)
    assert weights["2023-12-28"] > weights["2023-12-29"]
    assert page.day == "2023-12-28"


def test_an_undated_entry_has_no_day():
    page, *_ = pages(entry("e", blocks=GERMAN_TEXT, date=None))
    assert page.day == ""


def test_a_page_that_asks_not_to_be_searched_is_not():
    assert pages(entry("e", blocks=GERMAN_TEXT, page_options={"search": {"exclude": True}})) == []


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("---\ntitle: Set\n---\n\n# Heading\n\nText\n", "Set"),
        ("Above\n\n# A *heading*\n\nText\n", "A heading"),
        ("Text\n", "about"),
    ],
)
def test_a_plain_page_has_a_title(source, title):
    page = plain_page("about/", read_source(source, "about.md"), "about", EN)
    assert page.title == title


def test_a_plain_page_is_searched_by_what_it_shows():
    source = read_source("# How\n\nDates\n:   are <b>read</b> &amp; [shown](x.md)\n\n- in a list\n", "p")
    page = plain_page("about/", source, "about", EN)
    assert page.passages[1].text == "How Dates are read & shown in a list"


def test_a_plain_page_that_asks_not_to_be_found_is_not():
    source = read_source("---\nsearch: {exclude: true}\n---\n\nText\n", "p")
    assert plain_page("about/", source, "about", EN) is None
