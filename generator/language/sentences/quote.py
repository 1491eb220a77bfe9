"""Quotes from a text: sentences of a text whose language is not asked for, and texts cut to a length."""

from __future__ import annotations

from generator.language.sentences.split import find_sentences
from generator.model import Language, Span

ANY = Language("")


def rough_spans(text: str) -> tuple[Span, ...]:
    """Return where the sentences of a paragraph stand, in whatever language it is; at least one span."""
    found = tuple(Span(sentence.start, sentence.end) for sentence in find_sentences(text, ANY))
    return found or (Span(0, len(text)),)


def rough_sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph in whatever language: enough to compare or quote."""
    return tuple(sentence.text for sentence in find_sentences(text, ANY)) or (text,)


def first_sentence(text: str, limit: int) -> str:
    """Return the first sentence of a paragraph, cut at a word when longer than `limit` characters."""
    return shorten(rough_sentences(text[: 4 * limit])[0], limit)


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word so that it has at most `limit` characters, marked with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def sentence_at(text: str, span: Span) -> Span:
    """Return where the sentence of a paragraph stands that a stretch of it begins in."""
    found = find_sentences(text, ANY)
    if not found:
        return Span(0, len(text))
    sentence = next((one for one in reversed(found) if one.start <= span.start), found[0])
    return Span(sentence.start, sentence.end)
