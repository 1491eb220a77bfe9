"""Tells where a translation breaks a fixed rendering."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Language
from generator.terms.glossary import TermBase
from generator.terms.survey import Demand, survey


@dataclass(frozen=True)
class Violation:
    """A fixed rendering that a translation does not have."""

    source: str
    """The words that call for it, as they stand in the source."""
    expected: str
    """What they are to become."""
    found: str
    """What stands there instead; empty when that is not known."""
    origin: str
    """The file that fixes it: content/terms.yml, or an authority record."""

    def __str__(self) -> str:
        instead = f", not “{self.found}”" if self.found else ""
        return f"“{self.source}” is to be “{self.expected}”{instead}"


def violations(
    source: str, target: str, terms: TermBase, source_language: Language, target_language: Language
) -> tuple[Violation, ...]:
    """Return the fixed renderings that a translation does not have, in the order of the source.

    Args:
        source: a sentence or paragraph, as plain text.
        target: its translation, by whomever.
        terms: the site's fixed renderings.
        source_language: of `source`.
        target_language: of `target`.
    """
    glossary = terms.between(source_language, target_language)
    return tuple(
        violation(demand, target) for demand in survey(source, target, glossary) if not demand.is_met
    )


def violation(demand: Demand, target: str) -> Violation:
    """Word a demand that is not met."""
    found = target[demand.wrong[0].start : demand.wrong[0].end] if demand.wrong else ""
    return Violation(demand.surfaces[0], demand.rendering.target, found, demand.rendering.origin)
