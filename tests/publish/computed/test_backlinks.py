"""Which entries name a record, and where."""

import pytest

from generator.links.quotes import Quote
from generator.model import (
    Language,
    Segment,
    SegmentId,
    Slug,
    Span,
)
from generator.publish.computed.backlinks import find_backlinks
from tests.builders import mention
from tests.publish.support import entry

DE, EN = Language("de"), Language("en")


def test_backlinks_are_in_the_order_of_the_entries_with_the_sentence():
    entries = {
        one.slug: one
        for one in (entry("b", blocks=(Segment(SegmentId("s1"), DE, "Nein. Doch Zapad."),)), entry("a"))
    }
    place = mention("z", "s1", "Zapad", DE, span=Span(11, 16))
    found = find_backlinks(entries, {Slug("b"): [place, place], Slug("a"): []}, EN)
    assert [(b.entry.slug, b.quote) for b in found[Slug("z")]] == [
        ("b", Quote("Doch Zapad.", DE, SegmentId("s1")))
    ]


@pytest.mark.parametrize(("span", "quote"), [(Span(3, 8), "On Zapad"), (None, None)])
def test_a_backlink_from_a_title_quotes_it_and_one_an_editor_added_nothing(span, quote):
    one = entry("a", title="On Zapad")
    place = mention("z", None, span.of("On Zapad") if span else "", DE, span=span)
    (found,) = find_backlinks({one.slug: one}, {one.slug: [place]}, EN)[Slug("z")]
    assert found.quote == (quote and Quote(quote, DE))


def test_records_that_one_sentence_names_quote_the_same():
    one = entry("b", blocks=(Segment(SegmentId("s1"), DE, "Zapad und Wostok."),))
    places = [
        mention("z", "s1", "Zapad", DE, span=Span(0, 5)),
        mention("w", "s1", "Wostok", DE, span=Span(10, 16)),
    ]
    found = find_backlinks({one.slug: one}, {one.slug: places}, EN)
    assert found[Slug("z")][0].quote is found[Slug("w")][0].quote


# The chronology
