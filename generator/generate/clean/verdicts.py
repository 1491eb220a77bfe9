"""Lets the line model decide which lines of a page are the article's, and says why the others are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.content.left_out import ABOVE, AROUND, BELOW
from generator.generate.clean.groups import against
from generator.generate.clean.lines import is_ideographic, is_prose
from generator.generate.clean.model import LineModel, line_model
from generator.generate.clean.page import Page
from generator.generate.reasons import MARKUP
from generator.generate.seed_text import Line

MARKED, UNMARKED = 0.12, 0.9
"""What a block of a web page must score where its markup makes it the article's, and where it does not: the
model and the markup outweigh each other only when sure. With both, F1 rises from .943 to .951 (German) and
from .936 to .958 (English) on 352 scraped pages; anything from .08 to .2, and from .85 to .93, does about
as well. On 88 pages set aside it rises from .961 to .965 and from .919 to .943.
"""


SIGNED = re.compile(r"[(\[](?:(?:[^\W\d_a-z]{2,5}|[^\W\d_A-Z]{2,4})[/, ]{0,2}){1,3}[)\]]")
"""Who wrote it, below the last paragraph: "(AP)", "(dpa/mau)"."""
NOTE = re.compile(r"\[\d{1,3}\]")
"""The mark of a note, in the text and before the note."""
COUNTED = re.compile(r"(?P<what>[^\W\d_][^\d]{1,30}) (?P<number>\d{1,5})")
"""What parts a record: "Column 844"."""


def drop_by_model(page: Page, model: LineModel | None = None) -> Page:
    """Drop the lines that the model takes for none of the article's; a page's markup has its say.

    Args:
        page: its lines.
        model: None: the package's.
    """
    if not page.lines:
        return page
    model = model or line_model()
    texts = [line.text for line in page.lines]
    judged = model.judge(texts)
    scores = judged.scores.tolist()
    least = (_least_score(line, model.threshold) for line in page.lines)
    keeps = keep_what_follows(texts, [score >= one for score, one in zip(scores, least, strict=True)])
    kept = [index for index, keep in enumerate(keeps) if keep]
    dropped = [index for index, keep in enumerate(keeps) if not keep]
    first, last = (kept[0], kept[-1]) if kept else (len(keeps), -1)
    reasons: dict[int, str] = {}
    for index, why in zip(dropped, against(judged.owed, judged.columns, dropped), strict=True):
        where = ABOVE if index < first else BELOW if index > last else AROUND
        by_markup = page.lines[index].is_article is False
        number = page.lines[index].number
        reasons[number] = MARKUP if by_markup else f"{where}: {1 - scores[index]:.2f}: {why}"
    likely = {line.number: score for line, score in zip(page.lines, scores, strict=True)}
    return replace(page.drop(reasons), likely=likely)


def _least_score(line: Line, threshold: float) -> float:
    if line.is_article is None:
        return 0.0 if is_ideographic(line.text) and is_prose(line.text) else threshold
    if not line.is_article:
        return UNMARKED
    # What the markup tells apart (lists, tables, quotations, headings) is short without being a menu.
    return MARKED if line.role is None else 0.0


def keep_what_follows(texts: Sequence[str], keeps: Sequence[bool]) -> list[bool]:
    """Return which lines are kept, with those that follow from others.

    They are a note whose mark is in the text and, right below a line that is kept, who signed it and the next
    number of what parts a record ("Column 844", where "Column 843" is kept).

    Args:
        texts: the page's lines.
        keeps: which of them are the article's for what they look like.
    """
    kept = list(keeps)
    notes: set[str] = set()
    last_numbers: dict[str, int] = {}
    for index, text in enumerate(texts):
        counted = COUNTED.fullmatch(text)
        if not kept[index]:
            note = NOTE.match(text)
            is_next = counted is not None and last_numbers.get(counted["what"]) == int(counted["number"]) - 1
            is_below = index > 0 and kept[index - 1]
            kept[index] = bool(note and note[0] in notes) or (
                is_below and (is_next or bool(SIGNED.fullmatch(text)))
            )
        if kept[index]:
            notes.update(NOTE.findall(text, 1))
            if counted:
                last_numbers[counted["what"]] = int(counted["number"])
    return kept
