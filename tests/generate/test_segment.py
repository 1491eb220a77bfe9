"""Kept lines become segments."""

import pytest

from generator.generate.draft import KeptLine
from generator.generate.segment import segment
from generator.language.markup import plain
from generator.model import Evidence, Role, Segment
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


def test_what_stands_between_two_signs_keeps_both():
    (party,) = segmented(("- Claimant -", Role.SUMMARY))
    assert plain(party.text) == "- Claimant -"


@pytest.mark.parametrize("text", ["-5 degrees", "– ", "A - B"])
def test_a_dash_that_is_no_bullet_stays(text):
    (summary,) = segmented((text.strip(), Role.SUMMARY))
    assert plain(summary.text) == text.strip()


def test_no_lines_are_no_segments():
    assert segmented() == ()


def test_a_stamp_is_of_the_segment_it_stands_in_or_of_the_line_it_was_taken_out_of():
    kept = (KeptLine(7, "Millport, 17 May 2024. The council met.", Role.PARAGRAPH),)
    stamps = (
        Evidence("2024-05-17", "Millport, 17 May 2024", line=7),
        Evidence("2024-05-18", "date 2024-05-18", line=7),
        Evidence("2024-05-19", "19.05.2024", line=6),
    )
    found = segment(draft(language="en", kept=kept, stamps=stamps)).stamps
    assert [(stamp.segment, stamp.line) for stamp in found] == [("s1", None), (None, 7), (None, 6)]
