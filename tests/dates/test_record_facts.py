"""What the authority records know of dates."""

import pytest

from generator.dates.record_facts import RecordFacts, tells_of
from generator.model import DatedFact
from tests import kinds
from tests.builders import facts, record

TREATY = record(
    "treaty", kinds.AGREEMENT, "the Treaty", dates=facts("expired", "2019") + facts("signed", "1987-12-08")
)
DAY = record("day", kinds.BODY, "Navy Day", dates=facts("founded", "XXXX-07-26"))
PATROL = record("patrol", kinds.EXERCISE, "joint air patrol", dates=facts("held", "2023-12-14"))
UNDATED = record("undated", kinds.EXERCISE, "a drill")
FACTS = RecordFacts({one.slug: one for one in (TREATY, DAY, PATROL, UNDATED)})


def test_records_without_a_dated_fact_are_left_out():
    assert list(FACTS.dated) == ["treaty", "day", "patrol"]


CELEBRATED = (
    ("treaty", "of the Treaty", "1987-12-08"),
    ("treaty", "of the signing of the Treaty", "1987-12-08"),
    ("treaty", "since the Treaty expired", "2019"),
    # a day without its year, and one of the times that something was held
    ("day", "of Navy Day", None),
    ("patrol", "of the joint air patrol", None),
    ("undated", "of a drill", None),
)


@pytest.mark.parametrize(("slug", "words", "date"), CELEBRATED)
def test_anniversaries_are_counted_from_the_fact_named_or_the_earliest(slug, words, date):
    fact = FACTS.celebrated(slug, words)
    assert (fact and fact.date) == date


TOLD = (
    ("signed", (), "the signing of it"),
    ("signed", (), "They signed it"),
    ("signed", ("unterzeichn",), "Er unterzeichnete es"),
    ("gegründet", (), "die gegründete Schule"),
    ("entered into force", (), "when it entered into force"),
    ("born", ("birth",), "of the Birth of"),
)
NOT_TOLD = (
    ("signed", (), "it was designed"),
    ("signed", ("unterzeichn",), "Er las es"),
    ("entered into force", (), "they entered by force"),
    ("held", (), "the shelf"),
    ("held", (), "with help"),
)


@pytest.mark.parametrize(
    ("kind", "words", "text", "expected"),
    [(*row, True) for row in TOLD] + [(*row, False) for row in NOT_TOLD],
)
def test_a_type_of_fact_is_told_by_its_own_words_or_those_given(kind, words, text, expected):
    assert tells_of(text, DatedFact(kind, "2001", "x", words)) is expected
