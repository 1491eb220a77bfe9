"""Learns from editors: pairs of sentences from translations a person wrote or changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.memory import Pair
from generator.content.staleness import is_stale
from generator.markup import plain
from generator.model import Entry, Language, Segment, SegmentId, TranslationBy
from generator.sentences import split_sentences


def harvest(entry: Entry, baseline: Entry | None) -> Iterator[Pair]:
    """Yield the pairs an editor made in an entry.

    Args:
        entry: as it is in content/ now.
        baseline: as the generator last wrote it.
    """
    if entry.translation is None:
        return
    written = {segment.id: segment for segment in baseline.segments} if baseline else {}
    for segment in entry.segments:
        if is_stale(segment, written.get(segment.id)):
            continue
        if segment.rendering and _is_editors(entry, segment, written):
            yield from _align(
                plain(segment.text),
                plain(segment.rendering.text),
                segment.language,
                segment.rendering.language,
            )


def _is_editors(entry: Entry, segment: Segment, written: dict[SegmentId, Segment]) -> bool:
    rendering = segment.rendering
    before = written.get(segment.id)
    if rendering and before and before.rendering and before.rendering.text != rendering.text:
        return True
    by_whom = (rendering.by if rendering else None) or (entry.translation and entry.translation.by)
    return by_whom is TranslationBy.EDITOR


def _align(source: str, target: str, language: Language, into: Language) -> Iterable[Pair]:
    """Pair sentences one to one, or the whole paragraph when their numbers differ."""
    sources = split_sentences(source, language)
    targets = split_sentences(target, into)
    if len(sources) != len(targets):
        sources, targets = [source], [target]
    return [
        Pair(language, into, one, other, TranslationBy.EDITOR)
        for one, other in zip(sources, targets, strict=True)
    ]
