"""What an entry lacks that can't be dated, in words."""

from __future__ import annotations

import re

from generator.content.wording import UndatedWords, wording
from generator.dates.edtf import bounds
from generator.dates.wording import date_in_words
from generator.model import Entry, Evidence, Language

DAY_OR_MONTH = re.compile(r"XXXX-\d{2}(?:-\d{2})?")
A_YEAR = "2000"
"""A leap year: it has every day."""


def what_is_missing(entry: Entry, language: Language) -> str:
    """Return what the text tells of its date, and what nothing tells."""
    words = wording(language).undated
    known = [item for item in entry.date_evidence if not _is_year_open(item)]
    if len(known) > 1:
        given = words.joiner.join(dict.fromkeys(date_in_words(item.gives, language) for item in known))
        return words.disagreeing.format(given)
    published = entry.source.published
    if not entry.date_evidence:
        return words.no_date.format(date_in_words(published, language)) if published else words.nothing
    said = _said(entry.date_evidence[0], language, words)
    return said if published else f"{said} {words.unpublished}"


def _is_year_open(item: Evidence) -> bool:
    return bounds(item.gives) is None


def _said(item: Evidence, language: Language, words: UndatedWords) -> str:
    where = words.text_names if item.segment else words.known_is
    if DAY_OR_MONTH.fullmatch(item.gives):
        day = date_in_words(item.gives.replace("XXXX", A_YEAR), language).removesuffix(f" {A_YEAR}")
        return f"{where} {words.no_year.format(day)}"
    if item.quote and _is_year_open(item):
        return words.vague.format(item.quote)
    return f"{where} {words.not_enough.format(date_in_words(item.gives, language))}"
