"""What was worded in English, again in another language."""

from generator.messages import Messages
from generator.messages.reword import LONGEST, Reworder


class Shouted(Messages):
    def gettext(self, message: str) -> str:
        return {"{words} is missing": "WHERE IS {words}?", "short": "SHORT"}.get(message, message)


SHOUTED = Reworder(("short", "{one}, {others}", "{words} is missing"), Shouted(), str.title)


def test_the_words_of_a_form_and_what_stands_in_it_are_said_again():
    assert SHOUTED("short") == "SHORT"
    assert SHOUTED("short is missing") == "WHERE IS SHORT?"
    assert SHOUTED("short, x is missing") == "SHORT, WHERE IS X?"


def test_what_has_no_form_stays_as_otherwise_has_it():
    assert SHOUTED("nearly short") == "Nearly Short"
    assert SHOUTED("{words}") == "{Words}"


def test_long_text_is_none_of_ours():
    assert SHOUTED("short, " * LONGEST) == ("short, " * LONGEST).title()
