import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.searching import find_at, lowered


@given(st.text())
def test_every_character_keeps_its_place(text):
    assert len(lowered(text)) == len(text)
    assert all(low == char.lower()[0] for low, char in zip(lowered(text), text, strict=True) if char != "Σ")


def test_a_capital_that_is_two_small_characters_is_one():
    assert lowered("İSTANBUL, Über") == "istanbul, über"


@pytest.mark.parametrize("text", ["", "(a) b (c", "((a)) (b)", "(a)(b)(c)", "no bracket"])
def test_what_is_found_at_places_is_what_is_found_everywhere(text):
    pattern = re.compile(r"\([^()]*\)")
    places = (place for place, char in enumerate(text) if char == "(")
    assert [m.span() for m in find_at(places, pattern, text)] == [m.span() for m in pattern.finditer(text)]


def test_nothing_is_found_inside_of_what_was_found():
    assert [m.span() for m in find_at([0, 1, 2, 3], re.compile("aa"), "aaaa")] == [(0, 2), (2, 4)]
