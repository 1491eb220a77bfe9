"""What a reader learns of a record without leaving the text: a sentence on who or what it is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.markup import plain
from generator.language.sentences.quote import first_sentence
from generator.model import Language, Record

LONGEST = 200
"""Characters of the sentence."""
NO_SENTENCE = ("#", "!!!", "???", "|", "<", "- ", "* ", "[^", "*[", "{", "```", "---")
"""How a block of Markdown begins that is no sentence."""


@dataclass(frozen=True)
class RecordCard:
    """A record in short."""

    record: Record
    sentence: str
    """The first of its text; empty where there is none."""
    count: int
    """Of entries that name it."""
    other_name: tuple[Language, str] | None
    """What it is called in the next language, where that is something else."""


def card_of(record: Record, count: int, language: Language) -> RecordCard:
    """Return a record in short.

    Args:
        record: with its text.
        count: of entries that name it.
        language: the site's.
    """
    name = record.name_in(language)
    other_name = next((one for one in record.names.items() if one[1] != name), None)
    blocks = (block.strip() for block in record.text.split("\n\n"))
    told = next((block for block in blocks if block and not block.startswith(NO_SENTENCE)), "")
    return RecordCard(record, first_sentence(plain(told), LONGEST) if told else "", count, other_name)
