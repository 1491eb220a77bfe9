"""Translates through a third language, where that was asked for: German to French, French to English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language.sentences.split import join_sentences, split_sentences
from generator.translate.engine import Engine, EngineOutput


class PivotEngine:
    """Chains two engines, sentence by sentence.

    Args:
        first: from the text's language to the third.
        second: on from there.
    """

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first = first
        self._second = second
        self.source = first.source
        self.target = second.target
        self.package = name_chain(first.package, second.package)

    def translate(self, sentences: Sequence[str]) -> list[EngineOutput]:
        """Translate each sentence on its own, all of them at once in each of the two steps.

        Returns:
            One translation for each sentence, in the same order; "" for a blank sentence.

        Raises:
            PackageError: a package can't be loaded, or its model crashed.
        """
        between = self._first.translate(sentences)
        # A sentence may have become two, and an engine loses the second when it gets both at once.
        parts = [split_sentences(one.text, self._second.source) for one in between]
        done = iter(self._second.translate([part for some in parts for part in some]))
        return [self._join(one, done, len(some)) for one, some in zip(between, parts, strict=True)]

    def _join(self, first: EngineOutput, done: Iterator[EngineOutput], count: int) -> EngineOutput:
        """Put together what became of one sentence; it is as sure as the least sure step."""
        second = [next(done) for _ in range(count)]
        scores = [one.score for one in (first, *second)]
        known = [score for score in scores if score is not None]
        text = join_sentences([one.text for one in second], self.target)
        return EngineOutput(text, min(known) if len(known) == len(scores) else None)


def name_chain(*packages: str) -> str:
    """Name several packages as one, for the provenance; empty when one is missing."""
    return " + ".join(packages) if all(packages) else ""
