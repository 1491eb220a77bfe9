"""What tells when a text was written, and what several of them tell together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.dates.anchor import Anchor
from generator.model import Evidence


@dataclass(frozen=True)
class Witness:
    """A reason in the text to believe that it was written then."""

    evidence: Evidence
    written: Anchor
    of_a_series: bool = False
    """It rests on one day of what is held again and again; another may be meant."""


def agree(witnesses: Iterable[Witness]) -> Anchor | None:
    """Return when a text was written by all its witnesses; None when there are none, or they disagree."""
    spans = [witness.written for witness in witnesses]
    if not spans:
        return None
    earliest = max(span.earliest for span in spans)
    latest = min(span.latest for span in spans)
    return Anchor(earliest, latest) if earliest <= latest else None
