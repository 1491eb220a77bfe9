"""What a text calls for is found in whatever form grammar gives it, and what a translation lacks is told."""

import pytest

from generator.model import Language, Term
from generator.terms import TermBase, violations
from generator.terms.glossary import is_proper
from tests import kinds
from tests.builders import record
from tests.effort import filled, is_linear

DE, EN, ZH = Language("de"), Language("en"), Language("zh")


def term(de, en, *wrong: str, article: bool = True) -> Term:
    spellings = {DE: (de,) if isinstance(de, str) else de, EN: (en,) if isinstance(en, str) else en}
    return Term(spellings, wrong, article)


RECORDS = {
    r.slug: r
    for r in (
        record("shoigu", kinds.PERSON, "Sergei Shoigu", "Sergej Schoigu",
               de="Sergei Schoigu", ru="Шойгу", short_names=("Schoigu", "Shoigu"), context=("russ",)),
        record("belousov", kinds.PERSON, "Andrei Belousov", "Andrej Beloussow", "Andrey Belousov",
               de="Andrei Beloussow", ru="Б", short_names=("Belousow",), context=("russ",)),
        record("putin", kinds.PERSON, "Vladimir Putin", de="Wladimir Putin", ru="Путин"),
        record("wu-qian", kinds.PERSON, "Wu Qian", "Ngo Khiem", de="Wu Qian", zh="吴谦"),
        record("jsd", kinds.BODY, "Joint Staff Department", "Vereinigter Stab",
               de="Abteilung des Vereinigten Stabes"),
        record("patrols", kinds.EXERCISE, "Joint maritime patrols", de="Gemeinsame Seepatrouillen"),
        record("vladivostok", kinds.PLACE, "Vladivostok", de="Wladiwostok"),
    )
}  # fmt: skip
TERMS = TermBase(
    [
        term("Peking", "Beijing", article=False),
        term(("strategische Koordinierungspartnerschaft", "strategische Koordinationspartnerschaft"),
             "strategic partnership of coordination", "strategic coordination partnership"),
        term("umfassende strategische Koordinierungspartnerschaft",
             "comprehensive strategic partnership of coordination"),
        term("gemeinsame Übung", ("joint exercise", "joint drill")),
        term("USA", "United States"),
    ],
    RECORDS,
)  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("der strategischen Koordinierungspartnerschaft", "strategic partnership of coordination"),
        ("Strategische Koordinationspartnerschaften", "strategic partnership of coordination"),
        ("umfassenden strategischen Koordinierungspartnerschaft", "comprehensive strategic partnership of"),
        ("Pekings Haltung", "Beijing"),
        ("in Peking-Kreisen", "Beijing"),
        ("gemeinsamen Übungen", "joint exercise"),
        ("in den USA", "United States"),
        ("Sergej Schoigu", "Sergei Shoigu"),
        ("Schoigus Besuch", "Shoigu"),
        ("Minister Beloussow", "Belousov"),
        ("Minister Belousow", "Belousov"),
        ("Ngo Khiem sagte", "Wu Qian"),
        ("Wladiwostoks Hafen", "Vladivostok"),
        ("der Abteilung des Vereinigten Stabes", "Joint Staff Department"),
    ],
)
def test_a_rendering_is_called_for_in_every_form(source, expected):
    (found,) = violations(source, "", TERMS, DE, EN)
    assert found.expected.startswith(expected)


@pytest.mark.parametrize(
    "source",
    [
        "Pekinger Ente und Pekinese",
        "peking",
        "Koordinierungspartnerschaft allein",
        "die strategische. Koordinierungspartnerschaft",
        "usa",
        "Putin spricht",  # spelled alike: nothing to fix
        "der Vereinigte Stab",  # of a body, only the name itself is fixed
        "gemeinsame Seepatrouillen",  # a description and no name
        "Schoiguer",
        "Herr Ngo",  # Vietnamese for Wu, and other people's name
        "",
    ],
)
def test_words_that_are_another_word_call_for_nothing(source):
    assert violations(source, "", TERMS, DE, EN) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Peking lud Peking ein", "Beijing invited it"),
        ("strategische Koordinierungspartnerschaft", "Strategic Partnership of Coordination"),
        ("strategische Koordinierungspartnerschaften", "strategic partnerships of coordination"),
        ("gemeinsame Übung", "two joint drills"),
        ("Schoigus Besuch", "Shoigu’s visit"),
        ("Sergej Schoigu und Schoigu", "Sergei Shoigu and Shoigu"),
        ("Andrej Beloussow kam", "Belousov came"),
    ],
)
def test_a_translation_that_obeys_has_no_violations(source, target):
    assert violations(source, target, TERMS, DE, EN) == ()


