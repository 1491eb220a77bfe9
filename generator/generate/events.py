"""Lists the dated happenings a document reports, in its own words.

What the entry itself is dated by is not listed again. A date alone makes no event where it only says
since when, or in which year the text stands. What was still to come is marked as announced. An
event whose name holds its year is dated by its record where the text names no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dates.anchor import Anchor, anchor_from
from generator.dates.background import opens_a_span
from generator.dates.edtf import UNKNOWN_YEAR, Bounds, bounds
from generator.dates.find import FoundDate
from generator.dates.passages import AnnotatedSentence
from generator.dates.record_facts import RecordFacts, year_in_name
from generator.generate.draft import Draft
from generator.generate.event_title import clause_around
from generator.model import DatedFact, Event, Record, Role, SegmentId, Slug, Span
from generator.names.index import FoundName

REPORTING = (Role.PARAGRAPH, Role.SUMMARY)
CREDIT = re.compile(r"\(?(?:source|photo|picture|image|quelle|foto|bild)s?\s?:", re.IGNORECASE)
BESIDE = 90
"""Characters between a date and the name it sharpens, at most."""


@dataclass(frozen=True)
class _Reading:
    """What a sentence is read with."""

    dated: Mapping[Slug, Record]
    """Records with dated facts."""
    own: Bounds | None
    """Of the date of the entry itself."""
    anchor: Anchor | None

    def names(self, sentence: AnnotatedSentence) -> list[FoundName]:
        """Return the names of records with dated facts."""
        return [name for name in sentence.names if name.record in self.dated]


def extract_events(draft: Draft, facts: RecordFacts) -> Draft:
    """Fill in the events.

    Args:
        draft: dated.
        facts: what the authority records know of dates.
    """
    date = draft.entry.date
    # A text is read from the day it was written; failing that, from the day it reports.
    anchor = draft.written if draft.written and draft.written.is_narrow else anchor_from(date)
    reading = _Reading(facts.dated, _bounds(date or ""), anchor or draft.written)
    listed = _Listed()
    reporting = {segment.id for segment in draft.segments if segment.role in REPORTING}
    for passage in draft.paragraphs:
        for sentence in passage.sentences() if passage.segment in reporting else ():
            if CREDIT.match(sentence.text):
                continue
            for event in (*_dated(sentence, reading), *_by_record(sentence, reading)):
                listed.add(event)
    return draft.fill(events=tuple(listed.events))


def _dated(sentence: AnnotatedSentence, reading: _Reading) -> Iterator[Event]:
    spans = [Span(found.start, found.end) for found in sentence.dates]
    for found, span in zip(sentence.dates, spans, strict=True):
        date = found.edtf(reading.anchor).partition("T")[0]
        meant = _bounds(date)
        if meant is None or not _tells_when(sentence.text, found, date, meant, reading):
            continue
        name, date = _sharpened(sentence, found, date, meant, reading)
        whole = span | Span(name.start, name.end) if name else span
        title = clause_around(sentence.text, whole, spans, span)
        announced = found.is_planned or _is_after(date, reading.anchor)
        if title:
            yield _event(date, title, sentence, whole, name.record if name else None, announced=announced)


def _event(
    date: str, title: str, sentence: AnnotatedSentence, span: Span, record: Slug | None, *, announced: bool
) -> Event:
    placed = Span(sentence.start + span.start, sentence.start + span.end)
    return Event(date, title, sentence.segment, record, announced, placed)


def _tells_when(text: str, found: FoundDate, date: str, meant: Bounds, reading: _Reading) -> bool:
    if UNKNOWN_YEAR in date or found.is_ambiguous or (meant.latest - meant.earliest).days > 366:
        return False
    if opens_a_span(text, found):
        return False
    if len(date) == len("2010") and text[: found.start].endswith("("):
        # "The destroyer (2010)".
        return False
    own = reading.own
    if own and own.earliest <= meant.earliest and meant.latest <= own.latest:
        return False
    # "This year", "in 2021" of a text of that year say only when it was written.
    anchor = reading.anchor
    within = anchor is not None and meant.earliest <= anchor.earliest and anchor.latest <= meant.latest
    return not (within and (meant.latest - meant.earliest).days > 31 and not found.is_planned)


def _sharpened(
    sentence: AnnotatedSentence, found: FoundDate, date: str, meant: Bounds, reading: _Reading
) -> tuple[FoundName | None, str]:
    """Return the day a record knows for what is named beside a vaguer date: "last week"."""
    if meant.earliest == meant.latest or (meant.latest - meant.earliest).days > 31:
        return None, date
    for name in reading.names(sentence):
        if max(found.start - name.end, name.start - found.end) > BESIDE:
            continue
        facts = [fact for fact in reading.dated[name.record].dates if _is_within(fact, meant)]
        if len(facts) == 1:
            return name, facts[0].date
    return None, date


def _is_within(fact: DatedFact, meant: Bounds) -> bool:
    known = _bounds(fact.date)
    return known is not None and meant.earliest <= known.earliest and known.latest <= meant.latest


def _by_record(sentence: AnnotatedSentence, reading: _Reading) -> Iterator[Event]:
    """Yield what is named by a name that holds its year and dated by its record alone."""
    for name in reading.names(sentence):
        record = reading.dated[name.record]
        fact = record.dates[0]
        year = year_in_name(record)
        if len(record.dates) != 1 or year is None or not fact.date.startswith(year):
            continue
        span = Span(name.start, name.end)
        title = clause_around(sentence.text, span, ())
        if title and _bounds(fact.date):
            announced = _is_after(fact.date, reading.anchor)
            yield _event(fact.date, title, sentence, span, record.slug, announced=announced)


def _is_after(date: str, anchor: Anchor | None) -> bool:
    meant = _bounds(date)
    return meant is not None and anchor is not None and meant.earliest > anchor.latest


class _Listed:
    """The events so far, and which of them would be listed twice."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._dates: set[str] = set()
        self._told: set[tuple[str, str]] = set()
        self._days: set[tuple[SegmentId | None, str]] = set()

    def add(self, event: Event) -> None:
        """Add an event that is not listed.

        A year named again refers back to what happened then; one beside a day is no second happening.
        """
        told = {(event.date, event.title)}
        if event.record:
            told.add((event.date, f"record {event.record}"))
        place = (event.segment, event.title)
        is_year = len(event.date) == len("2019")
        again = is_year and (event.date in self._dates or place in self._days)
        if not again and not told & self._told:
            self.events.append(event)
            self._dates.add(event.date)
            self._told |= told
            if not is_year:
                self._days.add(place)


def _bounds(date: str) -> Bounds | None:
    try:
        return bounds(date) if date else None
    except ValueError:
        return None
