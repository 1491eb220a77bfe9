"""Sentences that links and records' pages quote."""

from dataclasses import replace

import pytest

from generator.content.entry_file import place_events
from generator.links.quotes import Quote, quote_event, quote_for
from generator.model import Language, Record, SegmentId, Slug, Span
from generator.names.mentions import find_mentions
from tests import kinds
from tests.builders import DE, EN, event, mention
from tests.links.chronicle import INDEX, entry

BILINGUAL = entry("a", ("Erstens. Zweitens Dong Jun.", "First. *Second* Dong Jun."), language=DE)
DONG, ZAPAD = Slug("dong"), Slug("zapad")


def quote(one, record, language=EN, preferred=()) -> Quote | None:
    return quote_for(one, find_mentions(one, INDEX), record, language, preferred)


@pytest.mark.parametrize(("language", "text"), [(EN, "Second Dong Jun."), (DE, "Zweitens Dong Jun.")])
def test_a_quote_is_the_sentence_in_the_language_asked_for(language, text):
    assert quote(BILINGUAL, DONG, language) == Quote(text, language, SegmentId("s1"))


def test_no_quote_for_a_record_that_is_not_named():
    assert quote(BILINGUAL, Slug("wu")) is None


def test_a_long_quote_is_cut_at_a_word():
    found = quote(entry("a", "Zapad " + "word " * 200), ZAPAD)
    assert len(found.text) <= 320
    assert found.text.endswith("word…")


@pytest.mark.parametrize(("letters", "whole"), [(320, True), (321, False)])
def test_a_quote_has_320_characters_at_most(letters, whole):
    sentence = "Zapad " + "e" * (letters - 7) + "."
    assert (quote(entry("a", sentence), ZAPAD).text == sentence) is whole


def test_a_preferred_paragraph_is_quoted_before_an_earlier_one():
    one = entry("a", "First Zapad.", "Second Zapad.")
    assert quote(one, ZAPAD).segment == "s1"
    assert quote(one, ZAPAD, preferred=["s2"]).text == "Second Zapad."
    assert quote(one, ZAPAD, preferred=["s9"]).segment == "s1"


def test_a_sentence_says_more_than_the_title():
    assert quote(entry("a", "On Zapad.", title="Zapad ends"), ZAPAD).text == "On Zapad."
    assert quote(entry("a", "Else.", title="Zapad ends"), ZAPAD) == Quote("Zapad ends", EN, None)


def test_the_title_quoted_is_the_one_that_names_it():
    one = entry("a", "x", title="Drill ends", original_title="Zapad endet", language=DE)
    assert quote(one, ZAPAD).text == "Zapad endet"


def test_what_only_an_editor_says_has_no_quote():
    assert quote_for(entry("a", "Else."), [mention(ZAPAD, None, "")], ZAPAD, EN) is None


def test_a_mention_in_a_paragraph_that_is_gone_is_passed_over():
    there = mention(ZAPAD, "s1", "Zapad", span=Span(3, 8))
    mentions = [replace(there, segment=SegmentId("s9")), there]
    assert quote_for(entry("a", "On Zapad."), mentions, ZAPAD, EN).segment == "s1"


def test_a_record_without_a_name_in_the_language_has_its_first():
    one = Record(Slug("a"), kinds.PERSON, {DE: "Schoigu", Language("ru"): "Шойгу"})
    assert one.name_in(EN) == "Schoigu"
    assert one.name_in(Language("ru")) == "Шойгу"


# Events

TOLD = entry("a", "News. On 2 February Zapad ended. More.", "Else.")


def quoted(one, what, records=(ZAPAD,), language=EN) -> Quote:
    one = place_events(replace(one, events=(what,)))
    (what,) = one.events
    return quote_event(one, find_mentions(one, INDEX), what, records, language)


def test_an_event_is_quoted_by_the_sentence_that_holds_its_words():
    assert quoted(TOLD, event("2019-02-02", "Zapad ended", "s1")) == Quote(
        "On 2 February Zapad ended.", EN, SegmentId("s1")
    )


def test_words_cut_short_are_found_all_the_same():
    assert (
        quoted(TOLD, event("2019-02-02", "On 2 February Zapad…", "s1")).text == "On 2 February Zapad ended."
    )


def test_an_editors_own_words_lead_to_the_sentence_that_names_the_record():
    assert quoted(TOLD, event("2019-02-02", "End of the drill", "s1")).text == "On 2 February Zapad ended."
    assert quoted(TOLD, event("2019-02-02", "End of the drill", "s1"), records=()).segment == "s1"


def test_a_translated_event_is_quoted_in_the_sites_language():
    one = entry("a", ("Neues. Zapad endete.", "News. Zapad ended."), language=DE)
    what = event("2019", "Zapad endete", "s1")
    assert quoted(one, what) == Quote("Zapad ended.", EN, SegmentId("s1"))
    assert quoted(one, what, language=DE) == Quote("Zapad endete.", DE, SegmentId("s1"))
    assert quoted(one, what, records=()) == Quote("Zapad endete.", DE, SegmentId("s1"))


@pytest.mark.parametrize("segment", [None, "s9"])
def test_an_event_in_no_paragraph_is_quoted_by_its_title(segment):
    assert quoted(TOLD, event("2019", "The end", segment)) == Quote("The end", EN, None)
