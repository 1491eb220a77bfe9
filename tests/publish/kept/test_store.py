"""What was computed is used again only where nothing it was made from changed; the file may be anything."""

import sqlite3

import pytest

from generator.errors import WriteError
from generator.publish.kept.store import FILE, Kept, digest_of, forget, pack

MADE_WITH = b"program 1"


def build(file, *, made_with=MADE_WITH, put=(), ask=(), **options):
    """One build in a process of its own; return what it was given of what it asks for."""
    kept = Kept(**options)
    kept.open(file, made_with)
    for name, inputs, value in put:
        kept.put("text", name, inputs, value)
    found = [kept.get("text", name, inputs) for name, inputs in ask]
    kept.close()
    return found


@pytest.fixture
def file(tmp_path):
    file = tmp_path / ".cache" / "site.sqlite"
    build(file, put=[("a", ("words", 1), ["made", {"of": "it"}])])
    return file


def test_a_value_lasts_as_long_as_what_it_was_made_from(file):
    assert build(file, ask=[("a", ("words", 1))]) == [["made", {"of": "it"}]]
    assert build(file, ask=[("a", ("words", 2)), ("b", ("words", 1))]) == [None, None]


def test_another_program_or_other_settings_make_all_anew(file):
    assert build(file, made_with=b"program 2", ask=[("a", ("words", 1))]) == [None]


def test_a_run_that_looked_at_nothing_forgets_nothing(file):
    assert build(file) == []
    assert build(file, ask=[("a", ("words", 1))]) == [["made", {"of": "it"}]]


def test_what_nobody_asks_for_any_more_is_forgotten(file):
    build(file, put=[("b", "", 1)])
    assert build(file, ask=[("a", ("words", 1)), ("b", "")]) == [None, 1]


