"""Finds what persons made of the same sentence, or nearly the same, for who translates or reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from generator.content.memory import Memory, Pair
from generator.language.sentences.split import split_sentences
from generator.model import Language

LEAST = 70.0
"""Percent: translation programs show no less, since adapting it takes longer than writing."""
LONGEST = 2_000
"""Characters of a sentence that is compared; the effort grows with the product of two lengths."""


@dataclass(frozen=True)
class Match:
    """A pair whose source is nearly a sentence of a text."""

    pair: Pair
    alike: float
    """Percent of the letters that are the same, in order."""
    is_same: bool = False
    """The whole sentence is the same."""


class Similar:
    """The pairs of a memory that persons made, to be searched for sentences that are nearly the same."""

    def __init__(self, memory: Memory) -> None:
        self._pairs: dict[tuple[Language, Language], list[Pair]] = {}
        for pair in memory.pairs.values():
            if pair.is_by_person and len(pair.source) <= LONGEST:
                self._pairs.setdefault(pair.key[:2], []).append(pair)

    def find(
        self, text: str, source: Language, target: Language, *, is_translated: bool = True
    ) -> list[Match]:
        """Return the best match for each sentence of a text that has one, in order.

        Args:
            text: plain.
            source: its language.
            target: the language it is to be in.
            is_translated: a sentence that is the same is used there, and no match.
        """
        pairs = self._pairs.get((source, target), [])
        sentences = split_sentences(text, source) if pairs else []
        found = _best(sentences, pairs)
        return [one for one in found if not (is_translated and one.is_same)]


def _best(sentences: Iterable[str], pairs: list[Pair]) -> Iterable[Match]:
    sources = [pair.source for pair in pairs]
    for sentence in dict.fromkeys(sentences):
        if len(sentence) > LONGEST:
            continue
        found = process.extractOne(sentence, sources, scorer=fuzz.ratio, score_cutoff=LEAST)
        if found:
            yield Match(pairs[found[2]], found[1], is_same=found[0] == sentence)
