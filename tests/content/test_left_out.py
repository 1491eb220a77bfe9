"""An editor is told where cleaning may have left out text."""

import pytest

from generator.content.left_out import AROUND, BELOW, check_left_out
from generator.model import DroppedLine

PARAGRAPH = " ".join(["word"] * 24) + " end."


def problems(kept, *dropped):
    lines = [DroppedLine(number, text, rule) for number, (text, rule) in enumerate(dropped, start=1)]
    return [issue.problem for issue in check_left_out("a.txt", kept, lines)]


@pytest.mark.parametrize(("lost", "warned"), [(1, False), (2, True)])
def test_much_of_a_text_left_out_is_said(lost, warned):
    found = problems([PARAGRAPH], *[(PARAGRAPH, f"{AROUND}: 0.70: short")] * lost)
    assert bool(found) is warned


def test_a_paragraph_right_below_the_text_is_said():
    assert problems([PARAGRAPH] * 3, (PARAGRAPH, f"{BELOW}: 0.61: short")) == [
        "its line 1, a paragraph right below its text, is left out"
    ]


def test_what_is_surely_none_of_it_is_not():
    assert not problems([PARAGRAPH], *[(PARAGRAPH, f"{BELOW}: 0.97: short")] * 3)


def test_menus_and_copies_are_not():
    assert not problems([PARAGRAPH], ("Home", f"{BELOW}: 0.99: short"), (PARAGRAPH, "copy of other lines"))
