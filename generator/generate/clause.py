"""The clause of a sentence that tells something: a short title in the source's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.sentences import shorten

LENGTH = 130
FEWEST_WORDS = 4
BOUNDARY = re.compile(
    r"[;:]\s|,\s|\s[-–—]{1,2}\s|"
    r",?\s(?:and|und)\s(?=(?:was|were|has|have|is|are|wurde|wurden|ist|hat)\s)"
)
LEADING = re.compile(
    r"^(?:and|but|or|und|aber|where|while|which|who|as|at which|that|dass)\s+", re.IGNORECASE
)
OPENING_DATE = re.compile(r"(?:(?:early|earlier|late|later)\s?)?(?:on|in|at|during)?", re.IGNORECASE)
CLOSING_DATE = re.compile(r"\s+(?:on|in|at|during|earlier in|late in|early in)\s*$", re.IGNORECASE)
DOUBLE_QUOTES = '"“”„»«'
QUOTES = DOUBLE_QUOTES + "'‘’"
LEFT_OUT = "… "


@dataclass(frozen=True)
class Place:
    """A stretch of a text."""

    start: int
    end: int

    def __or__(self, other: Place) -> Place:
        return Place(min(self.start, other.start), max(self.end, other.end))


def clause_around(sentence: str, place: Place, dates: Sequence[Place], dated: Place | None = None) -> str:
    """Return the clause that holds a place, without the date where English can do without it.

    Args:
        sentence: one sentence of plain text.
        place: what the clause must hold.
        dates: the dates of the sentence; a comma in or right beside one divides nothing.
        dated: the date the clause is dated by; None: it has none.
    """
    start, end = _limits(sentence, place, dates)
    clause = _without_date(sentence, start, end, dated) if dated else sentence[start:end]
    clause = LEADING.sub("", clause.strip(" .,;:"))
    if len(clause.split()) < FEWEST_WORDS - 1:
        clause = sentence.strip()
    elif start and clause[:1].islower():
        # The subject stands further in front: with all of it, or with a mark that it was left out.
        whole = sentence[:end].strip(" .,;:")
        clause = whole if len(whole) <= LENGTH else LEFT_OUT + clause
    return _balanced(shorten(_balanced(clause), LENGTH))


def _limits(sentence: str, place: Place, dates: Sequence[Place]) -> tuple[int, int]:
    cuts = [
        match.span()
        for match in BOUNDARY.finditer(sentence)
        if not any(_divides_nothing(sentence, match, date) for date in dates)
    ]
    start = max((end for _, end in cuts if end <= place.start), default=0)
    ends = [begin for begin, _ in cuts if begin >= place.end] + [len(sentence)]
    long_enough = (end for end in ends if len(sentence[start:end].split()) >= FEWEST_WORDS)
    return start, next(long_enough, ends[-1])


def _divides_nothing(sentence: str, boundary: re.Match[str], date: Place) -> bool:
    """Tell whether a comma stands in a date, or right behind one that opens its clause: "On 2 May, …"."""
    if date.start <= boundary.start() < date.end:
        return True
    return date.end == boundary.start() and _opens(_before(sentence, date.start))


def _opens(words: str) -> bool:
    return bool(OPENING_DATE.fullmatch(words.strip(QUOTES + " ")))


def _before(sentence: str, start: int) -> str:
    """Return the words between the last punctuation and a place."""
    before = sentence[:start]
    cut = max(before.rfind(mark) for mark in (", ", ": ", "; "))
    return before[cut + 2 :] if cut >= 0 else before


def _without_date(sentence: str, start: int, end: int, date: Place) -> str:
    opening = sentence[start : date.start]
    if _opens(opening):
        rest = sentence[date.end : end]
        # German puts the verb after an opening date: there it has to stay.
        return rest if rest.startswith(",") else sentence[start:end]
    if date.end >= end - 1 and CLOSING_DATE.search(opening):
        return CLOSING_DATE.sub("", opening)
    return sentence[start:end]


def _balanced(clause: str) -> str:
    """Drop quotation marks at the ends when one has no partner."""
    clause = clause.strip(" ,;:")
    if sum(clause.count(mark) for mark in DOUBLE_QUOTES) % 2:
        clause = clause.strip(DOUBLE_QUOTES + " ,;:")
    return clause
