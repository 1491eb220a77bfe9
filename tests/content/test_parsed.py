"""A file is parsed again only when it reads otherwise."""

import os
import pickle
import time

import pytest

from generator.content import parsed
from generator.content.parsed import Parsed, from_json, to_json
from generator.model import Issue, Severity, Slug
from tests.builders import entry, segments

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


def test_what_a_copy_of_the_process_parsed_is_known_as_if_it_were_parsed_here():
    parsed = Parsed()
    one, _ = parsed.read("entry", NAME, "text", load_of(entry("a")))
    there, brought = pickle.loads(pickle.dumps((parsed, one)))
    assert there.digest_of(brought) == parsed.digest_of(one) is not None
    there.begin()
    assert there.read("entry", NAME, "text", refuse) == (brought, ())


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
    assert parsed.take_alike("baseline", "entry", NAME, text, b"") == found


@pytest.fixture
def read_again(tmp_path, monkeypatch):
    """Read a file that may be written before; return what it holds, and whether it was read for that."""
    monkeypatch.setattr(parsed, "SETTLED", 0)
    held, path = Parsed(), tmp_path / "a.md"

    def read(text=None):
        if text is not None:
            path.write_text(text, encoding="utf-8")
        held.begin()
        time.sleep(0.01)
        stamp = held.stamp_of(str(path))
        if known := held.lying("entry", NAME, stamp):
            return known[0], "lying"
        text = path.read_text(encoding="utf-8")
        return held.read("entry", NAME, text, load_of(text), stamp)[0], "read"

    return read


def test_a_file_that_lies_as_it_did_is_not_read_again(read_again):
    assert [read_again("one"), read_again(), read_again()] == [("one", "read"), *[("one", "lying")] * 2]
    assert [read_again("two"), read_again()] == [("two", "read"), ("two", "lying")]


def test_a_file_of_the_same_size_with_the_time_it_had_is_another(read_again, tmp_path):
    read_again("one")
    time_of = (tmp_path / "a.md").stat().st_mtime_ns
    (tmp_path / "a.md").write_text("two", encoding="utf-8")
    os.utime(tmp_path / "a.md", ns=(time_of, time_of))
    assert read_again() == ("two", "read")


def test_a_file_that_was_just_written_may_be_written_again_at_the_same_time(read_again, monkeypatch):
    monkeypatch.setattr(parsed, "SETTLED", 10**12)
    assert [read_again("one"), read_again()] == [("one", "read")] * 2


class Memory:
    """Keeps values as the file in .cache/ does."""

    def __init__(self):
        self.held = {}

    def get(self, kind, name, made_from):
        known, value = self.held.get((kind, name), (b"", None))
        return value if known == made_from else None

    def put(self, kind, name, made_from, value):
        self.held[kind, name] = made_from, value


ENTRY = entry("e", ("Ein Satz.", "A sentence."))


def test_an_entry_is_not_parsed_again_by_a_later_run():
    kept = Memory()
    Parsed(kept).read("entry", NAME, "text", load_of(ENTRY))
    assert Parsed(kept).read("entry", NAME, "text", refuse) == (ENTRY, ())
    with pytest.raises(AssertionError):
        Parsed(kept).read("entry", NAME, "text, edited", refuse)


def test_an_entry_that_was_written_is_not_parsed_by_the_next_run():
    kept = Memory()
    Parsed(kept).note("entry", NAME, "text", ENTRY)
    assert Parsed(kept).read("entry", NAME, "text", refuse) == (ENTRY, ())


def test_one_with_a_mistake_is_parsed_by_each_run():
    kept = Memory()
    Parsed(kept).read("entry", NAME, "text", load_of(ENTRY, WRONG))
    assert Parsed(kept).read("entry", NAME, "text", load_of(ENTRY, WRONG)) == (ENTRY, WRONG)


@pytest.mark.parametrize("data", [b"", b"no JSON", b"[]"])
def test_what_is_broken_is_parsed_again(data):
    kept = Memory()
    Parsed(kept).read("entry", NAME, "text", load_of(ENTRY))
    kept.held = {place: (made_from, data) for place, (made_from, _) in kept.held.items()}
    assert Parsed(kept).read("entry", NAME, "text", load_of("anew")) == ("anew", ())


def test_what_was_read_can_be_forgotten_and_stays_kept():
    parsed = Parsed(Memory())
    parsed.read("entry", NAME, "text", load_of(ENTRY))
    parsed.forget()
    assert parsed.take_alike("baseline", "entry", NAME, "text", b"") is None
    assert parsed.read("entry", NAME, "text", refuse) == (ENTRY, ())


def test_what_thousands_of_entries_have_is_held_once():
    one = entry("a", blocks=segments("Es begann.", "Es war."))
    found = from_json(to_json(one))
    assert found == one
    first, second = found.segments
    assert first.language is second.language is found.language
    assert first.id is from_json(to_json(one)).segments[0].id
