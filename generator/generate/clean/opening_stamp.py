"""Parts the stamp that opens a document from what a crawler put behind it on the same line.

"date 2017-06-12 Council …", "Published: 12 June 2017 | Council …", "[2017-06-12 14:03] The …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.dates.dateline import end_of_stamp
from generator.generate.clean.lines import is_date_line
from generator.generate.seed_text import Line

BAR = re.compile(r"\s*\|\s*")
LONGEST_WITH_BARS = 300
FEWEST_WORDS = 4
"""Beside a stamp, for a line to say something: less is dropped with it."""


def part_opening_stamp(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Take the stamp out of the first line; where another line opens with a day, too, it is a chronicle.

    Args:
        lines: of a text, as a crawler left it.
    """
    stamp, text = _parted(lines[0].text) if lines else ("", "")
    if not stamp or any(end_of_stamp(line.text) for line in lines[1:]):
        return tuple(lines)
    return (replace(lines[0], text=text, stamp=stamp), *lines[1:])


def _parted(text: str) -> tuple[str, str]:
    """Return the stamp and the rest, where the line opens with one or a day stands between its bars."""
    if (end := end_of_stamp(text)) and len(text[end:].split()) >= FEWEST_WORDS:
        return text[:end].rstrip(), text[end:]
    pieces = BAR.split(text) if len(text) <= LONGEST_WITH_BARS else []
    days = [piece for piece in pieces if is_date_line(piece)]
    rest = " | ".join(piece for piece in pieces if piece not in days)
    return (days[0], rest) if len(days) == 1 and len(rest.split()) >= FEWEST_WORDS else ("", text)
