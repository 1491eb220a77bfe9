"""Says what each kept line is: heading, summary, paragraph or caption."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.generate.clean.lines import is_list_item, is_prose, is_sentence
from generator.generate.clean.page import Page
from generator.generate.draft import KeptLine
from generator.generate.line_forms import is_caption
from generator.generate.seed_text import Line
from generator.model import Role

HEADING_WORDS = 20
"""A line of more is no heading, however it ends."""


def roles(lines: Sequence[Line]) -> tuple[KeptLine, ...]:
    """Say what each line of an article is, by its form and its place.

    What stands above the first sentence, and is none itself, is the summary, but for a title in the first
    line. A heading has text below it: the lines of a list or table, and a last line without stop, are none.
    """
    first = next((i for i, line in enumerate(lines) if is_prose(line.text)), len(lines))
    below = [*(is_sentence(line.text) or is_prose(line.text) for line in lines[1:]), False]
    kept = []
    for index, (line, has_text) in enumerate(zip(lines, below, strict=False)):
        if is_caption(line.text):
            role = Role.CAPTION
        elif index < first and (index > 0 or is_list_item(line.text)) and not is_sentence(line.text):
            role = Role.SUMMARY
        elif is_sentence(line.text) or is_list_item(line.text):
            role = Role.PARAGRAPH
        else:
            is_heading = len(line.text.split()) <= HEADING_WORDS and (has_text or index == 0)
            role = Role.HEADING if is_heading else Role.PARAGRAPH
        kept.append(KeptLine(line.number, line.text, role))
    return tuple(kept)


def is_marked(lines: Iterable[Line]) -> bool:
    """Tell whether markup says what is the article."""
    return any(line.is_article is not None for line in lines)


def marked_roles(page: Page) -> tuple[KeptLine, ...]:
    """Say what each kept line is: as its markup has it, else a paragraph or a caption."""
    return tuple(KeptLine(line.number, line.text, _role(line)) for line in page.left)


def _role(line: Line) -> Role:
    # Some pages set whole paragraphs as headings, to have them large.
    if line.role and not (line.role is Role.HEADING and len(line.text.split()) > HEADING_WORDS):
        return line.role
    return Role.CAPTION if is_caption(line.text) else Role.PARAGRAPH
