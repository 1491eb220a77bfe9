"""Translates drafts: from memory what is known, the rest by an engine in one batch per language pair.

The memory keeps what the engine wrote; terms are put right on the way from it into a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from generator.content.authors import NOBODY, MachineMade, hashes_of
from generator.content.memory import Memory, Pair
from generator.generate.draft import BrokenTerm, Draft
from generator.language.markup import escape, plain
from generator.language.sentences.split import split_sentences
from generator.model import Language, Rendering, Segment, Translation, TranslationBy
from generator.printable import printable_line
from generator.terms import TermBase, Violation
from generator.terms.enforce import ROUNDS, Judge, anything_goes, needed
from generator.translate.engine import Engine
from generator.translate.obey import TermRules, joined, known_to

EngineFor = Callable[[Language, Language], Engine | None]


def translate_drafts(
    drafts: Sequence[Draft],
    targets: Mapping[Language, Language],
    memory: Memory,
    engine_for: EngineFor,
    terms: TermBase | None = None,
    judge: Judge = anything_goes,
) -> tuple[list[Draft], Memory]:
    """Translate what needs it; a draft whose pair has neither memory nor engine stays as it is.

    Args:
        drafts: segmented drafts.
        targets: source language → language to translate to.
        memory: known pairs.
        engine_for: returns the engine for a language pair, or None.
        terms: fixed renderings, which machines' translations are made to obey.
        judge: tells whether a sentence that was made to obey may take the place of the engine's.

    Returns:
        The drafts with translations, and the memory with the engines' new pairs.
    """
    rules = TermRules(terms or TermBase(), judge)
    for source, target in targets.items():
        wanted = [draft for draft in drafts if draft.language == source != target]
        has_texts = any(map(_texts, wanted))
        if not (has_texts and (memory.has_any(source, target) or engine_for(source, target))):
            continue
        memory = _ask(_unknown_sentences(wanted, target, memory), source, target, memory, engine_for)
        pairs = _machine_pairs(wanted, target, memory)
        for _ in range(ROUNDS):
            pairs, helpful = _helpful_texts(pairs, memory, rules.terms, engine_for)
            memory = _ask(helpful, source, target, memory, engine_for, is_help=True)
    return [_apply(draft, targets.get(draft.language), memory, rules) for draft in drafts], memory


def _ask(
    texts: list[str],
    source: Language,
    target: Language,
    memory: Memory,
    engine_for: EngineFor,
    *,
    is_help: bool = False,
) -> Memory:
    """Have texts translated in one batch; return the memory with the new pairs."""
    engine = engine_for(source, target) if texts else None
    if engine is None:
        return memory
    return memory.with_pairs(
        Pair(
            source,
            target,
            text,
            " ".join(printable_line(result.text).split()),
            TranslationBy.ARGOS,
            engine.package,
            score=result.score,
            is_help=is_help,
        )
        for text, result in zip(texts, engine.translate(texts), strict=True)
        if result.text.strip()
    )


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


def _machine_pairs(drafts: Iterable[Draft], target: Language, memory: Memory) -> list[Pair]:
    """Collect the machines' pairs that drafts are translated with, once each."""
    pairs = {
        pair.source: pair
        for draft in drafts
        for text in _texts(draft)
        for pair in memory.pairs_for(text, draft.language, target)
        if pair.by is not TranslationBy.EDITOR
    }
    return list(pairs.values())


def _helpful_texts(
    pairs: Iterable[Pair], memory: Memory, terms: TermBase, engine_for: EngineFor
) -> tuple[list[Pair], list[str]]:
    """Return the pairs whose terms need help, and the texts to translate for it; none without an engine."""
    helped: list[Pair] = []
    texts: dict[str, None] = {}
    for pair in pairs:
        source, target = pair.source_language, pair.target_language
        known = known_to(memory, source, target)
        if wanted := needed(pair.source, pair.target, terms.between(source, target), known):
            if engine_for(source, target) is None:
                return [], []
            helped.append(pair)
            texts |= dict.fromkeys(wanted)
    return helped, list(texts)


