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
from dataclasses import dataclass, replace

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


@dataclass(frozen=True)
class _Attributes:
    id: str | None = None
    language: str | None = None
    by: str | None = None
    role: Role = Role.PARAGRAPH
    others: tuple[str, ...] = ()


def parse_body(text: str) -> tuple[Block, ...]:
    """Split Markdown into segments and prose."""
    blocks: list[Block] = []
    prose: list[str] = []
    for chunk in _chunks(text):
        paragraph, attributes = _attributes_of(chunk)
        last = blocks[-1] if blocks and not prose else None
        if attributes.id and attributes.language:
            if prose:
                blocks.append(Prose("\n\n".join(prose)))
                prose = []
            blocks.append(_segment(paragraph, attributes))
        elif isinstance(last, Segment) and _translates(last, attributes):
            blocks[-1] = replace(last, rendering=_rendering(paragraph, attributes))
        else:
            prose.append(chunk)
    if prose:
        blocks.append(Prose("\n\n".join(prose)))
    return tuple(blocks)


def dump_body(blocks: Iterable[Block]) -> str:
    """Write blocks as Markdown."""
    return "\n\n".join(part for block in blocks for part in _dump_block(block)) + "\n"


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


def _attributes_of(chunk: str) -> tuple[str, _Attributes]:
    paragraph, _, last = chunk.rpartition("\n")
    match = ATTRIBUTE_LIST.fullmatch(last.strip())
    # What is set in belongs to a list, a note or code.
    if not match or not paragraph or paragraph.startswith((" ", "\t")):
        return chunk, _Attributes()
    attributes = _Attributes()
    for token in match[1].split():
        attributes = _with_token(attributes, token)
    return paragraph, attributes


def _with_token(attributes: _Attributes, token: str) -> _Attributes:
    key, _, value = token.partition("=")
    value = value.strip("\"'")
    if token.startswith("#"):
        return replace(attributes, id=token[1:])
    if token.startswith(".") and token[1:] in set(Role) - {Role.PARAGRAPH}:
        return replace(attributes, role=Role(token[1:]))
    if key == "lang":
        return replace(attributes, language=value)
    if key == "by" and value in set(TranslationBy):
        return replace(attributes, by=value)
    return replace(attributes, others=(*attributes.others, token))


def _translates(segment: Segment, attributes: _Attributes) -> bool:
    return (
        segment.rendering is None
        and attributes.id is None
        and attributes.language not in (None, segment.language)
    )


def _segment(paragraph: str, attributes: _Attributes) -> Segment:
    return Segment(
        id=SegmentId(attributes.id or ""),
        language=Language(attributes.language or ""),
        text=paragraph,
        role=attributes.role,
        attributes=attributes.others,
    )


def _rendering(paragraph: str, attributes: _Attributes) -> Rendering:
    by = TranslationBy(attributes.by) if attributes.by else None
    return Rendering(Language(attributes.language or ""), paragraph, by)
