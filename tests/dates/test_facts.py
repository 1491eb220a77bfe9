"""When a text was written, by the known days of what it names."""

import pytest

from generator.dates.anchor import anchor_from, in_edtf
from generator.dates.facts import witnesses_of_facts
from generator.dates.passages import read_passages
from generator.dates.record_facts import RecordFacts
from generator.model import DatedFact
from generator.names.index import NameIndex
from tests import kinds
from tests.builders import facts, record

RECORDS = {
    item.slug: item
    for item in (
        record("patrol", kinds.EXERCISE, "joint air patrol", "gemeinsame Luftpatrouille",
               dates=facts("held", "2023-12-14")),
        record("call", kinds.MEETING, "video call", "Videogespräch",
               dates=facts("held", "2021-11-23", "2026-01-27")),
        record("drill", kinds.EXERCISE, "Drill-2021", dates=facts("held", "2021-08-09/2021-08-13")),
        record("treaty", kinds.AGREEMENT, "Friendship Treaty", "Freundschaftsvertrag",
               dates=facts("signed", "2001-07-16", words=("unterzeichn",))
               + facts("entered into force", "2002-02-28")),
        record("staff", kinds.BODY, "Joint Staff", dates=facts("founded", "2016-01-11")),
        record("sailing", kinds.MEETING, "sailing",
               dates=facts("held", *(f"{year}-06-08" for year in range(2015, 2020)))),
        record("rounds", kinds.MEETING, "consultations", dates=facts("held", "2018", "2019")),
        record("regatta", kinds.EXERCISE, "joint regatta", "gemeinsame Wettfahrt",
               dates=(DatedFact("held", "2022-05-04", "a source", round=4),)),
    )
}  # fmt: skip


def witnesses(*texts, language="en", within=None):
    numbered = [(f"s{n}", text) for n, text in enumerate(texts, 1)]
    passages = read_passages(numbered, language, NameIndex(RECORDS))
    known = anchor_from(within)
    return witnesses_of_facts(passages, RecordFacts(RECORDS), (known,) if known else ())


def written(text, language="en", within=None):
    found, _ = witnesses(text, language=language, within=within)
    return [in_edtf(witness.spans) for witness in found]


WEEK_AFTER = "[2023-12-18..2023-12-24]"
TOLD = (
    ("the joint air patrol last week", WEEK_AFTER),
    ("Last week, a joint air patrol was flown.", WEEK_AFTER),
    ("die gemeinsame Luftpatrouille vergangene Woche", WEEK_AFTER),
    ("a joint air patrol this week", "[2023-12-11..2023-12-17]"),
    ("a joint air patrol next week", "[2023-12-04..2023-12-10]"),
    ("a joint air patrol two weeks ago", "[2023-12-25..2023-12-31]"),
    ("the joint air patrol flown yesterday", "2023-12-15"),
    ("die gemeinsame Luftpatrouille, die vorgestern", "2023-12-16"),
    ("the joint air patrol on Thursday", "[2023-12-14..2023-12-20]"),
    ("the joint air patrol last Thursday", "[2023-12-15..2023-12-21]"),
    # what a day is called without its year, a text of the year after it calls it so
    ("the joint air patrol on 14 December", "[2023-12-13..2024-12-12]"),
    ("On 27 January, they held a video call.", "[2026-01-26..2027-01-25]"),
    ("Am 23. November führten sie ein Videogespräch.", "[2021-11-22..2022-11-21]"),
    # one day of several
    ("The Drill-2021 ended on 13 August.", "[2021-08-12..2022-08-11]"),
    ("The Drill-2021 ended yesterday.", "[2021-08-10..2021-08-14]"),
    ("Drill-2021 was held from 9 to 13 August", "[2021-08-08..2022-08-07]"),
    # what happens once, by the words for it
    ("The Friendship Treaty was signed last month.", "2001-08"),
    ("The Friendship Treaty, signed last year,", "2002"),
    ("Im vergangenen Monat wurde der Freundschaftsvertrag unterzeichnet.", "2001-08"),
    ("The Friendship Treaty entered into force last week", "[2002-03-04..2002-03-10]"),
    ("The Joint Staff was founded yesterday.", "2016-01-12"),
)


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_known_day_and_what_a_text_calls_it_tell_when_it_was_written(text, expected):
    language = "de" if any(word in text for word in ("die ", "führten", "Im ")) else "en"
    assert written(text, language) == [expected]


