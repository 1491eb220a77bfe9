"""Where translations stand: computed from the entry and what the generator last wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.content.headline import with_headline
from generator.content.history import EntryHistory
from generator.messages import N_
from generator.model import Entry, Language, Segment, SegmentId, Translation, TranslationBy, TranslationState

WORST_FIRST = (
    TranslationState.MISSING,
    TranslationState.STALE,
    TranslationState.MACHINE,
    TranslationState.EDITED,
    TranslationState.REVIEWED,
)

UNREVIEWED = (TranslationState.STALE, TranslationState.MACHINE, TranslationState.EDITED)
STATE_IN_WORDS = {
    TranslationState.MISSING: N_("no translation"),
    TranslationState.STALE: N_("out of date: the source changed"),
    TranslationState.MACHINE: N_("machine translation, not reviewed"),
    TranslationState.EDITED: N_("edited by a person"),
    TranslationState.REVIEWED: N_("reviewed"),
}


def segment_states(history: EntryHistory, target: Language) -> dict[SegmentId, TranslationState]:
    """Return the state of each segment's translation.

    `target`: the language its text is to be readable in.
    """
    return {segment.id: _state(history, segment, target) for segment in history.entry.segments}


def unit_states(history: EntryHistory, target: Language) -> dict[SegmentId, TranslationState]:
    """Return the state of the title's translation, too."""
    return {unit.id: _state(history, unit, target) for unit in with_headline(history.entry, target)}


def entry_state(states: Mapping[SegmentId, TranslationState]) -> TranslationState:
    """Return the state of an entry: that of its segment most in need of work."""
    present = set(states.values())
    return next((state for state in WORST_FIRST if state in present), TranslationState.NONE_NEEDED)


def is_date_by_editor(entry: Entry, baseline: Entry | None) -> bool:
    """Tell whether the date is a person's, and not what the evidence shown with it led to."""
    if baseline is None or entry.date == baseline.date:
        return False
    return entry.date_evidence == baseline.date_evidence


def is_published_by_editor(entry: Entry, baseline: Entry | None) -> bool:
    """Tell whether the day of publication is a person's, and not found where `published_from` says."""
    if baseline is None or entry.source.published == baseline.source.published:
        return False
    return entry.source.published_from == baseline.source.published_from


def translation_of(entry: Entry) -> Translation | None:
    """Return who translated; what an editor wrote without saying so is an editor's."""
    if entry.translation:
        return entry.translation
    written = next((s.rendering for s in entry.segments if s.rendering), None)
    return Translation(written.language, TranslationBy.EDITOR) if written else None


def paragraphs_by_editor(history: EntryHistory) -> tuple[int, int]:
    """Return how many paragraphs an editor translated, and how many are translated at all."""
    translated = [segment for segment in history.entry.segments if segment.rendering]
    return sum(history.is_editors(segment) for segment in translated), len(translated)


def with_true_translator(history: EntryHistory) -> Entry:
    """Return an entry that is signed by an editor where every sentence of its translation is one's.

    By a machine where one of a machine's is among them, which an editor put back.
    """
    entry = history.entry
    translated = [one.rendering for one in entry.segments if one.rendering]
    by = TranslationBy.ARGOS if history.machine_made.has_some(translated) else TranslationBy.EDITOR
    if entry.translation is None or not translated or entry.translation.by is by:
        return entry
    return replace(entry, translation=replace(entry.translation, by=by, package=None))


@dataclass(frozen=True)
class Reviewed:
    """What of an entry's translation the person answers for that it names."""

    by: str
    count: int
    """How many paragraphs the review stands for."""
    changed: Sequence[SegmentId]
    """Reviewed once, and another text now."""
    unread: Sequence[SegmentId]
    """Never reviewed: others were marked one by one, or they came later."""

    @property
    def translated(self) -> int:
        """How many paragraphs are translated, reviewed or not."""
        return self.count + len(self.changed) + len(self.unread)

    @property
    def is_whole(self) -> bool:
        """Whether it stands for all that is translated."""
        return not self.changed and not self.unread

    @property
    def stands(self) -> bool:
        """Whether it stands for all, or for some."""
        return self.is_whole or self.count > 0


def reviewed(history: EntryHistory, states: Mapping[SegmentId, TranslationState]) -> Reviewed | None:
    """Return what a person reviewed of an entry; None where it names nobody."""
    if not history.reviewer:
        return None
    stands = sum(state is TranslationState.REVIEWED for state in states.values())
    left = [name for name, state in states.items() if state in UNREVIEWED]
    known = history.recorded.segments if history.recorded else left
    changed = [name for name in left if name in known]
    return Reviewed(history.reviewer, stands, changed, [name for name in left if name not in known])


def reviewer_of_all(history: EntryHistory, states: Mapping[SegmentId, TranslationState]) -> str | None:
    """Return who answers for all of an entry's translation as it is now; None: nobody does."""
    review = reviewed(history, states)
    return review.by if review and review.is_whole else None


def declared_state(
    history: EntryHistory, states: Mapping[SegmentId, TranslationState]
) -> TranslationState | None:
    """Return what an entry's head says of its translation as a whole; None when there is none."""
    translation = translation_of(history.entry)
    if translation is None:
        return None
    if (review := reviewed(history, states)) and review.stands:
        return TranslationState.REVIEWED
    by_machine = translation.by is TranslationBy.ARGOS
    return TranslationState.MACHINE if by_machine else TranslationState.EDITED


def state_labels(history: EntryHistory, states: Mapping[SegmentId, TranslationState]) -> dict[SegmentId, str]:
    """Return the states to name beside segments: those the entry's head does not tell."""
    declared = declared_state(history, states)
    if declared is None:
        return {}
    return {
        name: STATE_IN_WORDS[state]
        for name, state in states.items()
        if state is not declared and state in STATE_IN_WORDS
    }


def _state(history: EntryHistory, segment: Segment, target: Language) -> TranslationState:
    rendering = segment.rendering
    if rendering is None:
        is_readable = segment.language == target
        return TranslationState.NONE_NEEDED if is_readable else TranslationState.MISSING
    if history.is_reviewed(segment):
        return TranslationState.REVIEWED
    recorded = history.recorded
    if history.is_stale(segment) or (recorded and recorded.is_outlived_by(segment)):
        return TranslationState.STALE
    if history.is_editors(segment):
        return TranslationState.EDITED
    return TranslationState.MACHINE
