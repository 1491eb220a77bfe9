"""What the line model's second pass sees: what the first one made of a line and of those around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.generate.clean.line_words import Floats, Words, topic
from generator.generate.clean.places import block_places, distances, means_around, segment_place, shifted

KEPT, SURE = 0.5, 0.8
ABOUT_LINE = 60
"""Characters; a shorter line does not say what a text is about."""
PARTS = (("best", 0.4), ("wide", 0.2), ("narrow", 0.6))
"""Runs of lines, and the score that a line must have to be a gain to them."""


def second_features(texts: Sequence[str], words: Words, scores: Floats) -> dict[str, Floats]:
    """Return what the first pass's scores say.

    Args:
        texts: the page's lines.
        words: those of the lines.
        scores: of the lines, between 0 and 1.
    """
    chars = np.array([len(text) for text in texts], np.float32)
    mass = scores * chars
    share = mass / max(float(mass.sum()), 1.0)
    so_far = np.cumsum(share)
    columns = {
        "score": scores,
        "score above in all": so_far - share,
        "score below in all": 1 - so_far,
        "score mass": share,
    }
    for name, least in PARTS:
        inside, into, out_of = segment_place((scores - least) * np.log1p(chars))
        columns |= {
            f"in {name} part": inside,
            f"to {name} part's start": into,
            f"to {name} part's end": out_of,
        }
    columns |= shifted({"score": scores}, (-4, -3, -2, -1, 1, 2, 3, 4))
    columns |= means_around(columns, dict.fromkeys((3, 8, 20), ("score",)))
    for name, least in (("kept", KEPT), ("sure", SURE)):
        above, below = distances(scores > least)
        columns |= {f"to {name} above": above, f"to {name} below": below}
    blocks = block_places(scores > KEPT, mass, gap=1)
    columns |= {f"kept {name}": column for name, column in blocks.items()}
    columns["topic of kept"] = topic(words, scores * (chars > ABOUT_LINE))
    columns["topic of left"] = topic(words, 1 - scores)
    return columns
