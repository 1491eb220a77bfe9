"""Marks the sentences of a paragraph and of its translation that belong together: the page lights them up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from generator.language.sentences.align import align
from generator.model import Language

NUMBER = "data-n"
"""The attribute that sentences of one pair share."""


def mark_sentences(source: Element, translation: Element) -> None:
    """Put each sentence of two rendered paragraphs into an element with the number of its pair.

    Sentences stay together where emphasis or a link reaches from one into the next, and where one has no
    counterpart; nothing is marked in paragraphs that make one pair as a whole.
    """
    paragraphs = (source, translation)
    texts = ["".join(one.itertext()) for one in paragraphs]
    pairs = align(texts[0], texts[1], *(Language(one.get("lang", "")) for one in paragraphs))
    within = [_children(one) for one in paragraphs]
    starts = [(0, 0)]
    for pair in pairs[1:]:
        start = (pair.source.start, pair.target.start)
        is_further = all(new > old for new, old in zip(start, starts[-1], strict=True))
        if (
            is_further
            and 0 not in pair.shape
            and not any(_divides(at, spans) for at, spans in zip(start, within, strict=True))
        ):
            starts.append(start)
    if len(starts) > 1:
        for side, paragraph in enumerate(paragraphs):
            _wrap(paragraph, [start[side] for start in starts])


def _children(paragraph: Element) -> list[tuple[int, int]]:
    """Return where the elements of a paragraph begin and end in its text."""
    at, spans = len(paragraph.text or ""), []
    for child in paragraph:
        length = sum(map(len, child.itertext()))
        spans.append((at, at + length))
        at += length + len(child.tail or "")
    return spans


def _divides(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < at < end for start, end in spans)


def _wrap(paragraph: Element, starts: Sequence[int]) -> None:
    """Put what stands from one start to the next into an element of its own; no start lies inside a child."""
    pieces = list(_pieces(paragraph, starts))
    sentences = [Element("span", {NUMBER: str(number)}) for number in range(1, len(starts) + 1)]
    for at, piece in pieces:
        sentence = sentences[bisect_right(starts, at) - 1]
        if isinstance(piece, Element):
            sentence.append(piece)
        elif len(sentence):
            sentence[-1].tail = piece
        else:
            sentence.text = piece
    paragraph.text, paragraph[:] = None, sentences


def _pieces(paragraph: Element, starts: Sequence[int]) -> Iterator[tuple[int, str | Element]]:
    """Yield texts, cut where sentences start, and elements without what follows them, each with its place."""
    at = 0
    for child in (None, *paragraph):
        if child is not None:
            yield at, child
            at += sum(map(len, child.itertext()))
        text = paragraph.text if child is None else child.tail
        if text:
            cuts = starts[bisect_right(starts, at) : bisect_left(starts, at + len(text))]
            for start, end in pairwise((at, *cuts, at + len(text))):
                yield start, text[start - at : end - at]
            at += len(text)
        if child is not None:
            child.tail = None
