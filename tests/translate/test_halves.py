"""Sentences too long for a model: cut where it hurts least, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.translate.argos import split_long


def at_most(limit):
    return lambda part: len(part) <= limit


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("short", ["short"]),
        ("", [""]),
        ("aaa bbb; ccc, ddd eee", ["aaa bbb;", "ccc, ddd eee"]),
        ("aaa bbb ccc, ddd eee fff", ["aaa bbb ccc,", "ddd eee fff"]),
        ("aaa bbb ccc ddd", ["aaa bbb", "ccc ddd"]),
        ("a; bbbbbbbb ccccccc", ["a; bbbbbbbb", "ccccccc"]),
        ("甲乙丙丁，戊己庚辛壬癸子丑。", ["甲乙丙丁，", "戊己庚辛壬癸子丑。"]),
        ("aaaaaaaaaaaaaaaa", ["aaaaaaaa", "aaaaaaaa"]),
    ],
)
def test_cut_at_the_strongest_break_near_the_middle(sentence, parts):
    assert split_long(sentence, at_most(13)) == parts


def test_a_character_that_does_not_fit_is_left_whole():
    assert split_long("ab", at_most(0)) == ["a", "b"]


@given(st.text(max_size=300), st.integers(1, 50))
def test_all_fit_and_nothing_but_space_is_lost(sentence, limit):
    parts = split_long(sentence, at_most(limit))
    assert all(len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(sentence.split())
