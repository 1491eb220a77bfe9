"""The stamp that a line opens with, before what a crawler, a list or an archive put behind it.

"date 2017-06-12 Council …", "Published: 12 June 2017 | Council …", "[Harbour Board - 12.06.2017] The …".
"""

from __future__ import annotations

import re

from generator.dates.calendar import MONTH
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

_DAY = (
    r"(?P<digits>\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d|\d\d?\.\s?\d\d?\.\s?\d{4}|\d\d?/\d\d?/\d{4})"
    rf"|\d\d?(?:\.|st|nd|rd|th)?\s(?:{MONTH})\.?,?\s\d{{4}}|(?:{MONTH})\.?\s\d\d?,?\s\d{{4}}"
)
_WEEKDAYS = LEXICONS.joined(lambda one: {**one.calendar.weekdays, **one.calendar.short_weekdays})
_WEEKDAY = rf"(?:{'|'.join(map(re.escape, _WEEKDAYS))})\.?,?\s"
_ZONE = r"(?:Uhr|Z|[ap]\.?m\.?|(?-i:[A-Z]{3,4})|[+-]\d\d:?\d\d)(?!\w)"
_CLOCK = rf"[T,]?\s?(?:at\s|um\s)?\d\d?[:.]\d\d(?::\d\d)?(?:\.\d{{1,9}})?(?:\s?{_ZONE})?"
_STAMP = re.compile(
    r"^(?:(?P<bracket>[\[(])(?:[^\[\]()\d]{1,40}\s[-–—|,]\s)?)?"
    r"(?P<label>[^\W\d]{1,99}(?:\s[^\W\d]{1,99}){0,2}?\s?[:=]?\s?)??"
    rf"(?:{_WEEKDAY})?(?:{_DAY}|(?P<month>\d{{4}}-\d\d))(?![\d-])"
    rf"(?P<clock>{_CLOCK})?(?P<by>\s(?:by|von)\s(?-i:[a-zäöü])\w{{0,99}})?[\])]?"
    r"(?:(?P<mark>\s?[|·•])|\s[–—-]|:)?\s{1,99}(?=\S)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
"""Every day of a stamp has one: a look spares most lines the rest."""
_BEGINS = re.compile(r"[\"'“”„«»‘’(\[]{0,9}[A-ZÄÖÜ0-9]")
_LABELS = LEXICONS.united(lambda one: one.stamps.published | one.stamps.updated)
LONGEST = 120
FEWEST_WORDS = 3
"""Behind a stamp, for a line to say something."""
SHORTEST_LABEL = 4
"""Letters of a word that labels a day by itself: not "on", "vom"."""


def end_of_stamp(text: str) -> int:
    """Return where what a stamp stands before begins; 0: the line opens with none.

    A day in digits is one; a day in words needs a label, a time, a bar or brackets beside it: "9 November
    1989 – The Day …" is a headline.
    """
    opening = text[:LONGEST]
    match = _STAMP.match(opening) if _YEAR.search(opening) else None
    if match is None:
        return 0
    rest = text[match.end() :]
    if len(rest.split()) < FEWEST_WORDS or not _BEGINS.match(rest):
        return 0
    words = fold(match["label"] or "").strip(" :=").replace("_", " ").split()
    if words and _LABELS.isdisjoint(word for word in words if len(word) >= SHORTEST_LABEL):
        return 0
    is_stamp = words or any(match[group] for group in ("digits", "clock", "mark", "bracket"))
    return match.end() if is_stamp and (words or not match["month"]) else 0
