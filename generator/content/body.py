"""The body of an entry: segments, each with its translation right after it, and free Markdown.

A segment is a paragraph whose last line is an attribute list with an id:

    Laut der Website …
    {: #s1 lang=de }

    According to the ministry's website …
    {: lang=en }

The paragraph right after it, in another language and without an id, is its translation:
alignment is adjacency. Everything else is *prose* and stays as an editor wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from generator.model import (
    Block,
    Language,
    Prose,
    Rendering,
    Role,
    Segment,
    SegmentId,
    TranslationBy,
)

ATTRIBUTE_LIST = re.compile(r"\{:[ ]*([^{}\n]*?)[ ]*\}")
CODE_FENCE = re.compile(r"(`{3,}|~{3,})")


def parse_body(text: str) -> tuple[Block, ...]:
    """Split Markdown into segments and prose."""
    blocks: list[Block] = []
    for chunk in _chunks(text):
        paragraph, by = _read(chunk)
        last = blocks[-1] if blocks else None
        if paragraph and paragraph.id:
            blocks.append(paragraph)
        elif paragraph and isinstance(last, Segment) and _translates(paragraph, last):
            blocks[-1] = replace(last, rendering=Rendering(paragraph.language, paragraph.text, by))
        else:
            blocks.append(Prose(chunk))
    return tuple(_with_prose_joined(blocks))


def dump_body(blocks: Iterable[Block]) -> str:
    """Write blocks as Markdown."""
    return "\n\n".join(part for block in blocks for part in _dump_block(block)) + "\n"


def _with_prose_joined(blocks: Iterable[Block]) -> Iterator[Block]:
    for is_prose, run in groupby(blocks, lambda block: isinstance(block, Prose)):
        if is_prose:
            yield Prose("\n\n".join(block.text for block in run))
        else:
            yield from run


def _dump_block(block: Block) -> Iterator[str]:
    if isinstance(block, Prose):
        yield block.text
        return
    role = () if block.role is Role.PARAGRAPH else (f".{block.role}",)
    tokens = (f"#{block.id}", f"lang={block.language}", *role, *block.attributes)
    yield f"{block.text}\n{{: {' '.join(tokens)} }}"
    if block.rendering:
        by = f" by={block.rendering.by}" if block.rendering.by else ""
        yield f"{block.rendering.text}\n{{: lang={block.rendering.language}{by} }}"


def _chunks(text: str) -> Iterator[str]:
    """Yield what blank lines separate; a fenced code block is one chunk with what is around it."""
    chunk: list[str] = []
    fence: str | None = None
    for line in text.split("\n"):
        mark = CODE_FENCE.match(line.strip())
        if mark and fence is None:
            fence = mark[1]
        elif mark and fence and mark[1].startswith(fence) and line.strip() == mark[1]:
            fence = None
        if line.strip() or fence:
            chunk.append(line.rstrip())
        elif chunk:
            yield "\n".join(chunk)
            chunk = []
    if chunk:
        yield "\n".join(chunk)


def _read(chunk: str) -> tuple[Segment | None, TranslationBy | None]:
    """Read a paragraph that says its language: a segment or, without an id, its translation, and by whom."""
    text, _, last = chunk.rpartition("\n")
    match = ATTRIBUTE_LIST.fullmatch(last.strip())
    # What is set in belongs to a list, a note or code.
    if not match or not text or text.startswith((" ", "\t")):
        return None, None
    segment, by = Segment(SegmentId(""), Language(""), text), None
    for token in match[1].split():
        key, _, value = token.partition("=")
        value = value.strip("\"'")
        if token.startswith("#"):
            segment = replace(segment, id=SegmentId(token[1:]))
        elif token.startswith(".") and token[1:] in set(Role) - {Role.PARAGRAPH}:
            segment = replace(segment, role=Role(token[1:]))
        elif key == "lang":
            segment = replace(segment, language=Language(value))
        elif key == "by" and value in set(TranslationBy):
            by = TranslationBy(value)
        else:
            segment = replace(segment, attributes=(*segment.attributes, token))
    return (segment if segment.language else None), by


def _translates(paragraph: Segment, segment: Segment) -> bool:
    return segment.rendering is None and paragraph.language != segment.language
