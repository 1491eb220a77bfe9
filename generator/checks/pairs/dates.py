"""Dates survive: "29. Januar" is "29 January" or "January 29", and no other day, month or weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.pairs.calendar import DayOfMonth, read_calendar
from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.checks.pairs.quantities import Quantities, quantities
from generator.language.lexicons import LEXICONS
from generator.model import Severity

_BESIDE = re.compile(r"(?i)\bmonth (?:before|earlier|ago)\b|\b(?:previous|prior|last|next) month\b|vormonat")
"""Names a month by another: "from 4.3% the month before"."""


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    counted = quantities(pair.source, pair.source_language), quantities(pair.target, pair.target_language)
    yield from differences(_missing_days(*counted), _missing_days(*reversed(counted)))
    source = read_calendar(pair.source, pair.source_language)
    target = read_calendar(pair.target, pair.target_language)
    months, weekdays = (
        tuple(differences(here.missing_in(there), there.missing_in(here)))
        for here, there in ((source.months, target.months), (source.weekdays, target.weekdays))
    )
    if months and (_BESIDE.search(pair.source) or _BESIDE.search(pair.target)):
        months = ()
    yield from (*months, *weekdays)
    # A date's month is not named again: "Juli 1835".
    at = 1 if months else 0
    for here, there in zip(source.other_words[at:], target.other_words[at:], strict=True):
        lost, added = here.missing_in(there), there.missing_in(here)
        if lost and added:
            yield from differences(lost, added)


def _missing_days(these: Quantities, those: Quantities) -> list[str]:
    """Return days whose number the other text lacks, or has another for in the same month."""
    missing = []
    ours, theirs = _different(these), _different(those)
    for day in ours:
        if day.is_in(theirs):
            continue
        others = [other for other in theirs if other.months & day.months and not other.is_in(ours)]
        if others or not day.numbers & those.values:
            missing.append(day.surface)
    return missing


def _different(found: Quantities) -> list[DayOfMonth]:
    return list({day.readings: day for day in found.days}.values())


DATES = Check("dates", Severity.WARNING, "write the date of the source", _problems)
