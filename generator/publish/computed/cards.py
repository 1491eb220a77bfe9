"""What a reader learns of a record without leaving the text: a sentence on who or what it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.language.markup import plain
from generator.language.sentences.quote import first_sentence
from generator.model import Language, Record, Slug

COUNT = re.compile(r"<!-- entries that name ([^ >]+) -->")
"""Where a page says how many entries name a record.

That is filled in last: one entry that names it more is no reason to make the pages of all others anew.
"""
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
    other_name: tuple[Language, str] | None
    """What it is called in the next language, where that is something else."""

    @property
    def count(self) -> str:
        """Return what stands for the number of entries that name it, until a page is finished."""
        return f"<!-- entries that name {self.record.slug} -->"


def card_of(record: Record, language: Language) -> RecordCard:
    """Return a record in short.

    Args:
        record: with its text.
        language: the site's.
    """
    name = record.name_in(language)
    other_name = next((one for one in record.names.items() if one[1] != name), None)
    blocks = (block.strip() for block in record.text.split("\n\n"))
    told = next((block for block in blocks if block and not block.startswith(NO_SENTENCE)), "")
    return RecordCard(record, first_sentence(plain(told), LONGEST) if told else "", other_name)


def counted_in(page: str) -> frozenset[Slug]:
    """Return the records of which a page says how many entries name them, as `with_counts` takes it."""
    return frozenset(map(Slug, COUNT.findall(page)))


def with_counts(page: str, words_for: Callable[[Slug], str]) -> str:
    """Fill in how many entries name records.

    Args:
        page: as it is finished but for that.
        words_for: says it of a record, as HTML.
    """
    return COUNT.sub(lambda found: words_for(Slug(found[1])), page)
