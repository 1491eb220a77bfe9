"""A word is found however it is typed: with umlauts or without, large or small, with accents or not."""

import pytest

from generator.publish.search.words import searchable, words_in
from tests.publish.search.tables import SEARCHABLE, WORDS


@pytest.mark.parametrize(("word", "expected"), SEARCHABLE.items())
def test_one_word_is_one_however_it_is_written(word, expected):
    assert searchable(word) == expected


@pytest.mark.parametrize(("text", "expected"), WORDS.items())
def test_words_of_a_text(text, expected):
    assert list(words_in(text)) == expected


@pytest.mark.parametrize("word", [*SEARCHABLE, "Beziehungen", "queue"])
def test_what_is_searchable_stays_as_it_is(word):
    assert searchable(searchable(word)) == searchable(word)
