"""Hands the translations of an entry to the checks on pairs, and lists what they find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.markup import plain
from generator.model import Entry, Issue, Record, Slug
from generator.pair_checks import ANY_LANGUAGE, Knowledge, PairText, check_pair


def knowledge_of(records: Mapping[Slug, Record]) -> Knowledge:
    """Return what records tell about translations: how names are spelled."""
    return Knowledge(
        names={
            slug: {
                **{language: (name,) for language, name in record.names.items()},
                ANY_LANGUAGE: record.aliases,
            }
            for slug, record in records.items()
        }
    )


def check_translations(entry: Entry, knowledge: Knowledge, place: str) -> Iterator[Issue]:
    """Yield what the checks find in the translations of an entry, by a person or a machine."""
    for segment in entry.segments:
        rendering = segment.rendering
        if rendering is None:
            continue
        pair = PairText(plain(segment.text), plain(rendering.text), segment.language, rendering.language)
        for finding in check_pair(pair, knowledge):
            where = f"{place} ({segment.id})"
            yield Issue(finding.severity, where, f"{finding.check}: {finding.problem}", finding.remedy)
