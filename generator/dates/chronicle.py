"""Tells a chronicle or a ticker, which gives one happening a paragraph, each under its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.dates.anchor import Anchor, anchor_from
from generator.dates.edtf import UNKNOWN_YEAR
from generator.dates.find import FoundDate, find_dates
from generator.dates.named import NamedDate
from generator.dates.passages import Passage
from generator.model import Language, SegmentId

FEWEST = 3
"""Paragraphs that open with their date; two may do so by chance."""
FEWEST_ALONE = 2
"""Lines with nothing but a date, each with text below it."""
LONGEST_LINE = 40
BEFORE = re.compile(r"[\s•*·–—-]{0,4}(?:(?:ca\.?|um)\s)?", re.IGNORECASE)
BEHIND = re.compile(r"\s{0,2}(?::|[–—-]\s|\|)\s{0,3}|\.?\s{1,3}(?=[A-ZÄÖÜ])")
YEAR_OPENS = re.compile(r"(?P<year>(?:1[5-9]|20)\d\d)\s{0,2}(?::\s|[–—-]\s|\|)\s{0,3}(?=[^\W\d])")
YEAR_ALONE = re.compile(r"\W{0,4}(?P<year>(?:1[5-9]|20)\d\d)\W{0,4}")
SLASHES = re.compile(r"\s{1,3}[/|]\s{1,3}")


@dataclass(frozen=True)
class Under:
    """The date that a paragraph stands under."""

    found: FoundDate
    start: int
    """Where the paragraph's own words begin."""
    year: str | None = None
    """Of the heading above, where the date has none."""

    def edtf(self, anchor: Anchor | None) -> str:
        """Return what the date means in a chronicle written then."""
        if self.year and UNKNOWN_YEAR in self.found.gives:
            return self.found.edtf(anchor_from(self.year))
        return self.found.edtf(anchor)


def under_dates(passages: Iterable[Passage], language: Language) -> Mapping[SegmentId | None, Under]:
    """Return which paragraphs of a chronicle stand under which date; of anything else, none."""
    passages = list(passages)
    alone = [date_alone(passage, language) for passage in passages]
    is_ticker = _with_text_below(alone) >= FEWEST_ALONE
    by_year = _years_with_text_below(passages) >= FEWEST
    if not (is_ticker or by_year or _open_with_dates(passages)):
        return {}
    under: dict[SegmentId | None, Under] = {}
    standing: FoundDate | None = None
    year: str | None = None
    for passage, day in zip(passages, alone, strict=True):
        if match := YEAR_ALONE.fullmatch(passage.text):
            standing, year = None, match["year"]
        elif day:
            standing = day if is_ticker else None
        elif opened := opening_date(passage):
            under[passage.segment] = Under(*opened, year)
        elif standing:
            under[passage.segment] = Under(standing, 0, year)
        elif by_year and year:
            under[passage.segment] = Under(_in_year(passage, year), 0, year)
    return under


def is_chronicle(passages: Iterable[Passage], language: Language) -> bool:
    """Tell whether a document gives a date to paragraph after paragraph."""
    passages = list(passages)
    alone = [date_alone(passage, language) for passage in passages]
    is_ticker = _with_text_below(alone) >= FEWEST_ALONE
    return is_ticker or _years_with_text_below(passages) >= FEWEST or _open_with_dates(passages)


def opening_date(passage: Passage) -> tuple[FoundDate, int] | None:
    """Return the date that a paragraph opens with, and where its own words begin; None: with none."""
    for found in passage.dates[:1]:
        before = BEFORE.match(passage.text)
        behind = BEHIND.match(passage.text, found.end)
        if before and before.end() >= found.start and behind and _is_day_or_month(found):
            return found, behind.end()
    if year := YEAR_OPENS.match(passage.text):
        place = year.span("year")
        return FoundDate(*place, year["year"], NamedDate(*place, int(year["year"]))), year.end()
    return None


def date_alone(passage: Passage, language: Language) -> FoundDate | None:
    """Return the date of a line that is nothing but one, as stands above what happened then."""
    if len(passage.text) > LONGEST_LINE:
        return None
    text, dates = passage.text, list(passage.dates)
    if len(dates) != 1 and SLASHES.search(text):
        # "24 / Februar / 2022"
        text = SLASHES.sub(" ", text)
        dates = find_dates(text, language)
    if len(dates) != 1 or not _is_day_or_month(dates[0]):
        return None
    rest = text[: dates[0].start] + text[dates[0].end :]
    return None if re.search(r"\w{3,}", rest) else dates[0]


def _open_with_dates(passages: Iterable[Passage]) -> bool:
    return sum(opening_date(passage) is not None for passage in passages) >= FEWEST


def _with_text_below(alone: Sequence[FoundDate | None]) -> int:
    return sum(day is not None and below is None for day, below in pairwise(alone))


def _years_with_text_below(passages: Sequence[Passage]) -> int:
    years = [YEAR_ALONE.fullmatch(passage.text) is not None for passage in passages]
    return sum(year and not below for year, below in pairwise(years))


def _in_year(passage: Passage, year: str) -> FoundDate:
    """Return the first date of a paragraph that stands below a year, if it is of that year; or the year."""
    anchor = anchor_from(year)
    near = (one for one in passage.dates if not one.is_relative and UNKNOWN_YEAR in one.gives)
    fitting = (one for one in near if one.edtf(anchor).startswith(year))
    whole = FoundDate(0, 0, year, NamedDate(0, 0, int(year)))
    return next(fitting, whole)


def _is_day_or_month(found: FoundDate) -> bool:
    return not found.is_relative and found.gives.removeprefix(UNKNOWN_YEAR) != "" and "-" in found.gives
