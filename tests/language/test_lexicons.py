"""The tables of words hold what their users expect of them."""

import pytest

from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language

GERMAN, ENGLISH = Language("de"), Language("en")


@pytest.mark.parametrize("language", list(LEXICONS))
def test_words_to_look_up_are_folded(language: Language) -> None:
    words = LEXICONS[language].function_words
    assert words == {fold(word) for word in words}


@pytest.mark.parametrize("language", list(LEXICONS))
def test_there_are_twelve_months_and_seven_weekdays(language: Language) -> None:
    calendar = LEXICONS[language].calendar
    assert set(calendar.months.values()) == set(range(1, 13))
    assert set(calendar.weekdays.values()) == set(range(7))
    assert set(calendar.short_weekdays.values()) == set(range(7))


def test_months_as_they_stand_in_noisy_texts() -> None:
    months = LEXICONS.months
    assert [months[word] for word in ("jänner", "maerz", "mrz", "sept", "may", "okt", "oct")] == [
        1,
        3,
        3,
        9,
        5,
        10,
        10,
    ]


def test_an_abbreviation_is_no_full_name() -> None:
    assert "mai" in LEXICONS[GERMAN].calendar.months
    assert "mai" not in LEXICONS[GERMAN].calendar.short_months


def test_one_folding_for_all_words() -> None:
    assert fold("Außerdem") in LEXICONS[GERMAN].function_words
    assert fold("don’t") == "don't"


def test_lexicons_are_read_only() -> None:
    with pytest.raises(TypeError):
        LEXICONS.months["brumaire"] = 2  # type: ignore[index]
    assert {"the", "und"} <= LEXICONS.function_words


@pytest.mark.parametrize(
    ("word", "is_title"),
    [
        ("President", True),
        ("Außenministerin", True),
        ("Generaloberst", True),
        ("spokesmen", False),
        ("Dr", True),
        ("Herrn", True),
        ("counterpart", True),
        ("Amtskollegen", True),
        ("Ministry", False),
        ("Xi", False),
    ],
)
def test_titles_are_known_by_their_ends(word: str, is_title: bool) -> None:
    assert LEXICONS.is_title(word) is is_title


def test_an_office_is_no_relation() -> None:
    assert LEXICONS.is_office("sprecherin")
    assert not LEXICONS.is_office("counterpart")


def test_a_word_that_names_begin_with_opens_no_sentence() -> None:
    english = LEXICONS[ENGLISH]
    assert "the" in english.openers
    assert "first" in english.function_words
    assert "first" not in english.openers


def test_a_language_without_a_lexicon_is_read_like_english() -> None:
    assert LEXICONS.nearest(Language("fr")) is LEXICONS[ENGLISH]
    assert LEXICONS[GERMAN].decimal == ","
