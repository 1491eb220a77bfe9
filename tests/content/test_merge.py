"""Three versions become one: an editor's change always stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.merge import merge

BASE = "---\ntitle: T\n---\n\nEins.\n{: #s1 lang=de }\n\nOne.\n{: lang=en }\n\nZwei.\n"


def replaced(text, *changes):
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def test_a_new_file_is_what_was_generated():
    assert merge(None, None, BASE).text == BASE
    assert merge("old\n", None, BASE).text == BASE


def test_an_editors_change_stays():
    edited = replaced(BASE, ("One.", "The first."))
    merged = merge(BASE, edited, BASE)
    assert (merged.text, merged.baseline, merged.conflicts) == (edited, BASE, ())


def test_the_generators_change_arrives():
    generated = replaced(BASE, ("Zwei.", "Zwei, neu."))
    merged = merge(BASE, BASE, generated)
    assert (merged.text, merged.baseline, merged.conflicts) == (generated, generated, ())


def test_changes_in_different_places_both_stand():
    edited = replaced(BASE, ("title: T", "title: Better"), ("Zwei.\n", "Zwei.\n\nA note.\n"))
    generated = replaced(BASE, ("Eins.", "Eins, neu."))
    merged = merge(BASE, edited, generated)
    assert merged.text == replaced(edited, ("Eins.", "Eins, neu."))
    assert (merged.baseline, merged.conflicts) == (generated, ())


def test_the_same_change_on_both_sides_is_no_conflict():
    both = replaced(BASE, ("One.", "The first."))
    other = replaced(both, ("Zwei.", "Zwei, neu."))
    merged = merge(BASE, both, other)
    assert (merged.text, merged.baseline, merged.conflicts) == (other, other, ())


def test_in_a_conflict_the_editors_lines_stay_and_the_old_ones_are_remembered():
    edited = replaced(BASE, ("One.", "The first."))
    generated = replaced(BASE, ("One.", "Number one."), ("title: T", "title: New"))
    merged = merge(BASE, edited, generated)
    assert merged.text == replaced(edited, ("title: T", "title: New"))
    assert merged.baseline == replaced(BASE, ("title: T", "title: New"))
    assert merged.conflicts == ("Number one.",)


def test_lines_an_editor_deleted_stay_away():
    edited = replaced(BASE, ("One.\n{: lang=en }\n\n", ""))
    generated = replaced(BASE, ("title: T", "title: New"))
    assert merge(BASE, edited, generated).text == replaced(edited, ("title: T", "title: New"))


def test_lines_an_editor_deleted_are_told_when_the_generator_changes_them():
    edited = replaced(BASE, ("One.\n{: lang=en }\n\n", ""))
    generated = replaced(BASE, ("One.", "Number one."))
    merged = merge(BASE, edited, generated)
    assert merged.text == edited
    assert any("Number one." in conflict for conflict in merged.conflicts)


def test_without_a_baseline_the_editors_file_stays_and_the_difference_is_told():
    edited = replaced(BASE, ("One.", "The first."))
    merged = merge(None, edited, BASE)
    assert (merged.text, merged.baseline, merged.conflicts) == (edited, BASE, (BASE,))


def test_without_a_final_line_end_nothing_runs_together():
    merged = merge("a\nb\n", "a\nb\nedited", "a\nB\n")
    assert merged.text in ("a\nB\nedited", "a\nb\nedited")
    assert merge("a\nb", "x\na\nb", "a\nb\nc\n").text == "x\na\nb\nc\n"


LINES = st.lists(st.sampled_from("abcdeä\u2028\x0c"), max_size=8).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)
DISTINCT = st.lists(st.sampled_from("abcdeäöü"), max_size=8, unique=True).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)
TEXTS = LINES | st.tuples(LINES, st.sampled_from(["", "z"])).map("".join)


@given(TEXTS, TEXTS)
def test_merging_into_an_unedited_file_gives_what_was_generated(base, generated):
    merged = merge(base, base, generated)
    assert (merged.text, merged.baseline, merged.conflicts) == (generated, generated, ())


@given(TEXTS, TEXTS)
def test_merging_an_unchanged_generation_gives_what_was_edited(base, edited):
    merged = merge(base, edited, base)
    assert (merged.text, merged.baseline, merged.conflicts) == (edited, base, ())


@given(TEXTS, TEXTS, TEXTS)
def test_every_line_comes_from_one_of_the_three(base, edited, generated):
    known = {line for text in (base, edited, generated) for line in text.splitlines()}
    assert set(merge(base, edited, generated).text.splitlines()) <= known


@given(LINES, LINES)
def test_lines_an_editor_added_are_never_lost(base, generated):
    edited = f"first edited\n{base}last edited\n"
    text = merge(base, edited, generated).text
    assert text.startswith("first edited\n")
    assert text.endswith("last edited\n")


@given(DISTINCT, DISTINCT, DISTINCT)
def test_merging_again_changes_nothing(base, edited, generated):
    """Where a line stands twice and moves, no line-wise merge can tell which one moved."""
    once = merge(base, edited, generated)
    again = merge(once.baseline, once.text, generated)
    assert (again.text, again.baseline) == (once.text, once.baseline)


@pytest.mark.parametrize("line", ["{: lang=en }", "Eins.", ""])
def test_repeated_lines_do_not_move(line):
    base = f"{line}\nfirst\n{line}\nsecond\n{line}\n"
    edited = base.replace("second", "SECOND")
    generated = base.replace("first", "FIRST")
    merged = merge(base, edited, generated)
    assert merged.text == f"{line}\nFIRST\n{line}\nSECOND\n{line}\n"
