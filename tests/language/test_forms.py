"""When two words are forms of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.forms import is_form, key, same_word, spelled
from generator.model import Language

DE, EN = Language("de"), Language("en")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("strategische", "strategischen", True),
        ("strategischer", "strategisches", True),
        ("vertrag", "vertrages", True),
        ("gute", "guten", True),
        ("patrouille", "patrouillen", True),
        ("partner", "partnern", True),
        ("force", "forces", True),
        ("defence", "defense", True),
        ("der", "den", False),
        ("russia", "russian", False),
        ("china", "chinas", True),
        ("minister", "ministry", False),
        ("ministerium", "ministerien", False),
        ("art", "arten", True),
        ("ar", "aren", False),
    ],
)
def test_two_words_are_one_when_only_their_endings_differ(one, other, same):
    one, other = spelled(one), spelled(other)
    assert same_word(one, other) is same
    assert same_word(other, one) is same


@given(
    st.text(alphabet="aerstnm", min_size=1, max_size=9), st.text(alphabet="aerstnm", min_size=1, max_size=9)
)
def test_forms_of_one_word_share_a_key(one, other):
    """Else the index would not find them."""
    assert not same_word(one, other) or key(one) == key(other)


@pytest.mark.parametrize(
    ("word", "base", "language", "alone", "is_one"),
    [
        ("Abkommens", "Abkommen", DE, True, True),
        ("abkommen", "Abkommen", DE, True, False),
        ("strategischen", "strategische", DE, False, True),
        ("treaties", "treaty", EN, True, True),
        ("Treaty", "treaty", EN, True, True),
        ("strategischen", "strategische", EN, False, False),
        ("SCOs", "SCO", EN, True, True),
        ("sco", "SCO", EN, True, False),
    ],
)
def test_a_word_of_a_term_may_have_the_endings_of_its_language(word, base, language, alone, is_one):
    assert is_form(word, base, language, alone=alone) is is_one
