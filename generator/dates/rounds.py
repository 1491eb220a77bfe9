"""Which round of a series a text names, and what that tells: "the 22nd round of the consultations"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.dates.anchor import ONE_DAY, Anchor, Witness
from generator.dates.calendar import either
from generator.dates.edtf import Bounds, bounds
from generator.dates.find import FoundDate
from generator.dates.passages import AnnotatedSentence, Passage
from generator.dates.record_facts import RecordFacts
from generator.dates.relative import Relative
from generator.dates.tense import Tense, tense_around
from generator.dates.wording import date_in_words
from generator.language.lexicons import LEXICONS
from generator.model import DatedFact, Evidence, SegmentId
from generator.names.index import FoundName

BEFORE_NAME, AFTER_NAME = 60, 90
"""Characters between a number and the name it counts, at most."""
ORDINALS = LEXICONS.joined(lambda one: one.numbers.inflected_ordinals)
NUMBER = re.compile(
    rf"\b(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th|\.(?=\s))|(?P<word>{either(ORDINALS)}))\s", re.IGNORECASE
)
OF_ITS_KIND = re.compile(r"(?:of\s(?:its|this|their)\skind|such|time|mal|dieser\sart)\b", re.IGNORECASE)
"""Behind a number that counts what was named before."""
ANOTHERS = re.compile(
    r"\b(?:anniversary|jahrestag\w{0,2}|stage|phase|day|tag|year|jahr)\b|[.;:]", re.IGNORECASE
)
"""Between a number and a name: it counts something else."""
EARLIER = re.compile(
    r"\b(?:previous|last|latest\sbefore|earlier|including|since|after|before|followed|follows|following|unlike|"
    r"vorige\w?|vorherige\w?|letzte\w?|frühere\w?|seit|nach|vor|einschließlich)\s(?:the\s|der\s|die\s|dem\s)?$",
    re.IGNORECASE,
)
"""In front of a number: another round is reported."""
THIS_YEARS = re.compile(
    r"\b(?:(?:this|the|dieses|des|diesem)\s(?:year|jahr(?:es)?)|heuer|diesjährige\w)\b", re.IGNORECASE
)
"""What may be counted from the beginning of the year."""
LONGEST_DELAY, LONGEST_NOTICE = datetime.timedelta(days=13), datetime.timedelta(days=45)
"""A round is reported this long after it at most, and announced this long before."""
A_YEAR = datetime.timedelta(days=366)
"""What is named further down may be background."""
A_WEEK = datetime.timedelta(days=6)


@dataclass(frozen=True)
class NamedRound:
    """A numbered round whose day a record knows, as a text names it."""

    fact: DatedFact
    held: Bounds
    witness: Witness
    is_reported: bool
    """The opening tells of it as over, and names no other weekday."""

    @property
    def is_near(self) -> bool:
        """Tell whether it tells the day of the text, and not only that the round was over."""
        return all(span.latest - span.earliest < A_YEAR for span in self.witness.spans)


def may_be_round(sentence: AnnotatedSentence, name: FoundName, fact: DatedFact) -> bool:
    """Tell whether a fact may be the round that a sentence speaks of: the one that it numbers, if it does."""
    match = _number(sentence, name)
    if match is None:
        return True
    number = _value(match)
    if number == 1 and (THIS_YEARS.search(sentence.text) or name.start != match.end()):
        # The first of the year, or "for the first time at the festival".
        return True
    return fact.round == number


def named_rounds(
    passages: Iterable[Passage], facts: RecordFacts, opening: Collection[SegmentId | None]
) -> Iterator[NamedRound]:
    """Yield the rounds that a text names and records know the day of.

    `opening`: the passages that say what is reported.
    """
    for passage in passages:
        for sentence in passage.sentences if passage.names else ():
            for name in sentence.names:
                record = facts.dated.get(name.record)
                numbered = [fact for fact in record.dates if fact.round] if record else ()
                match = _number(sentence, name) if numbered else None
                if match is None:
                    continue
                number = _value(match)
                for fact in numbered:
                    # "The first patrol" may be the first of the year.
                    held = bounds(fact.date) if fact.round == number and number > 1 else None
                    if held and not EARLIER.search(sentence.text[: match.start()]):
                        yield _round(sentence, name, match, fact, held, passage.segment in opening)


def _number(sentence: AnnotatedSentence, name: FoundName) -> re.Match[str] | None:
    """Return the number that counts a name: the last one before it, or "the sixth of its kind" behind it."""
    text = sentence.text
    taken = [(found.start, found.end) for found in sentence.dates]

    def is_free(match: re.Match[str]) -> bool:
        return not any(start < match.end() - 1 and match.start() < end for start, end in taken)

    start = max(0, name.start - BEFORE_NAME)
    before = [match for match in NUMBER.finditer(text, start, name.start) if is_free(match)]
    if before and not ANOTHERS.search(text, before[-1].end(), name.start):
        return before[-1]
    after = NUMBER.finditer(text, name.end, min(len(text), name.end + AFTER_NAME))
    return next((match for match in after if is_free(match) and OF_ITS_KIND.match(text, match.end())), None)


def _value(match: re.Match[str]) -> int:
    return int(match["digits"]) if match["digits"] else ORDINALS[match["word"].lower()]


def _round(
    sentence: AnnotatedSentence,
    name: FoundName,
    match: re.Match[str],
    fact: DatedFact,
    held: Bounds,
    in_opening: bool,
) -> NamedRound:
    start, end = min(match.start(), name.start), max(match.end() - 1, name.end)
    weekdays = [found for found in sentence.dates if found.is_weekday]
    names_its_day = any(_is_weekday_of(found, held) for found in weekdays)
    if tense_around(sentence.text, start, end) is Tense.FUTURE:
        span = Anchor(held.earliest - LONGEST_NOTICE, held.earliest)
    elif in_opening:
        span = Anchor(held.latest, held.latest + (A_WEEK if names_its_day else LONGEST_DELAY))
    else:
        span = Anchor(held.latest, held.latest + A_YEAR)
    quote = sentence.text[start:end]
    rule = f"number {fact.round}, {fact.type} on {date_in_words(fact.date)}"
    evidence = Evidence(fact.date, quote, sentence.segment, record=name.record, rule=rule)
    is_reported = in_opening and span.earliest == held.latest and (names_its_day or not weekdays)
    return NamedRound(fact, held, Witness(evidence, (span,)), is_reported)


def _is_weekday_of(found: FoundDate, held: Bounds) -> bool:
    meaning = found.meaning
    return isinstance(meaning, Relative) and any(
        (held.earliest + ONE_DAY * number).weekday() == meaning.weekday
        for number in range((held.latest - held.earliest).days + 1)
    )
