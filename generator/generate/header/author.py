"""Finds who wrote a document: named by its markup, or in a line that says so near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.generate.header.date_candidates import GLUED
from generator.generate.header.date_features import CLOCK
from generator.generate.header.layout import Layout
from generator.generate.header.look import DATED, is_dated
from generator.generate.header.title import Headline
from generator.generate.seed_text import Subject
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

BEFORE, BEHIND = 6, 10
"""Lines around the headline that may name the author."""
BELOW_TEXT = 6
LONGEST = 120
_NAME = r"[^\W\d_a-zäöüß][\w.'’-]*"
_PART = rf"(?:{_NAME}|von|van|de|der|den|del|della|di|da|al|el|bin|zu|zur)"
PERSON = rf"{_NAME}(?:\s{_PART}){{0,3}}\s{_NAME}|dpa|AFP|AP|Reuters"
BY = "|".join(sorted(LEXICONS.united(lambda one: one.stamps.by)))
BYLINE = re.compile(
    rf"(?:^|[|·•/–—,]\s?|\s)(?i:(?:{BY})(?:\s(?:by|von))?)\s?:?\s(?P<names>(?:{PERSON})(?:(?:,\s|\s(?:und|and|&)\s|/\s?)(?:{PERSON})){{0,4}})"
)
BARE = re.compile(rf"^(?P<names>(?:{PERSON})(?:(?:,\s|\s(?:und|and|&)\s)(?:{PERSON})){{0,4}})$")
NO_NAMES = LEXICONS.united(
    lambda one: one.stamps.published | one.stamps.updated | one.stamps.comment | one.stamps.today
)
ADDRESS = re.compile(r"^\w+://|@")


def find_author(layout: Layout, headline: Headline | None) -> str | None:
    """Return who wrote the document; None where nothing says it.

    Args:
        layout: the document.
        headline: its headline.
    """
    stated = [
        one.value
        for one in layout.said(Subject.AUTHOR)
        if not ADDRESS.search(one.value) and len(one.value) <= LONGEST
    ]
    if stated:
        return stated[0]
    return next(_in_lines(layout, headline), None)


def _in_lines(layout: Layout, headline: Headline | None) -> Iterator[str]:
    middle = layout.first if headline is None or headline.index is None else headline.index
    near = range(max(0, middle - BEFORE), min(len(layout.lines), max(middle + BEHIND, layout.first)))
    below = range(layout.last + 1, min(len(layout.lines), layout.last + 1 + BELOW_TEXT))
    for index in (*near, *below):
        text = layout.lines[index].text
        if len(text) > LONGEST or index == middle == (headline.index if headline else None):
            continue
        match = BYLINE.search(text) if _begins_byline(text) else None
        if match and _are_names(match["names"]):
            yield match["names"]
        elif index in near and (name := _beside_a_date(text)):
            yield name


def _begins_byline(text: str) -> bool:
    return any(fold(word.strip(":")) in BY.split("|") for word in text.split()[:8])


def _beside_a_date(text: str) -> str | None:
    """A line of a name and a date: "JANE DOE / November 3, 2023"."""
    if not is_dated(text):
        return None
    text = GLUED.sub(" ", text)
    for part in re.split(r"\s?[|/·•,–—]\s|\s{2,}|\s[-]\s", text):
        match = BARE.match(part.strip()) if not DATED.search(part) and not CLOCK.search(part) else None
        if match and _are_names(match["names"]):
            return match["names"]
    return None


def _are_names(names: str) -> bool:
    return NO_NAMES.isdisjoint(fold(word.strip(",.")) for word in names.split())
