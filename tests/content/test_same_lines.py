"""Which lines stayed: rising, equal, and found in a time that grows with the text."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import same_lines as module
from generator.content.same_lines import same_lines

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=20)


@settings(max_examples=300, deadline=None)
@given(LINES, LINES)
def test_pairs_are_equal_and_rise(old, new):
    found = same_lines(old, new)
    assert all(old[one] == new[other] for one, other in found.items())
    assert list(found) == sorted(found)
    assert list(found.values()) == sorted(set(found.values()))


@settings(deadline=None)
@given(LINES)
def test_a_text_is_the_same_as_itself(lines):
    assert same_lines(lines, lines) == {number: number for number in range(len(lines))}


@settings(deadline=None)
@given(st.sets(st.integers(0, 50)), st.sets(st.integers(0, 50)))
def test_of_lines_that_stand_once_and_keep_their_order_all_are_found(old, new):
    old, new = sorted(old), sorted(new)
    assert [old[one] for one in same_lines(old, new)] == sorted({*old} & {*new})


def test_most_stay_when_one_moves():
    assert same_lines("abcde", "bcdea") == {1: 0, 2: 1, 3: 2, 4: 3}
    assert same_lines("abcde", "eabcd") == {0: 1, 1: 2, 2: 3, 3: 4}


def test_a_blank_line_stays_where_its_neighbours_are():
    old = ["", "one", "", "two", "", "three", ""]
    assert same_lines(old, ["", "one", "", "TWO", "", "three", ""]) == {
        number: number for number in range(7) if number != 3
    }


@pytest.mark.parametrize("kinds", [1, 2, 3])
def test_repeated_lines_are_not_all_compared_with_each_other(kinds, monkeypatch):
    """What difflib is given, in all: no more than grows with the text."""
    looked = []

    class Counting(SequenceMatcher):
        def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
            looked.append(sum(len(self.b2j.get(line, ())) for line in self.a[alo:ahi]))
            return super().find_longest_match(alo, ahi, blo, bhi)

    monkeypatch.setattr(module, "SequenceMatcher", Counting)
    for mark in ("x", "y"):
        old = [line for number in range(3000) for line in (f"text {number}", *[""] * kinds, "{: lang=en }")]
        new = [f"{line}{mark}" if line.endswith("7") else line for line in old]
        same = same_lines(old, new)
        assert len(same) == sum(one == other for one, other in zip(old, new, strict=True))
        same_lines([""] * 3000 + ["a"] * 3000, ["a"] * 3000 + [""] * 3000)
    assert sum(looked) < 50_000
