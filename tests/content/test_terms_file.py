"""The term base is read whole or refused with everything that is wrong with it."""

import pytest

from generator.content.terms_file import load_terms, parse_terms
from generator.errors import InputError
from generator.model import Term
from tests.conftest import ROOT


def test_without_a_file_there_are_no_terms(tmp_path):
    assert load_terms(tmp_path) == ()


@pytest.mark.parametrize("text", ["", "terms:\n", "# nothing yet\n"])
def test_an_empty_file_has_no_terms(text):
    assert parse_terms(text, "content/terms.yml") == ()


def test_an_entry_has_one_spelling_or_several():
    peking = "- {de: [Peking, Beijing], en: Beijing, not: [Pekin], article: false}"
    text = f"terms:\n{peking}\n- {{de: Rat, en: council}}"
    assert parse_terms(text, "t.yml") == (
        Term({"de": ("Peking", "Beijing"), "en": ("Beijing",)}, ("Pekin",), article=False),
        Term({"de": ("Rat",), "en": ("council",)}),
    )


def test_a_spelling_of_two_hundred_characters_is_fine():
    assert len(parse_terms(f"terms:\n- {{de: Peking, en: {'x' * 200}}}", "t.yml")) == 1


def test_the_same_rendering_in_two_languages_is_fine():
    assert len(parse_terms("terms:\n- {de: Donbass, en: Donbass}", "t.yml")) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("begriffe: []", "begriffe is not a known key"),
        ("terms: Peking", "terms must be a list of `key: value` groups"),
        ("terms:\n- Peking", "terms[1] must be a group of `key: value` lines"),
        ("terms:\n- Peking\n- {de: Rat, nott: x}", "line 3: terms[2].nott is not a known key"),
        ("terms:\n- {de: Peking, english: Beijing}", "terms[1] (Peking): english is not a known key"),
        ("terms:\n- {de: Peking}", "terms[1] (Peking): needs two languages, such as de and en"),
        ("terms:\n- {not: [x]}", "terms[1].needs two languages"),
        ("terms:\n- {de: Peking, en: []}", "terms[1] (Peking): en is empty"),
        ("terms:\n- {de: Peking, en: {a: b}}", "terms[1] (Peking): en must be a list of texts"),
        ("terms:\n- {de: Peking, en: '!'}", "terms[1] (Peking): en holds '!': write words"),
        ('terms:\n- {de: Peking, en: "Bei\\njing"}', "terms[1] (Peking): en holds 'Bei\\njing': write words"),
        (f"terms:\n- {{de: Peking, en: {'x' * 201}}}", "up to 200 characters"),
        ("terms:\n- {de: Rat, en: council, article: no}", "terms[1] (Rat): article must be true or false"),
        ("terms:\n- {de: Taiga, en: taiga, not: [TAIGA]}", "not holds 'TAIGA', which is right in each"),
        ("terms:\n- {de: [Peking, peking], en: Beijing}", "terms[1] (Peking): de holds 'Peking' twice"),
        (
            "terms:\n- {de: Peking, en: Beijing}\n- {de: peking, en: Pekin}",
            "terms[2] (peking): de 'peking' is in terms[1] too: put them in one entry",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(text, problem):
    with pytest.raises(InputError) as raised:
        parse_terms(text, "content/terms.yml")
    assert problem in raised.value.problem
    assert raised.value.place.partition(":")[0] == "content/terms.yml"
    assert "mend the entry" in raised.value.remedy
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("languages", ["de: Gift, en: poison", "en: poison, de: Gift"])
def test_a_word_may_be_wrong_that_is_right_in_another_language(languages):
    """Whichever comes first."""
    (term,) = parse_terms(f"terms:\n- {{{languages}, not: [gift]}}", "content/terms.yml")
    assert term.wrong == ("gift",)


def test_all_problems_are_listed():
    text = "terms:\n- {de: Peking}\n- {de: Rat, en: council, nott: [x]}\n- {de: Rat, en: board}"
    with pytest.raises(InputError) as raised:
        parse_terms(text, "t.yml")
    for part in ("(Peking): needs two", "(Rat): nott is not a known key", "'Rat' is in terms[2] too"):
        assert part in raised.value.problem


def test_broken_yaml_is_told_with_its_line():
    with pytest.raises(InputError) as raised:
        parse_terms("terms:\n- {de: Peking\n- x: [", "content/terms.yml")
    assert raised.value.place == "content/terms.yml:3"


@pytest.mark.usefixtures("first_chronology")
def test_the_sites_own_term_base_is_sound():
    assert load_terms(ROOT / "content")
