"""What may be a document's headline: its lines, parts of the page's own title, what its markup says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.generate.header.layout import LONGEST, Layout, words_of
from generator.generate.header.look import (
    DOMAIN,
    is_dated,
    is_institution,
    looks_like_caption,
    looks_like_list_item,
)
from generator.generate.header.weights import Features
from generator.generate.seed_text import Subject
from generator.generate.transcript import SPEAKER
from generator.model import Role

SEPARATOR = re.compile(r"\s+(?:[-–—|│»«·•:/⋆>]{1,2}|\.\.\.|::)\s+|\s*[|│]\s*|:\s+")
FAR_ABOVE = 60
"""Lines above the text that are looked at."""
TELLING = 4
"""Letters of a word that is no small one."""
SHORT = 120
"""Characters of a line that may be a stamp."""
MOST_BESIDE_DATE = 5
"""Words of a line that is little but a date."""
BELOW = 3
"""Lines from the text's first on that are looked at."""
CLOSE = 0.5
"""Share of words in common with the page's title, for a line further away to be looked at."""
BREADCRUMB = re.compile(r"\S\s?[>»›|/]\s?\S.*\S\s?[>»›|/]\s?\S")
CREDIT = re.compile(r"^\(?(?:foto|photo|bild|image|quelle|source|credit|grafik|©)", re.IGNORECASE)


@dataclass(frozen=True)
class TitleCandidate:
    """What may be the headline."""

    text: str
    index: int | None
    """The line it is, or is a part of; None: the page's markup says it."""
    is_part: bool = False
    """It is a part of the line, or of what the markup says."""
    features: Features = field(default_factory=dict)


MARKUP, PAGE_TITLE, FIRST_LINE = "markup", "page title", "first line"
MOST_HINTS = 5
SOURCES = frozenset({"<h1>", "<title>", "og:title", "JSON-LD", "itemprop headline"})
"""What a page's markup says titles in, often enough to be weighed by itself."""
MOST_OF_HOLDER = 5
"""Words of the name of who holds the rights."""
SPELT_OUT = 0.8
MOST_ADDRESSES = 12
MOST_OF_SITE = 3
"""Words of a site's name."""
STRONG = frozenset("|│»«⋆•")
"""Separators that no sentence has."""


@dataclass(frozen=True)
class _Hint:
    """What says more or less the headline: the page's title, with what is around it."""

    where: str
    whole: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    sets: tuple[frozenset[str], ...]
    """The words of the whole and of its pieces."""


def title_candidates(layout: Layout) -> list[TitleCandidate]:
    """Return what may be the headline, with what is to be seen in it."""
    hints = _hints(layout)
    addresses = list(dict.fromkeys(layout.addresses))[:MOST_ADDRESSES]
    slugs = [frozenset(words_of(one.split("?")[0].rstrip("/").rpartition("/")[2])) for one in addresses]
    found = [
        TitleCandidate(text, index, is_part, _features(layout, hints, slugs, text, index, is_part))
        for text, index, is_part in _texts(layout, hints, slugs)
    ]
    return _compared(found)


def _hints(layout: Layout) -> list[_Hint]:
    """The first line of a crawler's text is the page's title, and so is what its markup calls so."""
    shown = title_shown_by(layout)
    if shown != MARKUP:
        texts = [(shown, layout.lines[0].text)] if layout.lines else []
    else:
        texts = [(_source(one.where), one.value) for one in layout.said(Subject.TITLE)]
        texts = list({where: (where, text) for where, text in reversed(texts)}.values())[:MOST_HINTS]
    return [_hint(where, text) for where, text in texts if words_of(text)]


def _hint(where: str, text: str) -> _Hint:
    words = words_of(text)
    pieces = tuple(found for piece in _pieces(text) if (found := words_of(piece)))
    return _Hint(where, words, pieces, frozenset(words), tuple({frozenset(one) for one in (words, *pieces)}))


def title_shown_by(layout: Layout) -> str:
    """Tell what shows a document's title: markup, the page's own title in the first line, or nothing.

    A crawler puts the page's title into the first line; the page then says it, or its beginning, again.
    """
    if layout.said(Subject.TITLE):
        return MARKUP
    first = layout.lines[0].text if layout.lines else ""
    is_said = layout.lines and len(layout.places[layout.words[0]]) > 1
    if (
        is_said
        or not STRONG.isdisjoint(first)
        or any(words_of(one) in layout.places for one in _pieces(first))
    ):
        return PAGE_TITLE
    return FIRST_LINE


def _source(where: str) -> str:
    return where if where in SOURCES else "other markup"


