"""What an entry is found by, beside what its page shows."""

from generator.content.library import Library
from generator.links.connect import Connections
from generator.model import Kind, Language, Mention, SegmentId, Source, Term
from generator.publish.search import pages_of
from generator.publish.search.texts import SearchPage
from generator.publish.search.words import searchable, words_in
from generator.publish.site import Site
from generator.publish.timeline import build_timeline
from tests import kinds
from tests.builders import entry, record, segments

DE, EN = Language("de"), Language("en")
GERMAN_TEXT = segments("Der Hafenrat tagte.")
COUNCIL = record("council", kinds.BODY, "Harbour Council", "Портовый совет", "Board of Moorings")


def pages(one, *records, terms=(), named=()) -> list[SearchPage]:
    by_slug = {found.slug: found for found in records}
    library = Library({one.slug: one}, by_slug, {}, (), {}, terms=tuple(terms))
    mentions = {one.slug: tuple(Mention(found.slug, SegmentId("s1"), DE, "Hafenrat") for found in named)}
    timeline = build_timeline([one])
    site = Site(library, mentions, Connections({}), {}, {}, timeline, {}, {}, {})
    return pages_of(site, EN, lambda path: path.removesuffix("md"))


def found_by(page: SearchPage) -> set[str]:
    return {searchable(word) for passage in page.passages for word in words_in(passage.text)}


def test_an_entry_is_found_by_all_spellings_of_a_name_in_it():
    page, _ = pages(entry("e", blocks=GERMAN_TEXT), COUNCIL, named=[COUNCIL])
    assert {"harbour", "портовыи", "moorings"} <= found_by(page)
    assert page.names[0].here == ("Hafenrat",)


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
