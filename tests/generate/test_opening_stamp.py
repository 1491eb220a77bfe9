"""A crawler's stamp that opens a text is parted from what stands behind it."""

import pytest

from generator.generate.clean.opening_stamp import part_opening_stamp
from generator.generate.reasons import STAMP
from generator.generate.seed_text import read_lines
from tests.generate.header.pages import GERMAN, TEXT, TITEL, TITLE, header_of

STAMPS = (("date 2017-06-12", "2017-06-12"), ("date 2017-06", "2017-06"))


@pytest.mark.parametrize(("title", "text"), [(TITLE, TEXT), (TITEL, GERMAN)])
@pytest.mark.parametrize(("stamp", "day"), STAMPS)
def test_a_stamp_before_the_headline(stamp, day, title, text):
    read = header_of(f"{stamp} {title}", *text)
    assert read.headline.text == read.entry.title == title
    assert (read.entry.source.published or "").partition("T")[0] == day
    assert (1, stamp, STAMP) in [(line.number, line.text, line.rule) for line in read.dropped]


@pytest.mark.parametrize("stamp", [stamp for stamp, _ in STAMPS])
def test_a_stamp_before_the_first_sentence(stamp):
    read = header_of(f"{stamp} {TEXT[0]}", *TEXT[1:])
    assert [line.text for line in read.kept] == list(TEXT)


@pytest.mark.parametrize(
    "text", ["12 June 2017 was a cold day in Millport and on the coast.", "date 2017-06-12 International"]
)
def test_no_stamp(text):
    assert part_opening_stamp(read_lines(text)) == read_lines(text)
