"""Has Python-Markdown read text without any mark in one step: most of what entries hold.

Else each paragraph is tried with every kind of block and every mark there is. Any text becomes what it did;
where extensions add blocks or marks that are not these, all are tried.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown

from generator.publish.pages.markdown import ESCAPED_RUNS, Blocks

PARAGRAPH = re.compile(r"(?:[^\W\d_]|[“„»«‘‚\"'(])[^\n|\[]*(?:\n\{: [^\n|\[]*)?")
"""A line that begins like none of the blocks, and perhaps its attribute list."""
BLOCKS = frozenset(
    """abbr admonition code defindent deflist details empty footnote hashheader hr indent markdown_block olist
    paragraph quote reference setextheader table ulist""".split()
)
MARK = re.compile(r"[\\`\[<&*_]|  \n")
"""What none of these is without."""
MARKS = frozenset(
    """autolink automail backtick em_strong entity escape footnote html image_link image_reference linebreak
    link reference short_image_ref short_reference""".split()
).union([ESCAPED_RUNS])


def read_plain_at_once(md: Markdown) -> None:
    """Have a reader whose extensions are all there read plain text in one step."""
    if BLOCKS.issuperset(_names(md.parser.blockprocessors)):
        _part_at_once(md)
    if MARKS.issuperset(_names(md.inlinePatterns)):
        _mark_at_once(md)


def _names(registry: Any) -> list[str]:
    return [item.name for item in registry._priority]


def _part_at_once(md: Markdown) -> None:
    parser, processors = md.parser, list(md.parser.blockprocessors)

    def parse(parent: Element, blocks: Any) -> None:
        blocks = Blocks(blocks)
        while blocks:
            if PARAGRAPH.fullmatch(blocks[0]) and not parser.state.isstate("list"):
                SubElement(parent, "p").text = blocks.pop()
                continue
            for processor in processors:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break

    parser.parseBlocks = parse  # type: ignore[method-assign]


def _mark_at_once(md: Markdown) -> None:
    inline: Any = md.treeprocessors["inline"]
    find = inline._InlineProcessor__handleInline

    def find_where_any(text: str, first: int = 0) -> str:
        return find(text, first) if MARK.search(text) else text

    inline._InlineProcessor__handleInline = find_where_any
    html, read = md.preprocessors["html_block"], md.preprocessors["html_block"].run
    # It takes single lines for blocks of HTML, and parts entities from what is around them.
    html.run = lambda lines: read(lines) if any("<" in line or "&" in line for line in lines) else lines  # type: ignore[method-assign]
