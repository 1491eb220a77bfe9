"""Compounds are found by what they end with, as far as the site knows it as a word."""

import pytest

from generator.publish.search.words import parts_of

KNOWN = frozenset("konferenz minister ministerium amt essen presse tag haupt fragen vertrag".split())


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("pressekonferenz", ["konferenz"]),
        ("pressekonferenzen", ["konferenz"]),
        ("verteidigungsministerium", ["ministerium"]),
        ("vizeministerpressekonferenz", ["konferenz"]),
        ("sicherheitsfragen", ["fragen"]),
        ("freundschaftsvertrags", ["vertrag"]),
    ],
)
def test_parts(compound, parts):
    assert list(parts_of(compound, KNOWN)) == parts


def test_a_part_may_have_parts():
    known = KNOWN | {"pressekonferenz"}
    assert list(parts_of("jahrespressekonferenz", known)) == ["pressekonferenz", "konferenz"]


@pytest.mark.parametrize("word", ["hafenamt", "konferenz", "xkonferenz", "stkonferenz", "abkommen"])
def test_no_parts(word):
    """Of three letters, known alone, without a vowel before it, or unknown."""
    assert list(parts_of(word, KNOWN)) == []


def test_a_short_part_needs_a_known_word_before_it():
    known = {"haus", "rathaus", "hafen"}
    assert list(parts_of("hafenhaus", known)) == ["haus"]
    assert list(parts_of("gartenhaus", known)) == []


def test_a_long_word_takes_no_longer_than_its_length_says():
    assert list(parts_of("a" * 400, {"a" * 5})) != []
