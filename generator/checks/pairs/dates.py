"""Dates survive: 29. Januar ↔ 29 January ↔ January 29, months, weekdays, years."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.pairs.calendar import months_named, weekdays_named
from generator.checks.pairs.pair import Check, Knowledge, PairText, differences
from generator.checks.pairs.quantities import Quantities, quantities
from generator.checks.pairs.vocabulary import VOCABULARIES
from generator.model import Severity


def _days(pair: PairText, _: Knowledge) -> Iterator[str]:
    source = quantities(pair.source, pair.source_language)
    target = quantities(pair.target, pair.target_language)
    yield from differences(_missing_days(source, target), _missing_days(target, source))


def _missing_days(these: Quantities, those: Quantities) -> list[str]:
    """Return days whose number the other text lacks, or has another for in the same month."""
    missing = []
    for day in these.days:
        if day.is_in(those.days):
            continue
        others = [d for d in those.days if d.months & day.months and not d.is_in(these.days)]
        if others or str(day.day) not in those.values:
            missing.append(day.surface)
    return missing


def _months(pair: PairText, _: Knowledge) -> Iterator[str]:
    if pair.source_language not in VOCABULARIES or pair.target_language not in VOCABULARIES:
        return
    source = months_named(pair.source, pair.source_language)
    target = months_named(pair.target, pair.target_language)
    yield from differences(source.missing_in(target), target.missing_in(source))


def _weekdays(pair: PairText, _: Knowledge) -> Iterator[str]:
    if pair.source_language not in VOCABULARIES or pair.target_language not in VOCABULARIES:
        return
    source = weekdays_named(pair.source, pair.source_language)
    target = weekdays_named(pair.target, pair.target_language)
    yield from differences(source.missing_in(target), target.missing_in(source))


def _years(pair: PairText, _: Knowledge) -> Iterator[str]:
    source = quantities(pair.source, pair.source_language)
    target = quantities(pair.target, pair.target_language)
    lost = [number.surface for number in source.missing_in(target) if number.is_year]
    added = [number.surface for number in target.missing_in(source) if number.is_year]
    yield from differences(lost, added)


_REMEDY = "write the date of the source"
DAYS = Check("days", Severity.WARNING, _REMEDY, _days)
MONTHS = Check("months", Severity.WARNING, _REMEDY, _months)
WEEKDAYS = Check("weekdays", Severity.WARNING, _REMEDY, _weekdays)
YEARS = Check("years", Severity.WARNING, _REMEDY, _years)
