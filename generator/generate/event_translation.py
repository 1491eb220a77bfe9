"""Gives events their titles in the language that their paragraphs are translated to."""

from __future__ import annotations

from dataclasses import replace

from generator.dates.anchor import Anchor, anchor_from
from generator.dates.edtf import bounds_of
from generator.dates.find import FoundDate, find_dates
from generator.generate.event_title import LENGTH, clause_around, said_in_full, sentence_title
from generator.language.markup import plain
from generator.language.sentences.quote import rough_spans
from generator.language.verbs import has_verb
from generator.model import Entry, Event, Rendering, Segment, Span

MAY_GROW = 2
"""So many times as long as the title that it translates one may be, which may be whole itself."""


def translate_event_titles(entry: Entry, written: Anchor | None) -> Entry:
    """Fill in the titles of events in the other language, from the translated sentence.

    `written`: when its source was written, as far as that is known.
    """
    anchor = written if written and written.is_narrow else anchor_from(entry.date)
    return replace(
        entry, events=tuple(_translated(event, entry, anchor or written) for event in entry.events)
    )


def _translated(event: Event, entry: Entry, anchor: Anchor | None) -> Event:
    segment = entry.segment(event.segment)
    if segment is None or segment.rendering is None:
        return replace(event, translated_title=None)
    title = _title(event, segment, segment.rendering, anchor)
    return replace(event, translated_title=title or None)


def _title(event: Event, segment: Segment, rendering: Rendering, anchor: Anchor | None) -> str:
    """Return the clause of the translation that names the event's date, or its sentence of the same place."""
    text = plain(rendering.text)
    longest = max(LENGTH, MAY_GROW * len(event.title))
    sentences = rough_spans(text)
    own = rough_spans(plain(segment.text))
    place = _number(event.span, own)
    order = sorted(range(len(sentences)), key=lambda number: abs(number - place))
    for number in order:
        sentence = sentences[number].of(text)
        dates = find_dates(sentence, rendering.language)
        spans = [Span(found.start, found.end) for found in dates]
        for found, span in zip(dates, spans, strict=True):
            if _is_the_same(found, event, anchor):
                title = clause_around(sentence, span, spans, rendering.language, span, longest)
                told = (
                    title if has_verb(title, rendering.language) else sentence_title(sentence, 0, longest)[1]
                )
                return said_in_full(told, text, sentences[number].start + span.start)
    if len(sentences) != len(own):
        return ""
    return sentence_title(sentences[place].of(text), 0, longest)[1]


def _number(place: Span | None, sentences: tuple[Span, ...]) -> int:
    start = place.start if place else 0
    return max((number for number, one in enumerate(sentences) if one.start <= start), default=0)


def _is_the_same(found: FoundDate, event: Event, anchor: Anchor | None) -> bool:
    ours, theirs = bounds_of(event.date), bounds_of(found.edtf(anchor).partition("T")[0])
    if ours is None or theirs is None:
        return False
    # A record may know the day of what the text dates to a week.
    return theirs.earliest <= ours.earliest and ours.latest <= theirs.latest
