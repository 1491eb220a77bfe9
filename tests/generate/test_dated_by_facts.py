"""A text is dated by facts that records know: days, anniversaries, numbered rounds."""

import pytest

from generator.model import (
    DatedFact,
)
from tests import kinds
from tests.builders import record
from tests.generate.dated import (
    NEXT_YEAR_75,
    PARTNERSHIP_30,
    RECORDS,
    TREATY_20,
    dated,
    warnings,
)

FACTS = (
    # a week, by what happened in the one before it
    (["It follows a joint air patrol last week.", NEXT_YEAR_75], "[2023-12-18..2023-12-24]"),
    # the day itself, where that is reported
    (["A joint air patrol was flown yesterday.", NEXT_YEAR_75], "2023-12-14"),
    (["They spoke.", "Two.", "A joint air patrol was flown yesterday.", NEXT_YEAR_75], "2023-12-15"),
    # the year of a day, by a fact of that day
    (["On 27 January, they held a video call."], "2026-01-27"),
    (["He spoke on January 29.", "On 27 January, they held a video call."], "2026-01-29"),
    (["He spoke on January 29.", "On 27 January, they held a video call.", PARTNERSHIP_30], "2026-01-29"),
    (["On 13 August, Drill-2021 ended."], "2021-08-13"),
    # but of a day far from it, the year stays open
    (["He spoke on January 20.", "On 27 January, they held a video call."], None),
    # a fact of another year is not meant
    (["It follows a joint air patrol last week.", TREATY_20], "2021"),
    (["They held a video call last week.", PARTNERSHIP_30], "[2026-02-02..2026-02-08]"),
    # a month of what is held every year tells nothing
    (["A joint air patrol was flown in December."], None),
    (["Three joint air patrols were flown this year."], None),
)


@pytest.mark.parametrize(("texts", "expected"), FACTS)
def test_a_text_is_dated_by_known_facts(texts, expected):
    draft = dated(*texts)
    assert draft.entry.date == expected
    assert draft.issues == ()


def test_the_chain_from_a_fact_to_the_date_is_kept():
    draft = dated("It follows a joint air patrol last week.", NEXT_YEAR_75)
    assert [(e.gives, e.record, e.segment) for e in draft.entry.date_evidence] == [
        ("[2023-12-18..2023-12-24]", "patrol", "s1"),
        ("2023", "relations", "s2"),
    ]
    assert draft.written.edtf == "[2023-12-18..2023-12-24]"


def test_german_texts_are_dated_by_known_facts_too():
    draft = dated(
        "Es folgt auf die gemeinsame Luftpatrouille vergangene Woche.",
        "Nächstes Jahr ist der 75. Jahrestag diplomatischer Beziehungen.",
        language="de",
    )
    assert draft.entry.date == "[2023-12-18..2023-12-24]"


def test_one_day_of_a_series_dates_a_text_with_a_warning():
    """There may be others that the record does not know of."""
    draft = dated("It follows a joint air patrol last week.")
    assert draft.entry.date == "[2023-12-18..2023-12-24]"
    (problem,) = warnings(draft)
    assert "nothing but 'joint air patrol last week' and the one day known of patrol" in problem


def test_where_several_facts_fit_it_is_one_of_their_weeks():
    draft = dated("They held a video call last week.")
    assert draft.entry.date == "[2021-11-29..2021-12-05,2026-02-02..2026-02-08]"
    (problem,) = warnings(draft)
    assert "nothing but 'They held a video call last week' and the days known of call" in problem


