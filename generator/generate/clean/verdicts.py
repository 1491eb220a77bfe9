"""Lets the line model decide which lines of a page are the article's, and says why the others are not."""

from __future__ import annotations

from generator.content.left_out import ABOVE, AROUND, BELOW
from generator.generate.clean.groups import against
from generator.generate.clean.model import line_model
from generator.generate.clean.page import Page


def drop_by_model(page: Page) -> Page:
    """Drop the lines that the model takes for none of the article's."""
    if not page.lines:
        return page
    model = line_model()
    judged = model.judge([line.text for line in page.lines])
    keeps = judged.scores >= model.threshold
    kept = [index for index, keep in enumerate(keeps) if keep]
    first, last = (kept[0], kept[-1]) if kept else (len(keeps), -1)
    reasons: dict[int, str] = {}
    for index, line in enumerate(page.lines):
        if not keeps[index]:
            where = ABOVE if index < first else BELOW if index > last else AROUND
            why = against(judged.owed, judged.columns, index)
            reasons[line.number] = f"{where}: {1 - judged.scores[index]:.2f}: {why}"
    return page.drop(reasons)
