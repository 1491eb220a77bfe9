"""What a seed was read as: its lines in order, and what it says about itself outside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model import Role

SOFT_HYPHEN = "\u00ad"
"""At a line's end it tells that the word goes on in the next; none is left elsewhere."""


@dataclass(frozen=True)
class Line:
    """A line that is not blank; of a web page, a block of its text."""

    number: int
    """Counted from 1 in the seed: its lines, or the page's blocks."""
    text: str
    """Without space around it."""
    role: Role | None = None
    """What the page's markup says it is; None: nothing does."""
    is_article: bool | None = None
    """Whether the page's markup makes it part of the article; None: its text must tell."""
    stamp: str = ""
    """A crawler's stamp, or a label, that stood before the text on the same line."""


class Subject(StrEnum):
    """What a statement is about."""

    TITLE = "title"
    PUBLISHED = "published"
    PUBLISHER = "publisher"
    AUTHOR = "author"
    ADDRESS = "address"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Statement:
    """What a web page says about itself for machines: in its head, its linked data, its address."""

    about: Subject
    value: str
    where: str
    """For the reader: `JSON-LD`, `og:title`, `<title>`, `<h1>`."""


def read_lines(text: str) -> tuple[Line, ...]:
    """Split a text into its lines, blank ones left out."""
    return tuple(
        Line(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1) if line.strip()
    )
