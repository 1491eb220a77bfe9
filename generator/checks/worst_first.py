"""Puts paragraphs that nobody answers for in the order in which to look at them, the most doubtful first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

from generator.checks.doubts import find_confidences, findings
from generator.checks.pairs import Finding, Knowledge
from generator.content.memory import Memory
from generator.language.markup import plain
from generator.model import Entry, Segment, SegmentId, Severity, Slug, TranslationState

USUAL = 0.8
"""The mean chance that an engine gives a piece of a word, where it is not known."""
USUAL_WORDS = 20
WEIGHTS = {Severity.ERROR: 2.0, Severity.WARNING: 1.0, Severity.NOTE: 0.3}
STALE = 2.0
"""As much as an error."""


@dataclass(frozen=True)
class Doubtful:
    """A paragraph whose translation nobody answers for."""

    slug: Slug
    segment: Segment
    state: TranslationState
    doubt: float
    """From 0 to 1; only the order matters."""
    findings: tuple[Finding, ...] = ()


def worst_first(
    entry: Entry, states: Mapping[SegmentId, TranslationState], knowledge: Knowledge, memory: Memory
) -> Iterator[Doubtful]:
    """Yield the paragraphs of an entry that are not reviewed, with how doubtful each is.

    Three things are weighed: how sure the engine was, what the checks find, and the length, since more can be
    wrong with more words. A text that is not translated, or for an older source, comes before.
    """
    confidences = find_confidences(entry, states, memory)
    for segment in entry.segments:
        state = states[segment.id]
        if state is TranslationState.MISSING:
            yield Doubtful(entry.slug, segment, state, 1.0)
        elif state not in (TranslationState.NONE_NEEDED, TranslationState.REVIEWED):
            found = findings(segment, knowledge)
            known = confidences.get(segment.id)
            chance = known.value if known else USUAL if state is TranslationState.MACHINE else 1.0
            yield Doubtful(entry.slug, segment, state, _doubt(segment, state, chance, found), found)


def _doubt(segment: Segment, state: TranslationState, chance: float, found: tuple[Finding, ...]) -> float:
    words = len(plain(segment.text).split())
    unsure = -log(max(chance, 1e-9)) * sqrt(words / USUAL_WORDS)
    wrong = sum(WEIGHTS[one.severity] for one in found) + STALE * (state is TranslationState.STALE)
    return 1 - exp(-unsure - wrong)
