"""Dates a text by what is known of what it names: "the festival … last week", and the festival's day.

A relative date ("last week") and a known day (a fact of the record named beside it) together tell
when the text was written; where several days fit, it was written at one of several times. A day without
year ("on 27 January") and a fact of that day tell the year.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.dates.anchor import Anchor, Witness, in_edtf
from generator.dates.background import looks_back
from generator.dates.edtf import UNKNOWN_YEAR, Bounds, bounds, sort_key
from generator.dates.find import FoundDate
from generator.dates.named import NamedDate, NamedRange
from generator.dates.passages import AnnotatedSentence, Passage
from generator.dates.record_facts import RecordFacts, has_gaps, tells_of, year_in_name
from generator.dates.relative import Relative
from generator.dates.rounds import may_be_round
from generator.dates.tense import Tense
from generator.dates.wording import date_in_words
from generator.language.sentences.quote import shorten
from generator.model import DatedFact, Evidence, Nature, Record
from generator.names.index import FoundName

BESIDE = 90
"""Characters between a name and the date that is about it, at most."""
LONGEST_FACT = datetime.timedelta(days=31)
DAYS_AROUND = 800
"""Days before and after a fact that a text naming it may have been written on."""
QUOTE = 120
MOST = 4
"""Facts that a date may fit; of more, it tells nothing."""
SAID = re.compile(
    r"\b(?:said|says|told\s\w{1,20}|announced|stated|reported|sagte\w?|erklärte\w?|teilte\w?|berichtete\w?|kündigte\w?)\s(?:on\s|am\s)?$",
    re.IGNORECASE,
)
""""Said last week": that is when it was said."""
REPORTED = 24
OPENING_WORDS = 12
"""Characters before a date that are quoted with it when they open the sentence: "Earlier in"."""


@dataclass(frozen=True)
class SeveralFacts:
    """A relative date that fits too many facts of a record."""

    words: str
    record: Record
    facts: tuple[DatedFact, ...]


def witnesses_of_facts(
    passages: Iterable[Passage], facts: RecordFacts, within: Sequence[Anchor]
) -> tuple[list[Witness], list[SeveralFacts]]:
    """Return what dated facts tell about when a text was written.

    `within`: what is known already, one of these; facts that do not fit it are not meant.

    Returns:
        The witnesses, and the places where so many facts fit that they tell nothing.
    """
    witnesses: list[Witness] = []
    unclear: list[SeveralFacts] = []
    for passage in passages:
        for sentence in passage.sentences if passage.names and passage.dates else ():
            for found, name in _beside(sentence, facts):
                record = facts.dated[name.record]
                if _recurs(record) and _is_vague(found, within):
                    continue
                told = {fact: _written_by(found, fact) for fact in _meant(sentence, name, record)}
                fitting = {fact: span for fact, span in told.items() if span and _fits(span, within)}
                if len(fitting) == 1 or (found.is_relative and 1 < len(fitting) <= MOST):
                    witnesses.append(_witness(sentence, found, name, record, fitting))
                elif fitting and found.is_relative:
                    unclear.append(SeveralFacts(found.quote, record, tuple(fitting)))
    return witnesses, unclear


def _beside(sentence: AnnotatedSentence, facts: RecordFacts) -> Iterator[tuple[FoundDate, FoundName]]:
    """Pair each date that leaves something open with the record named nearest to it."""
    names = [name for name in sentence.names if name.record in facts.dated]
    for found in sentence.dates if names else ():
        if UNKNOWN_YEAR not in found.gives:
            continue
        if looks_back(sentence.text):
            # "This year marks the 20th anniversary of the signing": it was not signed this year.
            continue
        if SAID.search(sentence.text[max(0, found.start - REPORTED) : found.start]):
            continue
        near = [name for name in names if _distance(found, name) <= BESIDE]
        if near:
            yield found, min(near, key=lambda name: _distance(found, name))


def _meant(sentence: AnnotatedSentence, name: FoundName, record: Record) -> list[DatedFact]:
    """Return the facts that a sentence may speak of; a round that it numbers is that one and no other."""
    told = [fact for fact in record.dates if _speaks_of(sentence.text, record, fact)]
    # A name that holds its year says itself which one is meant.
    return told if year_in_name(record) else [fact for fact in told if may_be_round(sentence, name, fact)]


def _is_vague(found: FoundDate, within: Sequence[Anchor]) -> bool:
    """Tell whether a date fits one of many times: "this year", "in December" of what is done every year."""
    if found.gives == UNKNOWN_YEAR:
        return True
    return found.gives.count("-") < 2 and not (len(within) == 1 and within[0].is_narrow)


def _speaks_of(sentence: str, record: Record, fact: DatedFact) -> bool:
    """Tell whether a sentence that names a record speaks of what the fact is about.

    An event is named for being held; a body that met "last week" was not founded then.
    """
    return record.kind.nature is Nature.EVENT or tells_of(sentence, fact)


def _recurs(record: Record) -> bool:
    return record.kind.nature is Nature.EVENT and not year_in_name(record)


def _distance(found: FoundDate, name: FoundName) -> int:
    return max(found.start - name.end, name.start - found.end, 0)


def _written_by(found: FoundDate, fact: DatedFact) -> Anchor | None:
    """Return when a text was written whose words mean the day of a fact."""
    known = bounds(fact.date)
    if known is None or known.latest - known.earliest > LONGEST_FACT:
        return None
    return _written(_anywhere(found), known)


def _witness(
    sentence: AnnotatedSentence,
    found: FoundDate,
    name: FoundName,
    record: Record,
    fitting: Mapping[DatedFact, Anchor],
) -> Witness:
    start, end = min(found.start, name.start), max(found.end, name.end)
    start = 0 if start <= OPENING_WORDS else start
    quote = sentence.text[start:end] if end - start <= QUOTE else shorten(sentence.text[start:], QUOTE)
    facts = sorted(fitting, key=lambda fact: sort_key(fact.date))
    spans = tuple(fitting[fact] for fact in facts)
    held = f"{facts[0].type} on {' or '.join(date_in_words(fact.date) for fact in facts)}"
    if found.is_relative:
        gives, rule = in_edtf(spans), f"counted from what was {held}"
    else:
        gives, rule = facts[0].date, held
    return Witness(
        Evidence(gives, quote, sentence.segment, record=record.slug, rule=rule),
        spans,
        found.is_relative and _recurs(record),
        has_gaps(record),
    )


def _anywhere(found: FoundDate) -> FoundDate:
    """Leave out where a date stands, so that the same words are worked out once."""
    meaning = found.meaning
    if isinstance(meaning, NamedRange):
        meaning = NamedRange(replace(meaning.first, start=0, end=0), replace(meaning.last, start=0, end=0))
    elif isinstance(meaning, NamedDate | Relative):
        meaning = replace(meaning, start=0, end=0)
    # A record's facts are told of after they happened.
    tense = Tense.PAST if found.tense is Tense.OPEN else found.tense
    return FoundDate(0, 0, "", meaning, tense)


@lru_cache(maxsize=10_000)
def _written(found: FoundDate, known: Bounds) -> Anchor | None:
    """Return the days on which these words, written then, would mean the known day."""
    if isinstance(found.meaning, NamedDate) and not _may_mean(found.meaning, known):
        return None
    days = [
        day
        for offset in range(-DAYS_AROUND, DAYS_AROUND + 1)
        if _means(found, day := known.earliest + datetime.timedelta(days=offset), known)
    ]
    # Words like "on Thursday" fit many a week: they tell nothing by themselves.
    if not days or (days[-1] - days[0]).days != len(days) - 1:
        return None
    return Anchor(days[0], days[-1])


def _may_mean(date: NamedDate, known: Bounds) -> bool:
    """Tell whether a date can be on known days in any year: in most cases a look spares all days around."""
    if date.other_reading or date.doubt or date.is_week or date.decade:
        return True
    years = range(known.earliest.year - 1, known.latest.year + 2)
    spans = (date.span_in(year) for year in years if datetime.MINYEAR <= year <= datetime.MAXYEAR)
    return any(span and span[0] <= known.latest and known.earliest <= span[1] for span in spans)


def _means(found: FoundDate, day: datetime.date, known: Bounds) -> bool:
    written = found.edtf(Anchor(day, day))
    meant = None if "," in written else bounds(written)
    if meant is None:
        return False
    # What lasted several days may be named by one of them.
    inside = meant.earliest == meant.latest and known.earliest <= meant.earliest <= known.latest
    return inside or (meant.earliest <= known.earliest and known.latest <= meant.latest)


def _fits(written: Anchor, within: Sequence[Anchor]) -> bool:
    return not within or any(
        written.earliest <= one.latest and one.earliest <= written.latest for one in within
    )
