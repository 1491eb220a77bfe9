"""What an entry tells, as far as links need it: when, what it opens with, what it names and reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial
from hashlib import blake2b

from generator.content.once import Once, anew
from generator.dates.edtf import Bounds, bounds, bounds_of
from generator.language.markup import plain
from generator.links.texts import folded_words, sentence_of
from generator.model import Entry, Event, Mention, Nature, Record, RecordKind, Role, Segment, SegmentId, Slug

COMMON = 60
"""Where a record is in more entries, these are not compared with each other: the cost stays linear."""
PARAGRAPHS_OF_OPENING = 2
WEEK = timedelta(days=6)
"""From the first to the last day of a week."""
LONGEST_HAPPENING = timedelta(days=30)
"""What lasted from one day to another is told from other happenings up to this length."""


OFTEN = 2
"""A paragraph in more entries of one publisher than this is boilerplate."""
FEWEST_WORDS = 4

ParagraphPlace = tuple[Slug, SegmentId]


@dataclass(frozen=True)
class Happening:
    """A dated happening an entry reports."""

    event: Event
    span: Bounds
    records: frozenset[Slug]
    """What its words name: in its title, or in its paragraph when that is not a person."""
    bystanders: frozenset[Slug]
    """Persons its paragraph names besides: who took part, or only who says so ("Jiang Bin: On 27 …")."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days it can be of; none when that can't be told from what else happened then."""
        return tuple(days_of(self.span, lasted=lasted(self.event.date)))

    def shares(self, opening: frozenset[Slug]) -> frozenset[Slug]:
        """Return the records that make an entry with this opening a report of the happening itself."""
        beside = self.bystanders & opening
        shared = self.records & opening
        return shared | beside if shared or len(beside) > 1 else frozenset()


@dataclass(frozen=True)
class Account:
    """What an entry tells. Sets of records hold only those that can connect."""

    entry: Entry
    span: Bounds | None
    lead: frozenset[Slug]
    """Subjects named in the title or the first paragraph."""
    opening: frozenset[Slug]
    """Subjects named in the title, the summary or the first two paragraphs.

    What is named there only with a happening of another day is no subject: "the talks follow the joint
    patrol of last week" is not about the patrol.
    """
    fresh: frozenset[Slug]
    """Those of the opening that are not only in boilerplate."""
    named: frozenset[Slug]
    """Named anywhere but in boilerplate."""
    happenings: tuple[Happening, ...]
    boilerplate: frozenset[SegmentId]
    """Its paragraphs that stand under many of its publisher's texts."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days it can be of; none when that can't be told from what else happened then."""
        return tuple(days_of(self.span, lasted=lasted(self.entry.date)))

    @property
    def slug(self) -> Slug:
        """The entry's."""
        return self.entry.slug


Accounts = Mapping[Slug, Account]


def read_accounts(
    entries: Mapping[Slug, Entry],
    mentions: Mapping[Slug, Sequence[Mention]],
    records: Mapping[Slug, Record],
    once: Once = anew,
) -> dict[Slug, Account]:
    """Read every entry once."""
    kinds = {
        slug: record.kind for slug, record in records.items() if record.connects and record.kind.connects
    }
    connecting = once("connecting", "", kinds, lambda: kinds)
    recurring: dict[Slug, set[SegmentId]] = defaultdict(set)
    for slug, segment in recurring_paragraphs(entries.values(), once):
        recurring[slug].add(segment)

    def read(slug: Slug) -> Account:
        inputs = entries[slug], mentions[slug], connecting, frozenset(recurring.get(slug, ()))
        return once("account", slug, inputs, lambda: _read(*inputs))

    return {slug: read(slug) for slug in entries}


def opening_of(entry: Entry) -> tuple[Segment, ...]:
    """Return a text's own summary and its first two paragraphs."""
    found: list[Segment] = []
    paragraphs = 0
    for segment in entry.segments:
        if segment.role.is_prose:
            paragraphs += 1
        elif segment.role is not Role.SUMMARY:
            continue
        found.append(segment)
        if paragraphs == PARAGRAPHS_OF_OPENING:
            break
    return tuple(found)


def lasted(edtf: str | None) -> bool:
    """Tell whether a date is from one day to another, and not one of several."""
    return "/" in (edtf or "")


def days_of(span: Bounds | None, *, lasted: bool = False) -> Iterator[date]:
    """Yield the days a date can mean; none when that is more than a week, or than a month that it lasted."""
    if span is None or span.latest - span.earliest > (LONGEST_HAPPENING if lasted else WEEK):
        return
    for number in range((span.latest - span.earliest).days + 1):
        yield span.earliest + timedelta(days=number)


