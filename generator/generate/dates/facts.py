"""Dates a text by what is known of what it names: "joint air patrol … last week", and the patrol's day.

A relative date ("last week") and a known day (a fact of the record named beside it) together tell
when the text was written. A day without year ("on 27 January") and a fact of that day tell the year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.date_words import date_in_words
from generator.edtf import UNKNOWN_YEAR, Bounds, bounds
from generator.generate.dates.anchor import Anchor, anchor_on
from generator.generate.dates.find import FoundDate, find_dates
from generator.generate.dates.known import KnownFacts
from generator.generate.dates.witness import Witness
from generator.model import DatedFact, Evidence, Language, Record, SegmentId
from generator.names import Found
from generator.sentences import rough_sentences, shorten

BESIDE = 90
"""Characters between a name and the date that is about it, at most."""
LONGEST_FACT = datetime.timedelta(days=31)
REACH = 800
"""Days before and after a fact that a text naming it may have been written on."""
DAYS_OF_YEAR = 365
QUOTE = 120
OPENING_WORDS = 12
"""Characters before a date that are quoted with it when they open the sentence: "Earlier in"."""


@dataclass(frozen=True)
class Unclear:
    """A relative date that fits several facts of a record."""

    words: str
    record: Record
    facts: tuple[DatedFact, ...]


def witnesses_of_facts(
    texts: Iterable[tuple[SegmentId, str]], known: KnownFacts, language: Language, within: Anchor | None
) -> tuple[list[Witness], list[Unclear]]:
    """Return what dated facts tell about when a text was written.

    Args:
        texts: segment ids and plain texts.
        known: the dated facts of the authority records.
        language: of the texts.
        within: what is known already; facts that do not fit it are not meant.

    Returns:
        The witnesses, and the places where several facts fit, which therefore tell nothing.
    """
    witnesses: list[Witness] = []
    unclear: list[Unclear] = []
    for segment, text in texts:
        for sentence in rough_sentences(text):
            for found, name in _beside(sentence, known, language):
                record = known.dated[name.record]
                told = (_tell(sentence, segment, found, name, record, fact) for fact in record.dates)
                fitting = [witness for witness in told if witness and _fits(witness.written, within)]
                if len(fitting) == 1:
                    witnesses += fitting
                elif fitting and found.is_relative:
                    unclear.append(Unclear(found.quote, record, record.dates))
    return witnesses, unclear


def _beside(sentence: str, known: KnownFacts, language: Language) -> Iterator[tuple[FoundDate, Found]]:
    """Pair each date that leaves something open with the record named nearest to it."""
    dates = [found for found in find_dates(sentence, language) if UNKNOWN_YEAR in found.gives]
    if not dates:
        return
    names = known.names.find(sentence)
    for found in dates:
        near = [name for name in names if _distance(found, name) <= BESIDE]
        if near:
            yield found, min(near, key=lambda name: _distance(found, name))


def _distance(found: FoundDate, name: Found) -> int:
    return max(found.start - name.end, name.start - found.end, 0)


def _tell(
    sentence: str, segment: SegmentId, found: FoundDate, name: Found, record: Record, fact: DatedFact
) -> Witness | None:
    known = bounds(fact.date)
    if known is None or known.latest - known.earliest > LONGEST_FACT:
        return None
    written = _written(found, known)
    if written is None:
        return None
    start, end = min(found.start, name.start), max(found.end, name.end)
    start = 0 if start <= OPENING_WORDS else start
    quote = sentence[start:end] if end - start <= QUOTE else shorten(sentence[start:], QUOTE)
    day = date_in_words(fact.date)
    if found.is_relative:
        gives = written.edtf
        rule = f"counted from what was {fact.type} on {day}"
    else:
        gives = fact.date
        rule = f"{fact.type} on {day}"
    return Witness(Evidence(gives, quote, segment, record=record.slug, rule=rule), written)


def _written(found: FoundDate, known: Bounds) -> Anchor | None:
    """Return the days on which these words, written then, would mean the known day."""
    days = [
        day
        for offset in range(-REACH, REACH + 1)
        if _means(found, day := known.earliest + datetime.timedelta(days=offset), known)
    ]
    # Words like "on Thursday" fit many a week: they tell nothing by themselves.
    if not days or (days[-1] - days[0]).days != len(days) - 1:
        return None
    return Anchor(days[0], days[-1])


def _means(found: FoundDate, day: datetime.date, known: Bounds) -> bool:
    meant = bounds(found.edtf(anchor_on(day)))
    return meant is not None and meant.earliest <= known.earliest and known.latest <= meant.latest


def _fits(written: Anchor, within: Anchor | None) -> bool:
    return within is None or (written.earliest <= within.latest and within.earliest <= written.latest)