NOTHING = (
    # another day
    "the joint air patrol on 15 December",
    "the joint air patrol on Friday",
    "On 28 January, they held a video call.",
    "The Drill-2021 ended on 14 August.",
    # it is said when it was said
    "He said last week that the joint air patrol was routine.",
    "The ministry announced yesterday a joint air patrol.",
    # too far apart
    "the joint air patrol, of which the ministry gave neither place nor time nor the number of aircraft that"
    " had taken part, last week",
    # what happens every year
    "three joint air patrols this year",
    "the joint air patrol in December",
    "the joint air patrol last month",
    # it is remembered, and was done long before
    "This year marks the anniversary of the signing of the Friendship Treaty.",
    # not what is known of it
    "The Joint Staff met yesterday.",
    "The Friendship Treaty was praised last week.",
    "The Friendship Treaty expired last week.",
    # with its own year, or without date
    "the joint air patrol of 14 December 2023",
    "the joint air patrol",
    "last week",
    # known to the year
    "the consultations last week",
)


@pytest.mark.parametrize("text", NOTHING)
def test_where_it_does_not_follow_nothing_is_told(text):
    assert witnesses(text) == ([], [])


def test_which_of_two_days_is_meant_may_follow_from_the_rest():
    text = "They held a video call last week."
    (found,), unclear = witnesses(text)
    assert in_edtf(found.spans) == "[2021-11-29..2021-12-05,2026-02-02..2026-02-08]"
    assert found.evidence.rule == "counted from what was held on 23 November 2021 or 27 January 2026"
    assert unclear == []
    assert written(text, within="2026") == ["[2026-02-02..2026-02-08]"]
    assert written(text, within="2021-12-01") == ["[2021-11-29..2021-12-05]"]
    assert witnesses(text, within="2023") == ([], [])


def test_of_too_many_days_a_date_tells_nothing():
    text = "They went sailing last week."
    found, (unclear,) = witnesses(text)
    assert found == []
    assert (unclear.words, unclear.record.slug, len(unclear.facts)) == ("last week", "sailing", 5)
    assert written(text, within="2016/2019") == [
        "[2016-06-13..2016-06-19,2017-06-12..2017-06-18,2018-06-11..2018-06-17,2019-06-10..2019-06-16]"
    ]


def test_a_month_confirms_what_is_known():
    text = "the joint air patrol in December"
    assert written(text, within="2023-12-28") == ["[2023-11-30..2024-11-29]"]
    assert written(text, within="2023") == []


def test_the_evidence_names_the_words_the_record_and_the_rule():
    (week, day), _ = witnesses(
        "No.", "Last week, a joint air patrol came.", "On 27 January, in a video call, he"
    )
    assert (week.evidence.segment, week.evidence.record) == ("s2", "patrol")
    assert week.evidence.quote == "Last week, a joint air patrol"
    assert week.evidence.gives == in_edtf(week.spans) == WEEK_AFTER
    assert week.evidence.rule == "counted from what was held on 14 December 2023"
    assert (day.evidence.segment, day.evidence.record) == ("s3", "call")
    assert day.evidence.quote == "On 27 January, in a video call"
    assert (day.evidence.gives, day.evidence.rule) == ("2026-01-27", "held on 27 January 2026")


def test_a_series_is_told_from_what_happens_once():
    found, _ = witnesses("the joint air patrol last week", "Drill-2021 ended yesterday.")
    assert [witness.of_a_series for witness in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # the record knows no number of its day: another one is counted
        ("last week they flew the eleventh joint air patrol", "en"),
        ("the 11th joint air patrol last week", "en"),
        ("die elfte gemeinsame Luftpatrouille vergangene Woche", "de"),
        ("vergangene Woche die einundzwanzigste gemeinsame Luftpatrouille", "de"),
        # another than the numbered one
        ("the second joint regatta last week", "en"),
        ("the first joint regatta last week", "en"),
    ],
)
def test_another_round_dates_nothing(text, language):
    assert written(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the fourth joint regatta last week", "en"),
        ("last week the fourth joint regatta of this year", "en"),
        ("die vierte gemeinsame Wettfahrt vergangene Woche", "de"),
        # counted from the beginning of the year, or not counted at all
        ("the first joint regatta of this year, sailed last week", "en"),
        ("for the first time at the joint regatta last week", "en"),
        ("on the second day of the joint regatta last week", "en"),
    ],
)
def test_its_own_round_dates_a_text(text, language):
    assert written(text, language) == ["[2022-05-09..2022-05-15]"]


def test_a_name_with_its_year_is_counted_by_nobody():
    assert written("On 9 August, the tenth Drill-2021 began.") == written("On 9 August, Drill-2021 began.")