def is_day(span: Bounds | None) -> bool:
    """Tell whether a date is to the week at least: what it names can be told from what else happened."""
    return span is not None and span.latest - span.earliest <= WEEK


def overlap(one: Bounds, other: Bounds) -> bool:
    """Tell whether two dates can mean the same day."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def _read(
    entry: Entry,
    all_mentions: Sequence[Mention],
    kinds: Mapping[Slug, RecordKind],
    boilerplate: frozenset[SegmentId],
) -> Account:
    mentions = [mention for mention in all_mentions if mention.record in kinds]
    opening = [segment.id for segment in opening_of(entry)]
    span = bounds_of(entry.date)
    fresh = [mention for mention in mentions if mention.segment not in boilerplate]
    happenings = tuple(_happenings(entry, fresh, kinds))
    elsewhen = {
        place
        for one in happenings
        if span and not overlap(one.span, span)
        for place in _only_with(one, entry, fresh)
    }
    subjects = [mention for mention in mentions if (mention.segment, mention.record) not in elsewhen]
    return Account(
        entry=entry,
        span=span,
        lead=_records_in(subjects, opening[:1]),
        opening=_records_in(subjects, opening),
        fresh=_records_in([mention for mention in subjects if mention.segment not in boilerplate], opening),
        named=frozenset(mention.record for mention in fresh),
        happenings=happenings,
        boilerplate=boilerplate,
    )


def _records_in(mentions: Iterable[Mention], segments: Collection[SegmentId]) -> frozenset[Slug]:
    """Return what the title and some paragraphs name; an editor's addition stands in neither."""
    return frozenset(
        mention.record
        for mention in mentions
        if (mention.segment in segments if mention.segment else mention.surface)
    )


def _happenings(
    entry: Entry, mentions: Sequence[Mention], kinds: Mapping[Slug, RecordKind]
) -> Iterator[Happening]:
    for event in entry.events:
        span = bounds(event.date)
        if span is None:
            continue
        near = {m.record for m in mentions if event.segment and m.segment == event.segment}
        said = {m.record for m in mentions if _is_in_title(m, event)}
        own = said | {slug for slug in near if kinds[slug].nature is not Nature.PERSON}
        if event.record and event.record in kinds:
            own.add(event.record)
        yield Happening(event, span, frozenset(own), frozenset(near - own))


def _only_with(
    happening: Happening, entry: Entry, mentions: Iterable[Mention]
) -> Iterator[tuple[SegmentId, Slug]]:
    """Yield what a paragraph names in the sentence about a happening and nowhere else in it."""
    segment = entry.segment(happening.event.segment)
    if segment is None:
        return
    sentence = sentence_of(happening.event, segment)
    own = [m for m in mentions if (m.segment, m.language) == (segment.id, segment.language)]
    beside = {m.record for m in own if m.span and not sentence.start <= m.span.start < sentence.end}
    for record in happening.records - beside:
        yield segment.id, record


def _is_in_title(mention: Mention, event: Event) -> bool:
    where = event.segment is None or mention.segment == event.segment
    return where and bool(mention.surface) and mention.surface in event.title


def recurring_paragraphs(entries: Iterable[Entry], once: Once = anew) -> frozenset[ParagraphPlace]:
    """Return the paragraphs that stand, but for dates and counts, in more than two texts of one publisher.

    "About the ministry", a standing introduction: what they name says nothing about the text they stand in.
    """
    places: dict[tuple[str | None, bytes], list[ParagraphPlace]] = defaultdict(list)
    for entry in entries:
        for segment, digest in once("paragraphs", entry.slug, entry, partial(_digests, entry)):
            places[entry.source.publisher, digest].append((entry.slug, segment))
    several = (found for found in places.values() if len(found) > OFTEN)
    often = (found for found in several if len({slug for slug, _ in found}) > OFTEN)
    return frozenset(place for found in often for place in found)


def _digests(entry: Entry) -> tuple[tuple[SegmentId, bytes], ...]:
    """Return hashes of paragraphs: the texts themselves would be held twice in memory."""
    words = {
        segment.id: [word for word in folded_words(plain(segment.text)) if word.isalpha()]
        for segment in entry.segments
    }
    return tuple(
        (segment, blake2b(" ".join(own).encode(), digest_size=16).digest())
        for segment, own in words.items()
        if len(own) >= FEWEST_WORDS
    )
