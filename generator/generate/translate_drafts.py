"""Translates drafts: from memory what is known, the rest by an engine in one batch per language pair.

The memory keeps what the engine wrote; terms are put right on the way from it into a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

from generator.content.authors import NOBODY, MachineMade, hashes_of
from generator.content.memory import Memory, Pair
from generator.generate.draft import BrokenTerm, Draft
from generator.language.markup import escape, plain
from generator.language.sentences.split import split_sentences
from generator.model import Language, Rendering, Segment, Translation, TranslationBy
from generator.printable import printable_line
from generator.terms import TermBase
from generator.terms.enforce import ROUNDS, Judge, anything_goes, needed
from generator.translate.engine import Engine
from generator.translate.obey import Obeying, TermRules, joined, known_to

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
    pairs = {one.id: memory.pairs_for(plain(one.text), one.language, target) for one in draft.segments}
    made = {name: joined(some, target, memory, rules) for name, some in pairs.items() if some}
    if not made:
        return draft
    machine = next((pair for some in pairs.values() for pair in some if not pair.is_by_person), None)
    by = TranslationBy.ARGOS if machine else TranslationBy.EDITOR
    blocks = tuple(_with_rendering(segment, made.get(segment.id), by) for segment in draft.segments)
    translation = Translation(target, by, machine.package if machine else None)
    draft = replace(
        draft.fill(blocks=blocks, translation=translation),
        broken_terms=tuple(BrokenTerm(name, broken) for name, one in made.items() for broken in one.broken),
        by_memory=reduce(or_, map(_authors, made.values())),
    )
    return _with_title(draft, target, memory, rules)


def _with_rendering(segment: Segment, one: Obeying | None, by: TranslationBy) -> Segment:
    if one is None:
        return segment
    signed = TranslationBy.EDITOR if one.persons == one.pairs and by is not TranslationBy.EDITOR else None
    return replace(segment, rendering=Rendering(one.pairs[0].target_language, escape(one.text), signed))


def _authors(one: Obeying) -> MachineMade:
    """Return whose the sentences are of a text that persons translated a part of.

    Of one that a person translated as a whole, a machine may have made a sentence all the same.
    """
    if len(one.pairs) == 1 or not one.persons:
        return NOBODY
    language = one.pairs[0].target_language
    # What a person found good as it was is a machine's.
    good = _hashes((pair.machines or "" for pair in one.persons), language)
    persons = _hashes((pair.target for pair in one.persons), language)
    return MachineMade((), _hashes(one.by_machine, language), persons - good)


def _hashes(texts: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset().union(*(hashes_of(text, language) for text in texts))


def _with_title(draft: Draft, target: Language, memory: Memory, rules: TermRules) -> Draft:
    if not draft.untranslated_title:
        return draft
    pairs = memory.pairs_for(draft.untranslated_title, draft.language, target)
    if not pairs:
        return draft
    title = joined(pairs, target, memory, rules)
    by_memory = draft.by_memory
    if draft.entry.translation and draft.entry.translation.by is TranslationBy.EDITOR:
        # Nothing else tells that a machine made it.
        by_memory |= MachineMade(hashes=_hashes(title.by_machine, target))
    return replace(
        draft.fill(translated_title=title.text),
        by_memory=by_memory,
        broken_terms=(*(BrokenTerm(None, violation) for violation in title.broken), *draft.broken_terms),
    )
