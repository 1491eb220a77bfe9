"""Checks on a text and its translation, by a person or a machine.

Each file holds one family; a `Check` has a name, a severity, a remedy and a function from a pair to
the problems it sees. A new one is a `Check` in its file and a line in `registry.CHECKS`.
"""

from generator.checks.pairs.pair import Check, Finding, Knowledge, PairText
from generator.checks.pairs.registry import CHECKS, TOGETHER, check_pair, check_pairs

__all__ = [
    "CHECKS",
    "TOGETHER",
    "Check",
    "Finding",
    "Knowledge",
    "PairText",
    "check_pair",
    "check_pairs",
]
