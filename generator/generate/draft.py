"""What travels through the generate half: a seed on its way to becoming an entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.dates.anchor import Anchor
from generator.generate.sidecar import Sidecar
from generator.model import (
    DroppedLine,
    Event,
    Evidence,
    Issue,
    Kind,
    Language,
    Role,
    Segment,
    SegmentId,
    Translation,
)
from generator.terms import Violation


@dataclass(frozen=True)
class KeptLine:
    """A line of the seed that belongs to the article."""

    number: int
    """Counted from 1 in the seed file."""
    text: str
    role: Role = Role.PARAGRAPH


@dataclass(frozen=True)
class Metadata:
    """What a document says about itself. Unknown is None."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    dateline: str | None = None
    kind: Kind = Kind.ARTICLE
    day_first: bool | None = None
    """How it writes `03/07/2022`; None: nothing tells."""
    stamps: tuple[Evidence, ...] = ()
    """Dates outside the text: of publication, of the crawl."""


@dataclass(frozen=True)
class BrokenTerm:
    """A fixed rendering that a machine's translation could not be given."""

    segment: SegmentId | None
    """None: in the title."""
    violation: Violation


@dataclass(frozen=True)
class Draft:
    """A seed and what the stages have found out about it so far."""

    seed: str
    """File name in seeds/."""
    sha256: str
    """Of the file's bytes."""
    text: str
    sidecar: Sidecar = field(default_factory=Sidecar)
    language: Language = Language("")
    headline: KeptLine | None = None
    kept: tuple[KeptLine, ...] = ()
    dropped: tuple[DroppedLine, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    segments: tuple[Segment, ...] = ()
    date: str | None = None
    date_evidence: tuple[Evidence, ...] = ()
    written: Anchor | None = None
    """When it was written, as far as that is known: what "yesterday" is counted from."""
    order_unclear: bool = False
    """Nothing in it tells `03/07/2022` from `07/03/2022`."""
    events: tuple[Event, ...] = ()
    title: str = ""
    """In the site's language where it is known."""
    title_language: Language = Language("")
    """Of the title; empty: the document's."""
    original_title: str | None = None
    translated_title: str | None = None
    title_supplied: bool = False
    translation: Translation | None = None
    broken_terms: tuple[BrokenTerm, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def untranslated_title(self) -> str:
        """The title, where it is there in the document's language alone; else empty."""
        is_theirs = self.title_language in ("", self.language)
        return "" if self.original_title or self.translated_title or not is_theirs else self.title
