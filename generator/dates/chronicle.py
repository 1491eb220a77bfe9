"""Tells a chronicle, which gives one happening a paragraph, each under its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.dates.edtf import UNKNOWN_YEAR
from generator.dates.find import FoundDate
from generator.dates.passages import Passage

FEWEST = 3
"""Paragraphs that open with their date; two may do so by chance."""
BEFORE = re.compile(r"[\s•*·–—-]{0,4}(?:(?:ca\.?|um)\s)?", re.IGNORECASE)
BEHIND = re.compile(r"\s{0,2}(?::|[–—-]\s|\|)\s{0,3}")


def opening_date(passage: Passage) -> tuple[FoundDate, int] | None:
    """Return the date that a paragraph stands under, and where its own words begin; None: under none."""
    for found in passage.dates[:1]:
        before = BEFORE.match(passage.text)
        behind = BEHIND.match(passage.text, found.end)
        if before and before.end() >= found.start and behind and _is_day_or_month(found):
            return found, behind.end()
    return None


def is_chronicle(passages: Iterable[Passage]) -> bool:
    """Tell whether most of a document's paragraphs, and three at least, stand under dates of their own.

    Args:
        passages: its paragraphs.
    """
    passages = list(passages)
    under_dates = sum(opening_date(passage) is not None for passage in passages)
    return under_dates >= FEWEST or sum(map(is_date_alone, passages)) >= FEWEST


def is_date_alone(passage: Passage) -> bool:
    """Tell whether a line is nothing but a date, as stands above what happened then."""
    return len(passage.dates) == 1 and _is_alone(passage.text, passage.dates)


def _is_alone(text: str, dates: Sequence[FoundDate]) -> bool:
    (found,) = dates
    rest = text[: found.start] + text[found.end :]
    return _is_day_or_month(found) and not re.search(r"\w{3,}", rest)


def _is_day_or_month(found: FoundDate) -> bool:
    return not found.is_relative and found.gives.removeprefix(UNKNOWN_YEAR) != "" and "-" in found.gives
