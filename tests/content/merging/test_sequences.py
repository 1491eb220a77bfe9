"""Items of a list, one by one."""

from hypothesis import given
from hypothesis import strategies as st

from generator.content.same_lines import merge_sequences

ITEMS = st.lists(st.sampled_from("abcde"), max_size=8)


@given(ITEMS, ITEMS)
def test_what_one_side_changed_is_what_it_becomes(was, other):
    assert merge_sequences(was, was, other) == other
    assert merge_sequences(was, other, was) == other


@given(ITEMS, ITEMS, ITEMS)
def test_every_item_comes_from_a_side(was, mine, new):
    one = merge_sequences(was, mine, new)
    assert one is None or set(one) <= {*mine, *new}
