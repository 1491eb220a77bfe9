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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from sys import intern
from unicodedata import normalize

from generator.model import Block, Language, Prose, Rendering, Role, Segment, SegmentId, TranslationBy

ATTRIBUTE_LIST = re.compile(r"\{:[ ]*([^{}\n]*?)[ ]*\}")
OPENS_A_PARAGRAPH = re.compile(
    r"(?! |\t|[#>|<:]|[-*+] |\d{1,9}[.)] |!!!|\?\?\?|===|\[\^|\*\[|```|~~~"
    r"|!\[[^\]]*\]\([^)]*\)\s*$|[-*_ ]{3,}$)"
)
"""What no other block of Markdown begins with: heading, list, table, note, code, HTML, image, rule."""
CODE_FENCE = re.compile(r"(`{3,}|~{3,})")
MARKED_ROLES = frozenset(Role) - {Role.PARAGRAPH}
"""What an attribute list says as a class."""
MAKERS = frozenset(TranslationBy)


@dataclass(frozen=True)
class Chunk:
    """What blank lines separate, and the line ends that follow it, both as they are in the file."""

    text: str
    gap: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph that says its language: a segment or, without an id, its translation."""

    segment: Segment
    by: TranslationBy | None = None
    """Who translated it, where it says so."""


def parse_body(text: str) -> tuple[Block, ...]:
    """Split Markdown into segments and prose."""
    blocks: list[Block] = []
    for chunk in cut_body(text)[1]:
        paragraph = read_paragraph(chunk.text)
        last = blocks[-1] if blocks else None
        if paragraph and paragraph.segment.id:
            blocks.append(paragraph.segment)
        elif paragraph and isinstance(last, Segment) and may_translate(paragraph, last):
            blocks[-1] = replace(last, rendering=rendering_of(paragraph))
        else:
            blocks.append(Prose(trimmed(chunk.text)))
    return tuple(_with_prose_joined(blocks))


def with_ids(text: str, language: Language) -> str:
    """Return a body in which every paragraph of running text is a segment.

    Who writes an entry by hand need not write attribute lists: a paragraph without one is in the entry's
    language. Lists, tables, notes, headings and the like stay as they are.
    """
    lead, chunks = cut_body(text)
    paragraphs = [read_paragraph(chunk.text) for chunk in chunks]
    taken = {paragraph.segment.id for paragraph in paragraphs if paragraph}
    free = (name for number in count(1) if (name := SegmentId(f"s{number}")) not in taken)
    written = []
    for chunk, paragraph in zip(chunks, paragraphs, strict=True):
        is_plain = not paragraph and OPENS_A_PARAGRAPH.match(chunk.text) and "\n{:" not in chunk.text
        tokens = segment_tokens(Segment(next(free), language, "")) if is_plain else ()
        written.append(replace(chunk, text=f"{chunk.text}\n{attribute_list(tokens)}") if tokens else chunk)
    return join_body(lead, written)


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
    yield f"{block.text}\n{attribute_list(segment_tokens(block))}"
    if block.rendering:
        yield f"{block.rendering.text}\n{attribute_list(rendering_tokens(block.rendering))}"


def segment_tokens(segment: Segment) -> tuple[str, ...]:
    """Return what a segment's attribute list holds."""
    role = () if segment.role is Role.PARAGRAPH else (f".{segment.role}",)
    return (f"#{segment.id}", f"lang={segment.language}", *role, *segment.attributes)


def rendering_tokens(rendering: Rendering) -> tuple[str, ...]:
    """Return what the attribute list of a translation holds."""
    return (f"lang={rendering.language}", *((f"by={rendering.by}",) if rendering.by else ()))


def attribute_list(tokens: Sequence[str]) -> str:
    """Write an attribute list."""
    return f"{{: {' '.join(tokens)} }}"


def cut_body(text: str) -> tuple[str, list[Chunk]]:
    """Return the blank lines a body begins with, and its chunks; together they are the text.

    A fenced code block is one chunk with what is around it.
    """
    pieces: list[tuple[list[str], list[str]]] = [([], [])]
    fence: str | None = None
    is_open = False
    for line in text.split("\n"):
        words = line.strip()
        mark = CODE_FENCE.match(words)
        if mark and fence is None:
            fence = mark[1]
        elif mark and fence and mark[1].startswith(fence) and words == mark[1]:
            fence = None
        if not (words or fence):
            pieces[-1][1].extend((line, "\n"))
        elif is_open:
            chunk, gap = pieces[-1]
            # The line end before it was taken for the chunk's gap.
            chunk += [*gap, line]
            gap[:] = ["\n"]
        else:
            pieces.append(([line], ["\n"]))
        is_open = bool(words or fence)
    # Splitting makes one line end more than there is.
    pieces[-1][1].pop()
    (_, lead), *chunks = pieces
    return "".join(lead), [Chunk("".join(text), "".join(gap)) for text, gap in chunks]


def join_body(lead: str, chunks: Iterable[Chunk]) -> str:
    """Return the text that `cut_body` took apart."""
    return lead + "".join(chunk.text + chunk.gap for chunk in chunks)


def read_paragraph(chunk: str) -> Paragraph | None:
    """Read a paragraph that says its language; None for anything else.

    Letters are composed: some text editors save an Ü as a U with two dots, which is no edit.
    """
    chunk = normalize("NFC", chunk)
    text, _, last = trimmed(chunk).rpartition("\n")
    match = ATTRIBUTE_LIST.fullmatch(last.strip())
    # What is set in belongs to a list, a note or code.
    if not match or not text or text.startswith((" ", "\t")):
        return None
    name = language = ""
    role, by, attributes = Role.PARAGRAPH, None, []
    for token in match[1].split():
        key, _, value = token.partition("=")
        value = value.strip("\"'")
        if token.startswith("#"):
            name = token[1:]
        elif token.startswith(".") and token[1:] in MARKED_ROLES:
            role = Role(token[1:])
        elif key == "lang":
            language = value
        elif key == "by" and value in MAKERS:
            by = TranslationBy(value)
        else:
            attributes.append(token)
    if not language:
        return None
    name, language = SegmentId(intern(name)), Language(intern(language))
    return Paragraph(Segment(name, language, text, role, attributes=tuple(attributes)), by)


def rendering_of(paragraph: Paragraph) -> Rendering:
    """Return a paragraph as the translation of another."""
    return Rendering(paragraph.segment.language, paragraph.segment.text, paragraph.by)


def may_translate(paragraph: Paragraph, segment: Segment) -> bool:
    """Tell whether a paragraph without an id, right below a segment, is its translation."""
    return segment.rendering is None and paragraph.segment.language != segment.language


def trimmed(chunk: str) -> str:
    """Return a chunk without spaces at the ends of its lines."""
    return "\n".join(line.rstrip() for line in chunk.split("\n"))
