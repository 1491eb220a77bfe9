"""A review stands for texts, and for no others."""

from dataclasses import replace

import pytest

from generator.content.history import EntryHistory
from generator.content.memory import Memory, Pair
from generator.content.paths import ContentPaths
from generator.content.reviews import (
    Review,
    dump_review,
    load_review,
    review_of,
)
from generator.errors import InputError
from generator.model import (
    Entry,
    Language,
    Translation,
    TranslationBy,
)
from tests.builders import entry

DE, EN = Language("de"), Language("en")


def translated(*texts: tuple[str, str | None], reviewed="Ann") -> Entry:
    return entry("e", *texts, translation=Translation(EN, TranslationBy.ARGOS, "p 1", reviewed))


REVIEWED = translated(("Eins **ist** da.", "One is *there*."), ("Zwei.", None))
RECORD = review_of(REVIEWED, "Ann")


def test_what_is_on_record_are_the_first_sixteen_digits_of_hashes():
    """As they are stored: with others, every review of a chronology would end."""
    assert review_of(translated(("Eins.", "One.")), "Ann").segments == {
        "s1": ("f0a07b89af659a0e", "70277bfc409b5021")
    }


@pytest.mark.parametrize(
    ("source", "target", "stands", "outlived"),
    [
        ("Eins **ist** da.", "One is *there*.", True, False),
        ("Eins ist da.[^1]", "One  is **there**.[^2]", True, False),
        ("Eins [ist](x.md) da.", "One is there.", True, False),
        ("Eins ist hier.", "One is there.", False, True),
        ("Eins ist da.", "One is here.", False, False),
        ("Eins ist hier.", "One is here.", False, False),
        ("Eins ist da.", "One is there!", False, False),
    ],
)
def test_a_review_stands_while_both_texts_read_the_same(source, target, stands, outlived):
    now = translated((source, target))
    (segment,) = now.segments
    assert RECORD.covers(segment) is stands
    assert EntryHistory(now, None, RECORD).is_reviewed(segment) is stands
    assert RECORD.is_outlived_by(segment) is outlived


def test_a_segment_that_came_later_was_not_reviewed():
    now = translated(("Eins ist da.", "One is there."), ("Zwei.", "Two."))
    history = EntryHistory(now, None, RECORD)
    assert [history.is_reviewed(segment) for segment in now.segments] == [True, False]


@pytest.mark.parametrize(
    ("name", "record", "stands"),
    [
        ("Ann", RECORD, False),
        ("Bob", RECORD, True),
        ("Ann", None, True),
        (None, RECORD, False),
        (None, None, False),
    ],
    ids=["on record", "by another, by hand", "by hand", "taken out by hand", "never"],
)
def test_what_was_written_by_hand_holds_until_it_is_on_record(name, record, stands):
    now = translated(("Eins ist da.", "Something else."), reviewed=name)
    assert EntryHistory(now, None, record).is_reviewed(now.segments[0]) is stands


def test_a_record_comes_back(tmp_path):
    paths = ContentPaths(tmp_path)
    assert load_review(paths, "a/b ü.txt") is None
    record = replace(RECORD, by='Ann "Ü" \\ 三')
    path = paths.review("a/b ü.txt")
    path.parent.mkdir(parents=True)
    path.write_text(dump_review(record), encoding="utf-8")
    assert load_review(paths, "a/b ü.txt") == record
    assert dump_review(Review("Ann", {})).endswith("\n")


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "{}", '{"by": "A"}', '{"by": "A", "segments": {"s1": ["x"]}}', "1"]
)
def test_a_broken_record_is_named_with_a_remedy(tmp_path, text):
    path = ContentPaths(tmp_path).review("e.txt")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="is not a review's record"):
        load_review(ContentPaths(tmp_path), "e.txt")


def test_the_pairs_of_reviewed_texts():
    def pair(source: str, target: str) -> Pair:
        return Pair(DE, EN, source, target, TranslationBy.ARGOS, "p 1")

    memory = Memory([pair("Eins ist da.", "One is there."), pair("Zwei.", "Two."), pair("Titel", "Title")])
    now = replace(
        translated(("Eins ist da.", "One is there."), ("Zwei.", "Two, changed.")), original_title="Titel"
    )
    found = EntryHistory(now, None, review_of(REVIEWED, "Ann")).reviewed_pairs(memory)
    assert [one.source for one in found] == ["Eins ist da.", "Titel"]
