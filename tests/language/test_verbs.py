"""Whether a clause has a verb, and whether it tells something as over."""

import pytest

from generator.language.verbs import has_verb, is_past, only_says, plans

EN, DE = "en", "de"
VERBS = (
    (EN, "The hall burned down"),
    (EN, "They met in Bonn"),
    (EN, "They meet tomorrow"),
    (EN, "The show opens in May"),
    (EN, "a meeting was held"),
    (EN, "they will sail"),
    (DE, "Das Rathaus brannte"),
    (DE, "sie trafen sich"),
    (DE, "Er trat zurück"),
    (DE, "Die Messe findet statt"),
    (DE, "das Haus wurde verkauft"),
    (DE, "Es wird geprobt"),
    (DE, "weil er ihn verließ"),
    ("fr", "Le musée"),
)
NO_VERBS = (
    (EN, "Press Release, Tuesday"),
    (EN, "By Ada Berg for the Daily Post"),
    (EN, "a Birthday Party at the Museum"),
    (DE, "Interview mit dem Minister"),
    (DE, "Pressemitteilung des Landes vom 5. Mai"),
    (DE, "Von Adam Berg und Eva Tal"),
)


@pytest.mark.parametrize(("language", "text"), VERBS)
def test_a_clause_has_a_verb(language, text):
    assert has_verb(text, language)


@pytest.mark.parametrize(("language", "text"), NO_VERBS)
def test_a_heading_or_byline_has_none(language, text):
    assert not has_verb(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (EN, "They met in Bonn", True),
        (EN, "It has been closed", True),
        (EN, "The hall burned down", True),
        (EN, "They will meet", False),
        (EN, "The show opens in May", False),
        (EN, "The hall is to be opened", False),
        (DE, "Sie trafen sich", True),
        (DE, "Das Rathaus brannte", True),
        (DE, "sie reisten ab", True),
        (DE, "Er hat zugestimmt", True),
        (DE, "Die Halle ist abgerissen", True),
        (DE, "Die Messe wird eröffnet", False),
        (DE, "Die nächste Messe findet statt", False),
        (DE, "Sie bieten einen Rundgang an", False),
        (DE, "Die bedeutendste Messe beginnt heute", False),
        (DE, "Sie könnten verlieren", False),
    ],
)
def test_what_is_told_as_over(language, text, expected):
    assert is_past(text, language) is expected


def test_what_only_says_that_somebody_spoke():
    assert only_says("She said last night", EN)
    assert only_says("wie der Sprecher am Montag sagte", DE)
    assert not only_says("She said last night that the hall burned", EN)
    assert not only_says("The hall burned", EN)


def test_what_tells_of_a_plan():
    assert plans("they agreed on a summit")
    assert plans("die Abstimmung wurde vertagt")
    assert not plans("the hall burned")
