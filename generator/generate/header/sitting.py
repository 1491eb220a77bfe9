"""Tells the record of a sitting by the line that says so, and the day it was held: that of no publication."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.generate.header.date_candidates import DateCandidate
from generator.generate.header.layout import Layout
from generator.generate.seed_text import Line

RECORD = re.compile(
    r"(?:\w*niederschrift|\w*protokoll|(?:draft |summary )?minutes(?= of\b| for\b|$)"
    r"|stenogra(?:f|ph)ischer bericht)\b",
    re.IGNORECASE,
)
SITTING = re.compile(
    r"sitzung|versammlung|besprechung|(?:plenar|ergebnis|verlaufs)protokoll"
    r"|\b(?:meeting|session|assembly|board|committee|council)",
    re.IGNORECASE,
)
NEAR, BELOW = 3, 5
"""Lines between the one that says so and the headline, and down to the day."""
TOP = 8
"""Lines of the page that may say so, too."""
FEW_WORDS, FEW_LINES = 2, 2
"""Behind the name of a record whose sitting other lines name, and how many lines above may."""
LONGEST = 200


def record_of_sitting(layout: Layout, headline: int | None) -> int | None:
    """Return the line that says that a document records a sitting; None: none does.

    `headline`: its line; None: there is none.
    """
    lines = layout.lines
    near = () if headline is None else range(max(TOP, headline - NEAR), headline + NEAR + 1)
    return next((n for n in (*range(TOP), *near) if n < len(lines) and _says_so(lines, n)), None)


def day_of_sitting(found: Sequence[DateCandidate], record: int) -> DateCandidate | None:
    """Return the day of the sitting: the first from the line that says so on, else the last above it."""
    placed = [(one.index - record, one) for one in found if one.index is not None and not one.is_planned]
    below = [one for away, one in placed if away == 0 or (0 < away <= BELOW and not one.is_reported)]
    above = [one for away, one in placed if away < 0 and not one.is_reported]
    return next(iter([*below, *reversed(above)]), None)


def _says_so(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    record = RECORD.match(text) if len(text) <= LONGEST else None
    if not record:
        return False
    goes_on = len(text[record.end() :].split()) <= FEW_WORDS
    around = lines[max(0, index - FEW_LINES) : index + NEAR] if goes_on else lines[index : index + 1]
    return any(SITTING.search(line.text) for line in around if len(line.text) <= LONGEST)
