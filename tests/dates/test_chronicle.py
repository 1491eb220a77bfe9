"""A chronicle gives one happening a paragraph, under its date."""

import pytest

from generator.dates.chronicle import date_alone, is_chronicle, opening_date, under_dates
from generator.dates.passages import read_passages
from generator.names.index import NameIndex


def passages(*texts, language="en"):
    return read_passages([(f"s{n}", text) for n, text in enumerate(texts, 1)], language, NameIndex({}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3 May 1991: The hall burned down.", "The hall burned down."),
        ("- 3 May 1991: The hall burned down.", "The hall burned down."),
        ("\u2022 3 May 1991 \u2013 The hall burned down.", "The hall burned down."),
        ("3 May: The hall burned down.", "The hall burned down."),
        ("May 1991: The hall burned down.", "The hall burned down."),
        ("3 May 1991. The hall burned down.", "The hall burned down."),
        ("5/31/1991 The hall burned down.", "The hall burned down."),
        ("1991: The hall burned down.", "The hall burned down."),
        ("1991 | The hall burned down.", "The hall burned down."),
        # a sentence, a number, another thing in front
        ("On 3 May 1991 the hall burned down.", None),
        ("3 May 1991 was a dark day.", None),
        ("1991 halls burned down.", None),
        ("1991 - 2004", None),
        ("The fire of 3 May 1991: what was lost", None),
        ("Yesterday: The hall burned down.", None),
    ],
)
def test_a_paragraph_may_stand_under_its_date(text, words):
    (passage,) = passages(text)
    opened = opening_date(passage)
    assert (opened and text[opened[1] :]) == words


def test_three_paragraphs_under_dates_make_a_chronicle():
    texts = ["3 May 1991: One.", "Between.", "4 May 1991: Two.", "5 May 1991: Three."]
    assert is_chronicle(passages(*texts), "en")
    assert not is_chronicle(passages(*texts[:3]), "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 May 1991", True),
        ("Friday, 3 May 1991", True),
        ("03.05.1991", True),
        ("The fire of 3 May 1991", False),
        ("1991", False),
        ("3 and 4 May 1991, again 7 May", False),
    ],
)
def test_a_line_may_be_nothing_but_a_date(text, expected):
    (passage,) = passages(text)
    assert (date_alone(passage, "en") is not None) is expected
    assert is_chronicle(passages(text, "A.", text, "B."), "en") is expected
    # two such lines at the top of a page say when it was published and changed
    assert not is_chronicle(passages(text, text, "A.", "B."), "en")


def test_paragraphs_below_years_stand_under_them():
    texts = [
        "1957",
        "In August the house was opened.",
        "1989",
        "A hall burned down.",
        "1991",
        "It rose again.",
    ]
    under = under_dates(passages(*texts), "en")
    assert {place: one.edtf(None) for place, one in under.items()} == {
        "s2": "1957-08",
        "s4": "1989",
        "s6": "1991",
    }
    assert under_dates(passages(*texts[:4]), "en") == {}
