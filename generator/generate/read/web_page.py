"""Reads a web page: all its text in blocks, which of them are the article, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from generator.errors import InputError
from generator.generate.read.article import find_kept, kept_pieces, letters
from generator.generate.read.blocks import BlockOfPage, blocks_of
from generator.generate.read.lead import descriptions_of, find_lead
from generator.generate.read.statements import statements_of
from generator.generate.seed_text import Line, Statement
from generator.model import Issue, Severity

LEAST_LETTERS = 100
"""An article of fewer letters is as good as none."""
MOST_ELEMENTS = 60_000
"""A page of more elements is not looked through for its article: that takes too long."""


@dataclass(frozen=True)
class WebPage:
    """What was read from a web page."""

    lines: tuple[Line, ...]
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...] = ()


def read_page(text: str, place: str) -> WebPage:
    """Read a web page; nothing in it is executed or fetched.

    Args:
        text: its HTML.
        place: of the seed, for messages.

    Raises:
        InputError: there is no text in it.
    """
    tree = _parse(text)
    blocks = blocks_of(tree) if tree is not None else []
    if tree is None or not blocks:
        raise InputError(place, "a web page without text", "save the page's text as .txt")
    statements = statements_of(tree, text)
    kept = _kept(tree, blocks)
    if kept is None:
        return WebPage(_lines(blocks, None), statements, (_unmarked(place),))
    return WebPage(_lines(blocks, kept), statements)


def _kept(tree: etree._Element, blocks: list[BlockOfPage]) -> set[int] | None:
    """Return the places of the article's blocks; None: none, or next to none."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return None
    texts = [letters(block.text) for block in blocks]
    kept = find_kept(texts, [letters(piece) for piece in kept_pieces(tree)])
    if sum(len(texts[place]) for place in kept) < LEAST_LETTERS:
        return None
    return kept | find_lead(blocks, texts, kept, [letters(text) for text in descriptions_of(tree)])


def _parse(text: str) -> etree._Element | None:
    from trafilatura.utils import load_html

    # In one element more: a page of a single block is taken for no page else.
    return load_html(text) if "<html" in text[:2000].lower() else load_html(f"<div>{text}</div>")


def _lines(blocks: list[BlockOfPage], kept: set[int] | None) -> tuple[Line, ...]:
    return tuple(
        Line(number, block.text, block.role, None if kept is None else number - 1 in kept)
        for number, block in enumerate(blocks, start=1)
    )


def _unmarked(place: str) -> Issue:
    return Issue(
        Severity.WARNING,
        place,
        "its markup does not tell which part is the article; its text is read line by line",
        "look at what was left out; where that is wrong, save the article's text as .txt",
    )
