"""An entry's text in a language it can be read in."""

from __future__ import annotations

from generator.language.markup import plain
from generator.language.sentences.quote import sentence_at
from generator.model import Entry, Event, Language, Segment, Span


def text_in(segment: Segment, language: Language) -> str | None:
    """Return a paragraph as plain text in a language; None when there is none in it."""
    if segment.language == language:
        return plain(segment.text)
    rendering = segment.rendering
    return plain(rendering.text) if rendering and rendering.language == language else None


def title_in(entry: Entry, language: Language) -> str:
    """Return the title in a language; an untranslated one is not worth a comparison."""
    if language == entry.language:
        return entry.own_title
    return entry.title if entry.original_title else ""


def sentence_of(event: Event, segment: Segment) -> Span:
    """Return where a paragraph tells of a happening: all of it where an editor worded the event."""
    text = plain(segment.text)
    return sentence_at(text, event.span) if event.span else Span(0, len(text))


def common_language(one: Entry, other: Entry, preferred: Language) -> Language | None:
    """Return the language to compare two entries in: the preferred one if both can be read in it."""
    shared = [language for language in _languages(one) if language in _languages(other)]
    return preferred if preferred in shared else next(iter(shared), None)


def _languages(entry: Entry) -> list[Language]:
    found = [entry.language]
    for segment in entry.segments:
        found.append(segment.language)
        if segment.rendering:
            found.append(segment.rendering.language)
    return list(dict.fromkeys(found))
