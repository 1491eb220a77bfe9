"""Which words are no names, in any form."""

import pytest

from generator.language.common_words import LONGEST, is_common
from tests.builders import DE, EN


@pytest.mark.parametrize(
    "word",
    """
    ministry reconstruction environmentalists stopped travelled organisation defence centres colours violinist
    """.split(),
)
def test_forms_of_words_are_common(word):
    assert is_common(word, EN)


@pytest.mark.parametrize("word", "kovacs rudnicki gletscher baltic xyz".split())
def test_names_and_words_of_other_languages_are_not(word):
    assert not is_common(word, EN)


def test_a_language_without_a_list_has_none():
    assert not is_common("haus", DE)


def test_an_endless_word_is_not_looked_for():
    assert not is_common("s" * (LONGEST + 1), EN)
