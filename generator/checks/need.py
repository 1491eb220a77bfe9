"""What an entry may need from an editor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model import Slug


class Need(StrEnum):
    """What an entry needs from an editor, the most pressing first."""

    DECISION = "decision"
    """An editor and the source changed the same."""
    TRANSLATION = "translation"
    """A paragraph has none, or one of an older text."""
    DATE = "date"
    RECORD = "record"
    """A name leads to no record, or to two."""
    REVIEW = "review"
    """Nobody answers for the translation."""


@dataclass(frozen=True)
class ToDo:
    """One thing to do in an entry."""

    need: Need
    slug: Slug
    what: str
    """In words."""
    part: str | None = None
    """Where in the file: the id of a segment with its mark, `#s3`, or a key; None: at the top."""
