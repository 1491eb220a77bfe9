"""Sorts the blocks of a web page whose markup tells which are the article's."""

from __future__ import annotations

from collections.abc import Iterable

from generator.generate.clean.page import Page
from generator.generate.clean.roles import HEADING_WORDS
from generator.generate.draft import KeptLine
from generator.generate.line_forms import is_caption
from generator.generate.seed_text import Line
from generator.model import Role


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
