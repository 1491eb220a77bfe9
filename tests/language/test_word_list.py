"""Words are found in every form, with a prefix apart, and by the parts of a compound."""

import pytest

from generator.language.word_list import (
    FILE,
    WordList,
    are_family,
    english_stems,
    german_english,
)

LINES = (
    "ablehnen\t\treject, turn down, decline",
    "annehmen\tnimmt nahm angenommen genommen\taccept, suppose, all over",
    "Brücke\t\tbridge",
    "Bau\tBauten\tconstruction, building",
    "verweigern\t\trefuse, reject, turn down, decline",
    "Weg\t\tway, path",
)


@pytest.fixture(scope="module")
def words():
    return WordList(LINES)


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("ablehnte", "ablehnen"),
        ("abgelehnt", "ablehnen"),
        ("abzulehnen", "ablehnen"),
        ("angenommen", "annehmen"),
        ("annahm", "annehmen"),
        ("Brücken", "Brücke"),
        ("Bauten", "Bau"),
        ("verweigerte", "verweigern"),
    ],
)
def test_a_word_is_found_in_any_form(words, word, first):
    assert words.first_forms(word) == (first,)


def test_a_verb_is_found_without_its_prefix(words):
    assert words.verbs("lehnten")["ab"] == ["ablehnen"]
    assert words.verbs("nahm")["an"] == ["annehmen"]
    assert "ab" not in words.verbs("nahm")
    assert words.first_forms("lehnten") == ()


def test_a_compound_is_found_by_its_parts(words):
    assert words.parts("Brückenbau") == ("Brücke", "Bau")
    assert words.parts("Brückenzoll") == ()
    assert words.parts("Brücke") == ()


def test_what_stands_for_a_word_is_known_by_its_stems(words):
    meaning = words.meaning("annehmen")
    assert english_stems("accepted") <= meaning.stems
    assert meaning.phrases == ("all over",)
    assert words.is_rendering(english_stems("bridges"))
    assert not words.is_rendering(english_stems("tunnel"))


def test_words_that_share_renderings_are_related(words):
    assert english_stems("refusing") <= words.related("ablehnen")
    assert not english_stems("accepting") <= words.related("ablehnen")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("decid", "decis", True), ("reject", "rejoin", False), ("act", "act", False)],
)
def test_words_of_one_family_begin_alike(one, other, expected):
    assert are_family(one, other) is expected


def test_irregular_forms_have_the_stem_of_their_word():
    assert english_stems("found") >= english_stems("find")
    assert english_stems("mice") >= english_stems("mouse")


def test_the_list_is_well_formed():
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()]
    assert all(len(row) == 3 and row[0] and row[2] for row in rows)
    names = [row[0] for row in rows]
    assert names == sorted(set(names), key=lambda name: (name.lower(), name))
    assert all(part.strip() == part and part for row in rows for part in row[2].split(", "))


def test_the_list_has_what_it_is_for():
    listed = german_english()
    assert english_stems("reject") <= listed.meaning("ablehnen").stems
    assert listed.first_forms("versicherten")[0] == "versichern"


def test_a_participle_of_a_verb_with_a_prefix_is_found():
    assert "zurücktreten" in german_english().first_forms("zurückgetreten")


def test_a_compound_may_have_three_parts():
    listed = german_english()
    assert {"Flug", "Ticket", "Abgabe"} <= set(listed.parts("Flugticketabgabe"))
    assert listed.parts("Flugtiggetabgabe") == ()
