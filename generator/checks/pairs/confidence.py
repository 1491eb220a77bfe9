"""The engine itself was not sure."""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.checks.pairs.pair import Check, Knowledge, PairText
from generator.model import Severity

LOWEST = -1.0
"""Mean log probability per token: on average, each token was given little more than one chance in
three (e⁻¹ = 0.37)."""


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if pair.score is not None and not pair.score >= LOWEST:
        chance = (
            "no number" if math.isnan(pair.score) else f"{math.exp(min(pair.score, 0.0)):.0%} per word piece"
        )
        yield f"the engine was not sure of it ({chance})"


CONFIDENCE = Check("confidence", Severity.NOTE, "read it against the source", _problems)
