"""Translates drafts: from memory what is known, the rest by an engine in one batch per language pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.generate.draft import Draft
from generator.generate.translate.engine import Engine
from generator.generate.translate.memory import Memory, Pair
from generator.markup import escape, plain
from generator.model import Language, Rendering, Segment, Translation, TranslationBy
from generator.sentences import join_sentences, split_sentences

EngineFor = Callable[[Language, Language], Engine | None]


def translate(
    drafts: Sequence[Draft],
    targets: Mapping[Language, Language],
    memory: Memory,
    engine_for: EngineFor,
) -> tuple[list[Draft], Memory]:
    """Translate what needs it; a draft whose pair has neither memory nor engine stays as it is.

    Args:
        drafts: segmented drafts.
        targets: source language → language to translate to.
        memory: known pairs.
        engine_for: returns the engine for a language pair, or None.

    Returns:
        The drafts with translations, and the memory with the engines' new pairs.
    """
    for source, target in targets.items():
        wanted = [draft for draft in drafts if draft.language == source != target]
        sentences = _unknown_sentences(wanted, target, memory)
        engine = engine_for(source, target) if sentences else None
        if engine:
            results = engine.translate(sentences)
            memory = memory.with_pairs(
                Pair(source, target, sentence, " ".join(result.text.split()), engine.by, engine.package)
                for sentence, result in zip(sentences, results, strict=True)
                if result.text.strip()
            )
    return [_apply(draft, targets.get(draft.language), memory) for draft in drafts], memory


def _unknown_sentences(drafts: Iterable[Draft], target: Language, memory: Memory) -> list[str]:
    """Collect every sentence no pair is known for, once each, in order."""
    unknown: dict[str, None] = {}
    for draft in drafts:
        for text in _texts(draft):
            if memory.lookup(text, draft.language, target):
                continue
            for sentence in split_sentences(text, draft.language):
                if not memory.lookup(sentence, draft.language, target):
                    unknown[sentence] = None
    return list(unknown)


def _texts(draft: Draft) -> list[str]:
    texts = [plain(segment.text) for segment in draft.segments]
    return texts if draft.original_title else [draft.title, *texts]


def _apply(draft: Draft, target: Language | None, memory: Memory) -> Draft:
    if target is None or target == draft.language:
        return draft
    renderings = [_render(segment, target, memory) for segment in draft.segments]
    pairs = [pair for _, found in renderings for pair in found]
    if not pairs:
        return draft
    machine = next((pair for pair in pairs if pair.by is TranslationBy.ARGOS), None)
    translation = Translation(
        language=target,
        by=TranslationBy.ARGOS if machine else TranslationBy.EDITOR,
        package=machine.package if machine else None,
    )
    segments = tuple(
        _with_rendering(segment, rendering, found, translation)
        for segment, (rendering, found) in zip(draft.segments, renderings, strict=True)
    )
    return _with_title(replace(draft, segments=segments, translation=translation), target, memory)


def _render(segment: Segment, target: Language, memory: Memory) -> tuple[Rendering | None, list[Pair]]:
    text = plain(segment.text)
    found = _pairs_for(text, segment.language, target, memory)
    if not found:
        return None, []
    joined = join_sentences([pair.target for pair in found], target)
    return Rendering(target, escape(joined)), found


def _pairs_for(text: str, language: Language, target: Language, memory: Memory) -> list[Pair]:
    """Return the pairs that make up a text's translation; none when any sentence lacks one."""
    whole = memory.lookup(text, language, target)
    if whole:
        return [whole]
    pairs = [memory.lookup(s, language, target) for s in split_sentences(text, language)]
    return [pair for pair in pairs if pair] if all(pairs) else []


def _with_rendering(
    segment: Segment, rendering: Rendering | None, pairs: list[Pair], translation: Translation
) -> Segment:
    if rendering is None:
        return segment
    by_person = all(pair.by is TranslationBy.EDITOR for pair in pairs)
    if by_person and translation.by is not TranslationBy.EDITOR:
        rendering = replace(rendering, by=TranslationBy.EDITOR)
    return replace(segment, rendering=rendering)


def _with_title(draft: Draft, target: Language, memory: Memory) -> Draft:
    if draft.original_title:
        return draft
    pairs = _pairs_for(draft.title, draft.language, target, memory)
    if not pairs:
        return draft
    title = join_sentences([pair.target for pair in pairs], target)
    return replace(draft, title=title, original_title=draft.title)
