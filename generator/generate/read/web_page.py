"""Reads a web page: all its text in blocks, which of them are the article, and what it says about itself."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import cache

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.errors import InputError
from generator.generate.read.article import descriptions_of, find_kept, find_lead, kept_pieces, letters
from generator.generate.read.blocks import BlockOfPage, blocks_of
from generator.generate.read.encoding import normalise
from generator.generate.read.mojibake import mend, mended_issue
from generator.generate.read.statements import statements_of
from generator.generate.seed_text import Line, Statement
from generator.model import Issue, Severity

LEAST_LETTERS = 100
"""An article of fewer letters is as good as none."""
MOST_ELEMENTS = 60_000
"""A page of more elements is not looked through for its article: that takes too long."""


DEEPEST = 256
"""Nor is one that is nested deeper: where each element is looked up from, depth multiplies length."""
IS_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
WIDEST = 10_000
"""Nor is one with more elements side by side: trafilatura counts its own for each that it takes."""
IS_TOO_WIDE = etree.XPath(f"boolean(//*[*[{WIDEST + 1}]])")
COUNT = etree.XPath("count(//*)")
ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
"""Forms and their fields need no classes of their own; lxml would ask which each element has."""
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no page may hold."""
VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
"""Of an attribute, in quotes: they open none elsewhere, whatever a careless page has."""
TAG = re.compile(
    r"<(?:script|style)\b[^<]*+(?:<(?!/s)[^<]*+)*+|<!--[^-]*+(?:-(?!->)[^-]*+)*+"
    rf"|<(?P<name>[A-Za-z][^\s/>\"']*+)(?:{VALUE.pattern}|[^>])*+",
    re.IGNORECASE,
)
"""Or what only looks as if it had some: a script, or a comment."""
MOST_ATTRIBUTES = 1000
"""Of a tag: libraries look for each attribute among all of them."""


@dataclass(frozen=True)
class WebPage:
    """What was read from a web page."""

    lines: tuple[Line, ...]
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...] = ()


def read_page(text: str, place: str) -> WebPage:
    """Read a web page; nothing in it is executed or fetched.

    Raises:
        InputError: there is no text in it.
    """
    _silence_libraries()
    text = _uncrowded(text)
    tree = _parse(text, place)
    blocks = blocks_of(tree) if tree is not None else []
    if tree is None or not any(normalise(block.text).strip() for block in blocks):
        raise InputError(place, "a web page without text", "save the page's text as .txt")
    kept = _kept(tree, blocks)
    mended = mend("\n".join(block.text for block in blocks))
    texts = [normalise(text).strip() for text in mended.text.split("\n")]
    lines = tuple(
        Line(number, text, block.role, None if kept is None else number - 1 in kept)
        for number, (block, text) in enumerate(zip(blocks, texts, strict=True), start=1)
        if text
    )
    issues = (*mended_issue(mended, place), *(() if kept else (_unmarked(place),)))
    return WebPage(lines, statements_of(tree, text), issues)


def _uncrowded(text: str) -> str:
    """Return a page without the attributes of tags that have more of them than any real tag."""

    def mend(tag: re.Match[str]) -> str:
        if not tag["name"] or len(tag[0]) <= MOST_ATTRIBUTES:
            return tag[0]
        bare, quoted = VALUE.subn(" ", tag[0])
        is_crowded = len(bare.replace("/", " ").split()) + quoted > MOST_ATTRIBUTES
        return f"<{tag['name']}" if is_crowded else tag[0]

    return TAG.sub(mend, text)


def _kept(tree: etree._Element, blocks: list[BlockOfPage]) -> set[int] | None:
    """Return the places of the article's blocks; None: none, or next to none."""
    if not _is_manageable(tree):
        return None
    texts = [letters(block.text) for block in blocks]
    kept = find_kept(texts, [letters(piece) for piece in kept_pieces(tree)])
    if sum(len(texts[place]) for place in kept) < LEAST_LETTERS:
        return None
    return kept | find_lead(blocks, texts, kept, [letters(text) for text in descriptions_of(tree)])


def _is_manageable(tree: etree._Element) -> bool:
    return COUNT(tree) <= MOST_ELEMENTS and not IS_TOO_DEEP(tree) and not IS_TOO_WIDE(tree)


def _parse(text: str, place: str) -> etree._Element | None:
    # Without `huge_tree`, what is nested deeper than 256 elements is cut off in silence.
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True
    )
    parser.set_element_class_lookup(ONE_CLASS)
    try:
        tree = document_fromstring(UNREADABLE.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):  # there is nothing but comments in it
        return None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError(place, "nested too deeply to be read whole", "save the page's text as .txt")
    return tree


@cache
def _silence_libraries() -> None:
    """Keep what the libraries say of a page off the terminal: what matters is said as an issue, or raised."""
    for name in ("trafilatura", "htmldate", "readability", "charset_normalizer"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False


def _unmarked(place: str) -> Issue:
    return Issue(
        Severity.WARNING,
        place,
        "its markup does not tell which part is the article; its text is read line by line",
        "look at what was left out; where that is wrong, save the article's text as .txt",
    )
