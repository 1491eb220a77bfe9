"""What may be a document's headline: its lines, parts of the page's own title, what its markup says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.dates.stamp import end_of_stamp
from generator.generate.header.layout import LONGEST, Layout, words_of
from generator.generate.header.look import ISSUE_LINES, is_only_date, newspaper_of
from generator.generate.header.title_features import features_of
from generator.generate.header.title_hints import Hint, find_hints, pieces_of, unglued
from generator.generate.header.weights import Features
from generator.generate.seed_text import Subject

MENU, CLOSE_ABOVE = 2, 8
"""Words of a menu's item, and the lines above the text in which a line as short may yet be the headline."""
GAP = re.compile(r"(?<=\w)\s+(?=[:,;](?:\s|$))")
MARK = re.compile(r"^[×✕✖›»•▸►▶→]\s+(?=\w)")
FAR_ABOVE = 60
"""Lines above the text that are looked at."""
CLOSER_ABOVE = 20
"""Lines above the text's longest part that are, where other lines were taken for text above."""
BELOW = 3
"""Lines from either on that are looked at."""
AGREEMENT = ("words of", "words in", "many words in")
"""What the names of features begin with that tell how much a candidate agrees with something."""
CLOSE = 0.5
"""Share of words in common with the page's title, for a line further away to be looked at."""
MOST_COMPARED = 300
"""Lines that a part is compared with."""
SPELT_OUT = 0.8
MOST_ADDRESSES = 12


@dataclass(frozen=True)
class TitleCandidate:
    """What may be the headline."""

    text: str
    """Without a button's mark before it, and without space before a colon or comma."""
    words: tuple[str, ...]
    """Those of the text, folded."""
    index: int | None
    """The line it is, or is a part of; None: the page's markup says it."""
    is_part: bool = False
    """It is a part of the line, or of what the markup says."""
    features: Features = field(default_factory=dict)


def title_candidates(layout: Layout) -> list[TitleCandidate]:
    """Return what may be the headline, with what is to be seen in it; no bare day where there is more."""
    hints = find_hints(layout)
    addresses = list(dict.fromkeys(layout.addresses))[:MOST_ADDRESSES]
    paths = [one.split("://")[-1].split("?")[0].rstrip("/").partition("/")[2] for one in addresses]
    # A site's name alone spells out no headline.
    slugs = [frozenset(words_of(one.rpartition("/")[2])) for one in paths if one]
    found = [
        TitleCandidate(
            GAP.sub("", MARK.sub("", text)),
            words := words_of(text),
            index,
            is_part,
            features_of(layout, hints, slugs, text, words, index, is_part),
        )
        for text, index, is_part in _texts(layout, hints, slugs)
    ]
    return _compared([one for one in found if not is_only_date(one.text)] or found)


def _texts(
    layout: Layout, hints: list[Hint], slugs: list[frozenset[str]]
) -> Iterator[tuple[str, int | None, bool]]:
    lines = layout.lines
    seen: set[str] = set()
    start, stop = layout.first - FAR_ABOVE, layout.first + BELOW
    wanted = frozenset().union(*(hint.words for hint in hints))
    for index, line in enumerate(lines):
        words = layout.words[index]
        if len(line.text) > LONGEST or not words or index in layout.labelled:
            continue
        if index < ISSUE_LINES and newspaper_of(line.text):
            continue
        near = (
            start <= index < stop or layout.main - CLOSER_ABOVE <= index < layout.main + BELOW or index == 0
        )
        if near and len(words) <= MENU and 0 < index < layout.first - CLOSE_ABOVE:
            near = not wanted.isdisjoint(words)
        close = any(words in hint.runs for hint in hints) or (
            len(words) > 1 and sum(map(wanted.__contains__, words)) >= CLOSE * len(words)
        )
        spelt = len(words) >= 4 and any(
            sum(map(slug.__contains__, words)) >= SPELT_OUT * len(words) for slug in slugs
        )
        if near or close or spelt:
            text = line.text[end_of_stamp(line.text) :]
            yield text, index, False
            if index and (rest := unglued(hints, text)) and words_of(rest) not in layout.places:
                yield rest, index, True
    if not layout.said(Subject.TITLE) and lines:
        for piece in pieces_of(lines[0].text):
            if (words := words_of(piece)) and words not in layout.places:
                yield piece, 0, True
    for statement in layout.said(Subject.TITLE):
        for text in (statement.value, *pieces_of(statement.value)):
            if text not in seen and (words := words_of(text)) and words not in layout.places:
                seen.add(text)
                yield text, None, text != statement.value


def _compared(found: list[TitleCandidate]) -> list[TitleCandidate]:
    """Mark the candidates that agree most with the page's title, and with the lead."""
    best: dict[str, float] = {}
    for one in found:
        for name, value in one.features.items():
            if name.startswith(AGREEMENT):
                best[name] = max(best.get(name, 0.0), 0.0 if one.index == 0 else value)
    lines = [frozenset(one.words) for one in found if one.index and not one.is_part][:MOST_COMPARED]
    glued = {one.index for one in found if one.is_part and one.index}
    compared = []
    for one in found:
        seen = one.features
        marks = {f"most {name}": 1.0 for name, most in best.items() if most and seen.get(name, 0.0) >= most}
        if one.is_part and not any(_are_close(frozenset(one.words), line) for line in lines):
            marks["no line is close to it"] = 1.0
        if one.index in glued:
            marks["cut from what it is glued to" if one.is_part else "glued to what is before it"] = 1.0
        compared.append(TitleCandidate(one.text, one.words, one.index, one.is_part, {**seen, **marks}))
    return compared


def _are_close(mine: frozenset[str], others: frozenset[str]) -> bool:
    return 2 * len(mine & others) >= 1.2 * 0.5 * (len(mine) + len(others))
