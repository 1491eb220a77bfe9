"""Parts the stamp that opens a document from what a crawler put behind it on the same line.

"date 2017-06-12 Council …", "Published: 12 June 2017 | Council …", "[2017-06-12 14:03] The …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.dates.calendar import MONTH
from generator.generate.clean.lines import WEEKDAYS, is_date_line
from generator.generate.seed_text import Line
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

_DAY = (
    r"(?P<iso>\d{4}-\d\d-\d\d)|\d{4}/\d\d/\d\d|\d\d?\.\s?\d\d?\.\s?\d{4}|\d\d?/\d\d?/\d{4}"
    rf"|\d\d?(?:\.|st|nd|rd|th)?\s(?:{MONTH})\.?,?\s\d{{4}}|(?:{MONTH})\.?\s\d\d?,?\s\d{{4}}"
)
_ZONE = r"(?:Uhr|Z|[ap]\.?m\.?|(?-i:[A-Z]{3,4})|[+-]\d\d:?\d\d)(?!\w)"
_CLOCK = rf"[T,]?\s?(?:at\s|um\s)?\d\d?[:.]\d\d(?::\d\d)?(?:\.\d+)?(?:\s?{_ZONE})?"
OPENING_STAMP = re.compile(
    r"^(?P<bracket>[\[(])?(?P<label>[^\W\d]+(?:\s[^\W\d]+){0,2}?\s?[:=]?\s?)??"
    rf"(?:(?:{'|'.join(map(re.escape, WEEKDAYS))})\.?,?\s)?(?:{_DAY}|(?P<month>\d{{4}}-\d\d))(?![\d-])"
    rf"(?P<clock>{_CLOCK})?(?P<by>\s(?:by|von)\s(?-i:[a-zäöü])\w*)?[\])]?(?:(?P<mark>\s?[|·•])|\s[–—-]|:)?\s+(?=\S)",
    re.IGNORECASE,
)
BAR = re.compile(r"\s*\|\s*")
LONGEST, LONGEST_WITH_BARS = 120, 300
FEWEST_WORDS = 4
"""Behind a stamp, for a line to say something: less is dropped with it."""
SHORTEST_LABEL = 4
"""Letters of a word that labels a day by itself: not "on", "vom"."""
BEGINS = re.compile(r"[\"'“”„«»‘’(\[]*[A-ZÄÖÜ0-9]")
LABELS = LEXICONS.united(lambda one: one.stamps.published | one.stamps.updated)


def part_opening_stamp(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Take the stamp out of the first line; where another line opens with a day, too, it is a chronicle.

    Args:
        lines: of a text, as a crawler left it.
    """
    stamp, text = _parted(lines[0].text) if lines else ("", "")
    if not stamp or any(_end_of_stamp(line.text) for line in lines[1:]):
        return tuple(lines)
    return (replace(lines[0], text=text, stamp=stamp), *lines[1:])


def _parted(text: str) -> tuple[str, str]:
    """Return the stamp and the rest, where the line opens with one or a day stands between its bars."""
    if end := _end_of_stamp(text):
        return text[:end].rstrip(), text[end:]
    pieces = BAR.split(text) if len(text) <= LONGEST_WITH_BARS else []
    days = [piece for piece in pieces if is_date_line(piece)]
    rest = " | ".join(piece for piece in pieces if piece not in days)
    return (days[0], rest) if len(days) == 1 and len(rest.split()) >= FEWEST_WORDS else ("", text)


def _end_of_stamp(text: str) -> int:
    """Return where what a stamp stands before begins; 0: it opens with none."""
    match = OPENING_STAMP.match(text[:LONGEST])
    if (
        match is None
        or len(text[match.end() :].split()) < FEWEST_WORDS
        or not BEGINS.match(text[match.end() :])
    ):
        return 0
    words = fold(match["label"] or "").strip(" :=").replace("_", " ").split()
    if words and LABELS.isdisjoint(word for word in words if len(word) >= SHORTEST_LABEL):
        return 0
    is_stamp = words or match["iso"] or match["clock"] or match["mark"] or match["bracket"]
    return match.end() if is_stamp and (words or not match["month"]) else 0
