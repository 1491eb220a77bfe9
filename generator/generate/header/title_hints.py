"""What says more or less the headline: a page's own title, in its markup or a crawler's first line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.generate.header.layout import LONGEST, WORD, Layout, words_of
from generator.generate.seed_text import Subject
from generator.language.lexicons import LEXICONS

SEPARATOR = re.compile(r"\s+(?:[-–—|│»«·•:/⋆>]{1,2}|\.\.\.|::)\s+|\s*[|│]\s*|:\s+")
UNPARTED = re.compile(r"[”“\"»«’']?\s*(?P<rest>[„“\"»«‚‘']?\w.*)")
"""What stands behind a word without a sign between, but for quotation marks."""
FEWEST_SPOKEN = 3
"""Words, no numbers, of what is taken for a headline behind a piece of the title."""
MARKUP, PAGE_TITLE, FIRST_LINE = "markup", "page title", "first line"
MOST_CUTS = 5
MOST_HINTS = 5
SOURCES = frozenset({"<h1>", "<title>", "og:title", "JSON-LD", "itemprop headline"})
"""What a page's markup says titles in, often enough to be weighed by itself."""
STRONG = frozenset("|│»«⋆•")
"""Separators that no sentence has."""


@dataclass(frozen=True)
class Hint:
    """What says more or less the headline: the page's title, with what is around it."""

    where: str
    whole: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    sets: tuple[frozenset[str], ...]
    """The words of the whole and of its pieces."""
    cuts: tuple[str, ...]
    """The signs between the smallest pieces."""
    runs: Mapping[tuple[str, ...], tuple[int, int]]
    """The whole and its pieces: the smallest pieces that each begins with and goes up to."""

    def begins_with(self, words: tuple[str, ...]) -> bool:
        """Tell whether words are the whole, or the pieces it begins with."""
        return self.runs.get(words, (1, 1))[0] == 0

    def ends_with(self, words: tuple[str, ...]) -> bool:
        """Tell whether words are the whole, or the pieces it ends with."""
        return self.runs.get(words, (0, 0))[1] == len(self.cuts) + 1


def find_hints(layout: Layout) -> list[Hint]:
    """The first line of a crawler's text is the page's title, and so is what its markup calls so."""
    shown = title_shown_by(layout)
    if shown != MARKUP:
        texts = [(shown, layout.lines[0].text)] if layout.lines else []
    else:
        texts = [(_source(one.where), one.value) for one in layout.said(Subject.TITLE)]
        texts = list({where: (where, text) for where, text in reversed(texts)}.values())[:MOST_HINTS]
    return [_hint(where, text) for where, text in texts if words_of(text)]


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
        or any(words_of(one) in layout.places for one in pieces_of(first))
    ):
        return PAGE_TITLE
    return FIRST_LINE


def _hint(where: str, text: str) -> Hint:
    words = words_of(text)
    pieces = tuple(found for piece in pieces_of(text) if (found := words_of(piece)))
    sets = tuple({frozenset(one) for one in (words, *pieces)})
    cuts, runs = _runs(text)
    return Hint(where, words, pieces, frozenset(words), sets, cuts, runs)


def _runs(text: str) -> tuple[tuple[str, ...], dict[tuple[str, ...], tuple[int, int]]]:
    found = list(SEPARATOR.finditer(text[:LONGEST]))[:MOST_CUTS]
    starts = [0, *(match.end() for match in found)]
    ends = [*(match.start() for match in found), len(text)]
    cuts = tuple(_sign(match[0]) for match in found)
    runs: dict[tuple[str, ...], tuple[int, int]] = {}
    for i, start in enumerate(starts):
        for j in range(len(ends) - 1, i - 1, -1):
            runs.setdefault(words_of(text[start : ends[j]]), (i, j + 1))
    return cuts, runs


def _sign(cut: str) -> str:
    sign = cut.strip()[:1]
    return "bar" if sign in STRONG else "dash" if sign in "-–—" else "colon" if sign == ":" else "other"


def _source(where: str) -> str:
    return where if where in SOURCES else "other markup"


def unglued(hints: Sequence[Hint], text: str) -> str:
    """Return what a line says behind a piece of the page's title that no sign parts from it.

    "Fishing quotas Fleets stay in port", where the page is called "Fishing quotas | Courier".
    Empty: the line is not glued together like that.
    """
    words = words_of(text)
    ends = [match.end() for match in WORD.finditer(text[:LONGEST])]
    for hint in hints:
        for run, (start, _) in hint.runs.items():
            behind = len(run) if start == 0 else len(words) - len(run)
            rest = words[behind:]
            is_said = run == (words[:behind] if start == 0 else rest)
            if not is_said or hint.ends_with(rest):
                continue
            match = UNPARTED.match(text, ends[behind - 1]) if 0 < behind < len(ends) else None
            spoken = sum(not word.isdigit() for word in rest)
            # Any headline may begin with the one word of a section: "Harbour Town rebuilds its lighthouse".
            is_new = start > 0 or behind > 1 or not LEXICONS.function_words.isdisjoint(rest[:1])
            if match and is_new and spoken >= FEWEST_SPOKEN and not match["rest"][0].islower():
                return match["rest"]
    return ""


def pieces_of(text: str) -> list[str]:
    """Return the parts of a title between its separators, alone and in a row, but not the whole."""
    cuts = [match.span() for match in SEPARATOR.finditer(text[:LONGEST])][:5]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    runs = ((start, end) for i, start in enumerate(starts) for end in ends[i:])
    return [piece for start, end in runs if (piece := text[start:end].strip()) and piece != text.strip()]
