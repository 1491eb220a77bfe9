"""All checks, in the order in which they run."""

from __future__ import annotations

from generator.pair_checks.addresses import ADDRESSES, PLACEHOLDERS, RESIDUE
from generator.pair_checks.confidence import CONFIDENCE
from generator.pair_checks.dates import DAYS, MONTHS, WEEKDAYS, YEARS
from generator.pair_checks.form import END, QUESTION, SPEAKER
from generator.pair_checks.length import FILLER, LENGTH
from generator.pair_checks.names import NAME_SPELLING, NAMES
from generator.pair_checks.negation import NEGATION
from generator.pair_checks.numbers import NUMBERS
from generator.pair_checks.pair import Check, Finding, Knowledge, PairText
from generator.pair_checks.presence import EMPTY, LANGUAGE, UNCHANGED, UNTRANSLATED
from generator.pair_checks.quotes import BRACKETS_BALANCE, BRACKETS_KEPT, QUOTES_BALANCE, QUOTES_KEPT
from generator.pair_checks.repetition import REPETITION
from generator.pair_checks.terms import TERMS
from generator.pair_checks.units import UNITS

CHECKS: tuple[Check, ...] = (
    EMPTY,
    UNCHANGED,
    LANGUAGE,
    UNTRANSLATED,
    NUMBERS,
    DAYS,
    MONTHS,
    WEEKDAYS,
    YEARS,
    UNITS,
    ADDRESSES,
    PLACEHOLDERS,
    RESIDUE,
    NAMES,
    NAME_SPELLING,
    TERMS,
    NEGATION,
    QUOTES_BALANCE,
    QUOTES_KEPT,
    BRACKETS_BALANCE,
    BRACKETS_KEPT,
    REPETITION,
    FILLER,
    LENGTH,
    SPEAKER,
    QUESTION,
    END,
    CONFIDENCE,
)


def check_pair(pair: PairText, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return everything in a translation that a person should look at."""
    findings: list[Finding] = []
    for check in CHECKS:
        found = list(check(pair, knowledge))
        findings += found
        if found and check.is_final:
            break
    return tuple(findings)
