"""What is made of a text from the memory: its pairs in a row, a machine's with the terms put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.content.memory import Memory, Pair
from generator.language.sentences.split import join_sentences
from generator.model import Language
from generator.terms import TermBase, Violation
from generator.terms.enforce import Enforcement, Judge, anything_goes, enforce


@dataclass(frozen=True)
class TermRules:
    """What machines' translations are made to obey, and how far."""

    terms: TermBase = field(default_factory=TermBase)
    judge: Judge = anything_goes
    """Tells whether a changed sentence may take the place of the engine's."""


def known_to(memory: Memory, source: Language, target: Language) -> Callable[[str], str | None]:
    """Return what looks a text up in a memory."""

    def known(text: str) -> str | None:
        pair = memory.lookup(text, source, target)
        return pair.target if pair else None

    return known


def obedient(pair: Pair, memory: Memory, rules: TermRules) -> Enforcement:
    """Return a pair's translation with the terms put right; a person's stays as it is."""
    if pair.is_by_person:
        return Enforcement(pair.target)
    source, target = pair.source_language, pair.target_language
    glossary = rules.terms.between(source, target)
    return enforce(pair.source, pair.target, glossary, known_to(memory, source, target), rules.judge)


@dataclass(frozen=True)
class Obeying:
    """A text's translation."""

    text: str
    broken: tuple[Violation, ...]
    """The terms that could not be put right."""
    by_machine: tuple[str, ...]
    """What of it a machine wrote, by pair."""
    pairs: Sequence[Pair]
    """What it is made of."""

    @property
    def persons(self) -> Sequence[Pair]:
        """The pairs that persons made."""
        return [pair for pair in self.pairs if pair.is_by_person]


def joined(pairs: Sequence[Pair], target: Language, memory: Memory, rules: TermRules) -> Obeying:
    """Return the translations of a text's pairs as one text."""
    made = [obedient(pair, memory, rules) for pair in pairs]
    return Obeying(
        join_sentences([one.text for one in made], target),
        tuple(violation for one in made for violation in one.broken),
        tuple(one.text for one, pair in zip(made, pairs, strict=True) if not pair.is_by_person),
        pairs,
    )
