"""The year a text was written in, from the anniversaries it names."""

import pytest

from generator.dates.anniversaries import witnesses_of_anniversaries
from generator.dates.passages import read_passages
from generator.dates.record_facts import RecordFacts
from generator.model import SegmentId
from generator.names.index import NameIndex
from tests import kinds
from tests.builders import facts, record


def signed(slug, name, day, *aliases, what="signed"):
    return record(slug, kinds.AGREEMENT, name, *aliases, dates=facts(what, day))


RECORDS = {
    item.slug: item
    for item in (
        signed("treaty", "Treaty of Friendship", "2001-07-16", "Vertrags über Freundschaft"),
        signed("relations", "diplomatic relations", "1949-10-02", "diplomatischer Beziehungen"),
        signed("partnership", "strategic partnership", "1996-04", what="established"),
        signed("tower", "Iron Tower", "1889", what="opened"),
        signed("long", "Treaty of Friendship and Trade", "1950"),
    )
}


def witnesses(*texts, records=RECORDS, language="en"):
    named = [(SegmentId(f"s{number}"), text) for number, text in enumerate(texts, 1)]
    passages = read_passages(named, language, NameIndex(records))
    return list(witnesses_of_anniversaries(passages, RecordFacts(records)))


YEARS = (
    ("2021 marks the 20th anniversary of the signing of the Treaty of Friendship.", ["2021"]),
    ("the 20th Anniversary of the treaty of friendship", ["2021"]),
    ("Dieses Jahr markiert den 20. Jahrestag des Vertrags über Freundschaft.", ["2021"]),
    ("In diesem Jahr jährt sich die Unterzeichnung des Vertrags über Freundschaft zum 20. Mal.", ["2021"]),
    ("Nächstes Jahr jährt sich die Aufnahme diplomatischer Beziehungen zum 75. Mal.", ["2023"]),
    ("Das 75. Jubiläum der Aufnahme diplomatischer Beziehungen", ["2024"]),
    ("the 30th anniversary of the strategic partnership", ["2026"]),
    ("the 1st anniversary of the Treaty of Friendship", ["2002"]),
    ("the 2nd anniversary of the Treaty of Friendship", ["2003"]),
    ("Next year, we will celebrate the 75th anniversary of diplomatic relations.", ["2023"]),
    ("Nächstes Jahr ist der 75. Jahrestag diplomatischer Beziehungen.", ["2023"]),
    ("Im nächsten Jahr folgt der 75. Jahrestag diplomatischer Beziehungen.", ["2023"]),
    ("Last year was the 70th anniversary of diplomatic relations.", ["2020"]),
    ("Im vergangenen Jahr war der 70. Jahrestag diplomatischer Beziehungen.", ["2020"]),
    # Behind what is celebrated.
    ("ahead of the 75th anniversary of diplomatic relations between the two next year to do more", ["2023"]),
    ("zum 75. Jahrestag diplomatischer Beziehungen im kommenden Jahr", ["2023"]),
    ("Die Aufnahme war im Vorjahr; am 75. Jahrestag diplomatischer Beziehungen in diesem Jahr", ["2024"]),
    ("They had marked the 70th anniversary of diplomatic relations last year.", ["2020"]),
    ("Nun jährt sich im nächsten Jahr die Aufnahme diplomatischer Beziehungen zum 75. Mal.", ["2023"]),
    # Of something else.
    ("the 75th anniversary of diplomatic relations, and next year they will meet", ["2024"]),
    ("the 75th anniversary of diplomatic relations. Next year they will meet.", ["2024"]),
    ("They met last year and mark this year the 75th anniversary of diplomatic relations.", ["2024"]),
    # "Next year" of another sentence says nothing about this one.
    ("More will follow next year. This is the 20th anniversary of the Treaty of Friendship.", ["2021"]),
    (
        "the 20th anniversary of the Treaty of Friendship and the 25th anniversary of the "
        "strategic partnership",
        ["2021", "2021"],
    ),
    # Whatever an editor calls what happened.
    ("the 125th anniversary of the Iron Tower", ["2014"]),
    # The longest name that stands there is meant.
    ("the 70th anniversary of the Treaty of Friendship and Trade", ["2020"]),
)


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_an_anniversary_gives_the_year(text, years):
    assert [witness.evidence.gives for witness in witnesses(text)] == years


NOTHING = (
    "the 20th anniversary of the founding of another club",
    "the 20th anniversary. The Treaty of Friendship is old.",
    "the Treaty of Friendship, 20 years old",
    "the 20th round of talks on the Treaty of Friendship",
    "",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_no_anniversary_of_a_record_gives_nothing(text):
    assert witnesses(text) == []


def test_the_evidence_says_where_it_stands_and_what_it_rests_on():
    text = "This is the 20th anniversary of the signing of the Treaty of Friendship, he said."
    (witness,) = witnesses("No.", text)
    assert witness.evidence.segment == "s2"
    assert witness.evidence.record == "treaty"
    assert witness.evidence.quote == "20th anniversary of the signing of the Treaty of Friendship"
    assert witness.evidence.quote in text
    assert witness.evidence.rule == "anniversary of what was signed in 2001, celebrated this year"


def test_next_year_is_said_in_the_rule():
    text = "Next year is the 75th anniversary of diplomatic relations."
    (witness,) = witnesses(text)
    assert witness.evidence.rule.endswith("celebrated next year")


def test_without_records_nothing_is_known():
    assert witnesses(YEARS[0][0], records={}) == []


def test_a_fact_without_year_gives_nothing():
    records = {"x": signed("x", "Navy Day", "XXXX-07-26", what="established")}
    text = "the 20th anniversary of Navy Day"
    assert witnesses(text, records=records) == []


BETWEEN = {
    "ties": record(
        "ties",
        kinds.AGREEMENT,
        "Diplomatic relations between China and Russia",
        dates=facts("established", "1949-10-02"),
        short_names=("establishment of diplomatic relations", "Aufnahme diplomatischer Beziehungen"),
        context=("chin russ",),
    )
}
CONTEXTS = (
    (["the 75th anniversary of diplomatic relations between China and Russia"], ["2024"]),
    (["China and Russia mark the 75th anniversary of the establishment of diplomatic relations."], ["2024"]),
    (
        ["China and Russia talk.", "the 75th anniversary of the establishment of diplomatic relations"],
        ["2024"],
    ),
    # somebody else's
    (["China and France mark the 60th anniversary of the establishment of diplomatic relations."], []),
    (["the 60th anniversary of the establishment of diplomatic relations"], []),
)


@pytest.mark.parametrize(("texts", "years"), CONTEXTS)
def test_a_short_name_counts_where_the_document_says_whose(texts, years):
    assert [witness.evidence.gives for witness in witnesses(*texts, records=BETWEEN)] == years


def test_german_endings_are_no_obstacle():
    text = "China und Russland feiern den 75. Jahrestag der Aufnahme diplomatischer Beziehungen."
    (witness,) = witnesses(text, records=BETWEEN, language="de")
    assert witness.evidence.quote == "75. Jahrestag der Aufnahme diplomatischer Beziehungen"
