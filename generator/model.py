"""What travels: frozen data, no behaviour beyond what follows from the fields.

An *Entry* is what both halves agree on (`content/` is the contract); everything else here is a
part of one, or of an authority record, or a finding about them. Nothing in this file reads,
writes or imports a stage.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NewType

from generator.printable import printable_line

Slug = NewType("Slug", str)
"""File name of an entry or record without its ending: names the page and its address."""

SegmentId = NewType("SegmentId", str)
"""`s1`, `s2`, …: names a paragraph of an entry for good, once written."""

Language = NewType("Language", str)
"""ISO 639-1 code: `de`, `en`."""
ENGLISH, GERMAN = Language("en"), Language("de")
"""The two languages that this program words things in itself."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a plain text, from one character to before another."""

    start: int
    end: int

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)

    def __or__(self, other: Span) -> Span:
        """Return the stretch that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def of(self, text: str) -> str:
        """Return the words that stand there."""
        return text[self.start : self.end]


class Severity(StrEnum):
    """How much an issue matters: an error means that something is not there."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Issue:
    """Something a person should look at."""

    severity: Severity
    place: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return printable_line(f"{self.place}: {self.problem}; {self.remedy}")


class Kind(StrEnum):
    """What sort of document a source is."""

    ARTICLE = "article"
    PRESS_RELEASE = "press release"
    PRESS_CONFERENCE = "press conference"
    SPEECH = "speech"
    STATEMENT = "statement"
    INTERVIEW = "interview"
    REPORT = "report"
    MINUTES = "minutes"
    LETTER = "letter"
    EMAIL = "e-mail"
    TREATY = "treaty"
    LAW = "law"
    RESOLUTION = "resolution"
    COURT_DECISION = "court decision"


class Nature(StrEnum):
    """How the names and dates of what a record describes behave."""

    PERSON = "person"
    """Has a surname, which no ending changes but the genitive's."""
    BODY = "body"
    """An institution: whose it is may be said beside its name ("the Danish ministry")."""
    PLACE = "place"
    EVENT = "event"
    """Is held, once or again and again: naming it says that it took place."""
    THING = "thing"
    """Anything else: an agreement, a work, a law."""


