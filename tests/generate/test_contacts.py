"""Whom to ask stands above or below a text, and is none of it."""

import pytest

from tests.generate.header.pages import TEXT, TITLE, header_of


def text_of(*lines):
    return [line.text for line in header_of(TITLE, "", *TEXT, *lines).kept]


@pytest.mark.parametrize(
    "block",
    [
        ["", "Harbour Police", "Press office", "Tel.: 0555 / 12 34 56", "Fax: 0555 / 12 34 57"],
        ["", "Jane Sample", "+1 555 123 4567"],
        ["", "Write to", "press@harbour.example"],
        ["Further questions to:", "Harbour Police", "Phone: 0555 123 456", "E-mail: press@harbour.example"],
    ],
)
def test_whom_to_ask(block):
    assert text_of(*block) == list(TEXT)


@pytest.mark.parametrize(
    "block",
    [
        ["", "Harbour Police", "Pier 12"],
        ["", "2008-2012", "Second harbour master"],
        ["", "Phone boxes: three on the pier"],
        ["", "Whoever saw the boat may call the harbour police (phone 0555 123 456) by day and night."],
    ],
)
def test_what_reaches_nobody_or_is_a_sentence_is_not_dropped_for_it(block):
    dropped = header_of(TITLE, "", *TEXT, *block).dropped
    assert all(line.rule != "whom to ask" for line in dropped)


def test_a_short_sentence_above_whom_to_ask_stays():
    assert text_of("The pier stays closed.", "Tel.: 0555 123 456") == [*TEXT, "The pier stays closed."]


def test_a_number_between_sentences_stays():
    lines = [TITLE, "", TEXT[0], "", "Tel.: 0555 / 12 34 56", "", *TEXT[1:]]
    assert all(line.rule != "whom to ask" for line in header_of(*lines).dropped)


def test_a_blank_line_ends_whom_to_ask():
    assert all(
        line.text != "Pier 12 stays closed"
        for line in header_of(TITLE, "", *TEXT, "", "Pier 12 stays closed", "", "Tel.: 0555 123 456").dropped
        if line.rule == "whom to ask"
    )
