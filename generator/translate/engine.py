"""What the translate stage needs of a machine translation engine, and nothing more.

The slow engine sits behind this one interface, so that tests can put a quick one in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.model import Language


@dataclass(frozen=True)
class EngineOutput:
    """A sentence as an engine put it."""

    text: str
    """Plain text, without space around it; empty where there was nothing to translate."""
    score: float | None = None
    """How sure the engine was: the mean of the natural logarithms of the probabilities it gave to the
    tokens of the translation, the mark that ends it among them. 0 is certain; `exp(score)` is the tokens'
    geometric mean probability. No reward for length is in it, so that long and short sentences compare.
    Scores of one package compare with each other, those of two packages don't. None: not known."""


class Engine(Protocol):
    """Translates sentences from one language to one other."""

    source: Language
    """The language of the sentences given."""
    target: Language
    """The language of the sentences returned."""
    package: str
    """The package with its version, for the provenance: `translate-de_en 1.3`."""

    def translate(self, sentences: Sequence[str]) -> list[EngineOutput]:
        """Translate each sentence on its own.

        Returns:
            One translation for each sentence, in the same order. It depends on the sentence alone, not on
            those given with it.

        Raises:
            PackageError: the engine can't be loaded, or crashed.
        """
