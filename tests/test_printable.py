"""What comes from outside is one line of characters that print."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputError
from generator.model import Issue, Severity
from generator.printable import printable_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb", "a b"),
        ("a\r\n\r\nb", "a b"),
        ("a\tb", "a b"),
        ("a\u2028b\u2029c", "a b c"),
        ("\x1b[2J\x1b[31merror", " [2J [31merror"),
        ("a\x9b31mb", "a 31mb"),
        ("a\u202eb\u2066c", "abc"),
        ("a\ufffeb\ufeffc\U0001fffed", "abcd"),
        ("a\ud800b", "ab"),
        # No control: a soft hyphen, joiners, a protected space.
        ("a\u00adb\u200dc\u00a0d", "a\u00adb\u200dc\u00a0d"),
    ],
)
def test_what_controls_is_a_space_and_what_is_no_character_nothing(text, line):
    assert printable_line(text) == line


@given(st.text(st.characters()))
def test_any_text_is_one_line_that_can_be_written(text):
    line = printable_line(text)
    assert printable_line(line) == line
    assert len(line.splitlines()) <= 1
    assert not {unicodedata.category(char) for char in line} & {"Cc", "Cs", "Zl", "Zp"}
    line.encode()


def test_no_message_forges_a_line_or_steers_the_terminal():
    words = ("seeds/a\nerror: b", "holds \x1b[2J", "mend\x9b it")
    for message in (str(InputError(*words)), str(Issue(Severity.ERROR, *words))):
        assert message == "seeds/a error: b: holds  [2J; mend  it"
