"""What a page's markup and the line model make of a block together."""

import pytest

from generator.generate.clean import sort_lines
from generator.generate.draft import new_draft
from generator.generate.reasons import MARKUP
from generator.generate.seed_text import Line
from generator.generate.sidecar import Sidecar
from generator.model import Role

PARAGRAPH = (
    "The harbour office closed the northern quay on Monday: divers had found cracks in two pillars. "
    "Ferries leave from the southern quay until the end of autumn, a spokeswoman of the office said."
)


def sorted_out(*middle, sidecar=None):
    """Return what is kept and dropped of lines between paragraphs of an article."""
    lines = [("Northern quay closed", Role.HEADING, True), (PARAGRAPH, None, True), *middle]
    lines.append((PARAGRAPH.replace("Monday", "Friday"), None, True))
    return sort_lines(
        new_draft("a.html", "x", (Line(number, *line) for number, line in enumerate(lines, start=1)), sidecar)
    )


def is_kept(text, role, is_article):
    return text in [line.text for line in sorted_out((text, role, is_article)).kept]


@pytest.mark.parametrize(
    ("text", "role", "is_article", "expected"),
    [
        ("Repairs will take a year, the office said.", None, True, True),
        ("Log in", None, True, False),
        ("Log in", None, False, False),
        ("12 | 14 | 16", Role.ROW, True, True),
        ("300 ml", Role.ITEM, True, True),
        ("Background", Role.HEADING, True, True),
        ("Imprint", Role.HEADING, False, False),
    ],
)
def test_markup_and_model_outweigh_each_other_only_when_sure(text, role, is_article, expected):
    assert is_kept(text, role, is_article) is expected


def test_what_went_by_the_markup_says_so():
    (dropped,) = sorted_out(("Imprint", None, False)).dropped
    assert dropped.rule == MARKUP


def test_kept_blocks_are_what_their_markup_says():
    kept = sorted_out(("12 | 14", Role.ROW, True), ("“Closed,” she said.", Role.QUOTE, True)).kept
    assert [line.role for line in kept] == [
        Role.HEADING,
        Role.PARAGRAPH,
        Role.ROW,
        Role.QUOTE,
        Role.PARAGRAPH,
    ]


def test_a_sidecar_may_keep_the_whole_page():
    draft = sorted_out(("Imprint", None, False), sidecar=Sidecar(clean=False))
    assert len(draft.kept) == 4
    assert draft.dropped == ()


def test_a_paragraph_set_as_a_heading_is_a_paragraph():
    large, title = ("A heading of far too many words " * 4).strip(), "Background of the closure"
    kept = sorted_out((large, Role.HEADING, True), (title, Role.HEADING, True)).kept
    assert [line.role for line in kept if line.text in (large, title)] == [Role.PARAGRAPH, Role.HEADING]
