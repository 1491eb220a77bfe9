"""A document's texts with the names and dates in them."""

import pytest

from generator.dates.passages import Passage, read_passages
from generator.names.index import FoundName, NameIndex
from tests import kinds
from tests.builders import facts, record

HELD = facts("held", "2023-12-14")
RECORDS = {
    "patrol": record(
        "patrol", kinds.EXERCISE, "joint air patrol", de="gemeinsame Luftpatrouille", dates=HELD
    ),
    "call": record(
        "call", kinds.MEETING, "Video calls of the ministers", dates=HELD,
        short_names=("video call",), context=("chin russ",),
    ),
    "undated": record("undated", kinds.EXERCISE, "joint air patrol drill"),
}  # fmt: skip


def read(*texts, language="en", headline="", records=RECORDS):
    numbered = [(None, headline), *((f"s{n}", text) for n, text in enumerate(texts, 1))]
    return read_passages(numbered, language, NameIndex(records))[1:]


def names(*texts, **known):
    passages = read(*texts, **known)
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
    assert names("a joint air patrol drill") == [[("joint air patrol drill", "undated")]]


def test_a_short_name_leads_there_where_the_document_says_whose():
    assert names("China and Russia met.", "They held the video call.") == [[], [("video call", "call")]]
    assert names("They held the video call.") == [[]]
    assert names("They held the video call.", headline="China and Russia talk") == [[("video call", "call")]]


def test_dates_are_found_where_they_stand():
    (passage,) = read("On 14 December they met. It was late.")
    assert [found.quote for found in passage.dates] == ["14 December"]


def test_numbers_are_read_as_the_document_writes_them():
    text = "It was signed on 03/07/2022."
    for day_first, meant in ((True, "2022-07-03"), (False, "2022-03-07")):
        (passage,) = read_passages([("s1", text)], "en", NameIndex({}), day_first)
        assert [found.gives for found in passage.dates] == [meant]


def places(passage):
    return [
        (sentence.text, [sentence.text[name.start : name.end] for name in sentence.names])
        for sentence in passage.sentences
    ]


def test_sentences_know_their_names():
    text = "First came one patrol here. Then another patrol came. And nothing."
    marked = tuple(FoundName(at, at + 6, "patrol") for at in (15, 41))
    assert places(Passage("s1", text, marked)) == [
        ("First came one patrol here.", ["patrol"]),
        ("Then another patrol came.", ["patrol"]),
        ("And nothing.", []),
    ]


def test_sentences_know_their_dates_and_where_they_begin():
    (passage,) = read("They met on 14 December. They met again on 20 December 2023.")
    found = [(sentence, date) for sentence in passage.sentences for date in sentence.dates]
    assert [s.text[d.start : d.end] for s, d in found] == ["14 December", "20 December 2023"]
    assert [passage.text[s.start :].startswith(s.text) for s, _ in found] == [True, True]


def test_the_same_sentence_twice_has_names_of_its_own():
    passage = Passage(
        "s1", "One patrol came. One patrol came.", (FoundName(4, 10, "a"), FoundName(21, 27, "b"))
    )
    assert [[name.record for name in one.names] for one in passage.sentences] == [["a"], ["b"]]


@pytest.mark.parametrize("text", ["word " * 1000, "x" * 5000, "word\n" * 1000, "a joint air patrol " * 300])
def test_what_never_ends_is_read_in_pieces(text):
    (passage,) = read(text)
    pieces = list(passage.sentences)
    assert len(pieces) > 1
    assert all(len(piece.text) <= 1200 for piece in pieces)
    assert all(text[piece.start :].startswith(piece.text) for piece in pieces)
    assert sum(len(piece.names) for piece in pieces) >= len(passage.names) - len(pieces)
    assert all(name.end <= len(piece.text) for piece in pieces for name in piece.names)
