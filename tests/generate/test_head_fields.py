"""Labelled lines above a text tell of it and are none of it; one label alone, and what speakers say, stay."""

import pytest

from generator.generate.reasons import LABELLED
from tests.generate.header.pages import GERMAN, TEXT, TITEL, TITLE, header_of

ENGLISH_FIELDS = (
    f"Title: {TITLE}",
    "Author: Jane Sample",
    "Date: 2017-06-12",
    "Source: Millport Courier",
    "URL: https://courier.example/a",
)
GERMAN_FIELDS = (f"Titel: {TITEL}", "Autor: Jane Sample", "Datum: 12.06.2017", "Quelle: Millport Courier")


@pytest.mark.parametrize(
    ("fields", "title", "text"), [(ENGLISH_FIELDS, TITLE, TEXT), (GERMAN_FIELDS, TITEL, GERMAN)]
)
def test_labelled_lines_tell_of_the_text(fields, title, text):
    read = header_of(*fields, *text)
    source = read.entry.source
    assert (read.entry.title, source.author, source.published, source.publisher) == (
        title,
        "Jane Sample",
        "2017-06-12",
        "Millport Courier",
    )
    assert [line.text for line in read.kept] == list(text)
    assert {line.rule for line in read.dropped} == {LABELLED}
    assert len(read.dropped) == len(fields)


@pytest.mark.parametrize(
    ("fields", "title", "text"),
    [
        (
            (
                "From: Jane Sample <j.sample@harbour.example>",
                "Sent: 13 March 2024 09:12",
                "To: Members; Council",
                f"Subject: RE: Fwd: {TITLE}",
            ),
            TITLE,
            TEXT,
        ),
        (
            (
                'Von: "Sample, Jane" [mailto:jane@hafen.example]',
                "Gesendet: Mittwoch, 13. März 2024 09:12",
                "An: Verteiler",
                "Cc: Rat",
                f"Betreff: WG: {TITEL}",
            ),
            TITEL,
            GERMAN,
        ),
    ],
)
def test_a_mail_s_lines_tell_of_it(fields, title, text):
    read = header_of(*fields, "", *text, "", "On 12 April 2024 Jan wrote:")
    source = read.entry.source
    assert (read.entry.title, source.author, source.publisher) == (title, "Jane Sample", None)
    assert source.published_from == "labelled date"
    assert source.published == "2024-03-13"
    assert [line.text for line in read.kept][: len(text)] == list(text)
    assert {line.text for line in read.dropped if line.rule == LABELLED} >= set(fields[:-1])


@pytest.mark.parametrize(
    "lines",
    [
        ("Title: a word with two meanings", *TEXT),
        (TITLE, "Source: where the river rises, and nothing else", *TEXT),
        (TITLE, TEXT[0], "Author: nobody knows.", "Date: unknown to us.", *TEXT[1:]),
        (TITLE, *TEXT, "Title: none", "Date: none"),
        (f"Title: {TITLE}", f"Text: {TEXT[0]}", *TEXT[1:]),
        ("Reporter: What is new?", "Harbour master: The lamp.", "Source: Who says so?", *TEXT),
    ],
)
def test_others_stay(lines):
    assert LABELLED not in {line.rule for line in header_of(*lines).dropped}


def test_a_labelled_line_is_no_headline_where_there_is_no_other():
    read = header_of("Source: Millport Courier", "Date: 12 June 2017", *TEXT)
    assert read.headline is None
    assert read.entry.source.publisher == "Millport Courier"
