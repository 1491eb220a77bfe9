"""Which names may be one in two languages."""

import pytest

from generator.checks.pairs.places import other_names
from generator.checks.pairs.sounds import is_alike, is_same, sound
from tests.checks.pairs.test_check_pair import DE, EN


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Walter", "Walter"),
        ("Müller", "Mueller"),
        ("Strauß", "Strauss"),
        ("Jermolow", "Yermolov"),
        ("Kuschtschenko", "Kushchenko"),
        ("Dschalil", "Jalil"),
        ("Chatami", "Khatami"),
        ("Lewizki", "Levitsky"),
        ("Tschaschin", "Chashin"),
        ("Schukowa", "Zhukova"),
        ("Dvořák", "Dvorak"),
    ],
)
def test_a_name_is_the_same_or_spelled_anew(german, english):
    assert is_same(german, DE, english, EN)
    assert is_same(english, EN, german, DE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Walker", "Walter"),
        ("Müller", "Möller"),
        ("Ortega", "Ortiz"),
        ("Hoffmann", "Hofmeister"),
        ("Jermolow", "Jermakow"),
        ("Schulz", "Scholz"),
    ],
)
def test_another_name_is_not(one, other):
    assert not is_same(one, DE, other, EN)
    assert not is_same(other, EN, one, DE)


@pytest.mark.parametrize(
    ("german", "english", "expected"),
    [
        ("Köln", "Cologne", True),
        ("Lüttich", "Liège", True),
        ("Mailand", "Milan", True),
        ("Wiener", "Viennese", True),
        ("Rostock", "Hamburg", False),
        ("Ausbruch", "Hamburg", False),
        ("Kiel", "Essen", False),
    ],
)
def test_a_place_sounds_alike(german, english, expected):
    assert is_alike(sound(german), sound(english)) == expected


def test_places_are_called_otherwise_elsewhere():
    assert "burma" in other_names()["myanmar"]
    assert "yangon" in other_names()["rangun"]
    assert "prague" in other_names()["prag"]
    assert "hamburg" not in other_names()
