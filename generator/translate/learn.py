"""Learns from editors: pairs of sentences from translations a person wrote or changed.

Of a paragraph that a person corrected, the sentences that a machine wrote stay the machine's.
What the file shows to be newly written counts more than what is there since an earlier run: so a correction
of a correction reaches every place, too. A translation by hand that differs from what the memory had already
stays that entry's own; so does one that nobody corrected, whatever another entry's editor wrote for the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from operator import or_

from rapidfuzz import fuzz

from generator.content.authors import MachineMade
from generator.content.history import EntryHistory
from generator.content.memory import Key, Memory, Pair
from generator.language.markup import plain
from generator.language.sentences.align import align
from generator.language.sentences.split import split_sentences
from generator.model import Language, Rendering, Segment, SegmentId, TranslationBy
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
    """By key: paragraphs an editor translated otherwise than the memory does."""
    edited: Mapping[str, Mapping[SegmentId, Segment]] = field(default_factory=dict)
    """By key: paragraphs of which an editor wrote at least a sentence, as the memory has it."""


@dataclass(frozen=True)
class _Lesson:
    segment: Segment
    rendering: Rendering
    pairs: tuple[Pair, ...]
    """What a person wrote of it."""
    new: frozenset[Pair]
    """Those that correct what the generator last wrote: where it wrote nothing, no others were corrected."""
    had: frozenset[tuple[Key, str]] = frozenset()
    """What the generator last wrote of its sentences."""


def learn(stored: Memory, entries: Iterable[EntryHistory]) -> Teaching:
    """Add what editors taught to a memory.

    Args:
        stored: as the last run left it.
        entries: all there are, in a fixed order.
    """
    lessons = [(one.entry.key, lesson) for one in entries for lesson in _lessons(one, stored)]
    memory = stored.with_pairs(
        pair
        for _, lesson in lessons
        for pair in lesson.pairs
        if pair not in lesson.new and _adds(pair, stored.pairs.get(pair.key))
    ).with_pairs(pair for _, lesson in lessons for pair in lesson.pairs if pair in lesson.new)
    corrected = {
        pair.key
        for _, lesson in lessons
        for pair in lesson.new
        if (known := stored.pairs.get(pair.key)) and (known.key, known.target) in lesson.had
    }
    own: dict[str, dict[SegmentId, Segment]] = {}
    edited: dict[str, dict[SegmentId, Segment]] = {}
    for key, lesson in lessons:
        follows = not lesson.new and _says(stored, lesson) and _otherwise(memory, lesson) <= corrected
        is_own = not _says(memory, lesson) and not follows
        (own if is_own else edited).setdefault(key, {})[lesson.segment.id] = lesson.segment
    return Teaching(memory, own, edited)


def _lessons(history: EntryHistory, stored: Memory) -> Iterator[_Lesson]:
    for segment in history.entry.segments:
        before, reviewed = history.before(segment), history.is_reviewed(segment)
        if segment.rendering is None or history.is_moved(segment) or not history.is_editors(segment):
            continue
        if history.is_stale(segment) and not reviewed:
            continue
        person = history.reviewer if reviewed else None
        was = before.rendering if before else None
        known = _Known(stored, history.machine_made)
        pairs = _pairs(segment, segment.rendering, known, person, was)
        had = _pairs(before, was, known, person, was) if before and was else []
        written = [one for one in pairs if not known.is_machines(one)]
        new = frozenset(written).difference(had) if was else frozenset[Pair]()
        yield _Lesson(segment, segment.rendering, tuple(written), new, _texts(had))


@dataclass(frozen=True)
class _Known:
    """What is on record of an entry's sentences."""

    stored: Memory
    """As the last run left it."""
    made: MachineMade

    def is_machines(self, pair: Pair) -> bool:
        """Tell whether a machine wrote a sentence of an editor's paragraph."""
        known = self.stored.pairs.get(pair.key)
        is_as_made = known is not None and not known.is_by_person and known.target == pair.target
        return is_as_made or self.made.has(pair.target, pair.target_language)

    def made_of(self, text: str, from_: Language, to: Language) -> dict[str, str]:
        """Return what a machine made of a text's sentences, where that is known."""
        found = ((one, self.stored.lookup(one, from_, to)) for one in split_sentences(text, from_))
        return {one: pair.machine_target for one, pair in found if pair and pair.machine_target}

    def is_pair(self, source: str, target: str, from_: Language, to: Language) -> bool:
        """Tell whether it is on record that a sentence was translated by itself."""
        known = self.stored.lookup(source, from_, to)
        return (known is not None and known.target == target) or self.made.has(target, to)


