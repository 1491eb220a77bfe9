"""A file is parsed again only when it reads otherwise."""

import pytest

from generator.content.parsed import Parsed
from generator.model import Issue, Severity, Slug

NAME = Slug("a")
WRONG = (Issue(Severity.ERROR, "a.md", "wrong", "mend it"),)


def load_of(value, issues=()):
    return lambda: (value, issues)


def refuse():
    raise AssertionError("parsed again")


def test_what_reads_the_same_is_not_parsed_again():
    parsed = Parsed()
    for _ in range(3):
        parsed.begin()
        assert parsed.read("entry", NAME, "text", load_of("first")) == ("first", ())
    assert parsed.read("entry", NAME, "other", load_of("second")) == ("second", ())
    assert parsed.read("record", NAME, "other", load_of("third")) == ("third", ())


def test_what_was_not_asked_for_is_forgotten():
    parsed = Parsed()
    parsed.read("entry", NAME, "text", load_of("first"))
    parsed.begin()
    parsed.begin()
    with pytest.raises(AssertionError):
        parsed.read("entry", NAME, "text", refuse)


@pytest.mark.parametrize(("text", "issues", "found"), [("t", (), "it"), ("u", (), None), ("t", WRONG, None)])
def test_a_file_without_mistake_is_what_another_of_its_text_is(text, issues, found):
    parsed = Parsed()
    parsed.read("entry", NAME, "t", load_of("it", issues))
    assert parsed.without_mistake("entry", NAME, text) == found
