"""What travels through the generate half: a seed and the entry it is becoming."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.content.authors import NOBODY, MachineMade
from generator.dates.anchor import Anchor
from generator.dates.passages import Passage
from generator.generate.seed_text import Line, Statement
from generator.generate.sidecar import Sidecar
from generator.model import (
    DroppedLine,
    Entry,
    Evidence,
    Issue,
    Kind,
    Language,
    Role,
    Segment,
    SegmentId,
    Slug,
    Source,
)
from generator.terms import Violation

DAY_OF_SITTING = "day of the sitting"
"""What gives the day of a record of one, which is no day of publication."""


@dataclass(frozen=True)
class KeptLine:
    """A line of the seed that belongs to the article."""

    number: int
    """Counted from 1 in the seed file."""
    text: str
    role: Role = Role.PARAGRAPH


@dataclass(frozen=True)
class BrokenTerm:
    """A fixed rendering that a machine's translation could not be given."""

    segment: SegmentId | None
    """None: in the title."""
    violation: Violation


@dataclass(frozen=True)
class Draft:
    """A seed, the entry it is becoming, and what the stages know beside it."""

    entry: Entry
    """Filled in by one stage after the other; it gets its slug when it is written."""
    lines: tuple[Line, ...]
    """Of the seed, in one form."""
    statements: tuple[Statement, ...] = ()
    """What a web page says about itself for machines, the most telling first."""
    sidecar: Sidecar = field(default_factory=Sidecar)
    made_from: str = ""
    """The hashes of the files that were read (`seeds.made_of`)."""
    headline: KeptLine | None = None
    header: tuple[str, ...] = ()
    """What was found in the document's header, each with its place and its reasons, for the reader."""
    kept: tuple[KeptLine, ...] = ()
    dropped: tuple[DroppedLine, ...] = ()
    likely: Mapping[int, float] = field(default_factory=dict)
    """How likely lines are the article's, by number, as far as the line model was asked."""
    day_first: bool | None = None
    """How it writes `03/07/2022`; None: nothing tells."""
    stamps: tuple[Evidence, ...] = ()
    """Dates outside the text: of publication, of the crawl."""
    unclear: tuple[Evidence, ...] = ()
    """Days of which one may be that of publication, and none surely is."""
    passages: tuple[Passage, ...] = ()
    """The headline, if there is one, and the segments, with the names and dates in them."""
    written: Anchor | None = None
    """When it was written, as far as that is known: what "yesterday" is counted from."""
    title_language: Language = Language("")
    """Of the title; empty: the document's."""
    broken_terms: tuple[BrokenTerm, ...] = ()
    by_memory: MachineMade = NOBODY
    """Whose the sentences are of paragraphs that persons translated a part of."""
    issues: tuple[Issue, ...] = ()

    @property
    def seed(self) -> str:
        """File name in seeds/."""
        return self.entry.source.seed

    @property
    def language(self) -> Language:
        """The document's language; empty until it is known."""
        return self.entry.language

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The entry's segments."""
        return self.entry.segments

    @property
    def paragraphs(self) -> tuple[Passage, ...]:
        """The passages without the headline."""
        return tuple(passage for passage in self.passages if passage.segment)

    @property
    def untranslated_title(self) -> str:
        """The title, where it is there in the document's language alone; else empty."""
        entry = self.entry
        is_theirs = self.title_language in ("", entry.language)
        return "" if entry.original_title or entry.translated_title or not is_theirs else entry.title

    def fill(self, **fields: Any) -> Draft:
        """Return the draft with fields of its entry filled in."""
        return replace(self, entry=replace(self.entry, **fields))

    def fill_source(self, **fields: Any) -> Draft:
        """Return the draft with fields of its entry's source filled in."""
        return self.fill(source=replace(self.entry.source, **fields))


def new_draft(
    seed: str,
    sha256: str,
    lines: Iterable[Line],
    sidecar: Sidecar | None = None,
    statements: Iterable[Statement] = (),
) -> Draft:
    """Return the draft of a seed that no stage has looked at.

    `statements`: what a web page says about itself for machines.
    """
    entry = Entry(
        slug=Slug(""), title="", language=Language(""), kind=Kind.ARTICLE, source=Source(seed, sha256)
    )
    return Draft(entry, tuple(lines), tuple(statements), sidecar or Sidecar())
