"""Lists what the checks on pairs find in the translations of an entry, as issues."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.doubts import findings
from generator.checks.pairs import Knowledge
from generator.model import Entry, Issue


def check_translations(entry: Entry, knowledge: Knowledge, place: str) -> Iterator[Issue]:
    """Yield what the checks find in the translations of an entry, by a person or a machine."""
    for segment in entry.segments:
        for finding in findings(segment, knowledge):
            where = f"{place} ({segment.id})"
            yield Issue(finding.severity, where, f"{finding.check}: {finding.problem}", finding.remedy)
