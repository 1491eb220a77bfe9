"""What belongs to an article because of what stands above it."""

import pytest

from generator.generate.clean.verdicts import keep_what_follows

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
