"""Where git left marks, the version counts that was not decided for."""

import pytest

from generator.content.git_marks import has_marks_of_git, without_marks_of_git

OPEN, BASE, BETWEEN, CLOSE = "<<<<<<< HEAD", "||||||| 1a2b", "=======", ">>>>>>> topic"


@pytest.mark.parametrize(
    ("decided", "stays"),
    [("a\nours\nz", "theirs"), ("a\ntheirs\nz", "ours"), ("a\nanother\nz", "ours")],
)
@pytest.mark.parametrize("base", [[], [BASE, "was"]])
def test_the_side_stays_that_the_entry_does_not_have(decided, stays, base):
    text = "\n".join(("a", OPEN, "ours", *base, BETWEEN, "theirs", CLOSE, "z", ""))
    assert has_marks_of_git(text)
    assert without_marks_of_git(text, decided) == f"a\n{stays}\nz\n"


def test_each_place_is_settled_by_itself():
    places = "\n".join(f"{OPEN}\nours {n}\n{BETWEEN}\ntheirs {n}\n{CLOSE}" for n in (1, 2))
    assert without_marks_of_git(f"---\n{places}\n", "ours 1\ntheirs 2") == "---\ntheirs 1\nours 2\n"


def test_a_heading_underlined_with_equals_signs_is_no_mark():
    text = "---\n---\n\nTitle\n=======\n\n<<<<<<<\n"
    assert not has_marks_of_git(text)
    assert without_marks_of_git(text, "") == text
