"""An entry's text in a language it can be read in, and the words of it by which texts are compared.

Small words, and words of reporting ("said", "Sprecher", "Donnerstag"), are in every news text and tell
nothing. Of the others the beginning is enough: "strengthen" and "strengthening", "russisch" and
"russischen" count as one. Nothing heavier is needed: texts are compared in one language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from sys import intern

from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.language.markup import plain
from generator.language.sentences.quote import sentence_at
from generator.model import Entry, Event, Language, Segment, Span

STEM = 5
"""Letters of a word that count: cutting words off here does as well as a stemmer in both languages."""
WORD = re.compile(r"\w+")
TELL_NOTHING = LEXICONS.calendar_words() | LEXICONS.united(
    lambda one: one.function_words | one.speech_verbs | one.reporting_words
)
"""Small words, and those of reporting and of the calendar: they are in every text."""


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


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the part of a word, in lower case, that counts."""
    return intern(word[:STEM])


def folded_words(text: str) -> list[str]:
    """Return the words of a plain text, in order, in lower case."""
    return WORD.findall(fold(text))


def telling_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that tell what a plain text is about."""
    return frozenset(stem(word) for word in folded_words(text) if word not in TELL_NOTHING)


def contained(part: frozenset[str], whole: Iterable[str]) -> float:
    """Return how much of one set of stems is in another: 0 to 1."""
    return len(part.intersection(whole)) / len(part) if part else 0.0


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets of stems have in common (Dice): 0 to 1."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0
