"""What tells when a text was written, and what several of them tell together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.dates.anchor import Anchor
from generator.model import Evidence


@dataclass(frozen=True)
class Witness:
    """A reason in the text to believe that it was written then."""

    evidence: Evidence
    spans: tuple[Anchor, ...]
    """In order; where there are several, one of them is meant."""
    of_a_series: bool = False
    """It rests on days of what is held again and again; another may be meant."""
    others_are_known_of: bool = False
    """… and its record numbers them, but does not know the days of all."""


def agree(witnesses: Iterable[Witness]) -> tuple[Anchor, ...]:
    """Return when a text was written by all its witnesses, in order: one span, or one of several.

    Nothing is returned when there are no witnesses, or when they disagree.
    """
    left: tuple[Anchor, ...] | None = None
    for witness in witnesses:
        left = witness.spans if left is None else _common(left, witness.spans)
    return left or ()


def _common(some: Iterable[Anchor], others: Sequence[Anchor]) -> tuple[Anchor, ...]:
    pairs = ((max(a.earliest, b.earliest), min(a.latest, b.latest)) for a in some for b in others)
    return tuple(Anchor(earliest, latest) for earliest, latest in pairs if earliest <= latest)


def hull(spans: Sequence[Anchor]) -> Anchor | None:
    """Return the first to the last day of several spans; None: there are none."""
    if not spans:
        return None
    return Anchor(min(span.earliest for span in spans), max(span.latest for span in spans))


def in_edtf(spans: Sequence[Anchor]) -> str:
    """Return spans as a date, one of several where they are several.

    For example `[2023-06-12..2023-06-18,2023-12-15]`.

    Args:
        spans: one at least, in order.
    """
    if len(spans) == 1:
        return spans[0].edtf
    return f"[{','.join(_member(span) for span in spans)}]"


def _member(span: Anchor) -> str:
    first, last = span.earliest.isoformat(), span.latest.isoformat()
    return first if first == last else f"{first}..{last}"