def _pieces(text: str) -> list[str]:
    """Return the parts of a title between its separators, alone and in a row, but not the whole."""
    cuts = [match.span() for match in SEPARATOR.finditer(text[:LONGEST])][:5]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    runs = ((start, end) for i, start in enumerate(starts) for end in ends[i:])
    return [piece for start, end in runs if (piece := text[start:end].strip()) and piece != text.strip()]


def _texts(
    layout: Layout, hints: list[_Hint], slugs: list[frozenset[str]]
) -> Iterator[tuple[str, int | None, bool]]:
    lines = layout.lines
    seen: set[str] = set()
    start, stop = layout.first - FAR_ABOVE, layout.first + BELOW
    wanted = frozenset().union(*(hint.words for hint in hints))
    for index, line in enumerate(lines):
        words = layout.words[index]
        if len(line.text) > LONGEST or not words:
            continue
        near = start <= index < stop or index == 0
        close = len(words) > 1 and sum(word in wanted for word in words) >= CLOSE * len(words)
        spelt = len(words) >= 4 and any(
            sum(w in slug for w in words) >= SPELT_OUT * len(words) for slug in slugs
        )
        if near or close or spelt:
            yield line.text, index, False
    if not layout.said(Subject.TITLE) and lines:
        for piece in _pieces(lines[0].text):
            if words_of(piece) and words_of(piece) not in layout.places:
                yield piece, 0, True
    for statement in layout.said(Subject.TITLE):
        for text in (statement.value, *_pieces(statement.value)):
            if words_of(text) and words_of(text) not in layout.places and text not in seen:
                seen.add(text)
                yield text, None, text != statement.value


def _features(
    layout: Layout,
    hints: list[_Hint],
    slugs: list[frozenset[str]],
    text: str,
    index: int | None,
    is_part: bool,
) -> dict[str, float]:
    words = words_of(text)
    seen = {_length(len(words)): 1.0, **_form(text, words)}
    known = frozenset(words)
    telling = {word for word in known if len(word) >= TELLING}
    own = 1 if index in layout.paragraphs else 0
    shared = sum(layout.text.get(word, 0) > own for word in telling)
    seen["words in the text"] = shared / len(telling) if len(telling) > 1 else 0.0
    seen["many words in the text"] = min(shared, 4) / 4
    if len(words) <= MOST_OF_HOLDER and known <= layout.holders:
        seen["in a copyright line"] = 1.0
    if slugs:
        seen["words in an address"] = max(len(known & slug) for slug in slugs) / len(known)
    for hint in hints:
        seen |= _agreement(hint, words, known)
    if not is_part and index == 0 and any(_is_site(layout, piece) for piece in _pieces(text)):
        seen["has a site's name in it"] = 1.0
    if is_part:
        seen["part of the page's title"] = 1.0
        seen |= _rest(layout, text, index, hints)
    elif index is None:
        seen["in markup alone"] = 1.0
    if index is not None and not is_part:
        seen |= _place(layout, index)
    return seen


def _length(count: int) -> str:
    for most, name in (
        (1, "one word"),
        (2, "two words"),
        (4, "3 or 4 words"),
        (15, "5 to 15 words"),
        (25, "16 to 25 words"),
    ):
        if count <= most:
            return name
    return "more than 25 words"


def _form(text: str, words: tuple[str, ...]) -> dict[str, float]:
    dated = is_dated(text)
    last = text.rstrip("\"'”“’»«›‹)")[-1:]
    marks = {
        "ends with a stop": last == ".",
        "ends with ? or !": last in "?!" and bool(last),
        "ends with a colon": last == ":",
        "dotted on": text.endswith(("...", "…")),
        "a date": dated and len(words) <= MOST_BESIDE_DATE,
        "a date in it": dated and len(words) > MOST_BESIDE_DATE,
        "a caption": looks_like_caption(text) or CREDIT.match(text) is not None,
        "a list item": looks_like_list_item(text),
        "a breadcrumb": BREADCRUMB.search(text) is not None,
        "a site's name": DOMAIN.match(text) is not None,
        "an institution's name": is_institution(text),
        "a speaker's turn": SPEAKER.match(text) is not None and text[-1:] in ".?!",
        "in capitals": text.isupper() and len(words) > 1,
        "begins small": text[:1].islower(),
        "colon or quote inside": any(mark in text for mark in (": ", "„", "“", '"', "«")),
    }
    return {name: 1.0 for name, holds in marks.items() if holds}


