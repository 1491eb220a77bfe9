"""Lists the dated happenings a document reports, in its own words.

What the entry itself is dated by is not listed again. A date alone makes no event where it only says
since when, or in which year the text stands. What was still to come is marked as announced. An
exercise whose name holds its year is dated by its record where the text names no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.dates.anchor import Anchor, anchor_from
from generator.dates.background import opens_a_span
from generator.dates.edtf import UNKNOWN_YEAR, Bounds, bounds
from generator.dates.find import FoundDate, find_dates
from generator.dates.record_facts import KnownFacts
from generator.generate.draft import Draft
from generator.generate.event_title import Place, clause_around
from generator.language.markup import plain
from generator.model import DatedFact, Event, Role, SegmentId
from generator.names.index import Found

REPORTING = (Role.PARAGRAPH, Role.SUMMARY)
CREDIT = re.compile(r"\(?(?:source|photo|picture|image|quelle|foto|bild)s?\s?:", re.IGNORECASE)
YEAR_IN_NAME = re.compile(r"(?:19|20)\d\d")
BESIDE = 90
"""Characters between a date and the name it sharpens, at most."""


@dataclass(frozen=True)
class _Reading:
    """What a sentence is read with."""

    draft: Draft
    known: KnownFacts
    anchor: Anchor | None


@dataclass(frozen=True)
class _Sentence:
    words: str
    segment: SegmentId
    names: tuple[Found, ...]
    """Of records with dated facts, where they stand in the sentence."""


def extract_events(draft: Draft, known: KnownFacts) -> Draft:
    """Fill in the events.

    Args:
        draft: dated.
        known: what the authority records know of dates.
    """
    # A text is read from the day it was written; failing that, from the day it reports.
    anchor = draft.written if draft.written and draft.written.is_narrow else anchor_from(draft.date)
    reading = _Reading(draft, known, anchor or draft.written)
    listed = _Listed()
    reporting = {segment.id for segment in draft.segments if segment.role in REPORTING}
    texts = [(segment.id, plain(segment.text)) for segment in draft.segments]
    for passage in known.passages(texts, draft.language, draft.headline.text if draft.headline else ""):
        for words, names in passage.sentences() if passage.segment in reporting else ():
            if CREDIT.match(words):
                continue
            sentence = _Sentence(words, passage.segment, names)
            for event in (*_dated(sentence, reading), *_by_record(sentence, reading)):
                listed.add(event)
    return replace(draft, events=tuple(listed.events))


def _dated(sentence: _Sentence, reading: _Reading) -> Iterator[Event]:
    found_dates = find_dates(sentence.words, reading.draft.language, reading.draft.metadata.day_first)
    places = [Place(found.start, found.end) for found in found_dates]
    for found in found_dates:
        date = found.edtf(reading.anchor).partition("T")[0]
        meant = _bounds(date)
        if meant is None or not _tells_when(sentence, found, date, meant, reading):
            continue
        name, date = _sharpened(sentence, found, date, meant, reading)
        dated = Place(found.start, found.end)
        place = dated | Place(name.start, name.end) if name else dated
        title = clause_around(sentence.words, place, places, dated)
        announced = found.is_planned or _is_after(date, reading.anchor)
        if title:
            yield Event(date, title, sentence.segment, name.record if name else None, announced)


def _tells_when(sentence: _Sentence, found: FoundDate, date: str, meant: Bounds, reading: _Reading) -> bool:
    if UNKNOWN_YEAR in date or found.is_ambiguous or (meant.latest - meant.earliest).days > 366:
        return False
    if opens_a_span(sentence.words, found):
        return False
    if len(date) == len("2010") and sentence.words[: found.start].endswith("("):
        # "The destroyer (2010)".
        return False
    own = _bounds(reading.draft.date or "")
    if own and own.earliest <= meant.earliest and meant.latest <= own.latest:
        return False
    # "This year", "in 2021" of a text of that year say only when it was written.
    anchor = reading.anchor
    within = anchor is not None and meant.earliest <= anchor.earliest and anchor.latest <= meant.latest
    return not (within and (meant.latest - meant.earliest).days > 31 and not found.is_planned)


def _sharpened(
    sentence: _Sentence, found: FoundDate, date: str, meant: Bounds, reading: _Reading
) -> tuple[Found | None, str]:
    """Return the day a record knows for what is named beside a vaguer date: "last week"."""
    if meant.earliest == meant.latest or (meant.latest - meant.earliest).days > 31:
        return None, date
    for name in sentence.names:
        if max(found.start - name.end, name.start - found.end) > BESIDE:
            continue
        facts = [fact for fact in reading.known.dated[name.record].dates if _is_within(fact, meant)]
        if len(facts) == 1:
            return name, facts[0].date
    return None, date


def _is_within(fact: DatedFact, meant: Bounds) -> bool:
    known = _bounds(fact.date)
    return known is not None and meant.earliest <= known.earliest and known.latest <= meant.latest


def _by_record(sentence: _Sentence, reading: _Reading) -> Iterator[Event]:
    """Yield what is named by a name that holds its year and dated by its record alone."""
    for name in sentence.names:
        record = reading.known.dated[name.record]
        fact = record.dates[0]
        year = YEAR_IN_NAME.search(next(iter(record.names.values())))
        if len(record.dates) != 1 or year is None or not fact.date.startswith(year[0]):
            continue
        title = clause_around(sentence.words, Place(name.start, name.end), ())
        if title and _bounds(fact.date):
            yield Event(fact.date, title, sentence.segment, record.slug, _is_after(fact.date, reading.anchor))


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
