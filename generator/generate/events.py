"""Lists the dated happenings a document reports, in its own words.

An event is one happening that a clause tells, with a verb: what a number is compared with, a byline or
a heading is none, and no clause is told twice. What the entry itself is dated by is not listed again.
What was still to come is marked as announced, deadlines among it. A chronicle gives one event a
paragraph. An event whose name holds its year is dated by its record where the text names no day.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.dates.anchor import Anchor, anchor_from
from generator.dates.background import (
    is_a_things,
    is_attribute,
    is_by_the_way,
    is_limit,
    is_measured_by,
    opens_a_span,
    recurs,
)
from generator.dates.chronicle import Under, under_dates
from generator.dates.dateline import match_dateline
from generator.dates.edtf import UNKNOWN_YEAR, Bounds, bounds_of
from generator.dates.find import FoundDate
from generator.dates.named import NamedDate
from generator.dates.passages import AnnotatedSentence, Passage
from generator.dates.record_facts import RecordFacts, year_in_name
from generator.generate.date_line import dateline_day, only_date
from generator.generate.draft import Draft
from generator.generate.event_dates import in_one
from generator.generate.event_title import (
    clause_around,
    clause_below,
    said_in_full,
    sentence_title,
)
from generator.generate.line_forms import CREDIT, is_of_earlier_mail
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.verbs import (
    has_verb,
    is_past,
    lacks_participle,
    may_be_past,
    only_says,
    plans,
    tells_ahead,
    was_not_done,
)
from generator.model import DatedFact, Event, Language, Record, Role, SegmentId, Slug, Span
from generator.names.index import FoundName

REPORTING = (Role.PARAGRAPH, Role.SUMMARY, Role.ITEM, Role.QUOTE)
BESIDE = 90
"""Characters between a date and the name it sharpens, at most."""
LONGEST, LONGEST_NAMED = 366, 31
"""Days that an event lasts at most, and that a date spans which tells more than the text's year."""
BEHIND_DATELINE = re.compile(r"^[\s.,:;/)|–—-]{0,6}(?:\([^()]{1,40}\))?[\s.,:;/|–—-]{0,6}")
NUMBERED = re.compile(r"(\d{1,3})\.?\s{1,3}(?=[\"“„(]?[^\W\d_])")
CONDITION = re.compile(r"(?:… )?(?:\w{2,10},?\s)?(?:if|unless|whether|wenn|falls|ob)\s", re.IGNORECASE)
WORD = re.compile(r"\w{4,40}")
SAME_WORDS, FEWEST_SAME = 0.6, 3
"""The share of their words that two titles of one happening have in common, at least; and how many."""
MOST_COMPARED = 20
MOST_YEARS = 2
"""Bare years in a sentence; of more it makes a list, and tells no happening of each."""
PARTS = range(33, 42)
"""EDTF's numbers for quarters and halves of a year."""
IN = re.compile(r"\b(?:in|im|during|by|bis|zum|until)\s(?:the\s)?$", re.IGNORECASE)
AMOUNT = re.compile(r"\d\s?(?:%|\w{0,4}\s?(?:prozent|percent|per\scent|pro\smille)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class _Reading:
    """What a sentence is read with."""

    dated: Mapping[Slug, Record]
    """Records with dated facts."""
    own: Bounds | None
    """Of the date of the entry itself."""
    anchor: Anchor | None
    language: Language

    def names(self, sentence: AnnotatedSentence) -> list[FoundName]:
        """Return the names of records with dated facts."""
        return [name for name in sentence.names if name.record in self.dated]


def extract_events(draft: Draft, facts: RecordFacts) -> Draft:
    """Fill in the events."""
    date = draft.entry.date
    # A text is read from the day it was written; failing that, from the day it reports.
    anchor = draft.written if draft.written and draft.written.is_narrow else anchor_from(date)
    reading = _Reading(facts.dated, bounds_of(date), anchor or draft.written, draft.language)
    listed = _Listed()
    reporting = {segment.id for segment in draft.segments if segment.role in REPORTING}
    told = [passage for passage in draft.paragraphs if passage.segment in reporting]
    under = under_dates(draft.paragraphs, draft.language)
    numbers = _margin_numbers(told)
    for passage in told:
        if only_date(passage.text, passage.dates) or is_of_earlier_mail(passage.text):
            # What an earlier mail tells counts its days from its own day.
            continue
        if passage.segment in under:
            found = _under_its_date(passage, under[passage.segment], reading)
        else:
            read = (
                event
                for one in _sentences(passage, draft, numbers.get(passage.segment, 0))
                for event in _of_sentence(one, reading)
            )
            found = [_in_full(event, passage.text) for event in read]
        for event in found:
            listed.add(event)
    return draft.fill(events=tuple(listed.events))


def _in_full(event: Event, text: str) -> Event:
    return replace(event, title=said_in_full(event.title, text, event.span.start if event.span else 0))


def _margin_numbers(told: Sequence[Passage]) -> dict[SegmentId | None, int]:
    """Return where the words begin in paragraphs that are numbered in a row: "2 On 5 May, the claimant …"."""
    opened = [
        (one, match) for one in told if (match := NUMBERED.match(one.text)) and not _opens_with_date(one)
    ]
    pairs = [pair for pair in itertools.pairwise(opened) if int(pair[1][1][1]) - int(pair[0][1][1]) == 1]
    return {passage.segment: match.end() for pair in pairs for passage, match in pair}


def _opens_with_date(passage: Passage) -> bool:
    return any(found.start == 0 for found in passage.dates)


def _sentences(passage: Passage, draft: Draft, number: int) -> Iterator[AnnotatedSentence]:
    """Yield the sentences of a paragraph, without its number, the dateline it opens with and credits.

    `number`: where its words begin behind the number.
    """
    dateline = draft.entry.source.dateline or ""
    day = dateline_day(passage)
    cut = day.end if day else len(dateline) if dateline and passage.text.startswith(dateline) else 0
    if match := match_dateline(passage.text):
        cut = max(cut, match.end())
    cut = max(cut, number)
    for sentence in passage.sentences:
        if not CREDIT.match(sentence.text):
            yield _from(sentence, cut - sentence.start) if cut > sentence.start else sentence


def _from(sentence: AnnotatedSentence, start: int) -> AnnotatedSentence:
    """Return a sentence from a place in it on."""
    text = BEHIND_DATELINE.sub("", sentence.text[start:], count=1)
    start = len(sentence.text) - len(text)
    return AnnotatedSentence(
        text,
        sentence.segment,
        sentence.start + start,
        tuple(one.moved(-start) for one in sentence.names if one.start >= start),
        tuple(one.moved(-start) for one in sentence.dates if one.start >= start),
    )


def _under_its_date(passage: Passage, under: Under, reading: _Reading) -> list[Event]:
    """Return what a paragraph of a chronicle tells: the happening of the date it stands under."""
    date = under.edtf(reading.anchor).partition("T")[0]
    span, title = sentence_title(passage.text, under.start)
    if UNKNOWN_YEAR in date or bounds_of(date) is None or not title:
        return []
    announced = _is_after(date, reading.anchor) and not is_past(title, reading.language)
    return [Event(date, title, segment=passage.segment, announced=announced, span=span)]


def _of_sentence(sentence: AnnotatedSentence, reading: _Reading) -> list[Event]:
    """Return the happenings of a sentence: one a clause, none that is vague beside a finer one."""
    events = [*_dated(sentence, reading), *_by_record(sentence, reading)]
    finest = max((_fineness(event.date) for event in events), default=0)
    kept: list[Event] = []
    for event in events:
        is_vague = _fineness(event.date) < min(finest, DAY)
        if not is_vague and not any(_tell_the_same(event, other) for other in kept):
            kept.append(event)
    return kept


YEAR, MONTH, DAY = 0, 1, 2


def _fineness(date: str) -> int:
    meant = bounds_of(date)
    days = (meant.latest - meant.earliest).days if meant else LONGEST
    return DAY if "/" in date or days <= LONGEST_NAMED // 4 else MONTH if days <= LONGEST_NAMED else YEAR


def _tell_the_same(one: Event, other: Event) -> bool:
    """Tell whether two events are of one clause, or one is told by the way of the other."""
    ones, others = (event.title.strip("… ") for event in (one, other))
    if ones == others:
        return True
    first, second = bounds_of(one.date), bounds_of(other.date)
    meet = first and second and first.earliest <= second.latest and second.earliest <= first.latest
    return bool(meet) and (ones in others or others in ones)


def _dated(sentence: AnnotatedSentence, reading: _Reading) -> Iterator[Event]:
    spans = [Span(found.start, found.end) for found in sentence.dates]
    telling = [
        (found, date)
        for found in sentence.dates
        if _tells_when(sentence.text, found, date := found.edtf(reading.anchor).partition("T")[0], reading)
    ]
    if sum(len(found.gives) == len("2010") for found in sentence.dates) > MOST_YEARS:
        telling = [(found, date) for found, date in telling if _fineness(date) != YEAR]
    has_finer = any(
        (found.gives.count("-") == 2 or found.is_weekday) and not found.is_today for found in sentence.dates
    )
    for group in in_one(sentence.text, telling):
        date, span = group.date, group.span
        found = group.first
        if has_finer and _fineness(date) == YEAR:
            # A year beside a day is a name's, or the time of something else.
            continue
        name, date = _sharpened(sentence, found, date, reading)
        whole = span | Span(name.start, name.end) if name else span
        title = clause_below(sentence.text, span, reading.language)
        if title is None:
            title = clause_around(sentence.text, whole, spans, reading.language, span)
        if lacks_participle(title, reading.language) or (title and not has_verb(title, reading.language)):
            title = _whole(sentence)
        if not title or _tells_nothing(title, reading.language) or recurs(title):
            continue
        if found.is_relative and only_says(title, reading.language):
            continue
        if _fineness(date) == YEAR and _is_year_alone(sentence.text, title, found, date, reading):
            continue
        if _is_after(date, reading.anchor) and is_past(title, reading.language) and not plans(title):
            # Told as over, and yet to come: it stands in another text that the page shows, or was misread.
            continue
        announced = _is_announced(title, found, date, reading)
        yield _event(date, title, sentence, whole, name.record if name else None, announced=announced)


def _tells_nothing(title: str, language: Language) -> bool:
    """Tell whether a clause asks, sets a condition, has no verb, or says what was not done."""
    return (
        title.endswith("?")
        or bool(CONDITION.match(title))
        or not has_verb(title, language)
        or was_not_done(title)
    )


def _is_year_alone(text: str, title: str, found: FoundDate, date: str, reading: _Reading) -> bool:
    """Tell whether a year is an amount's, an aim's, or of what a sentence in the present names by the way."""
    if _is_amount(title):
        return True
    if _is_after(date, reading.anchor):
        # "Who wants to reach zero in 2050": an aim.
        return not (found.to_come or tells_ahead(title))
    # "The museum shows photographs of its beginnings in 1934", but "In 1934, the museum opens".
    told = len(text[: found.start].split()) <= 1 or found.is_planned or may_be_past(title, reading.language)
    return _is_before(date, reading.anchor) and not told


def _whole(sentence: AnnotatedSentence) -> str:
    _, title = sentence_title(sentence.text, 0)
    return title


def _is_amount(text: str) -> bool:
    """Tell whether a sentence gives shares or large numbers: what a year brought, no happening."""
    words = re.findall(r"\d\s(\w+)", text)
    return bool(AMOUNT.search(text)) or any(
        word.casefold() in lexicon.numbers.scales for word in words for lexicon in LEXICONS.values()
    )


def _is_announced(title: str, found: FoundDate, date: str, reading: _Reading) -> bool:
    """Tell whether something was to come when the text was written; what is told as over was not."""
    meant, anchor = bounds_of(date), reading.anchor
    if meant and anchor and meant.latest < anchor.earliest:
        return False
    if _is_after(date, anchor):
        return True
    return found.is_planned and not is_past(title, reading.language)


def _event(
    date: str, title: str, sentence: AnnotatedSentence, span: Span, record: Slug | None, *, announced: bool
) -> Event:
    placed = Span(sentence.start + span.start, sentence.start + span.end)
    return Event(date, title, segment=sentence.segment, record=record, announced=announced, span=placed)


def _tells_when(text: str, found: FoundDate, date: str, reading: _Reading) -> bool:
    meant = bounds_of(date)
    if (
        meant is None
        or UNKNOWN_YEAR in date
        or found.is_ambiguous
        or (meant.latest - meant.earliest).days > LONGEST
    ):
        return False
    if is_measured_by(text, found) or is_a_things(text, found) or is_attribute(text, found):
        return False
    if is_by_the_way(text, found, reading.language):
        return False
    if (
        isinstance(found.meaning, NamedDate)
        and (found.meaning.period or 0) in PARTS
        and not IN.search(text, max(0, found.start - 12), found.start)
    ):
        # "It had a strong fourth quarter."
        return False
    if found.is_weekday and date.startswith("["):
        # "On Sunday" of an unknown week.
        return False
    if opens_a_span(text, found) and not _is_deadline(text, found, date, reading):
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
    return not (within and (meant.latest - meant.earliest).days > LONGEST_NAMED and not found.is_planned)


def _is_deadline(text: str, found: FoundDate, date: str, reading: _Reading) -> bool:
    """Tell whether a day is one that something has to be done by; "until Wednesday" only says how long."""
    is_whole = found.gives.count("-") == 2 and UNKNOWN_YEAR not in found.gives
    is_ahead = found.is_planned if reading.anchor is None else _is_after(date, reading.anchor)
    return (is_whole or found.is_planned) and date.count("-") == 2 and is_ahead and is_limit(text, found)


def _sharpened(
    sentence: AnnotatedSentence, found: FoundDate, date: str, reading: _Reading
) -> tuple[FoundName | None, str]:
    """Return the day a record knows for what is named beside a vaguer date: "last week"."""
    meant = bounds_of(date)
    if (
        meant is None
        or meant.earliest == meant.latest
        or (meant.latest - meant.earliest).days > LONGEST_NAMED
    ):
        return None, date
    for name in reading.names(sentence):
        if max(found.start - name.end, name.start - found.end) > BESIDE:
            continue
        facts = [fact for fact in reading.dated[name.record].dates if _is_within(fact, meant)]
        if len(facts) == 1:
            return name, facts[0].date
    return None, date


def _is_within(fact: DatedFact, meant: Bounds) -> bool:
    known = bounds_of(fact.date)
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
        title = clause_around(sentence.text, span, (), reading.language)
        if title and bounds_of(fact.date):
            announced = _is_after(fact.date, reading.anchor)
            yield _event(fact.date, title, sentence, span, record.slug, announced=announced)


def _is_before(date: str, anchor: Anchor | None) -> bool:
    meant = bounds_of(date)
    return meant is not None and anchor is not None and meant.latest < anchor.earliest


def _is_after(date: str, anchor: Anchor | None) -> bool:
    meant = bounds_of(date)
    return meant is not None and anchor is not None and meant.earliest > anchor.latest


class _Listed:
    """The events so far, and which of them would be listed twice."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._dates: set[str] = set()
        self._told: set[tuple[str, str]] = set()
        self._words: dict[str, list[set[str]]] = {}
        """Of the titles of each date."""

    def add(self, event: Event) -> None:
        """Add an event that is not listed; a year named again refers back to what happened then."""
        told = {(event.date, event.title)}
        if event.record:
            told.add((event.date, f"record {event.record}"))
        again = len(event.date) == len("2019") and event.date in self._dates
        words = set(WORD.findall(fold(event.title)))
        of_its_date = self._words.setdefault(event.date, [])
        if not again and not told & self._told and not any(_are_same(words, one) for one in of_its_date):
            self.events.append(event)
            self._dates.add(event.date)
            self._told |= told
            of_its_date[:] = [*of_its_date[1 - MOST_COMPARED :], words]


def _are_same(words: set[str], others: set[str]) -> bool:
    """Tell whether two titles of one date tell of one happening, in mostly the same words."""
    return len(words & others) >= max(FEWEST_SAME, SAME_WORDS * min(len(words), len(others)))
