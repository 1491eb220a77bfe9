"""The patterns that are made of words, and the characters that count as the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.calendar import either, same_characters

NAMES = st.lists(st.text("ab. s", min_size=1, max_size=6), min_size=1, max_size=12, unique=True)


@given(NAMES, st.text("ab. s", max_size=20))
def test_names_that_share_their_beginning_are_found_where_each_is_by_itself(names, text):
    plain = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for ending in ("", r"\b", r"s?\b"):
        shared = re.finditer(f"(?:{either(names)}){ending}", text)
        assert [one.span() for one in shared] == [
            one.span() for one in re.finditer(f"(?:{plain}){ending}", text)
        ]


@pytest.mark.parametrize(("text", "same"), [("3 – 4\u00a0März ’45", "3 - 4 März '45"), ("März", "März")])
def test_dashes_spaces_and_apostrophes_are_plain(text, same):
    assert same_characters(text) == same