@pytest.mark.parametrize("broken", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_file_is_made_anew(file, broken):
    file.write_bytes(broken)
    assert build(file, ask=[("a", ("words", 1))]) == [None]
    build(file, put=[("a", "", 1)])
    assert build(file, ask=[("a", "")]) == [1]


def test_a_value_with_a_wrong_byte_is_made_anew(file):
    connection = sqlite3.connect(file)
    connection.execute("UPDATE kept SET value = ? WHERE name = 'a'", (pack("another"),))
    connection.commit()
    connection.close()
    assert build(file, ask=[("a", ("words", 1))]) == [None]


def test_a_table_of_another_shape_is_made_anew(file):
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE kept (something INTEGER)")
    connection.commit()
    connection.close()
    build(file, put=[("a", "", 1)])
    assert build(file, ask=[("a", "")]) == [1]


def test_a_value_that_cannot_be_restored_is_made_anew(file):
    kept = Kept()
    kept.open(file, MADE_WITH)
    assert kept.get("text", "a", ("words", 1), lambda value: value["no such"]) is None


def test_where_the_file_cannot_be_written_nothing_lasts(tmp_path):
    (tmp_path / ".cache").write_text("a file")
    assert build(tmp_path / ".cache" / "site.sqlite", put=[("a", "", 1)], ask=[("a", "")]) == [None]


def test_a_file_that_another_build_writes_is_not_waited_for(file):
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    assert build(file, put=[("b", "", 1)], ask=[("a", ("words", 1))]) == [None]
    other.rollback()
    other.close()
    assert build(file, ask=[("a", ("words", 1))]) == [["made", {"of": "it"}]]


def test_a_process_that_stays_is_given_back_the_thing_itself_until_a_build_fails(file):
    kept, thing = Kept(stays=True), object()
    kept.open(file, MADE_WITH)
    kept.put("text", "t", "inputs", thing, lambda _: "plain")
    kept.close()
    kept.open(file, MADE_WITH)
    assert kept.get("text", "t", "inputs") is thing
    assert kept.get("text", "t", "others") is None
    kept.put("text", "half", "inputs", "done")
    kept.give_up()
    kept.open(file, MADE_WITH)
    assert kept.get("text", "t", "inputs") == "plain"
    assert kept.get("text", "half", "inputs") is None
    kept.put("text", "next", "inputs", "value")
    kept.close()
    # What is made after one that failed is kept in the file.
    later = Kept()
    later.open(file, MADE_WITH)
    assert later.get("text", "next", "inputs") == "value"
    later.close()


def test_what_is_made_after_a_build_that_failed_before_it_was_opened_is_forgotten(file):
    """What is said of a page is not heard then, and it would be kept as one with nothing wrong in it."""
    kept = Kept(stays=True)
    kept.open(file, MADE_WITH)
    kept.close()
    kept.give_up()
    kept.put("page", "p", "inputs", "made meanwhile")
    kept.open(file, MADE_WITH)
    assert kept.get("page", "p", "inputs") is None
    kept.close()


def test_a_digest_tells_what_is_printed_alike_from_what_is_not():
    assert digest_of("a", "b") == digest_of("a", "b")
    assert digest_of("a", "b") != digest_of("ab")
    assert digest_of("\ud800") != digest_of("?")


@pytest.mark.parametrize(("stays", "count"), [(True, 1), (False, 2)])
def test_only_a_process_that_stays_keeps_what_it_made_once(file, stays, count):
    kept, made = Kept(stays=stays), []
    for _ in range(2):
        kept.open(file, MADE_WITH)
        assert kept.once("text", "o", "inputs", lambda: made.append(1) or "it") == "it"
        kept.close()
    assert len(made) == count


def test_what_is_forgotten_is_made_anew(tmp_path):
    forget(tmp_path)  # nothing is there yet
    (tmp_path / FILE).write_bytes(b"x")
    forget(tmp_path)
    assert not (tmp_path / FILE).exists()
    (tmp_path / FILE).mkdir()
    with pytest.raises(WriteError, match="can't be deleted"):
        forget(tmp_path)


def test_what_was_read_from_a_file_is_told_by_its_text_and_its_name():
    """A page that leads to another shows where it lies, too."""
    kept, one, other = Kept(), object(), object()
    kept.digest_of_file = {one: b"text", other: b"text"}.get
    assert kept.hash_of("entry a", one) == kept.hash_of("entry a", other)
    assert kept.hash_of("entry a", one) != kept.hash_of("entry b", one)


def test_what_a_process_that_stays_knows_stays_in_the_file(file):
    """It is asked of the process, not of the file; the next one starts with it all the same."""
    kept = Kept(stays=True)
    for _ in range(3):
        kept.open(file, MADE_WITH)
        if kept.get("page", "a", "from") is None:
            kept.put("page", "a", "from", "value")
        kept.close()
    after = Kept()
    after.open(file, MADE_WITH)
    assert after.get("page", "a", "from") == "value"
    after.close()


@pytest.mark.parametrize("is_locked_to_its_end", [False, True])
def test_what_a_process_knew_better_than_the_file_is_not_mixed_with_what_it_holds(file, is_locked_to_its_end):
    """A list of all names says for which of them nothing is to be read again: both are of one build."""
    kept, other = Kept(stays=True), sqlite3.connect(file)

    def build_with(names, *, read):
        kept.open(file, MADE_WITH)
        for name in read:
            kept.put("text", name, 1, names)
        kept.get("text", "a", 1)
        kept.put("known", "", "", names)

    build_with("old", read="a")
    kept.close()
    if not is_locked_to_its_end:
        other.execute("BEGIN IMMEDIATE")
    build_with("new", read="a")
    if is_locked_to_its_end:
        other.execute("BEGIN")
        other.execute("SELECT * FROM kept").fetchone()
    kept.close()
    other.rollback()
    other.close()
    build_with("new", read="")
    kept.close()
    later = Kept()
    later.open(file, MADE_WITH)
    assert (later.get("known", "", ""), later.get("text", "a", 1)) == ("new", None)
    later.close()
