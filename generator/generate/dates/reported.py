"""Tells the day a document reports from the other days it names: since when, born when, said by whom."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from generator.edtf import UNKNOWN_YEAR, bounds
from generator.generate.dates.find import FoundDate, find_dates
from generator.model import Language

REACH = 60
DOUBLE_QUOTES = '"“”„»«'
OPEN_SPAN = re.compile(
    r"\b(?:since|seit|until|till|bis|by|ab|from|before|vor|after|nach|als|than|ahead\sof)\s(?:zum\s|dem\s|the\s)?$",
    re.IGNORECASE,
)
OPENS_WITH_SPAN = re.compile(r"(?:since|seit|until|bis|by|ab|from|before|after|nach)\s", re.IGNORECASE)
LATER = re.compile(
    r"\b(?:days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?)\s(?:after|before|nach|vor)\s[^.,;:]{0,50}$",
    re.IGNORECASE,
)
""""Two weeks after the collision of 3 February"."""
ANOTHER_MATTER = re.compile(
    r"(?:,\s|\(|^)(?:which\swas\s)?(?:signed|concluded|founded|established|commissioned|launched|adopted|ratified)\s"
    r"(?:\w{1,20}\s){0,3}(?:on|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What the sentence says by the way of something it names: ", signed on 2 June 1997,"."""
LONG_AGO = re.compile(
    r"\b(?:born|died|geboren|gestorben|verstorben|anniversary|birthday|jahrestag\w{0,3}|geburtstag\w{0,3}|years\sago|"
    r"vor\s\w{1,20}\sjahren|commemorat\w{1,4}|remember\w{0,3}|recall\w{0,3}|gedenk\w{0,3}|gedacht\w{0,3}|erinner\w{0,5})\b",
    re.IGNORECASE,
)
"""Before a date with its year."""
PARTICIPLE = re.compile(
    r"\s(?:in\s\w{1,20}\s)?(?:geborene|gestorbene|verstorbene|unterzeichnete|geschlossene|gegründete|verabschiedete)[nrms]?\b"
)
LIMIT = re.compile(
    r"\b(?:until|till|by|bis|ab|from|for|für|through|zum|agenda|goal|ziel)\s(?:zum\s|dem\s|the\s)?$", re.I
)
SURELY_PAST = re.compile(r"\b(?:in|im\sjahre?|since|seit|after|nach)\s$", re.IGNORECASE)
"""Before a year that stands by itself: "the 2027 goal" may be still to come."""


def opens_a_span(text: str, found: FoundDate) -> bool:
    """Tell whether a date only says since, until or before when something was so.

    Args:
        text: that it was found in.
        found: a date of the text.
    """
    if "/" in found.gives:
        return False
    before = text[max(0, found.start - REACH) : found.start]
    return bool(OPEN_SPAN.search(before) or (found.is_relative and OPENS_WITH_SPAN.match(found.quote)))


def reported(text: str, dates: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """Yield the dates that may be of what is reported: no plans, no background, none in quotation marks.

    Args:
        text: a paragraph or headline.
        dates: what was found in it, in order.
    """
    marks = reached = 0
    for found in dates:
        between = text[reached : found.start]
        marks, reached = marks + sum(map(between.count, DOUBLE_QUOTES)), found.start
        # Between marks stand somebody's words; the report stands outside of them.
        if not (marks % 2 or found.is_planned or _is_background(text, found)):
            yield found


def _is_background(text: str, found: FoundDate) -> bool:
    near = text[max(0, found.start - REACH) : found.start]
    if opens_a_span(text, found):
        return True
    if ANOTHER_MATTER.search(near) or LATER.search(near) or PARTICIPLE.match(text, found.end):
        return True
    sentence = re.split(r"[.!?;]\s", near)[-1]
    return UNKNOWN_YEAR not in found.gives and bool(LONG_AGO.search(sentence))


def latest_past(texts: Iterable[str], language: Language) -> datetime.date | None:
    """Return the latest day a document speaks of as past: it is not older than that.

    Args:
        texts: all its paragraphs.
        language: of the texts.
    """
    days = [
        meant.earliest
        for text in texts
        for found in find_dates(text, language)
        if not found.to_come and _is_past(text, found) and (meant := bounds(found.gives))
    ]
    return max(days, default=None)


def _is_past(text: str, found: FoundDate) -> bool:
    if UNKNOWN_YEAR in found.gives or found.is_ambiguous:
        return False
    before = text[max(0, found.start - REACH) : found.start]
    if "-" not in found.gives:
        return bool(SURELY_PAST.search(before))
    return not LIMIT.search(before)
