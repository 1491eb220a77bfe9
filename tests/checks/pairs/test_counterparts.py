"""Words have their counterpart in the other text or not, and it is told how much is missing."""

from generator.checks.pairs.counterparts import counterparts, is_literal, missing, near
from generator.checks.pairs.words import part_of
from generator.model import ENGLISH, GERMAN

GERMAN_TEXT = "Der Rat lehnte den Antrag mit großer Mehrheit ab. Die Brücke bleibt bis zum Sommer gesperrt."


def loose(words):
    return [one.word.surface for one in words if one.is_loose]


def test_a_good_translation_leaves_nothing_loose():
    told = counterparts(
        GERMAN_TEXT,
        "The council rejected the motion by a large majority. The bridge will stay closed until summer.",
    )
    assert loose(told.german) == loose(told.english) == []
    assert missing(told, GERMAN).row == missing(told, ENGLISH).row == 0


def test_another_word_is_loose_in_both():
    told = counterparts(
        GERMAN_TEXT,
        "The council rejected the motion by a large majority. The tunnel will stay closed until summer.",
    )
    assert (loose(told.german), loose(told.english)) == (["Brücke"], ["tunnel"])


def test_what_is_left_out_is_missing_in_a_row():
    told = counterparts(GERMAN_TEXT, "The bridge will stay closed until summer.")
    found = missing(told, GERMAN)
    assert found.row >= 4
    assert found.longer == found.row
    assert missing(told, ENGLISH).row == 0


def test_a_counterpart_may_be_anywhere():
    english = "The bridge will stay closed until summer. The council rejected the motion by a large majority."
    told = counterparts(GERMAN_TEXT, english)
    first = part_of(GERMAN_TEXT, 0, GERMAN_TEXT.index(".") + 1), part_of(english, 0, english.index(".") + 1)
    part = told.within(*first)
    assert [one.word.surface for one in part.german][-1] == "Mehrheit"
    assert loose(part.german) == []


def test_names_and_numbers_are_left_to_others():
    told = counterparts("Am Montag kamen zwölf Gäste nach Zwiesel.", "Twelve guests came to Regen on Monday.")
    assert [one.word.surface for one in told.german if one.is_known] == ["kamen", "Gäste"]


def test_word_by_word_or_not():
    literal = counterparts("Der Rat lehnte den Antrag ab.", "The council did not reject the motion.")
    assert is_literal(literal)
    free = counterparts(
        "Die Stadt lässt am neuen Gesetz kein gutes Haar.",
        "The new law has been torn to shreds by mayors.",
    )
    assert not is_literal(free)
    assert is_literal(near(literal, ENGLISH, 12))


def test_some_words_are_not_looked_at():
    told = counterparts("Die Brücke ist gesperrt.", "The tunnel and the ferry are closed.")
    assert not is_literal(told)
    assert is_literal(told, besides=("tunnel", "Brücke"))


def test_a_prefix_stands_behind_a_date():
    told = counterparts(
        "Der Rat lehnte am 3. Mai den Antrag ab.", "The council rejected the motion on 3 May."
    )
    assert loose(told.german) == loose(told.english) == []
    told = counterparts("Der Rat lehnte dies 1996. Ab Mai regnet es.", "The council rejected it in 1996.")
    assert "rejected" in loose(told.english)
