"""Tells the labelled lines above a text, as collections have them: "Title: …", "Date: …", "Source: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from generator.generate.clean.lines import is_prose
from generator.generate.seed_text import Line
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

FIELD = re.compile(r"(?P<label>[^\W\d_]{2,25})\s?:\s+(?P<value>\S.*)")
FEWEST = 2
"""Labels of different kinds; one alone may be a headline's own word."""
LONGEST = 300
TITLES = LEXICONS.united(lambda one: one.stamps.titles)
KINDS = (
    TITLES,
    LEXICONS.united(lambda one: one.stamps.sources),
    LEXICONS.united(lambda one: one.stamps.by),
    LEXICONS.united(lambda one: one.page.date_labels) | {"date", "datum"},
    frozenset({"url", "link"}),
)


def part_head_fields(lines: Sequence[Line]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """Return the lines, the headline without its label, and the numbers of what is no text above it.

    Args:
        lines: of a text.
    """
    above = takewhile(lambda line: _field(line.text) or not is_prose(line.text), lines)
    found = {line.number: match for line in above if (match := _field(line.text))}
    kinds = {number: _kind(match["label"]) for number, match in found.items()}
    if len(set(kinds.values())) < FEWEST:
        return tuple(lines), frozenset()
    titles = {number for number, kind in kinds.items() if kind == 0}
    parted = (
        replace(line, text=found[line.number]["value"], stamp=f"{found[line.number]['label']}:")
        if line.number in titles
        else line
        for line in lines
    )
    return tuple(parted), frozenset(found) - titles


def _field(text: str) -> re.Match[str] | None:
    """Return a label with what it labels; a sentence or a question behind one is said, but for a headline."""
    match = FIELD.fullmatch(text) if len(text) <= LONGEST else None
    kind = _kind(match["label"]) if match else None
    if match is None or kind is None:
        return None
    value = match["value"]
    is_said = kind and " " in value and (is_prose(value) or value.endswith("?"))
    return None if is_said else match


def _kind(label: str) -> int | None:
    return next((kind for kind, words in enumerate(KINDS) if fold(label) in words), None)
