"""The language of texts and lines."""

import pytest

from generator.language import detect
from generator.language.detect import guess_language, is_plainly
from generator.model import Language

DE, EN = Language("de"), Language("en")
LINES = (
    ("Am Montag haben die beiden Marinen mit einer Übung im Meer begonnen.", DE, True),
    ("The two navies began an exercise at sea on Monday, as they do in spring.", EN, True),
    # Of eleven words, three are small ones.
    ("The Chinese navies of both fleets practised manoeuvres beside Vladivostok island", EN, True),
    # prose in the other language, with words that both have
    ("The war in Ukraine was over, so the man in charge said.", DE, False),
    ("In Bad Tölz hat man die alte Brücke an der Isar also doch gesperrt.", EN, False),
    # hardly any small words
    ("Vladivostok, Pacific Fleet, Admiral Panteleyev, Marshal Shaposhnikov", EN, False),
    ("The Voice of Poland: uczestnicy zaśpiewali wspólnie wczoraj wieczorem", EN, False),
)


@pytest.mark.parametrize(("line", "language", "plainly"), LINES)
def test_prose_has_the_small_words_of_its_language(line, language, plainly):
    assert is_plainly(line, language) is plainly


@pytest.mark.parametrize(
    ("text", "language", "is_sure"),
    [
        # as a title or a short notice is
        ("Navies to hold exercise in the Baltic", EN, True),
        ("Bericht aus Moskau", DE, True),
        ("Und am Abend tauſcht man die Nachrichten", DE, True),
        # names leave it open
        ("Villa Galaxy", EN, False),
        # another language than was expected needs a few words more
        ("Ćwiczenia wojskowe na Morzu Bałtyckim rozpoczęły się wczoraj rano", Language("pl"), True),
        ("Les marines des deux pays ont commencé hier un exercice commun", Language("fr"), True),
    ],
)
def test_a_text_tells_its_language(text, language, is_sure):
    guess = guess_language(text, (DE, EN))
    assert (guess.language, guess.is_sure) == (language, is_sure)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            DE,
            "Am Montag haben die beiden Marinen mit einer Übung im Meer begonnen, wie sie es in jedem "
            "Frühjahr tun, und sie werden damit bis zum Ende der Woche nicht fertig, weil es zu viele sind.",
        ),
        (
            EN,
            "The two navies began an exercise at sea on Monday, as they do in spring of every year, and they "
            "will not be done with it before the end of the week, because there were so many of them.",
        ),
    ],
)
def test_the_model_is_not_asked_of_a_text_with_many_small_words(language, text, monkeypatch):
    monkeypatch.setattr(detect, "rank_languages", pytest.fail)
    assert guess_language(text, (EN, DE)).language == language


def test_the_model_is_asked_of_a_text_that_has_few_though_often():
    text = (
        "Die man werk al jare lank by die skool, maar sy vrou het gister eers gehoor dat hulle kinders nie "
        "meer daar leer nie; die hoof was in die tuin en niemand kon verduidelik hoekom dit so gebeur het."
    )
    assert guess_language(text, (DE, EN)).language == "af"


@pytest.mark.parametrize("expected", [(DE, EN), (EN, DE)])
def test_where_nothing_tells_a_text_is_in_the_first_language_expected(expected):
    guess = guess_language("12", expected)
    assert guess.language == expected[0]
    assert not guess.is_sure


def test_an_expected_language_wins_where_it_is_about_as_likely():
    """Danish and Swedish look alike."""
    text = "Fregatten Iver i Helsingborg"
    assert {guess_language(text, (Language(code),)).language for code in ("sv", "da")} == {"sv", "da"}