def _texts(draft: Draft) -> list[str]:
    texts = [plain(segment.text) for segment in draft.segments]
    return [draft.untranslated_title, *texts] if draft.untranslated_title else texts


def _apply(draft: Draft, target: Language | None, memory: Memory, rules: TermRules) -> Draft:
    if target is None or target == draft.language or not memory.has_any(draft.language, target):
        return draft
    made = [_render(segment, target, memory, rules) for segment in draft.segments]
    pairs = [pair for one in made for pair in one.pairs]
    if not pairs:
        return draft
    machine = next((pair for pair in pairs if pair.by is TranslationBy.ARGOS), None)
    translation = Translation(
        language=target,
        by=TranslationBy.ARGOS if machine else TranslationBy.EDITOR,
        package=machine.package if machine else None,
    )
    blocks = tuple(
        _with_rendering(segment, one.rendering, one.pairs, translation)
        for segment, one in zip(draft.segments, made, strict=True)
    )
    broken = tuple(
        BrokenTerm(segment.id, violation)
        for segment, one in zip(draft.segments, made, strict=True)
        for violation in one.broken
    )
    by_memory = reduce(or_, (one.by_memory for one in made if one.by_memory is not NOBODY), NOBODY)
    draft = replace(draft.fill(blocks=blocks, translation=translation), by_memory=by_memory)
    return _with_title(replace(draft, broken_terms=broken), target, memory, rules)


@dataclass(frozen=True)
class _Made:
    rendering: Rendering | None = None
    pairs: tuple[Pair, ...] = ()
    broken: tuple[Violation, ...] = ()
    by_memory: MachineMade = NOBODY


def _render(segment: Segment, target: Language, memory: Memory, rules: TermRules) -> _Made:
    pairs = memory.pairs_for(plain(segment.text), segment.language, target)
    if not pairs:
        return _Made()
    one = joined(pairs, target, memory, rules)
    return _Made(
        Rendering(target, escape(one.text)), tuple(pairs), one.broken, _authors(pairs, one.by_machine, target)
    )


def _authors(pairs: Sequence[Pair], by_machine: Iterable[str], target: Language) -> MachineMade:
    """Return whose the sentences are of a text that persons translated a part of.

    Of one that a person translated as a whole, a machine may have made a sentence all the same.
    """
    persons = [pair for pair in pairs if pair.is_by_person]
    if len(pairs) == 1 or not persons:
        return NOBODY
    # What a person found good as it was is a machine's.
    hashes = (hashes_of(one.target, target) - hashes_of(one.machines or "", target) for one in persons)
    machines = (hashes_of(text, target) for text in by_machine)
    return MachineMade((), frozenset().union(*machines), frozenset().union(*hashes))


def _with_rendering(
    segment: Segment, rendering: Rendering | None, pairs: Sequence[Pair], translation: Translation
) -> Segment:
    if rendering is None:
        return segment
    by_person = all(pair.by is TranslationBy.EDITOR for pair in pairs)
    if by_person and translation.by is not TranslationBy.EDITOR:
        rendering = replace(rendering, by=TranslationBy.EDITOR)
    return replace(segment, rendering=rendering)


def _with_title(draft: Draft, target: Language, memory: Memory, rules: TermRules) -> Draft:
    if not draft.untranslated_title:
        return draft
    pairs = memory.pairs_for(draft.untranslated_title, draft.language, target)
    if not pairs:
        return draft
    title = joined(pairs, target, memory, rules)
    by_machine = frozenset[str]().union(*(hashes_of(text, target) for text in title.by_machine))
    return replace(
        draft.fill(translated_title=title.text),
        by_memory=draft.by_memory | MachineMade(hashes=by_machine),
        broken_terms=(*(BrokenTerm(None, violation) for violation in title.broken), *draft.broken_terms),
    )
