"""Where a translation lacks a word that its model expects, or has another in its place.

The model gives each piece of a translation a probability, from the source and the pieces before. Where one
surprises it, what it would go on with is put in, or put in the place of the word there: if that makes the
whole sentence likelier by far, a word was left out, or replaced. Who only words it otherwise makes what
follows no less likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.translate.packages.weights import read_vocabulary
from generator.translate.tokenizer import SentencePieces

if TYPE_CHECKING:
    from ctranslate2 import Translator

MUCH = 8.0
"""By how much the logarithm of a sentence's probability must rise."""
SURPRISING = -4.0
"""The logarithm of a piece's probability, at most."""
PLACES = 4
"""The most surprising of a sentence, which are looked at."""
AHEAD = 12
"""Pieces that the model goes on with."""
SHOWN = 3
"""Words after one that is left out, which tell its place."""
LONGEST = 450
"""Pieces of a sentence that is read, at most: models know 512 places, and some fail beyond."""
LONGEST_PIECE = 20
RARE = 10
"""Added to a piece's rank by frequency, so that the first few cost about the same."""
AT_ONCE = 512
"""Pieces that are scored at a time: of each the model gives a number for every piece it knows."""
SPACE = "▁"
ENDINGS = ".,;:!?"

Tokens = list[str]


@dataclass(frozen=True)
class Unexpected:
    """A place where a model expects other words."""

    expected: str
    there: str
    """The word in its place, or the words that follow where it is left out; empty at the end."""
    is_left_out: bool


@dataclass(frozen=True)
class Reader:
    """A loaded model that reads translations."""

    translator: Translator
    tokenizer: SentencePieces
    folder: Path
    """The model's."""
    prefix: Sequence[str] = ()
    """Names the target language to a model with several."""

    def read(self, source: str, translation: str) -> Unexpected | None:
        """Return where a sentence would be likelier by far with other words; None where it would not."""
        tokens, pieces = self.tokenizer.encode(source), self._cut(translation)
        if max(len(tokens), len(pieces)) > LONGEST:
            return None
        (chances,) = self._score(tokens, [pieces])
        changes = list(self._changes(tokens, pieces, chances))
        scores = map(sum, self._score(tokens, [changed for changed, _ in changes]))
        found = ((score, one) for score, (_, one) in zip(scores, changes, strict=True))
        score, best = max(found, key=itemgetter(0), default=(0.0, None))
        return best if score - sum(chances) >= MUCH else None

    def _changes(
        self, source: Tokens, pieces: Tokens, chances: Sequence[float]
    ) -> Iterator[tuple[Tokens, Unexpected]]:
        """Yield what the sentence would be with what the model expects."""
        surprising = sorted((chance, place) for place, chance in enumerate(chances) if chance <= SURPRISING)
        places = [place for _, place in surprising[:PLACES]]
        for place, ahead in zip(places, self._go_on(source, pieces, places), strict=True):
            before, after = pieces[:place], pieces[place:]
            new, old = _word(ahead), _word(after)
            expected, there = self._text(new), self._text(old)
            if expected:
                follows = " ".join(self._text(after).split()[:SHOWN])
                yield [*before, *new, *after], Unexpected(expected, follows, is_left_out=True)
            if len(new) == len(old) == 1 and expected.isalpha() and there.isalpha():
                yield [*before, *new, *after[1:]], Unexpected(expected, there, is_left_out=False)

    def _score(self, source: Tokens, targets: Sequence[Tokens]) -> list[list[float]]:
        """Return the logarithms of the probabilities of all pieces, and of the end."""
        results: list[Any] = self.translator.score_batch(
            [source] * len(targets),
            [[*self.prefix, *target] for target in targets],
            max_batch_size=max(1, AT_ONCE // (1 + max(map(len, targets), default=0))),
            max_input_length=0,
            offset=len(self.prefix),
        )
        return [list(result.log_probs) for result in results]

    def _go_on(self, source: Tokens, pieces: Tokens, places: Sequence[int]) -> list[Tokens]:
        """Return what the model puts after what stands before each place."""
        starts = [[*self.prefix, *pieces[:place]] for place in places]
        results: list[Any] = self.translator.translate_batch(
            [source] * len(places),
            target_prefix=starts,
            beam_size=1,
            max_input_length=0,
            max_decoding_length=max(map(len, starts), default=0) + AHEAD,
        )
        pairs = zip(results, starts, strict=True)
        return [one.hypotheses[0][len(start) :][:AHEAD] for one, start in pairs]

    @cached_property
    def _costs(self) -> dict[str, float]:
        """What each piece costs that the model knows: they stand by frequency."""
        pieces = read_vocabulary(self.folder, "target")
        return {piece: log(rank + RARE) for rank, piece in enumerate(pieces)}

    def _cut(self, text: str) -> Tokens:
        """Cut a text into the most frequent pieces that the model knows, as tokenizers do.

        The only tokenizer of some packages is that of their source: as it cuts translations, the model does
        not know them.
        """
        return [piece for word in text.split() for piece in self._cut_word(SPACE + word)]

    def _cut_word(self, word: str) -> Tokens:
        unknown = 2 * log(len(self._costs) + RARE)
        # By end: what the cheapest pieces cost, and where their last begins.
        ways = [(0.0, 0)]
        for end in range(1, len(word) + 1):
            starts = range(max(0, end - LONGEST_PIECE), end)
            costs = ((self._costs.get(word[start:end], unknown * (end - start)), start) for start in starts)
            ways.append(min((ways[start][0] + cost, start) for cost, start in costs))
        pieces: Tokens = []
        end = len(word)
        while end:
            start = ways[end][1]
            pieces.append(word[start:end])
            end = start
        return pieces[::-1]

    def _text(self, pieces: Tokens) -> str:
        return self.tokenizer.decode(pieces).strip()


def _word(pieces: Tokens) -> Tokens:
    """Return the pieces of the first word, without the mark that ends it; none where they go on with one."""
    if not pieces or not pieces[0].startswith(SPACE):
        return []
    ends = (place for place, piece in enumerate(pieces) if place and piece.startswith((SPACE, *ENDINGS)))
    return pieces[: next(ends, len(pieces))]
