"""Events of chronicles and tickers, whose paragraphs stand under dates."""

from generator.model import Role
from tests.generate.event_runs import told


def test_a_chronicle_gives_one_event_a_paragraph():
    assert told(
        "The town in dates.",
        "- 1 December 1991: The hall burned down. On 3 December 1991 it rained.",
        "- 21 December 1991: The mayor resigned, after ten years.",
        "- 5 December 1994 \u2013 A new hall opened.",
        language="en",
    ) == [
        ("1991-12-01", "The hall burned down"),
        ("1991-12-21", "The mayor resigned, after ten years"),
        ("1994-12-05", "A new hall opened"),
    ]


def test_the_days_of_a_chronicle_are_of_the_year_above_them():
    assert told(
        ("1991", Role.HEADING),
        "1. Dezember: Das Rathaus brannte.",
        "21. Dezember: Der Bürgermeister trat zurück.",
        ("1992", Role.HEADING),
        "5. Januar: Das neue Rathaus wurde eröffnet.",
        language="de",
    ) == [
        ("1991-12-01", "Das Rathaus brannte"),
        ("1991-12-21", "Der Bürgermeister trat zurück"),
        ("1992-01-05", "Das neue Rathaus wurde eröffnet"),
    ]


def test_a_ticker_has_its_dates_above_its_paragraphs():
    assert told(
        ("24 / Februar / 2022", Role.HEADING),
        "Der Markt wurde geschlossen. Am Abend des 23. Februar 2022 hatte es gebrannt.",
        ("25 / Februar / 2022", Role.HEADING),
        "Der Markt wurde wieder geöffnet.",
        language="de",
    ) == [
        ("2022-02-24", "Der Markt wurde geschlossen"),
        ("2022-02-25", "Der Markt wurde wieder geöffnet"),
    ]
