"""The renderings that the term base fixes are used."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.model import Severity
from generator.terms import violations


def _terms(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    found = violations(pair.source, pair.target, knowledge.terms, pair.source_language, pair.target_language)
    for violation in found:
        yield str(violation)


TERMS = Check("terms", Severity.WARNING, "use the rendering that content/terms.yml fixes", _terms)