def _agreement(hint: _Hint, words: tuple[str, ...], known: frozenset[str]) -> dict[str, float]:
    where = hint.where
    common = len(known & hint.words)
    closest = max((2 * len(known & piece) / (len(known) + len(piece)) for piece in hint.sets), default=0.0)
    seen = {
        f"close to {where}": closest * closest,
        f"its words in {where}": common / len(known),
        f"words of {where}": common / max(1, len(hint.words)),
    }
    if words == hint.whole:
        seen[f"is {where}"] = 1.0
    elif words in hint.pieces:
        begins = hint.whole[: len(words)] == words
        seen[f"begins {where}" if begins else f"part of {where}"] = 1.0
    elif hint.whole and words[: len(hint.whole)] == hint.whole:
        seen[f"goes on from {where}"] = 1.0
    return seen


def _rest(layout: Layout, text: str, index: int | None, hints: list[_Hint]) -> dict[str, float]:
    """Tell what a part of the page's title leaves of it: a site's name stands elsewhere too."""
    words = words_of(text)
    seen: dict[str, float] = {}
    for hint in hints:
        if hint.whole[: len(words)] == words:
            rest = hint.whole[len(words) :]
        elif hint.whole[-len(words) :] == words:
            rest = hint.whole[: -len(words)]
            seen["end of the page's title"] = 1.0
        else:
            continue
        if rest:
            seen["rest is few words"] = float(len(rest) <= MOST_OF_SITE)
            seen["rest stands by itself"] = float(any(i != index for i in layout.places.get(rest, ())))
            joined = "".join(rest)
            seen["rest in an address"] = float(any(joined in address for address in layout.addresses))
        break
    return seen


def _is_site(layout: Layout, piece: str) -> bool:
    """Tell whether a part of the page's title is a site's name: few words that stand elsewhere, too."""
    words = words_of(piece)
    return len(words) <= MOST_OF_SITE and any(layout.places.get(words, ())) and bool(words)


def _place(layout: Layout, index: int) -> dict[str, float]:
    lines = layout.lines
    seen = {_distance(layout.first - index): 1.0}
    line = lines[index]
    above = layout.longest_above
    if above is not None and index == above:
        seen["the longest above the text"] = 1.0
    longs = [i for i in range(index + 1, min(index + 8, len(lines))) if len(lines[i].text) > 120]
    seen["prose next" if longs[:1] == [index + 1] else "prose near" if longs else "no prose near"] = 1.0
    if index in layout.kept:
        seen["first line of the text" if index == layout.first_kept else "kept as text"] = 1.0
    if index == layout.first_long:
        seen["first of some words above the text"] = 1.0
    if line.role is Role.HEADING:
        seen["a heading"] = 1.0
    if line.is_article is not None:
        seen["in the article" if line.is_article else "outside the article"] = 1.0
    if index == 0:
        seen["first line"] = 1.0
    same = layout.places[layout.words[index]]
    if len(same) > 1:
        seen["repeated"] = 1.0
        seen["repeated often"] = float(len(same) > 2)
        seen["last of the same above the text"] = float(
            max((i for i in same if i < layout.first), default=-1) == index
        )
    for name, places in (
        ("date above", range(index - 3, index)),
        ("date below", range(index + 1, index + 4)),
    ):
        if any(i in layout.dated and len(lines[i].text) <= SHORT for i in places):
            seen[name] = 1.0
    return seen


def _distance(gap: int) -> str:
    for most, name in (
        (-1, "below the first paragraph"),
        (0, "the first paragraph"),
        (1, "1 above"),
        (2, "2 above"),
        (4, "3 or 4 above"),
        (8, "5 to 8 above"),
        (15, "9 to 15 above"),
        (30, "16 to 30 above"),
    ):
        if gap <= most:
            return name
    return "far above"


def _compared(found: list[TitleCandidate]) -> list[TitleCandidate]:
    """Mark the candidates that agree most with the page's title, and with the lead."""
    compared = []
    best: dict[str, float] = {}
    names = {
        name
        for one in found
        for name in one.features
        if name.startswith(("words of", "words in", "many words in"))
    }
    for name in names:
        best[name] = max((one.features.get(name, 0.0) for one in found if one.index != 0), default=0.0)
    for one in found:
        if one.is_part and not any(
            _is_close(one, other) for other in found if other.index and not other.is_part
        ):
            marks_alone = {"no line is close to it": 1.0}
        else:
            marks_alone = {}
        marks = marks_alone | {
            f"most {name}": 1.0 for name in names if best[name] and one.features.get(name, 0.0) >= best[name]
        }
        compared.append(replace(one, features={**one.features, **marks}))
    return compared


def _is_close(one: TitleCandidate, other: TitleCandidate) -> bool:
    mine, others = set(words_of(one.text)), set(words_of(other.text))
    return 2 * len(mine & others) >= 1.2 * 0.5 * (len(mine) + len(others))