ROUNDS = {
    "regatta": record(
        "regatta",
        kinds.EXERCISE,
        "harbour regatta",
        dates=(
            DatedFact("held", "2018-05-30", "a source", round=20),
            DatedFact("held", "2023-06-06", "a source", round=22),
        ),
    ),
    "relations": RECORDS["relations"],
}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # the day that the round is known to have been held on, where the text says nothing else of it
        (["The city held its 20th harbour regatta."], "2018-05-30"),
        (["The city held its 20th harbour regatta on Wednesday."], "2018-05-30"),
        # a day and what is known of the round
        (["PORT, June 6 -- The clubs sailed the 22nd harbour regatta."], "2023-06-06"),
        (["PORT, June 7 -- The clubs sailed the 22nd harbour regatta on Tuesday."], "2023-06-06"),
        # what is said on another weekday is not the day of the round
        (["On Friday the mayor praised the 22nd harbour regatta."], "[2023-06-06..2023-06-19]"),
        # an earlier one, or one to come
        (["It rained.", "Two.", "It was the biggest since the 20th harbour regatta."], None),
        (["On May 2 they said that they will hold the 20th harbour regatta."], "2018-05-02"),
        # of the rounds known by their days alone none is sure, since the days of others are not known
        (["It follows the harbour regatta last week."], None),
        (["It follows the harbour regatta last week.", NEXT_YEAR_75], "[2023-06-12..2023-06-18]"),
        (["It follows the 20th harbour regatta last week."], None),
    ],
)
def test_a_numbered_round_dates_the_text_that_names_it(texts, expected):
    assert dated(*texts, records=ROUNDS).entry.date == expected


def test_facts_that_disagree_make_a_warning_and_no_date():
    draft = dated("A joint air patrol was flown last week.", "On 27 January, they held a video call.")
    assert draft.entry.date is None
    (problem,) = warnings(draft)
    assert "disagree" in problem
    assert "patrol" in problem
    assert "call" in problem


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        # 20 December 2023 was a Wednesday
        ("PORT, Dec. 20 -- The ministers met on Wednesday.", "2023-12-20"),
        ("PORT, Dec. 20 -- The ministers met on Tuesday.", "2023-12-19"),
        ("The ministers met on Wednesday, Dec. 20.", "2023-12-20"),
        ("The ministers met on Thursday, Dec. 20.", None),
        ("PORT, Dec. 20 -- The ministers met on Thursday.", None),
    ],
)
def test_weekdays_that_fall_on_other_days_speak_against_an_anniversary(opening, date):
    draft = dated(opening, "They prepare the 75th anniversary of diplomatic relations next year.")
    assert draft.entry.date == date
    assert [issue.problem for issue in draft.issues if "weekdays" in issue.problem] == (
        []
        if date
        else ["the anniversaries it names lead to 2023, but its weekdays fall on other days in that year"]
    )


@pytest.mark.parametrize(
    ("second", "date"),
    [
        ("At the December 5 town meeting, he had agreed.", "2023-12-28"),
        ("On December 5 he agreed.", "2023-12-05"),
    ],
)
def test_a_day_that_says_which_thing_is_meant_weighs_less(second, date):
    assert dated("The plan failed.", second, published="2023-12-28").entry.date == date


def test_an_anniversary_older_than_what_is_past_makes_a_warning_and_no_date():
    draft = dated(
        "In 2021 they marked the 20th anniversary of the Treaty of Friendship.", "In 2023 they met."
    )
    assert draft.entry.date is None
    (problem,) = warnings(draft)
    assert "lead to 2021, but it speaks of 2023 as past" in problem


def test_facts_confirm_a_publication():
    draft = dated("He spoke.", "On 23 November, they held a video call.", published="2021-11-25")
    # The first day of the opening counts, and what is known of it is named.
    assert draft.entry.date == "2021-11-23"
    assert [(e.gives, e.record) for e in draft.entry.date_evidence] == [
        ("XXXX-11-23", None),
        ("2021-11-25", None),
        ("2021-11-23", "call"),
    ]
    assert draft.issues == ()


@pytest.mark.parametrize(
    "text", ["On 27 January, they held a video call.", "They held a video call last week."]
)
def test_facts_that_do_not_fit_the_publication_are_not_meant(text):
    draft = dated("He spoke.", "Two.", text, published="2023-12-28")
    assert draft.entry.date == "2023-12-28"
    assert [evidence.record for evidence in draft.entry.date_evidence] == [None]
    assert draft.issues == ()
