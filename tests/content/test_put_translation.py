"""What an editor marked in a translation goes over to other words whole, or the paragraph is left."""

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.content.put_translation import reworded
from generator.language.markup import escape, plain
from generator.model import Language, Rendering

WORDS = ("ships", "the", "sea", "a_b", "2024", "left.", "Two", "[sic]", "and", "harbour,")
MARKS = ("{}", "{}", "{}", "**{}**", "*{}*", "[{}](https://e.org/a_b)", "{}[^1]", "{}[^n]", "[{}](b.md)")
TYPED = ("**", "(https://e.org/a_b)", "(b.md)", "[^1]", "[^n]")

marked = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), min_size=1, max_size=12)
edits = st.lists(st.tuples(st.integers(0, 11), st.sampled_from(("", *WORDS)), st.booleans()), max_size=3)


def typed(markdown: str) -> Counter[str]:
    return Counter({mark: markdown.count(mark) for mark in TYPED})


@given(marked, edits)
def test_no_mark_is_lost_in_silence_whatever_a_translator_changes(words, changes):
    there = Rendering(Language("en"), " ".join(mark.format(escape(word)) for word, mark in words))
    new = plain(there.text).split()
    for place, word, is_put_in in changes:
        start = place % (len(new) + 1)
        new[start : start + (not is_put_in)] = [word] if word else []
    wanted = " ".join(new)
    assume(wanted)
    given_back = reworded(there, wanted)
    if given_back is not None:
        assert plain(given_back).split() == wanted.split()
        assert typed(given_back) == typed(there.text)
    if wanted.split() == plain(there.text).split():
        assert given_back is not None


@pytest.mark.parametrize(
    ("wanted", "becomes"),
    [
        (
            "The two ships left Norby in the evening.",
            "The **two** ships[^1] left [Norby](b.md) in the evening.[^2]",
        ),
        ("The two ships left Nordby at noon.", "The **two** ships[^1] left [Nordby](b.md) at noon.[^2]"),
        ("The three ships left Norby at night.", "The **three** ships[^1] left [Norby](b.md) at night.[^2]"),
        ("The two ships left the town in the evening.", None),
        ("The ships left Norby at noon.", None),
        ("The two vessels sailed from Norby at noon.", None),
    ],
)
def test_marks_stand_at_their_words_or_between_those_around_them(wanted, becomes):
    text = "The **two** ships[^1] left [Norby](b.md) at noon.[^2]"
    assert reworded(Rendering(Language("en"), text), wanted) == becomes
