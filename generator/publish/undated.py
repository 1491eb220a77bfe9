"""What an entry lacks that can't be dated, in words."""

from __future__ import annotations

import re

from generator.dates.edtf import bounds
from generator.dates.wording import date_in_words
from generator.model import Entry, Evidence, Language

DAY_OR_MONTH = re.compile(r"XXXX-\d{2}(?:-\d{2})?")
A_YEAR = "2000"
"""A leap year: it has every day."""


def what_is_missing(entry: Entry, language: Language) -> str:
    """Return what the text tells of its date, and what nothing tells."""
    known = [item for item in entry.date_evidence if not _is_year_open(item)]
    if len(known) > 1:
        given = " and ".join(dict.fromkeys(date_in_words(item.gives, language) for item in known))
        return f"What it gives does not agree: {given}."
    published = entry.source.published
    if not entry.date_evidence:
        if published:
            return f"It names no date; it was published on {date_in_words(published, language)}."
        return "It names no date, and when it was published is unknown."
    said = _said(entry.date_evidence[0], language)
    return said if published else f"{said} When it was published is unknown."


def _is_year_open(item: Evidence) -> bool:
    return bounds(item.gives) is None


def _said(item: Evidence, language: Language) -> str:
    where = "The text names" if item.segment else "Known is"
    if DAY_OR_MONTH.fullmatch(item.gives):
        day = date_in_words(item.gives.replace("XXXX", A_YEAR), language).removesuffix(f" {A_YEAR}")
        return f"{where} {day}, nothing tells the year."
    if item.quote and _is_year_open(item):
        return f"The text says “{item.quote}”, nothing tells when that is."
    return f"{where} {date_in_words(item.gives, language)}, which is not enough."
