"""Rules that know a line as no text by itself, wherever it stands: what machines left in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.generate.clean.lines import is_prose
from generator.generate.reasons import (
    ADDRESS,
    COPYRIGHT,
    CRAWLER_STAMP,
    PAGE_NUMBER,
    STAMP,
)
from generator.generate.seed_text import Line

URLS_ONLY = re.compile(r"^(?:https?://|www\.)\S+(?:\s+(?:https?://|www\.)\S+)*$")
COPYRIGHT_BEGINS = re.compile(r"©|\(c\)\s|copyright\b")
COPYRIGHT_SAYS = ("all rights reserved", "alle rechte vorbehalten")
PAGE_OF_PAGES = re.compile(
    r"(?:.{1,60}[-–—|•·,]\s?)?(?:seite|page)\s\d{1,4}\s?(?:/|von|of)\s?\d{1,4}\W{0,3}$"
    r"|[-–—]\s?\d{1,4}\s?[-–—]$|\D.{1,59}\s(?P<dash>[-–—])\s\d{1,4}\s(?P=dash)\s(?-i:[A-ZÄÖÜ]).{1,59}$",
    re.IGNORECASE,
)
"""By itself, or between what stands on every page: "Drucksache 6/2207 – 2 – Landtag Oberland"."""
LONGEST = 2_000
"""A longer line is not looked at, so that no pattern takes long over it."""


def _is_stamp(text: str) -> bool:
    return CRAWLER_STAMP.match(text) is not None and not is_prose(text)


def _is_copyright(text: str) -> bool:
    if len(text) >= 200:
        return False
    text = text.lower()
    return bool(COPYRIGHT_BEGINS.match(text)) or any(words in text for words in COPYRIGHT_SAYS)


RULES: tuple[tuple[str, Callable[[str], object]], ...] = (
    (STAMP, _is_stamp),
    (ADDRESS, URLS_ONLY.match),
    (COPYRIGHT, _is_copyright),
    (PAGE_NUMBER, PAGE_OF_PAGES.match),
)


def certain_rules(lines: Sequence[Line]) -> dict[int, str]:
    """Return the numbers of the lines that are no text, each with the name of the rule that knows it."""
    return {
        line.number: rule
        for line in lines
        if len(line.text) <= LONGEST
        and (rule := next((name for name, fits in RULES if fits(line.text)), None))
    }
