"""A web page's text in blocks: what its markup sets apart, in order, with what the markup says each is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from generator.model import Role

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
ROLES = {
    **dict.fromkeys(HEADINGS, Role.HEADING),
    "li": Role.ITEM,
    "dd": Role.ITEM,
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
}
BLOCKS = frozenset(ROLES) | frozenset(
    "address article aside body button center details dialog dir div dl dt fieldset figure footer form header"
    " hgroup hr html legend main menu nav ol optgroup option p pre section summary table tbody td tfoot th"
    " thead title tr ul".split()
)
CELLS = frozenset(("td", "th"))
# What is no text for readers, or only inside a control.
UNSEEN = frozenset(
    "head script style noscript template svg math canvas iframe object embed audio video select datalist"
    " textarea".split()
)
SENTENCE_END = re.compile(r"""[.!?:;…][)\]"'”“’»«›‹]*\s*$""")
BREAK = "\x00"
"""Stands for a line break in the middle of a sentence; no text of a page holds it."""
CELLS_OF_A_ROW = 40
"""A row with more pieces is no row of a table that can be read on a line."""


@dataclass(frozen=True)
class BlockOfPage:
    """A piece of a page's text that its markup sets apart."""

    text: str
    """On one line."""
    tag: str
    """Of the innermost element that makes it a block."""
    role: Role | None = None


def blocks_of(tree: etree._Element) -> list[BlockOfPage]:
    """Cut a page's text into blocks."""
    return _Walk().over(tree)


class _Walk:
    """One walk over a page, without recursion: pages may be nested deeply."""

    def __init__(self) -> None:
        self._blocks: list[BlockOfPage] = []
        self._text: list[str] = []
        self._open: list[tuple[str, Role | None, int]] = [("body", None, 0)]
        self._rows: list[int] = []
        self._cells: list[list[int]] = []

    def over(self, tree: etree._Element) -> list[BlockOfPage]:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            tag, begins = element.tag, event == "start"
            if not isinstance(tag, str) or tag in UNSEEN:
                if begins:
                    walk.skip_subtree()
                    continue
            elif tag in BLOCKS:
                if begins:
                    self._start(tag)
                else:
                    self._end(tag)
            elif begins and tag == "br":
                self._break()
            if text := element.text if begins else element.tail:
                self._text.append(text)
        self._flush()
        return self._blocks

    def _start(self, tag: str) -> None:
        self._flush()
        self._open.append((tag, ROLES.get(tag) or self._inherited(tag), len(self._blocks)))
        if tag == "tr":
            self._rows.append(len(self._blocks))
            self._cells.append([])
        elif tag in CELLS and self._cells:
            self._cells[-1].append(len(self._blocks))

    def _inherited(self, tag: str) -> Role | None:
        """A paragraph of a quotation is quoted; of an item the first is one, the rest may be layout."""
        _, role, start = self._open[-1]
        if tag not in ("p", "div") or (role is Role.ITEM and start < len(self._blocks)):
            return None
        return role

    def _end(self, tag: str) -> None:
        if len(self._open) > 1:
            self._flush()
            self._open.pop()
            if tag == "tr" and self._rows:
                self._join_row(self._rows.pop(), self._cells.pop())

    def _break(self) -> None:
        """Take a line break for the end of a block where there are two, or a sentence ends."""
        text = "".join(self._text)
        if not text.strip() or SENTENCE_END.search(text[-20:]) or text.rstrip().endswith(BREAK):
            self._flush()
        else:
            self._text = [text, BREAK]

    def _flush(self) -> None:
        if not self._text:
            return
        text = " ".join("".join(self._text).replace(BREAK, " ").split())
        self._text = []
        if text:
            tag, role, _ = self._open[-1]
            self._blocks.append(BlockOfPage(text, tag, role))

    def _join_row(self, start: int, cells: list[int]) -> None:
        """Set a table's row on one line, unless its cells hold more than a block each: that is layout."""
        row = self._blocks[start:]
        if not 2 <= len(row) <= CELLS_OF_A_ROW or any(b.role is not None or b.tag not in CELLS for b in row):
            return
        if len(row) <= len(set(cells)):
            self._blocks[start:] = [BlockOfPage(" | ".join(b.text for b in row), "tr", Role.ROW)]
