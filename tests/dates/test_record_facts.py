"""Where a document names records with dated facts."""

import pytest

from generator.dates.record_facts import KnownFacts, Passage, tells_of
from generator.model import DatedFact
from generator.names.index import Found
from tests import kinds
from tests.builders import facts, record

HELD = facts("held", "2023-12-14")
RECORDS = {
    "patrol": record(
        "patrol", kinds.EXERCISE, "joint air patrol", de="gemeinsame Luftpatrouille",
        dates=HELD,
    ),
    "call": record(
        "call", kinds.MEETING, "Video calls of the ministers", dates=HELD,
        short_names=("video call",), context=("chin russ",),
    ),
    "undated": record("undated", kinds.EXERCISE, "joint air patrol drill"),
    "treaty": record(
        "treaty", kinds.AGREEMENT, "the Treaty",
        dates=facts("expired", "2019") + facts("signed", "1987-12-08"),
    ),
    "day": record(
        "day", kinds.BODY, "Navy Day", dates=facts("founded", "XXXX-07-26"),
    ),
}  # fmt: skip
KNOWN = KnownFacts(RECORDS)


def names(*texts, language="en", headline="", known=KNOWN):
    passages = known.passages([(f"s{n}", text) for n, text in enumerate(texts, 1)], language, headline)
    return [
        [(passage.text[name.start : name.end], name.record) for name in passage.names] for passage in passages
    ]


def test_names_are_found_where_they_stand():
    assert names("A joint air patrol.", "None.", "Joint air patrols") == [
        [("joint air patrol", "patrol")],
        [],
        [("Joint air patrols", "patrol")],
    ]
    assert names("der gemeinsamen Luftpatrouille", language="de") == [
        [("gemeinsamen Luftpatrouille", "patrol")]
    ]


def test_a_longer_name_wins_also_when_nothing_is_known_of_its_dates():
    assert names("a joint air patrol drill") == [[]]


def test_a_short_name_leads_there_where_the_document_says_whose():
    assert names("China and Russia met.", "They held the video call.") == [[], [("video call", "call")]]
    assert names("They held the video call.") == [[]]
    assert names("They held the video call.", headline="China and Russia talk") == [[("video call", "call")]]


CELEBRATED = (
    ("treaty", "of the Treaty", "1987-12-08"),
    ("treaty", "of the signing of the Treaty", "1987-12-08"),
    ("treaty", "since the Treaty expired", "2019"),
    # a day without its year, and one of the times that something was held
    ("day", "of Navy Day", None),
    ("patrol", "of the joint air patrol", None),
)


@pytest.mark.parametrize(("slug", "words", "date"), CELEBRATED)
def test_anniversaries_are_counted_from_the_fact_named_or_the_earliest(slug, words, date):
    fact = KNOWN.celebrated(slug, words)
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
)


@pytest.mark.parametrize(
    ("kind", "words", "text", "expected"),
    [(*row, True) for row in TOLD] + [(*row, False) for row in NOT_TOLD],
)
def test_a_type_of_fact_is_told_by_its_own_words_or_those_given(kind, words, text, expected):
    assert tells_of(text, DatedFact(kind, "2001", "x", words)) is expected


def test_without_dated_records_nothing_is_looked_for():
    assert names("a joint air patrol", known=KnownFacts({"undated": RECORDS["undated"]})) == [[]]
    assert names("a joint air patrol", known=KnownFacts({})) == [[]]


def places(passage):
    return [
        (sentence, [sentence[name.start : name.end] for name in found])
        for sentence, found in passage.sentences()
    ]


def test_sentences_know_their_names():
    text = "First came one patrol here. Then another patrol came. And nothing."
    marked = tuple(Found(at, at + 6, "patrol") for at in (15, 41))
    assert places(Passage("s1", text, marked)) == [
        ("First came one patrol here.", ["patrol"]),
        ("Then another patrol came.", ["patrol"]),
        ("And nothing.", []),
    ]


def test_the_same_sentence_twice_has_names_of_its_own():
    passage = Passage("s1", "One patrol came. One patrol came.", (Found(4, 10, "a"), Found(21, 27, "b")))
    assert [[name.record for name in found] for _, found in passage.sentences()] == [["a"], ["b"]]


@pytest.mark.parametrize("text", ["word " * 1000, "x" * 5000, "word\n" * 1000, "a joint air patrol " * 300])
def test_what_never_ends_is_read_in_pieces(text):
    (passage,) = KNOWN.passages([("s1", text)], "en")
    pieces = list(passage.sentences())
    assert len(pieces) > 1
    assert all(len(piece) <= 1200 for piece, _ in pieces)
    assert all(piece in text for piece, _ in pieces)
    assert sum(len(found) for _, found in pieces) >= len(passage.names) - len(pieces)
    assert all(name.end <= len(piece) for piece, found in pieces for name in found)