@dataclass(frozen=True)
class RecordKind:
    """What an authority record describes; which kinds there are is the editors' choice (settings)."""

    name: str
    """As written in the front matter of records."""
    nature: Nature
    connects: float
    """How much two entries are related by naming one of this kind; 0: not at all."""
    words: Mapping[Language, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """By language: one of it, several of it, then other words that its names have ("voyage", "voyages",
    "crossing")."""

    def one(self, language: Language) -> str:
        """Return what one of this kind is called."""
        return self.words.get(language, (self.name,))[0]

    def several(self, language: Language) -> str:
        """Return what several of this kind are called."""
        return self.words.get(language, (self.name, self.name))[1]


class Role(StrEnum):
    """What a segment is in its document; written as a class in its attribute list."""

    PARAGRAPH = "paragraph"
    SUMMARY = "summary"
    HEADING = "heading"
    CAPTION = "caption"
    ITEM = "item"
    """Of a list."""
    QUOTE = "quote"
    """Set apart as another's words."""
    ROW = "row"
    """Of a table; its cells are parted by bars."""

    @property
    def is_prose(self) -> bool:
        """Whether it is running text, below the headline and what sums it up."""
        return self in (Role.PARAGRAPH, Role.ITEM, Role.QUOTE)


class TranslationState(StrEnum):
    """Where the translation of a segment or an entry stands; computed, never stored."""

    NONE_NEEDED = "none needed"
    MISSING = "missing"
    STALE = "stale"
    MACHINE = "machine"
    EDITED = "edited"
    REVIEWED = "reviewed"


@dataclass(frozen=True)
class Evidence:
    """One reason to believe a date: the words, where they stand, and what follows from them."""

    gives: str
    """EDTF: what these words alone tell."""
    quote: str = ""
    segment: SegmentId | None = None
    """The segment the quote stands in, or None when it is not part of the text."""
    line: int | None = None
    """The line of the seed the quote stands in, when cleaning took it out of the text."""
    record: Slug | None = None
    """The authority record whose dated fact was used."""
    rule: str = ""
    """How the words lead to the date, for the reader."""


@dataclass(frozen=True)
class Event:
    """A dated happening the source reports."""

    date: str
    """EDTF."""
    title: str
    """In the source's own words."""
    translated_title: str | None = None
    """In the words of the paragraph's translation."""
    segment: SegmentId | None = None
    record: Slug | None = None
    """The authority record that gives the date, where the text alone does not."""
    announced: bool = False
    """It was still to come, or only planned, when the source was written."""
    span: Span | None = field(default=None, compare=False)
    """Where in the segment's plain text the words stand that the title was made from; found again from the
    title where the entry was loaded, and None where an editor worded it."""


@dataclass(frozen=True)
class MentionEdits:
    """An editor's corrections to the records an entry is found to name."""

    add: tuple[Slug, ...] = ()
    drop: tuple[Slug, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where an entry comes from. Unknown is None: nothing is guessed."""

    seed: str = ""
    """File name in `seeds/`; by this an entry is found again after it was renamed. Empty: an editor wrote
    the entry, it has no seed."""
    sha256: str = ""
    publisher: str | None = None
    author: str | None = None
    """As the source names them: one, or several."""
    url: str | None = None
    archive_url: str | None = None
    """Where a copy of the page is kept."""
    accessed: str | None = None
    """EDTF: when the source was fetched or saved."""
    published: str | None = None
    """EDTF, with time where the source gives one (`2023-12-28T12:47+00:00`)."""
    published_from: str | None = None
    """What in the source gives the publication date."""
    dateline: str | None = None
    place: str | None = None
    """That the dateline names."""


class TranslationBy(StrEnum):
    """Who translated. Machine output is never labelled as human, nor the other way round."""

    ARGOS = "argos"
    EDITOR = "editor"


@dataclass(frozen=True)
class Translation:
    """Provenance of an entry's translation."""

    language: Language
    by: TranslationBy
    package: str | None = None
    """Engine package with version, for a machine: `translate-de_en 1.3`."""
    reviewed_by: str | None = None


@dataclass(frozen=True)
class Rendering:
    """A segment in the other language."""

    language: Language
    text: str
    """Inline Markdown."""
    by: TranslationBy | None = None
    """Set where a segment's translator differs from the entry's."""


@dataclass(frozen=True)
class Segment:
    """A paragraph with an id, and its translation when there is one."""

    id: SegmentId
    language: Language
    text: str
    """Inline Markdown."""
    role: Role = Role.PARAGRAPH
    rendering: Rendering | None = None
    attributes: tuple[str, ...] = ()
    """Further tokens of the attribute list, kept as an editor wrote them."""


@dataclass(frozen=True)
class Prose:
    """Anything else an editor put between the segments: notes, admonitions, lists, footnotes."""

    text: str


Block = Segment | Prose


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One document of the chronology; the fields stand in the order of its front matter."""

    slug: Slug
    title: str
    original_title: str | None = None
    """The title in the document's language, where `title` is in another."""
    translated_title: str | None = None
    """The title in the translation's language, where `title` is in the document's: `title` is in the site's
    language whenever that is one of the two."""
    title_supplied: bool = False
    """The document has no headline; the title was made by the generator."""
    date: str | None = None
    """EDTF: when the reported happened; the chronology sorts by it. None: could not be dated."""
    date_evidence: tuple[Evidence, ...] = ()
    language: Language
    kind: Kind | None = None
    """None: an editor wrote the entry, and does not say."""
    summary: str | None = None
    """An editor's own sentence for the chronology; else the first sentence of the text is shown."""
    source: Source = Source()
    translation: Translation | None = None
    events: tuple[Event, ...] = ()
    mentions: MentionEdits = MentionEdits()
    related: tuple[Slug, ...] = ()
    not_related: tuple[Slug, ...] = ()
    draft: bool = False
    """Only editors see it, under `mkdocs serve`."""
    page_options: Mapping[str, object] = field(default_factory=dict)
    """Front matter that is the site theme's: tags, hide, icon, …"""
    blocks: tuple[Block, ...] = ()

    @property
    def key(self) -> str:
        """By which what is on record of it is found: its seed, or its name where it has none."""
        return self.source.seed or self.slug

    @property
    def own_title(self) -> str:
        """The title in the document's language, as far as there is one."""
        return self.original_title or self.title

    @property
    def other_title(self) -> str | None:
        """The title in the language it is translated to."""
        return self.title if self.original_title else self.translated_title

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The blocks that are segments, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Segment))

    @property
    def untranslated(self) -> frozenset[Language]:
        """The language of its own, where a paragraph of it has no translation."""
        own = (one for one in self.segments if one.language == self.language)
        return frozenset(one.language for one in own if one.rendering is None)

    def segment(self, name: SegmentId | None) -> Segment | None:
        """Return the segment of this id; None when there is none."""
        return next((segment for segment in self.segments if segment.id == name), None)


