"""Paragraphs a publisher prints again and again."""

import pytest

from generator.links.accounts import recurring_paragraphs
from tests.effort import is_linear
from tests.links.chronicle import entry

FOOT = "About the ministry: it was founded in 1954 and carries out the treaty between the two countries."


def recurring(*texts: str, publisher: str | None = "Ministry") -> set[tuple[str, str]]:
    """Of entries a, b, c … with one own paragraph and one of these."""
    own = ("Ships left.", "Rain fell.", "Bread rose.", "Stars shone.", "Wine flowed.")
    return set(
        recurring_paragraphs(
            entry(slug, f"{first} Nothing else was told of it.", text, publisher=publisher)
            for slug, first, text in zip("abcde", own, texts, strict=False)
        )
    )


def test_a_paragraph_in_more_than_two_texts_recurs():
    assert recurring(FOOT, FOOT) == set()
    assert recurring(FOOT, FOOT, FOOT) == {("a", "s2"), ("b", "s2"), ("c", "s2")}


VARIANTS = [
    FOOT.replace("1954", "1955"),
    FOOT.upper(),
    FOOT.replace(",", " –").replace(":", ""),
]


@pytest.mark.parametrize("variant", VARIANTS)
def test_dates_and_signs_may_differ(variant):
    assert recurring(FOOT, FOOT, variant) == {("a", "s2"), ("b", "s2"), ("c", "s2")}


OTHERS = [
    "About the ministry: it sold its palace by the river and moved to the hills with all its horses.",
    "He carries out what was founded, and between the two of them the countries have no treaty to speak of.",
    "About the ministry: it was founded in 1954 and has forgotten where, when, by whom and what for.",
    FOOT.replace("founded", "established"),
    "",
    "1954 1955 1956 1957 1958.",
]


@pytest.mark.parametrize("other", OTHERS)
def test_a_common_beginning_or_common_words_are_not(other):
    assert recurring(FOOT, FOOT, other) == set()


def test_very_short_paragraphs_are_nobodys():
    assert recurring(*["He said so."] * 4) == set()
    assert len(recurring(*["He said so again."] * 4)) == 4


def test_each_publisher_has_its_own():
    entries = [entry(f"e{n}", FOOT, publisher=who) for n, who in enumerate(("A", "A", "B", "B"))]
    assert recurring_paragraphs(entries) == frozenset()


def test_unknown_publishers_count_as_one():
    assert len(recurring(FOOT, FOOT, FOOT, publisher=None)) == 3


def test_a_text_that_repeats_itself_is_one_text():
    assert (
        recurring_paragraphs([entry("a", FOOT, FOOT, FOOT), entry("b", "x"), entry("c", "y")]) == frozenset()
    )


def test_the_effort_grows_with_the_number_of_texts():
    def look(count: int) -> None:
        texts = [[f"{FOOT} {n} {m} " * 3 for m in range(3)] for n in range(count)]
        recurring_paragraphs([entry(f"e{n}", *paragraphs) for n, paragraphs in enumerate(texts)])

    assert is_linear(look, 50, 200)
