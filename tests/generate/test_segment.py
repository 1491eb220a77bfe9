"""Kept lines become segments."""

import pytest

from generator.generate.draft import KeptLine
from generator.generate.segment import segment
from generator.language.markup import plain
from generator.model import Role, Segment
from tests.builders import draft


def segmented(*lines):
    kept = tuple(KeptLine(number, text, role) for number, (text, role) in enumerate(lines, 7))
    return segment(draft(language="de", kept=kept)).segments


def test_segments_are_numbered_from_s1_in_order_with_language_and_role():
    assert segmented(("Eins.", Role.SUMMARY), ("Zwei.", Role.PARAGRAPH)) == (
        Segment("s1", "de", "Eins.", Role.SUMMARY),
        Segment("s2", "de", "Zwei.", Role.PARAGRAPH),
    )


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("text", ["<b>x</b> {: onclick=x }", "# x", "1. x", "a_b*c*", "&lt;"])
def test_whatever_a_line_holds_is_escaped(text, role):
    (found,) = segmented((text, role))
    assert plain(found.text) == text
    assert found.text != text


@pytest.mark.parametrize("bullet", ["- ", "– ", "• ", "· ", "* ", "▪ "])
def test_a_summary_loses_its_bullet_and_a_paragraph_keeps_it(bullet):
    summary, paragraph = segmented(
        (f"{bullet}Two sides talk", Role.SUMMARY), (f"{bullet}Two sides talk", Role.PARAGRAPH)
    )
    assert summary.text == "Two sides talk"
    assert plain(paragraph.text) == f"{bullet}Two sides talk"


@pytest.mark.parametrize("text", ["-5 degrees", "– ", "A - B"])
def test_a_dash_that_is_no_bullet_stays(text):
    (summary,) = segmented((text.strip(), Role.SUMMARY))
    assert plain(summary.text) == text.strip()


def test_no_lines_are_no_segments():
    assert segmented() == ()
