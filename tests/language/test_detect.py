"""The language of texts and lines."""

import pytest

from generator.language import detect
from generator.language.detect import is_foreign, language_of
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


def test_a_text_tells_its_language():
    assert language_of(" ".join(line for line, language, foreign in LINES[:1])) == DE
    assert language_of("x y z.") is None
    # More likely German than anything else, and not for sure.
    assert language_of("Bericht aus Moskau") is None
