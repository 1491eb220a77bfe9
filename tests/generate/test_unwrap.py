"""Lines broken at a width become paragraphs; lines that are paragraphs stay."""

import pytest

from generator.generate.clean.wrapped import join_words, unwrap
from generator.generate.read.encoding import normalise
from generator.generate.seed_text import read_lines

WRAPPED = """Hafen Nachrichten

Am Montag liefen im Hafen der kleinen Stadt zehn Schiffe der Feuer-
wehr aus. Sie sollen nach Angaben der Leitung eine Woche lang üben,
wie ein Brand auf hoher See zu löschen ist. An der Übung nehmen
auch Boote der Küstenwache teil.

Die Ein- und Ausfahrt bleibt in dieser Zeit für andere gesperrt,
sagte ein Sprecher. Fähren fahren weiter nach Plan, aber mit mehr
Abstand zu den Schiffen.
"""


def test_a_wrapped_text_is_unwrapped_and_keeps_its_line_numbers():
    lines = unwrap(read_lines(WRAPPED))
    assert [line.number for line in lines] == [1, 3, 8]
    assert "Schiffe der Feuerwehr aus. Sie sollen" in lines[1].text
    assert lines[1].text.endswith("Küstenwache teil.")
    assert lines[2].text.startswith("Die Ein- und Ausfahrt")


def test_a_word_that_the_text_has_with_its_hyphen_keeps_it():
    text = WRAPPED + "\nDie Feuer-wehr übt.\n"
    assert "der Feuer-wehr aus" in unwrap(read_lines(text))[1].text


def test_lines_that_are_paragraphs_stay():
    text = "\n".join(["Ten ships left the port on Monday, officials said.", "and so on", "a list"] * 4)
    lines = read_lines(text)
    assert unwrap(lines) == lines


@pytest.mark.parametrize("join", [unwrap, join_words])
def test_a_soft_hyphen_at_a_line_s_end_joins_its_word_in_any_text(join):
    text = "Der Umbau des Hafens kostet zwei Millio\u00ad \nnen Euro.\n"
    text += "Der Rat ent\u00adschied dar\u00ad\nü\u00ad\nber.\u00ad\n"
    lines = join(read_lines(normalise(text)))
    assert [(line.number, line.text) for line in lines] == [
        (1, "Der Umbau des Hafens kostet zwei Millionen Euro."),
        (3, "Der Rat entschied darüber."),
    ]


def test_a_soft_hyphen_joins_within_a_wrapped_paragraph():
    lines = unwrap(read_lines(normalise(WRAPPED.replace("Feuer-", "Feuer\u00ad"))))
    assert [line.number for line in lines] == [1, 3, 8]
    assert "Schiffe der Feuerwehr aus. Sie sollen" in lines[1].text
