"""Which words are no names, in any form."""

import sys

import pytest

from generator.errors import InputError
from generator.language import common_words
from generator.language.common_words import LIBRARY, is_common
from tests.builders import DE, EN


@pytest.mark.parametrize(
    "word",
    """
    ministry reconstruction environmentalists stopped travelled organisation defence centres colours violinist
    himself northern
    """.split(),
)
def test_forms_of_words_are_common(word):
    assert is_common(word, EN)


@pytest.mark.parametrize("word", "kovacs rudnicki gletscher baltic xyz parker adams s".split())
def test_names_and_words_of_other_languages_are_not(word):
    assert not is_common(word, EN)


def test_the_own_list_has_only_what_the_library_lacks(monkeypatch):
    own = common_words._NOT_THERE
    monkeypatch.setattr(common_words, "_NOT_THERE", frozenset())
    assert own.isdisjoint(common_words._listed.__wrapped__(EN))


def test_a_language_without_a_list_has_none():
    assert not is_common("haus", DE)


def test_the_library_is_read_without_being_run():
    assert is_common("axes", EN)
    assert LIBRARY not in sys.modules


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setattr(common_words, "find_spec", lambda _: None)
    with pytest.raises(InputError, match="lemminflect: is not installed; pip install lemminflect"):
        common_words._listed.__wrapped__(EN)
