"""Texts as words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.language import words
from generator.language.words import Words


def split(text: str) -> list[str]:
    found = Words(text)
    return [found[number] for number in range(len(found))]


def test_words_are_runs_of_letters_and_digits():
    assert split("Mid-August 2023: it isn't 3.5 %") == ["Mid", "August", "2023", "it", "isn", "t", "3", "5"]


def test_a_sign_of_chinese_script_is_a_word():
    assert split("国防部 says") == ["国", "防", "部", "says"]


def test_accents_written_as_characters_of_their_own_belong_to_the_word():
    assert split("Ma\u0308rz und Ngo\u0302") == ["Ma\u0308rz", "und", "Ngo\u0302"]


def test_with_apostrophes_a_possessive_is_one_word():
    assert re.findall(words.WORD_WITH_APOSTROPHES, "People's Forces' staff") == [
        "People's",
        "Forces",
        "staff",
    ]


@given(st.text())
def test_every_letter_is_in_exactly_one_word(text):
    found = Words(text)
    inside = {place for start, end in found.spans for place in range(start, end)}
    assert all(place in inside for place, char in enumerate(text) if char.isalnum())
    assert sum(end - start for start, end in found.spans) == len(inside)
