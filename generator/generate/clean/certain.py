"""Rules that know a line as no text by itself, wherever it stands: what machines left in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from generator.content.left_out import is_paragraph
from generator.generate.clean.lines import NUMERIC_DATE, is_date_line, is_prose, word_count
from generator.generate.reasons import (
    ADDRESS,
    ADVERTISEMENT,
    COPYRIGHT,
    CRAWLER_STAMP,
    PAGE_NUMBER,
    STAMP,
)
from generator.generate.seed_text import Line
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

URLS_ONLY = re.compile(r"^(?:https?://|www\.)\S+(?:\s+(?:https?://|www\.)\S+)*$")
COPYRIGHT_BEGINS = re.compile(r"©|\(c\)\s|copyright\b")
COPYRIGHT_SAYS = ("all rights reserved", "alle rechte vorbehalten")
PAGE_OF_PAGES = re.compile(
    r"(?:.{1,60}[-–—|•·,]\s?)?(?:seite|page)\s\d{1,4}\s?(?:/|von|of)\s?\d{1,4}\W{0,3}$"
    r"|[-–—]\s?\d{1,4}\s?[-–—]$|\D.{1,59}\s(?P<dash>[-–—])\s\d{1,4}\s(?P=dash)\s(?-i:[A-ZÄÖÜ]).{1,59}$",
    re.IGNORECASE,
)
"""By itself, or between what stands on every page: "Drucksache 6/2207 – 2 – Landtag Oberland"."""
ADVERTISED = re.compile(
    rf"\W*(?:{'|'.join(sorted(LEXICONS.united(lambda one: one.page.advertisement)))})\W*", re.IGNORECASE
)
BY_WORDS = LEXICONS.united(lambda one: one.stamps.by)
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


def _advertisements(lines: Sequence[Line]) -> dict[int, str]:
    """Find what stands right under a line that calls it an advertisement, blank lines parting it off.

    Only above the first paragraph, where another line may be the headline: such a label may stand above
    nothing, and the text go on right under it.
    """
    first = next((i for i, line in enumerate(lines) if is_paragraph(line.text)), 0)
    starts = [i for i in range(first + 1) if not i or lines[i].number > lines[i - 1].number + 1]
    return {
        line.number: ADVERTISEMENT
        for start, end in pairwise(starts)
        if ADVERTISED.fullmatch(lines[start].text) and any(map(_may_be_headline, lines[end:first]))
        for line in lines[start + 1 : end]
        if line.text.casefold() not in lines[0].text.casefold()
    }


def _may_be_headline(line: Line) -> bool:
    text = line.text
    is_signed = fold(text.split()[0]) in BY_WORDS
    return word_count(text) > 1 and not (is_signed or is_date_line(text) or NUMERIC_DATE.search(text))


def certain_rules(lines: Sequence[Line]) -> dict[int, str]:
    """Return the numbers of the lines that are no text, each with the name of the rule that knows it."""
    found = _advertisements(lines)
    for line in lines:
        if len(line.text) > LONGEST or line.number in found:
            continue
        if rule := next((name for name, fits in RULES if fits(line.text)), None):
            found[line.number] = rule
    return found
