"""Sentences that are nearly the same are found with what a person made of them."""

import pytest

from generator.content.memory import Memory, Pair
from generator.model import Language, TranslationBy
from generator.translate.similar import LONGEST, Similar

DE, EN = Language("de"), Language("en")
KNOWN = "Die Übung dauert nach Angaben des Ministeriums eine Woche."


def similar(source: str = KNOWN, by: TranslationBy = TranslationBy.EDITOR) -> Similar:
    return Similar(Memory([Pair(DE, EN, source, "It lasts a week.", by, person="Ann")]))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Die Übung dauert nach Angaben des Ministeriums zwei Wochen.", True),
        ("Die Übungen dauern nach Angaben der Ministerien eine Woche.", True),
        ("Die Fähre fährt nach Angaben der Reederei einmal am Tag nach Norden.", False),
        (KNOWN, False),  # there is no work left with it
        ("", False),
    ],
)
def test_what_is_nearly_the_same_is_found(text, is_found):
    found = similar().find(text, DE, EN)
    assert [match.pair.target for match in found] == (["It lasts a week."] if is_found else [])
    assert all(70 <= match.alike < 100 for match in found)


def test_each_sentence_of_a_text_is_looked_for():
    text = (
        f"Etwas ganz anderes steht hier. {KNOWN.replace('eine Woche', 'zwei Wochen')} Und dann ist Schluss."
    )
    assert len(similar().find(text, DE, EN)) == 1


def test_the_same_sentence_helps_where_another_of_its_paragraph_is_not_known():
    text = f"Etwas ganz anderes steht hier. {KNOWN}"
    assert [match.alike for match in similar().find(text, DE, EN, is_translated=False)] == [100]
    assert not similar().find(text, DE, EN)


def test_what_machines_made_and_other_languages_are_no_help():
    text = KNOWN.replace("eine Woche", "zwei Wochen")
    assert not similar(by=TranslationBy.ARGOS).find(text, DE, EN)
    assert not similar().find(text, DE, Language("fr"))


def test_what_is_too_long_to_compare_is_left_out():
    assert not similar("a" * (LONGEST + 1)).find("a" * LONGEST, DE, EN)
    assert not similar().find("a" * (LONGEST + 1), DE, EN)
