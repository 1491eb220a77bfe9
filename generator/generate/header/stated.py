"""What a web page states about itself, taken as it is: the most telling statement that can be read."""

from __future__ import annotations

import re

from generator.generate.seed_text import Statement, Subject

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def stated_title(statements: tuple[Statement, ...]) -> str:
    """Return the title a page states; empty: none."""
    return next((one.value for one in statements if one.about is Subject.TITLE), "")


def stated_publication(statements: tuple[Statement, ...]) -> Statement | None:
    """Return what a page states of its publication, where that is a whole day."""
    dates = (one for one in statements if one.about is Subject.PUBLISHED)
    return next((one for one in dates if DAY.match(one.value)), None)