@dataclass(frozen=True)
class DatedFact:
    """A fact about a record with its date and the source for it."""

    type: str
    """What happened then, in the editor's words: signed, founded, held, …"""
    date: str
    """EDTF."""
    source: str
    words: tuple[str, ...] = ()
    """Beginnings of words by which a sentence says that it happened, besides the type's own."""
    round: int | None = None
    """The how manieth it was, of what is held again and again."""


@dataclass(frozen=True)
class Record:
    """An authority record: the one page for a person, a body, a place, whatever the kinds are."""

    slug: Slug
    kind: RecordKind
    names: Mapping[Language, str]
    """The preferred name in each language."""
    aliases: tuple[str, ...] = ()
    """Every other spelling that leads here."""
    dates: tuple[DatedFact, ...] = ()
    wikidata: str | None = None
    short_names: tuple[str, ...] = ()
    """Names that lead here only where the words around them say so: "the health ministry"."""
    context: tuple[str, ...] = ()
    """What must stand near a short name: of one of these, every word (its beginning is enough)."""
    connects: bool = True
    """Whether naming it makes two entries related; a weekly press conference does not."""
    draft: bool = False
    """Only editors see its page, under `mkdocs serve`."""
    page_options: Mapping[str, object] = field(default_factory=dict)
    text: str = ""
    """Markdown below the front matter."""

    def name_in(self, language: Language) -> str:
        """Return the preferred name in a language, or in the next best one."""
        return self.names.get(language) or next(iter(self.names.values()))


@dataclass(frozen=True)
class Term:
    """A fixed rendering, from the term base: the same thing in two languages or more."""

    spellings: Mapping[Language, tuple[str, ...]]
    """By language: the one that is written first, then those that mean the same and may stay."""
    wrong: tuple[str, ...] = ()
    """Renderings that are replaced, in whatever language."""
    article: bool = True
    """Whether the English takes "the": not so for a place, a person or a ship."""
    note: str | None = None
    """For readers: what it means, or why it is rendered so."""


@dataclass(frozen=True)
class DroppedLine:
    """A line of a seed that is not part of the article, with the rule that says so."""

    number: int
    """Counted from 1 in the seed file."""
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names a record."""

    record: Slug
    segment: SegmentId | None
    """None: in the title, or added by an editor."""
    language: Language
    surface: str
    """The words as they stand in the text; empty when an editor added the mention."""
    span: Span | None = None
    """Where they stand in the plain text of the segment, or of the title, in that language."""

    def __reduce__(self) -> tuple[type[Mention], tuple[object, ...]]:
        return Mention, (self.record, self.segment, self.language, self.surface, self.span)


class LinkType(StrEnum):
    """How one entry is related to another, seen from the one; closest first."""

    BY_EDITOR = "added by the editor"
    SAME_EVENT = "same event"
    FOLLOWS_UP = "follows up"
    FOLLOWED_UP = "followed up in"
    ANNOUNCES = "announces"
    ANNOUNCED = "announced in"
    REPORTS = "reports an event of"
    REPORTED = "reported in"
    SAME_SUBJECT = "shares a subject"


@dataclass(frozen=True, slots=True)
class Link:
    """Why one entry points to another."""

    target: Slug
    reason: str = ""
    """In words, for the reader."""
    quote: str = ""
    """The sentence of the target that the reason rests on."""
    records: tuple[Slug, ...] = ()
    weight: float = 0.0
    """Larger is closer; only the order matters."""
    type: LinkType = LinkType.BY_EDITOR
