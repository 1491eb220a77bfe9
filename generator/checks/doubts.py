"""What is told of single translations: what checks doubt, how sure the engine was, which to look at first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import fmean

from generator.checks.pairs import Finding, Knowledge, PairText, check_pairs
from generator.content.headline import TITLE, with_headline
from generator.content.history import EntryHistory
from generator.content.memory import Memory
from generator.language.markup import plain
from generator.model import Entry, Issue, Segment, SegmentId, Severity, Slug, TranslationState

FOR_READERS = (Severity.ERROR, Severity.WARNING)
"""Notes are for editors alone."""


USUAL = 0.8
"""The mean chance that an engine gives a piece of a word, where it is not known."""
USUAL_WORDS = 20
WEIGHTS = {Severity.ERROR: 2.0, Severity.WARNING: 1.0, Severity.NOTE: 0.3}
STALE = 2.0
"""As much as an error."""


@dataclass(frozen=True)
class Confidence:
    """How sure an engine was of its translation."""

    value: float
    """From 0 to 1: the mean chance it gave to a piece of a word."""
    package: str | None
    """What made it; None where that is not known, or the sentences are from several."""


def checked(history: EntryHistory) -> Iterator[Segment]:
    """Yield the paragraphs of an entry, and its title, unless a person worded that: it is done freely."""
    for part in with_headline(history.entry):
        if part.id != TITLE or not history.is_editors(part):
            yield part


def findings(segment: Segment, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return what the checks find in a segment's translation, by a person or a machine."""
    return next((found for _, found in _findings([segment], knowledge)), ())


def _findings(
    segments: Iterable[Segment], knowledge: Knowledge
) -> Iterator[tuple[Segment, tuple[Finding, ...]]]:
    """Yield the segments that have a translation, and what the checks find in it."""
    translated = [segment for segment in segments if segment.rendering]
    pairs = [
        PairText(plain(one.text), plain(one.rendering.text), one.language, one.rendering.language)
        for one in translated
        if one.rendering
    ]
    return zip(translated, check_pairs(pairs, knowledge), strict=True)


def check_translations(segments: Iterable[Segment], knowledge: Knowledge, place: str) -> Iterator[Issue]:
    """Yield what the checks find in translations of an entry, for its editor."""
    for segment, found in _findings(segments, knowledge):
        for finding in found:
            where = f"{place} ({segment.id})"
            yield Issue(finding.severity, where, f"{finding.check}: {finding.problem}", finding.remedy)


def find_doubts(
    given: Sequence[tuple[Entry, Mapping[SegmentId, TranslationState]]], knowledge: Knowledge
) -> list[dict[SegmentId, tuple[str, ...]]]:
    """Return of each entry what readers should look at, in words, by segment; nothing that was reviewed."""
    doubts: list[dict[SegmentId, tuple[str, ...]]] = [{} for _ in given]
    asked = [
        (of_entry, segment)
        for of_entry, (entry, states) in zip(doubts, given, strict=True)
        for segment in entry.segments
        if segment.rendering and states[segment.id] is not TranslationState.REVIEWED
    ]
    found = _findings([segment for _, segment in asked], knowledge)
    for (of_entry, segment), (_, those) in zip(asked, found, strict=True):
        if told := [one for one in those if one.severity in FOR_READERS]:
            of_entry[segment.id] = tuple(f"{one.check}: {one.problem}" for one in told)
    return doubts


def find_confidences(
    entry: Entry, states: Mapping[SegmentId, TranslationState], memory: Memory
) -> dict[SegmentId, Confidence]:
    """Return how sure the engine was, for the segments that stand as it made them."""
    found: dict[SegmentId, Confidence] = {}
    for segment in entry.segments:
        if segment.rendering is None or states[segment.id] is not TranslationState.MACHINE:
            continue
        shown = plain(segment.rendering.text)
        pairs = memory.pairs_for(plain(segment.text), segment.language, segment.rendering.language)
        scores = [pair.score for pair in pairs if pair.score is not None and not pair.is_by_person]
        # Of a sentence that is a person's, or no longer the one shown, the engine has not spoken.
        if not pairs or len(scores) < len(pairs) or not all(pair.target in shown for pair in pairs):
            continue
        packages = {pair.package for pair in pairs}
        package = next(iter(packages)) if len(packages) == 1 else None
        found[segment.id] = Confidence(exp(min(fmean(scores), 0.0)), package)
    return found


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
    history: EntryHistory, states: Mapping[SegmentId, TranslationState], knowledge: Knowledge, memory: Memory
) -> Iterator[Doubtful]:
    """Yield the title and paragraphs of an entry that are not reviewed, with how doubtful each is.

    Three things are weighed: how sure the engine was, what the checks find, and the length, since more can be
    wrong with more words. A text that is not translated, or for an older source, comes before.
    """
    slug, confidences = history.entry.slug, find_confidences(history.entry, states, memory)
    for segment in checked(history):
        state = states[segment.id]
        if state is TranslationState.MISSING:
            yield Doubtful(slug, segment, state, 1.0)
        elif state not in (TranslationState.NONE_NEEDED, TranslationState.REVIEWED):
            found = findings(segment, knowledge)
            known = confidences.get(segment.id)
            chance = known.value if known else USUAL if state is TranslationState.MACHINE else 1.0
            yield Doubtful(slug, segment, state, _doubt(segment, state, chance, found), found)


def _doubt(segment: Segment, state: TranslationState, chance: float, found: tuple[Finding, ...]) -> float:
    words = len(plain(segment.text).split())
    unsure = -log(max(chance, 1e-9)) * sqrt(words / USUAL_WORDS)
    wrong = sum(WEIGHTS[one.severity] for one in found) + STALE * (state is TranslationState.STALE)
    return 1 - exp(-unsure - wrong)
