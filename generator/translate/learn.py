"""Learns from editors: pairs of sentences from translations a person wrote or changed.

Who changes a paragraph's translation answers for the whole paragraph. What the file shows to be newly
written counts more than what is there since an earlier run: so a correction of a correction reaches
every place, too. A translation by hand that differs from what the memory had already stays that
entry's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.content.history import EntryHistory
from generator.content.memory import Memory, Pair
from generator.language.markup import plain
from generator.language.sentences.align import align
from generator.language.sentences.split import join_sentences
from generator.model import Rendering, Segment, SegmentId, TranslationBy
from generator.printable import printable_line

SURE = 0.9
"""How likely sentences must belong together to be learnt. Of the gold pairs, all that are as likely are
right; the likeliest wrong one has 0.71."""
LEARNT_SHAPES = ((1, 1), (1, 2), (2, 1))
"""So many sentences and so many of the translation are learnt as a pair."""


@dataclass(frozen=True)
class Teaching:
    """What editors taught."""

    memory: Memory
    own: Mapping[str, Mapping[SegmentId, Segment]] = field(default_factory=dict)
    """By seed: paragraphs an editor translated otherwise than the memory does."""


@dataclass(frozen=True)
class _Lesson:
    segment: Segment
    rendering: Rendering
    pairs: tuple[Pair, ...]
    new: frozenset[Pair]
    """Those that were not there when the generator last wrote the entry."""


def learn(stored: Memory, entries: Iterable[EntryHistory]) -> Teaching:
    """Add what editors taught to a memory.

    Args:
        stored: as the last run left it.
        entries: all there are, in a fixed order.
    """
    lessons = [(one.entry.source.seed, lesson) for one in entries for lesson in _lessons(one)]
    memory = stored.with_pairs(
        pair
        for _, lesson in lessons
        for pair in lesson.pairs
        if pair not in lesson.new and _adds(pair, stored.pairs.get(pair.key))
    ).with_pairs(pair for _, lesson in lessons for pair in lesson.pairs if pair in lesson.new)
    own: dict[str, dict[SegmentId, Segment]] = {}
    for seed, lesson in lessons:
        if not _says(memory, lesson) and (lesson.new or not _says(stored, lesson)):
            own.setdefault(seed, {})[lesson.segment.id] = lesson.segment
    return Teaching(memory, own)


def _lessons(history: EntryHistory) -> Iterator[_Lesson]:
    entry = history.entry
    if entry.translation is None:
        return
    for segment in entry.segments:
        before, reviewed = history.before(segment), history.is_reviewed(segment)
        if segment.rendering is None or history.is_moved(segment) or not history.is_editors(segment):
            continue
        if history.is_stale(segment) and not reviewed:
            continue
        person = history.reviewer if reviewed else None
        pairs = _pairs(segment, segment.rendering, person)
        had = _pairs(before, before.rendering, person) if before and before.rendering else []
        yield _Lesson(segment, segment.rendering, tuple(pairs), frozenset(pairs).difference(had))


def _pairs(segment: Segment, rendering: Rendering, person: str | None = None) -> list[Pair]:
    """Pair what surely belongs together; beside the whole, unless that is all of it, one to one."""
    source, target = (printable_line(plain(text)) for text in (segment.text, rendering.text))
    found = align(source, target, segment.language, rendering.language)
    sure = [one for one in found if one.shape in LEARNT_SHAPES and one.certainty >= SURE]
    texts = [(one.source.text, one.target.text) for one in sure]
    if len(sure) < len(found) or any(one.shape != (1, 1) for one in sure):
        texts = list(dict.fromkeys([(source, target), *texts]))
    return [
        Pair(segment.language, rendering.language, *text, TranslationBy.EDITOR, person=person)
        for text in texts
    ]


def _adds(pair: Pair, stored: Pair | None) -> bool:
    """Tell whether a pair that was there already tells the memory anything."""
    return stored is None or not stored.is_by_person or stored.target == pair.target


def _says(memory: Memory, lesson: _Lesson) -> bool:
    """Tell whether the memory gives an entry's own words for a paragraph."""
    language = lesson.rendering.language
    pairs = memory.pairs_for(plain(lesson.segment.text), lesson.segment.language, language)
    given = join_sentences([pair.target for pair in pairs], language)
    return given.split() == plain(lesson.rendering.text).split()
