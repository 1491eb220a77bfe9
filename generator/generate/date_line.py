"""Finds what at the top of a document says when it was written: a line with little but a date, a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.dates.background import is_birthday
from generator.dates.edtf import UNKNOWN_YEAR
from generator.dates.find import FoundDate, find_dates
from generator.dates.passages import Passage
from generator.generate.draft import Draft
from generator.language.lexicons import LEXICONS
from generator.model import DroppedLine, Evidence, Role

TOP = 4
"""Paragraphs below the headline that may be such a line."""
TEASERS = 2
MOST_WORDS, LONGEST = 4, 90
"""What may stand beside the date, and how long the whole may be."""
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE_END = (".", "!", "?")
FEWEST_TOLD = 2
"""Words in small letters that make a sentence of it: "it ended on 9 May 1945"."""
WHOLE_DAY = len("2022-03-14")
LONGEST_DATELINE = 70
LOWER = ("den", "der", "am", "of")
DASH = re.compile(r"[.,)\s]{0,3}(?:[(/–—-]|\)\s)")


def date_line(draft: Draft) -> Evidence | None:
    """Return what a line at the top gives that is little more than a date; None where two disagree."""
    lines = [*_dropped_lines(draft), *_paragraphs(draft)] or list(_datelines(draft))
    return lines[0] if len({line.gives for line in lines}) == 1 else None


def dateline_day(passage: Passage) -> FoundDate | None:
    """Return the day in the dateline that a paragraph opens with: "PORT (Agency) 7 June - The clubs …"."""
    for found in passage.dates[:1]:
        before = WORD.findall(passage.text[: found.start])
        is_place = all(word[0].isupper() or word in LOWER for word in before)
        is_told = any(word.lower() not in LEXICONS.function_words for word in before)
        is_there = found.end <= LONGEST_DATELINE and DASH.match(passage.text, found.end)
        if is_place and is_told and is_there and "-" in found.gives and not found.is_relative:
            return found
    return None


def _datelines(draft: Draft) -> Iterator[Evidence]:
    prose = {one.id for one in draft.segments if one.role is Role.PARAGRAPH}
    for passage in [one for one in draft.paragraphs if one.segment in prose][:1]:
        found = dateline_day(passage)
        if found and len(found.gives) == WHOLE_DAY and UNKNOWN_YEAR not in found.gives:
            yield Evidence(found.gives, found.quote, passage.segment, rule="dateline")


def _paragraphs(draft: Draft) -> Iterator[Evidence]:
    above = ""
    for passage in draft.paragraphs[:TOP]:
        day = only_date(passage.text, passage.dates)
        if day and not is_birthday(passage.text, day.start, above):
            yield Evidence(day.gives.partition("T")[0], passage.text, passage.segment, rule="date line")
        above = passage.text


def unclear_days(draft: Draft) -> tuple[Evidence, ...]:
    """Return the days above the text, in lines that cleaning took out, that can be read in two ways."""
    return tuple(
        Evidence(day.gives, line.text, line=line.number, rule="date line")
        for line, dates in _dropped_above(draft)
        for day in dates
        if day.is_ambiguous
    )


def _dropped_lines(draft: Draft) -> Iterator[Evidence]:
    """Yield such lines among those that cleaning took out above the text."""
    above = {after.number: before.text for before, after in pairwise(draft.lines)}
    for line, dates in _dropped_above(draft):
        day = only_date(line.text, dates)
        if day and not is_birthday(line.text, day.start, above.get(line.number, "")):
            yield Evidence(day.gives.partition("T")[0], line.text, line=line.number, rule="date line")


def _dropped_above(draft: Draft) -> Iterator[tuple[DroppedLine, tuple[FoundDate, ...]]]:
    headline = draft.headline.number if draft.headline else 0
    below = [line.number for line in draft.kept if line.number > headline]
    # The first paragraphs may be what a page shows in front of the date: its teaser.
    first = below[TEASERS] if len(below) > TEASERS else below[0] if below else 0
    for line in draft.dropped:
        if line.number < first and len(line.text) <= LONGEST:
            yield line, tuple(find_dates(line.text, draft.language, draft.day_first))


def only_date(text: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """Return the whole day of a short line that says little else: "Press release | 7 June 2011"."""
    whole = [one for one in dates if len(one.gives.partition("T")[0]) == WHOLE_DAY]
    if len(text) > LONGEST or len(whole) != 1:
        return None
    (day,) = whole
    if UNKNOWN_YEAR in day.gives or day.is_ambiguous or day.to_come or text.endswith(SENTENCE_END):
        return None
    beside = WORD.findall(text[: day.start]) + WORD.findall(text[day.end :])
    told = [word for word in beside if word.islower()]
    return day if len(beside) <= MOST_WORDS and len(told) < FEWEST_TOLD else None
