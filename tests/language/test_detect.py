"""The language of texts and lines."""

import pytest

from generator.language import detect
from generator.language.detect import guess_language, is_foreign
from generator.model import Language

DE, EN = Language("de"), Language("en")
LINES = (
    # as many small words as prose has: no need to ask the model
    ("Am Montag haben die beiden Marinen mit einer Übung im Meer begonnen.", DE, False),
    ("The two navies began an exercise at sea on Monday, as they do in spring.", EN, False),
    # prose in the other language, with words that both have
    ("The war in Ukraine was over, so the man in charge said.", DE, True),
    ("In Bad Tölz hat man die alte Brücke an der Isar also doch gesperrt.", EN, True),
    # hardly any small words: the model is asked, and is not sure of names
    ("Vladivostok, Pacific Fleet, Admiral Panteleyev, Marshal Shaposhnikov", DE, False),
    ("Polska Norwegia Szwecja Dania wspólne ćwiczenia wojskowe", EN, True),
    # small words, but too few of them
    ("The Voice of Poland: uczestnicy zaśpiewali wspólnie wczoraj wieczorem", EN, True),
    # too short to tell, however sure the model is
    ("Szukaj", EN, False),
    ("więcej zdjęć", EN, False),
    ("Zobacz więcej", EN, True),
)


@pytest.mark.parametrize(("line", "language", "foreign"), LINES)
def test_a_line_is_foreign_only_where_that_is_certain(line, language, foreign):
    assert is_foreign(line, language) is foreign


def test_the_model_is_not_asked_of_plain_prose(monkeypatch):
    """Of eleven words, three or four are small ones."""
    monkeypatch.setattr(detect, "rank_languages", pytest.fail)
    assert not is_foreign(
        "The Chinese navies of both fleets practised manoeuvres beside Vladivostok island", EN
    )


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
