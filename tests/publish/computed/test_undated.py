"""What an entry lacks that can't be dated."""

from dataclasses import replace

import pytest

from generator.model import Evidence, Language, SegmentId
from generator.publish.computed.undated import what_is_missing
from tests.builders import DE, EN
from tests.links.chronicle import entry

S1 = SegmentId("s1")
UNKNOWN = " When it was published is unknown."
CASES = [
    ((), "It names no date, and when it was published is unknown."),
    (
        (Evidence("XXXX-01-29", "29. Januar", S1),),
        "The text names 29 January, nothing tells the year." + UNKNOWN,
    ),
    (
        (Evidence("XXXX-02-29", "Feb. 29", S1),),
        "The text names 29 February, nothing tells the year." + UNKNOWN,
    ),
    ((Evidence("XXXX-12", "in December", S1),), "The text names December, nothing tells the year." + UNKNOWN),
    (
        (Evidence("XXXX-XX-XX", "on Thursday", S1),),
        "The text says “on Thursday”, nothing tells when that is." + UNKNOWN,
    ),
    (
        (Evidence("XXXX-10-14/XXXX-10-17", "14.–17. Oktober", S1),),
        "The text says “14.–17. Oktober”, nothing tells when that is." + UNKNOWN,
    ),
    (
        (Evidence("2023", "in 2023", S1),),
        "The text names 2023, which is not enough." + UNKNOWN,
    ),
    (
        (Evidence("2023-12-28", "a", S1), Evidence("2024", "b", S1), Evidence("2024", "c", S1)),
        "What it gives does not agree: 28 December 2023 and 2024.",
    ),
]


@pytest.mark.parametrize(("evidence", "expected"), CASES)
def test_what_is_known_and_what_is_missing_is_said(evidence, expected):
    assert what_is_missing(entry("a", date_evidence=evidence), EN) == expected


def test_a_publication_that_is_known_is_said():
    one = entry("a")
    published = replace(one, source=replace(one.source, published="2023-12-28"))
    assert what_is_missing(published, EN) == "It names no date; it was published on 28 December 2023."
    weekday = replace(published, date_evidence=(Evidence("XXXX-01-29", "x", S1),))
    assert what_is_missing(weekday, EN) == "The text names 29 January, nothing tells the year."


def test_it_is_said_in_the_sites_language():
    one = entry("a", date_evidence=(Evidence("XXXX-01-29", "x", S1),))
    assert what_is_missing(one, DE).startswith("Der Text nennt 29. Januar, aber nichts nennt das Jahr.")


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (None, "Auf Französisch werden nur Daten in Ziffern gelesen; wann"),
        ("2023-12-28", "wurde der Text: 28. Dez"),
    ],
)
def test_of_a_text_whose_dates_are_not_read_it_is_not_said_that_it_names_none(published, said):
    one = entry("a")
    one = replace(one, language=Language("fr"), source=replace(one.source, published=published))
    assert said in what_is_missing(one, DE)
    assert "only dates in figures are read" in what_is_missing(one, EN)
