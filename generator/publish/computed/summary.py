"""What the chronology shows of an entry in one sentence, and in which language."""

from __future__ import annotations

import re

from generator.dates.dateline import without_dateline
from generator.language.markup import plain
from generator.language.sentences.quote import first_sentence
from generator.model import Entry, Language, Role, Segment

SUMMARY_LENGTH = 280
OPENING = 4
"""Paragraphs a summary may be taken from."""
TELLING = 50
"""Characters a sentence needs to tell something."""
_NAME_OR_NUMBER = r"(?:[A-ZÄÖÜ][\w-]*|\d+\.?)"
PLACE_AND_DAY = re.compile(rf"{_NAME_OR_NUMBER}(?:,?[ ](?:{_NAME_OR_NUMBER}|den)){{0,6}}\.\s+(?=\S)")
"""What a paragraph may open with, as a sentence without a word of its own: "Harwick, 18 March 2021." """


def summary_of(entry: Entry, language: Language) -> str:
    """Return one sentence on an entry: an editor's, else its first, in the site's language if it can be."""
    if entry.summary:
        return entry.summary
    wanted = (Role.SUMMARY, Role.PARAGRAPH)
    opening = [segment for segment in entry.segments if segment.role in wanted][:OPENING]
    first = ""
    for number, segment in enumerate(opening):
        sentence = _first_sentence(segment, entry, language)
        # A transcript opens with "Good afternoon, everyone."
        if len(sentence) >= TELLING:
            return sentence
        first = first if number else sentence
    return first


def _first_sentence(segment: Segment, entry: Entry, language: Language) -> str:
    rendering = segment.rendering
    if rendering and rendering.language == language:
        return _first_telling(plain(rendering.text))
    text = without_dateline(plain(segment.text), entry.source.dateline)
    return _first_telling(text)


def _first_telling(text: str) -> str:
    opening = PLACE_AND_DAY.match(text)
    return first_sentence(text[opening.end() :] if opening else text, SUMMARY_LENGTH)


def shown_elsewhere(entry: Entry, language: Language) -> tuple[object, ...]:
    """Return all that the page of another entry, or of a record, shows of an entry that it leads to."""
    shown = shown_language(entry, language)
    return entry.slug, entry.title, entry.date, entry.source, entry.language, shown


def shown_language(entry: Entry, language: Language) -> Language:
    """Return the language an entry's title and summary are shown in."""
    renderings = (segment.rendering for segment in entry.segments if segment.rendering)
    translated = entry.original_title or any(r.language == language for r in renderings)
    return language if translated else entry.language
