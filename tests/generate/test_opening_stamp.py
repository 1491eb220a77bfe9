"""A stamp that opens a text is parted from what stands behind it; sentences and chronicles stay whole."""

import pytest

from generator.generate.clean.opening_stamp import part_opening_stamp
from generator.generate.reasons import STAMP
from generator.generate.seed_text import read_lines
from tests.generate.header.pages import GERMAN, TEXT, TITEL, TITLE, header_of

STAMPS = (
    ("date 2017-06-12", "2017-06-12"),
    ("date 2017-06", "2017-06"),
    ("Published: 12 June 2017 |", "2017-06-12"),
    ("2017-06-12 14:03:22", "2017-06-12"),
    ("[2017-06-12 14:03]", "2017-06-12"),
    ("12.06.2017, 14:03 Uhr -", "2017-06-12"),
    ("Posted on June 12, 2017 by admin", "2017-06-12"),
    ("Updated: 12 June 2017 14:05 GMT —", "2017-06-12"),
    ("June 12, 2017 ·", "2017-06-12"),
    ("Stand: 12.06.2017 14:03", "2017-06-12"),
    ("Mon, 12 Jun 2017 14:03:22 +0000", "2017-06-12"),
    ("published_at=2017-06-12", "2017-06-12"),
)


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


@pytest.mark.parametrize("line", [f"Courier | 12 June 2017 | {TITLE}", f"{TITLE} | 12.06.2017 | Courier"])
def test_a_day_between_bars(line):
    read = header_of(line, *TEXT)
    assert read.entry.source.published == "2017-06-12"
    assert "2017" not in read.headline.text
    assert TITLE in read.headline.text


WHOLE = (
    "12 June 2017 was a cold day in Millport and on the whole coast.",
    "On June 12, 2017 Millport decided to rebuild its lighthouse.",
    "Vom 12.06.2017 an gilt Neues im Hafen und auf dem Kai.",
    "June 12, 2017 The council of Millport will meet again.",
    "Millport, 12 June 2017. With a large majority the council decided.",
    "News on June 12, 2017 from all the harbour towns there are",
    "9. November 1989: Der Tag, an dem der Leuchtturm fiel",
    "9 November 1989 – The Day the Lighthouse Fell",
    "Issued 12 June 2017 by Minister Sample the decree forbids fishing.",
    "Founded 3 May 1962 The Lighthouse Club of Millport",
    "2017-06 is the number of the plan for the lighthouse.",
    "date 2017-06-12 International",
    "2017-06-12 14:03 and so the story went on",
)


@pytest.mark.parametrize("text", WHOLE)
def test_no_stamp(text):
    assert part_opening_stamp(read_lines(text)) == read_lines(text)


def test_the_days_of_a_chronicle_stay():
    lines = read_lines("12. Juni 2017: Der Rat beschließt es.\n3. Mai 2018: Der Bau beginnt im Hafen.")
    assert part_opening_stamp(lines) == lines
