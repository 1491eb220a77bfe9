"""Paragraphs that were segments or translations, and have lost their attribute lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

from generator.checks.bodies.body import Body, Mistake
from generator.content.body import attribute_list, cut_body, read_paragraph, rendering_tokens, segment_tokens
from generator.language.markup import plain
from generator.model import Entry, Severity

ALIKE = 0.6
"""Part of the words of two paragraphs that both have, from which on they are one paragraph."""
MOST = 50
"""Paragraphs of an editor's own that are looked at: more are no mistake."""
FEWEST = 3
"""Words by which a paragraph can be told."""


def check_lost_lists(body: Body) -> Iterator[Mistake]:
    """Yield the paragraphs without an attribute list whose words the generator wrote with one."""
    if body.entry is None or body.baseline is None:
        return
    lost = list(_lost(body.baseline, body.entry))
    paragraphs = list(islice(_without_list(body.text), MOST)) if lost else []
    for given, words in lost:
        line = next((line for line, others in paragraphs if _is_alike(words, others)), None)
        if line is not None:
            problem = f"the attribute list {given} of this paragraph is gone"
            yield Mistake(line, problem, "write it right below the paragraph again", Severity.WARNING)


def _lost(baseline: Entry, entry: Entry) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the attribute lists, and the words of their paragraphs, that an entry has no more."""
    there = {segment.id: segment for segment in entry.segments}
    for segment in baseline.segments:
        now = there.get(segment.id)
        if now is None:
            yield attribute_list(segment_tokens(segment)), _words(segment.text)
        elif segment.rendering and not now.rendering:
            yield attribute_list(rendering_tokens(segment.rendering)), _words(segment.rendering.text)


def _without_list(text: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the lines and words of paragraphs that have no attribute list, and none meant for them."""
    lead, chunks = cut_body(text)
    line = lead.count("\n")
    for chunk, below in zip_longest(chunks, chunks[1:]):
        # A list that is mistyped, or below a blank line, is told as such.
        is_meant = _last(chunk.text).startswith("{") or (below and _is_list(below.text))
        if not read_paragraph(chunk.text) and not is_meant:
            yield line, _words(chunk.text)
        line += chunk.text.count("\n") + chunk.gap.count("\n")


def _is_list(text: str) -> bool:
    return "\n" not in text.strip() and text.lstrip().startswith("{")


def _last(text: str) -> str:
    return text.rpartition("\n")[2].strip()


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split())


def _is_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    return min(len(words), len(others)) >= FEWEST and len(words & others) >= ALIKE * len(words | others)
