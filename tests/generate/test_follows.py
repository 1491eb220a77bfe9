"""What belongs to an article because of what stands above it."""

import pytest

from generator.generate.clean.follows import keep_cut_end, keep_what_follows

TEXT = "The yard had been closed for ten years before its owners bought it. [1]"


@pytest.mark.parametrize(
    ("above", "line", "stays"),
    [
        (TEXT, "[1]", True),
        (TEXT, "[1] Roe, Ships of the North, 12", True),
        (TEXT, "[2] Roe, Ships of the North, 12", False),
        (TEXT, "(AP)", True),
        (TEXT, "(Comments)", False),
        ("Column 843", "Column 844", True),
        ("Column 843", "Column 843", False),
        ("Column 843", "Visitor 844", False),
    ],
)
def test_a_line_stays_for_what_stands_above_it(above, line, stays):
    assert keep_what_follows([above, TEXT, line], [True, True, False]) == [True, True, stays]


@pytest.mark.parametrize(("line", "stays"), [("[1]", True), ("(AP)", False), ("Column 844", False)])
def test_only_notes_may_stand_away_from_the_text(line, stays):
    texts = ["Column 843", TEXT, "Home", line]
    assert keep_what_follows(texts, [True, True, False, False])[3] is stays


def test_a_note_that_is_kept_speaks_for_no_mark():
    assert keep_what_follows(["[1] Roe, Ships", "[1] Home"], [True, False]) == [True, False]


CUT = "The ministry said that both were told in time. It was the third of its kind that"


@pytest.mark.parametrize(
    ("line", "score", "stays"),
    [
        (CUT, 0.24, True),
        (CUT, 0.03, False),
        (f"{CUT} year.", 0.24, False),
        ("More about the ferries of the north", 0.24, False),
    ],
)
def test_a_text_that_breaks_off_keeps_its_last_line(line, score, stays):
    assert keep_cut_end([TEXT, line], [0.9, score], [True, False]) == [True, stays]


def test_what_stands_apart_from_the_text_does_not_break_off():
    assert keep_cut_end([TEXT, "Menu", CUT], [0.9, 0.0, 0.3], [True, False, False]) == [True, False, False]
    assert keep_cut_end([], [], []) == []
