"""All checks, in the order in which they run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.pairs.addresses import ADDRESSES, PLACEHOLDERS, RESIDUE
from generator.checks.pairs.contraries import OPPOSITES_KEPT
from generator.checks.pairs.dates import DATES
from generator.checks.pairs.form import END, QUESTION, SPEAKER
from generator.checks.pairs.gaps import GAPS
from generator.checks.pairs.hearsay import HEARSAY
from generator.checks.pairs.kinds import KINDS_KEPT
from generator.checks.pairs.length import FILLER, LENGTH
from generator.checks.pairs.names import NAME_SPELLING, NAMES
from generator.checks.pairs.negation import NEGATION
from generator.checks.pairs.numbers import NUMBERS
from generator.checks.pairs.pair import Check, Finding, Knowledge, PairText
from generator.checks.pairs.presence import EMPTY, LANGUAGE, UNCHANGED, UNTRANSLATED
from generator.checks.pairs.quotes import BRACKETS_BALANCE, BRACKETS_KEPT, QUOTES_BALANCE
from generator.checks.pairs.repetition import REPETITION
from generator.checks.pairs.roles import ROLES
from generator.checks.pairs.strangers import STRANGERS
from generator.checks.pairs.tenses import TENSES
from generator.checks.pairs.terms import TERMS
from generator.checks.pairs.units import UNITS

CHECKS: tuple[Check, ...] = (
    EMPTY,
    UNCHANGED,
    LANGUAGE,
    UNTRANSLATED,
    NUMBERS,
    DATES,
    UNITS,
    ADDRESSES,
    PLACEHOLDERS,
    RESIDUE,
    NAMES,
    NAME_SPELLING,
    STRANGERS,
    TERMS,
    NEGATION,
    OPPOSITES_KEPT,
    KINDS_KEPT,
    ROLES,
    TENSES,
    HEARSAY,
    QUOTES_BALANCE,
    BRACKETS_BALANCE,
    BRACKETS_KEPT,
    REPETITION,
    FILLER,
    LENGTH,
    SPEAKER,
    QUESTION,
    END,
    GAPS,
)


TOGETHER = 16
"""Pairs that a check goes through before the next check does: what it looks up lies ready then, and it takes
the processor three quarters of the time."""


def check_pair(pair: PairText, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return everything in a translation that a person should look at."""
    return next(check_pairs([pair], knowledge))


def check_pairs(pairs: Sequence[PairText], knowledge: Knowledge) -> Iterator[tuple[Finding, ...]]:
    """Yield everything in each of some translations that a person should look at."""
    for start in range(0, len(pairs), TOGETHER):
        some = pairs[start : start + TOGETHER]
        findings = [list[Finding]() for _ in some]
        left = list(zip(some, findings, strict=True))
        for check in CHECKS:
            for pair, found in left:
                found.extend(check(pair, knowledge))
            if check.is_final:
                left = [(pair, found) for pair, found in left if not _has(found, check)]
        yield from map(tuple, findings)


def _has(findings: Sequence[Finding], check: Check) -> bool:
    return any(one.check == check.name for one in findings)