def _pairs(
    segment: Segment, rendering: Rendering, known: _Known, person: str | None, was: Rendering | None
) -> list[Pair]:
    """Pair what surely belongs together; beside the whole, unless that is all of it, one to one."""
    source, target = (printable_line(plain(text)) for text in (segment.text, rendering.text))
    texts = _by_place(source, target, segment.language, was, known) if was else []
    made = known.made_of(source, segment.language, rendering.language)
    if not texts or any(_is_of_another(*text, made) for text in texts):
        found = align(source, target, segment.language, rendering.language, with_certainty=True)
        sure = [one for one in found if one.shape in LEARNT_SHAPES and (one.certainty or 0) >= SURE]
        sure = [one for one in sure if not _is_of_another(one.source.text, one.target.text, made)]
        texts = [(one.source.text, one.target.text) for one in sure]
        if len(sure) < len(found) or any(one.shape != (1, 1) for one in sure):
            texts = list(dict.fromkeys([(source, target), *texts]))
    return [
        Pair(segment.language, rendering.language, *text, TranslationBy.EDITOR, person=person)
        for text in texts
    ]


def _is_of_another(source: str, target: str, made: Mapping[str, str]) -> bool:
    """Tell whether a sentence is more like what a machine made of another, which was put elsewhere."""
    own, others = list[str](), list[str]()
    for sentence, text in made.items():
        (own if sentence in source else others).append(text)
    alike = partial(fuzz.partial_ratio, target)
    return bool(own) and max(map(alike, others), default=0.0) > max(map(alike, own))


def _by_place(
    source: str, target: str, language: Language, was: Rendering, known: _Known
) -> list[tuple[str, str]]:
    """Pair sentences in order where all around each that was reworded stayed; none where that is not so.

    One of them at least must have been translated by itself: a person may have divided the text otherwise.
    """
    before = split_sentences(printable_line(plain(was.text)), was.language)
    sentences, now = split_sentences(source, language), split_sentences(target, was.language)
    if not 1 < len(sentences) == len(before) == len(now):
        return []
    stayed = [one == other for one, other in zip(before, now, strict=True)]
    pairs = list(zip(sentences, now, strict=True))
    is_known = any(
        is_same and known.is_pair(*pair, language, was.language)
        for is_same, pair in zip(stayed, pairs, strict=True)
    )
    return pairs if is_known and all(map(or_, stayed, stayed[1:])) else []


def _adds(pair: Pair, stored: Pair | None) -> bool:
    """Tell whether a pair that was there already tells the memory anything."""
    return stored is None or not stored.is_by_person or stored.target == pair.target


def _texts(pairs: Iterable[Pair]) -> frozenset[tuple[Key, str]]:
    return frozenset((pair.key, pair.target) for pair in pairs)


def _otherwise(memory: Memory, lesson: _Lesson) -> set[Key]:
    """Return of which texts the memory has another translation than an entry's editor wrote."""
    known = ((pair, memory.pairs.get(pair.key)) for pair in lesson.pairs)
    return {pair.key for pair, one in known if one and one.target != pair.target}


def _says(memory: Memory, lesson: _Lesson) -> bool:
    """Tell whether the memory gives what an entry's editor wrote of a paragraph."""
    text, language = plain(lesson.segment.text), lesson.rendering.language
    given = memory.pairs_for(text, lesson.segment.language, language)
    targets = {pair.key: pair.target for pair in given}
    whole = [pair for pair in lesson.pairs if pair.source == printable_line(text)]
    wanted = whole or lesson.pairs
    return bool(given and wanted) and all(targets.get(pair.key) == pair.target for pair in wanted)
