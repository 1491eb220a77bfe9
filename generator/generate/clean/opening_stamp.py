"""Parts the stamp of a crawler from what stands behind it on the same line: "date 2017-06-12 Council …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.generate.reasons import CRAWLER_STAMP
from generator.generate.seed_text import Line

FEWEST_WORDS = 4
"""Behind a stamp, for a line to say something: less is dropped with it."""


def part_opening_stamp(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Take the stamp out of the first line of a text, as a crawler left it."""
    match = CRAWLER_STAMP.match(lines[0].text) if lines else None
    text = lines[0].text[match.end() :].lstrip() if match else ""
    if match is None or len(text.split()) < FEWEST_WORDS:
        return tuple(lines)
    return (replace(lines[0], text=text, stamp=match[0]), *lines[1:])
