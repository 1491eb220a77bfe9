"""Events have their titles in the language their paragraphs are translated to."""

import pytest

from generator.dates.anchor import anchor_from
from generator.generate.event_translation import translate_event_titles
from generator.model import Span
from tests.builders import entry, event

GERMAN = "Er sprach vom Hafen. Am 27. Januar wurde die neue Halle eröffnet. Die alte war 2019 abgebrannt."
ENGLISH = "He spoke of the port. On 27 January, the new hall was opened. The old one had burned down in 2019."
OPENED = "Am 27. Januar wurde die neue Halle eröffnet"


def translated(rendering, date="2026-01-27", title=OPENED, german=GERMAN):
    span = Span(german.index(title), german.index(title) + len(title)) if title in german else None
    made = entry("e", (german, rendering), date="2026-01-29", events=(event(date, title, "s1", span=span),))
    (found,) = translate_event_titles(made, anchor_from("2026-01-29")).events
    return found.translated_title


def test_the_title_is_the_clause_of_the_translation_with_the_date():
    assert translated(ENGLISH) == "the new hall was opened"
    assert translated(ENGLISH, "2019", "Die alte war 2019 abgebrannt") == "The old one had burned down"


def test_a_day_that_a_record_knows_is_found_by_its_week_or_month():
    german = "Im Januar wurde die neue Halle eröffnet."
    title = "Im Januar wurde die neue Halle eröffnet"
    assert translated("In January, the new hall was opened.", title=title, german=german) == (
        "the new hall was opened"
    )


@pytest.mark.parametrize(
    ("rendering", "expected"),
    [
        # without the date, the sentence in the same place
        ("He spoke. Then they opened the new hall. The old one was gone.", "Then they opened the new hall"),
        # without as many sentences, nothing tells which it is
        ("He spoke, and they opened the new hall.", None),
    ],
)
def test_without_the_date_the_place_tells(rendering, expected):
    assert translated(rendering) == expected


def test_without_a_translation_there_is_no_such_title():
    made = entry("e", GERMAN, date="2026-01-29", events=(event("2026-01-27", OPENED, "s1"),))
    assert translate_event_titles(made, None).events == made.events
    loose = entry("e", (GERMAN, ENGLISH), events=(event("2026-01-27", OPENED),))
    assert translate_event_titles(loose, None).events == loose.events


LONG = "Die Reederei strich am 27. Januar alle Fahrten nach Norby, Lund, Ostrand und Vik sowie zu den Inseln"


@pytest.mark.parametrize(("more", "is_cut"), [("", False), (" and to each of them" * 4, True)])
def test_a_title_that_is_whole_is_not_cut_for_being_longer_in_translation(more, is_cut):
    told = (
        "The shipping company that runs the ferries cancelled all its sailings to the towns of Norby and Lund"
    )
    rendering = (
        f"On 27 January {told[0].lower()}{told[1:]} and of Ostrand and Vik as well as to the islands{more}."
    )
    title = translated(rendering, title=LONG, german=f"{LONG}.")
    assert len(title) > 130
    assert title.endswith("…") is is_cut
