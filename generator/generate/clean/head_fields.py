"""Tells the labelled lines above a text, as collections and mails have them: "Title: …", "Source: …"."""

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
REPLIED = re.compile(r"(?:(?:wg|aw|antw|re|fwd?)\s?:\s+)+(?=\S)", re.IGNORECASE)
"""Before the subject of a mail that answers another, or hands it on."""
TITLES = LEXICONS.united(lambda one: one.stamps.titles)
KINDS = (
    TITLES,
    LEXICONS.united(lambda one: one.stamps.sources),
    LEXICONS.united(lambda one: one.stamps.by) | {"from"},
    LEXICONS.united(lambda one: one.page.date_labels) | {"date", "datum", "sent", "gesendet"},
    frozenset({"to", "an", "cc", "bcc"}),
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
    parted = (_without_label(line, found[line.number]) if line.number in titles else line for line in lines)
    return tuple(parted), frozenset(found) - titles


def _without_label(line: Line, field: re.Match[str]) -> Line:
    replied = REPLIED.match(field["value"])
    before = f" {replied[0].rstrip()}" if replied else ""
    text = field["value"][replied.end() :] if replied else field["value"]
    return replace(line, text=text, stamp=f"{field['label']}:{before}")


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
