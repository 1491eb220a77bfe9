"""Texts that are dates from end to end: dating them comes to an end, and costs no more than their length.

Nothing is timed; what tries quadratically many ways would not end here. Cleaning refuses most of these
texts as seeds, so they are handed to the stages behind it.
"""

import pytest

from generator.content.library import load_records
from generator.dates.find import find_dates
from generator.dates.record_facts import RecordFacts
from generator.generate.date_entry import date_entry
from generator.generate.events import extract_events
from tests import kinds
from tests.builders import annotated, draft
from tests.conftest import ROOT

LONG = 100_000
DATES = 3_000
"""Characters of texts full of dates: each date costs a thousand times what a letter does."""
FULL = (
    "in 2020 and ",
    "May 5. ",
    "on Thursday last ",
    "3./4. und 5.6./7.8.2020 bis ",
    "12, 13, 14, ",
    "between 1 and ",
    "joint air patrol last week ",
    "Joint Sea 2021 on 14 December, ",
    "75th anniversary of the establishment of diplomatic relations between China and Russia ",
    '"On 5 May ',
    "until 5 May is, ",
    "03/07/2022 ",
    "1990s ",
    "Q1 ",
    "vor zwei Tagen ",
    "1.",
    "2020-",
    "12-",
)
BARE = (
    *("a", "A", "0", "0 ", "(0", "+4", "1x", "$1", "./", "/", "- ", ", ", "©", "§ ", "www.", "a@b.", "tel. "),
    *("ß", "May ", "Monday ", "last ", "about ", "early ", "of the ", "http://", "terror", "\n", " ", "ä "),
)  # fmt: skip
RECORDS, _ = load_records(ROOT / "content", kinds.PROJECT)
FACTS = RecordFacts(RECORDS)


def filled(piece, size):
    return piece * (size // len(piece))


@pytest.mark.parametrize("piece", BARE)
def test_a_text_that_hardly_holds_a_date_is_read(piece):
    text = filled(piece, LONG)
    assert all(found.quote == text[found.start : found.end] for found in find_dates(text))


def test_a_long_text_of_everything_is_read():
    text = filled(" ".join((*FULL, *BARE)), LONG)
    assert len(find_dates(text)) > 300


@pytest.mark.parametrize("ending", ["", "\n\nOn 28 December 2023, they met."])
@pytest.mark.parametrize("piece", FULL)
def test_a_text_full_of_dates_is_dated(piece, ending):
    text = filled(piece, DATES) + ending
    paragraphs = [part for part in text.split("\n\n") if part]
    given = annotated(draft(*paragraphs, language="en"), RECORDS)
    dated = extract_events(date_entry(given, FACTS), FACTS)
    assert all(len(event.title) <= 131 for event in dated.entry.events)
