"""Finds whom to ask, above and below a text: the short lines around a telephone number or a mail address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from generator.generate.clean.lines import is_prose
from generator.generate.clean.page import Page
from generator.generate.seed_text import Line

CONTACT = re.compile(
    r"(?:[•*-]\s)?(?:tel|telefon|telephone|phone|fon|fax|telefax|mobil|mobile|e-?mail|mail)\b.{4,70}"
    r"|[^\s@]{1,60}@[\w.-]{3,60}"
    r"|(?:\+|\(?0)\d[\d\s()/–-]{6,25}",
    re.IGNORECASE,
)
REACHES = re.compile(r"(?:\d[^\w]{0,3}){6}|@|[(\[]at[)\]]")
LONGEST = 90
MOST_WORDS, MOST_LINES = 7, 6
"""Words of a line beside a contact, and such lines above and below it."""
FEWEST_OF_SENTENCE = 4
"""Words; less with a full stop is an abbreviation: "Press dept."."""


def contact_lines(page: Page) -> frozenset[int]:
    """Return the numbers of such lines: they stand above all sentences that are left, or below.

    They end at a blank line. In a text that has none, they begin with the line that says what follows ("For
    further information:"), or with the contact.
    """
    prose = [line.number for line in page.left if is_prose(line.text)]
    is_spaced = any(below.number - above.number > 1 for above, below in pairwise(page.lines))
    lines = page.lines if is_spaced else page.left
    found: set[int] = set()
    for index, line in enumerate(lines if prose else ()):
        if not prose[0] <= line.number <= prose[-1] and _is_contact(line.text):
            above = _beside(lines[max(0, index - MOST_LINES) : index + 1][::-1])
            below = _beside(lines[index : index + MOST_LINES + 1]) if is_spaced else []
            opening = next((i for i, one in enumerate(above) if one.text.endswith(":")), -1)
            found.update(
                one.number for one in (line, *below, *(above if is_spaced else above[: opening + 1]))
            )
    return frozenset(found)


def _is_contact(text: str) -> bool:
    return len(text) <= LONGEST and bool(CONTACT.fullmatch(text) and REACHES.search(text))


def _beside(lines: Sequence[Line]) -> list[Line]:
    """Return the short lines, no sentences, that follow the first without a blank one between."""
    pairs = takewhile(lambda pair: abs(pair[1].number - pair[0].number) == 1, pairwise(lines))
    return list(takewhile(lambda line: _is_short(line.text), (line for _, line in pairs)))


def _is_short(text: str) -> bool:
    count = len(text.split())
    return count <= MOST_WORDS and (count < FEWEST_OF_SENTENCE or text[-1] not in ".!?")
