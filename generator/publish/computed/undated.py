"""What an entry lacks that can't be dated, in words."""

from __future__ import annotations

import re

from generator.dates.edtf import bounds
from generator.dates.unread import dates_unread
from generator.dates.wording import date_in_words
from generator.language.codes import language_name
from generator.messages import messages_in
from generator.model import Entry, Evidence, Language

DAY_OR_MONTH = re.compile(r"XXXX-\d{2}(?:-\d{2})?")
A_YEAR = "2000"
"""A leap year: it has every day."""


def what_is_missing(entry: Entry, language: Language) -> str:
    """Return what the text tells of its date, and what nothing tells."""
    gettext = messages_in(language).gettext
    known = [item for item in entry.date_evidence if not _is_year_open(item)]
    if len(known) > 1:
        given = gettext(" and ").join(dict.fromkeys(date_in_words(item.gives, language) for item in known))
        return gettext("What it gives does not agree: {dates}.").format(dates=given)
    published = entry.source.published
    if entry.date_evidence:
        said = _said(entry.date_evidence[0], language)
        return said if published else said + " " + gettext("When it was published is unknown.")
    day = date_in_words(published, language) if published else ""
    if dates_unread(entry.language):
        unread = gettext(
            "Of texts in {language}, only dates in figures are read; when this one was published is unknown."
        )
        if published:
            unread = gettext(
                "Of texts in {language}, only dates in figures are read; this one was published on {date}."
            )
        return unread.format(language=language_name(entry.language, language), date=day)
    if not published:
        return gettext("It names no date, and when it was published is unknown.")
    return gettext("It names no date; it was published on {date}.").format(date=day)


def _is_year_open(item: Evidence) -> bool:
    return bounds(item.gives) is None


def _said(item: Evidence, language: Language) -> str:
    gettext = messages_in(language).gettext
    where = gettext("The text names {date}") if item.segment else gettext("Known is {date}")
    if DAY_OR_MONTH.fullmatch(item.gives):
        day = date_in_words(item.gives.replace("XXXX", A_YEAR), language).removesuffix(f" {A_YEAR}")
        return gettext("{that}, nothing tells the year.").format(that=where.format(date=day))
    if item.quote and _is_year_open(item):
        return gettext("The text says “{quote}”, nothing tells when that is.").format(quote=item.quote)
    named = where.format(date=date_in_words(item.gives, language))
    return gettext("{that}, which is not enough.").format(that=named)
