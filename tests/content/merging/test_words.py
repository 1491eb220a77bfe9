"""An editor's marks are carried over to new words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.entry_file import dump_entry
from generator.content.merging import merge
from generator.content.merging.words import merge_words
from tests.content.merging.support import BASE, edited, merged


@pytest.mark.parametrize(
    ("old", "new", "there"),
    [
        ("kamen.", "kamen.[^1]", "Zwanzig Schiffe kamen.[^1]\n"),
        ("Schiffe", "[Schiffe](https://example.org)", "Zwanzig [Schiffe](https://example.org) kamen."),
        ("ships came", "ships **came**", "Twenty ships **came**."),
        ("Schiffe kamen", "Schiffe\nkamen", "Zwanzig Schiffe\nkamen."),
    ],
)
def test_marks_are_carried_over_to_new_words(old, new, there):
    one = merged(edited((old, new)))
    assert there in one.text
    assert one.conflicts == ()


def test_marks_outlive_any_number_of_runs():
    text, baseline = edited(("Sie übten", "[Sie](https://example.org/x)[^1] übten")), dump_entry(BASE)
    for title in ("A", "B", "C"):
        one = merge(baseline, text, replace(BASE, title=title))
        text, baseline = one.text, one.baseline
        assert "[Sie](https://example.org/x)[^1] übten" in text
        assert "example.org" not in baseline


@given(
    st.lists(st.sampled_from(["eins", "zwei", "drei"]), min_size=1),
    st.lists(st.sampled_from(["eins", "vier"]), min_size=1),
)
def test_a_footnote_is_never_lost(was, new):
    mine = " ".join(was) + "[^1]"
    one = merge_words(" ".join(was), mine, " ".join(new))
    assert one is None or "[^1]" in one