def test_a_surname_will_do_unless_another_name_goes_on_from_it():
    assert violations("Wu Qian kam", "Wu came", TERMS, DE, EN) == ()
    assert len(violations("Wu Qian kam", "Wu Chien came", TERMS, DE, EN)) == 1


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Peking", "Peking", "“Peking” is to be “Beijing”, not “Peking”"),
        ("aus Peking", "from China", "“Peking” is to be “Beijing”"),
        (
            "der strategischen Koordinierungspartnerschaft",
            "the strategic coordination partnership",
            "“strategischen Koordinierungspartnerschaft” is to be “strategic partnership of coordination”, "
            "not “strategic coordination partnership”",
        ),
        (
            "Andrej Beloussow",
            "Andrey Belousov",
            "“Andrej Beloussow” is to be “Andrei Belousov”, not “Andrey Belousov”",
        ),
    ],
)  # fmt: skip
def test_a_violation_says_what_is_there_and_what_should_be(source, target, message):
    assert [str(found) for found in violations(source, target, TERMS, DE, EN)] == [message]


def test_a_violation_names_the_file_that_fixes_it():
    found = violations("Schoigu in Peking", "", TERMS, DE, EN)
    assert [one.origin for one in found] == ["content/records/shoigu.md", "content/terms.yml"]


def test_the_longer_term_is_asked_for_and_not_the_one_in_it():
    source = "die umfassende strategische Koordinierungspartnerschaft"
    (found,) = violations(source, "the strategic partnership of coordination", TERMS, DE, EN)
    assert found.expected == "comprehensive strategic partnership of coordination"


def test_an_entry_of_the_term_base_wins_over_a_record():
    base = TermBase([term("Schoigu", "Shoygu", article=False)], RECORDS)
    assert [one.expected for one in violations("Schoigu", "", base, DE, EN)] == ["Shoygu"]


def test_a_surname_of_two_people_spelled_in_two_ways_is_left_open():
    people = {
        r.slug: r
        for r in (
            record("a", kinds.PERSON, "Ivan Lukov", de="Iwan Lukow"),
            record(
                "b",
                kinds.PERSON,
                "Olga Lukow",
                de="Olga Lukow",
                short_names=("Lukow",),
                context=("russ",),
            ),
            record("c", kinds.PERSON, "Oleg Loukov", de="Oleg Lukow"),
        )
    }
    assert violations("Lukow", "", TermBase([], people), DE, EN) == ()
    assert len(violations("Iwan Lukow", "", TermBase([], people), DE, EN)) == 1


def test_it_works_the_other_way_round():
    (found,) = violations("Beijing's answer", "Beijings Antwort", TERMS, EN, DE)
    assert (found.source, found.expected) == ("Beijing", "Peking")
    assert violations("Shoigu came", "Schoigu kam", TERMS, EN, DE) == ()


@pytest.mark.parametrize(
    ("source", "target", "languages", "found"),
    [
        ("Das Gift", "The gift", (DE, EN), ["gift"]),
        ("Das Gift", "The poison", (DE, EN), []),
        ("The poison", "Das Gift", (EN, DE), []),
        ("The poison", "Das Poison", (EN, DE), ["Poison"]),
    ],
)
def test_a_word_that_only_looks_like_the_other_languages_is_wrong_in_one(source, target, languages, found):
    terms = TermBase([term("Gift", "poison", "gift")])
    assert [one.found for one in violations(source, target, terms, *languages)] == found


def test_chinese_needs_no_spaces():
    assert [one.expected for one in violations("国防部发言人吴谦说", "", TERMS, ZH, EN)] == ["Wu Qian"]
    assert violations("国防部发言人吴谦说", "spokesman Wu Qian said", TERMS, ZH, EN) == ()


@pytest.mark.parametrize(
    "text", ["Peking ", "strategische ", "x", "Peking-", "'", "umfassende strategische ", "吴"]
)
def test_the_effort_grows_with_the_text(text):
    def look(size: int) -> None:
        violations(filled(text, size), filled(text, size), TERMS, DE, EN)

    assert is_linear(look, 5_000, 20_000)


@pytest.mark.parametrize("text", ["x", "'", "x-"])
def test_a_megabyte_of_anything_is_read(text):
    """Nothing is timed: what tries quadratically many ways would not end here."""
    long = filled(text, 1_000_000)
    assert violations(long, long, TERMS, DE, EN) == ()


@pytest.mark.parametrize(
    ("name", "proper"),
    [("Joint Staff Department", True), ("Agency for Trade", True), ("Talks with Japan", False)],
)
def test_a_description_has_a_small_word_of_four_letters(name, proper):
    assert is_proper(name) is proper


@pytest.mark.parametrize(
    ("name", "has_article"),
    [("Shoigu", False), ("Ministry of Defence", True), ("drill", True), ("Zapad 2021", False)],
)
def test_a_name_of_one_word_has_no_article(name, has_article):
    (place,) = TermBase([term("Wort", name)]).between(DE, EN).find("Wort")
    assert place.phrase.owner.article is has_article
