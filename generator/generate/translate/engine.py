"""What the translate stage needs of a machine translation engine, and nothing more.

The slow engine sits behind this one interface, so that tests can put a quick one in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.model import Language, TranslationBy


class Engine(Protocol):
    """Translates sentences from one language to one other."""

    @property
    def source(self) -> Language:
        """The language of the sentences given."""

    @property
    def target(self) -> Language:
        """The language of the sentences returned."""

    @property
    def by(self) -> TranslationBy:
        """Who translates, for the provenance."""

    @property
    def package(self) -> str:
        """The package with its version, for the provenance: `translate-de_en 1.3`."""

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate each sentence on its own.

        Returns:
            One translation for each sentence, in the same order.

        Raises:
            PackageError: the engine can't be loaded, or crashed.
        """
