"""Dates a text by the anniversaries it names: "30. Jahrestag der …" plus the founding year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.edtf import bounds
from generator.generate.dates.anchor import Anchor
from generator.generate.dates.known import KnownFacts
from generator.generate.dates.witness import Witness
from generator.model import DatedFact, Evidence, Record, SegmentId

ANNIVERSARY = re.compile(r"(?P<number>\d{1,3})(?:\.\s+Jahrestag|(?:st|nd|rd|th) anniversary)", re.IGNORECASE)
NEXT = re.compile(
    r"(?:^|[.!?“\"]\s*|\b)(?:next year|nächstes Jahr|im nächsten Jahr|kommendes Jahr|im kommenden Jahr)\b",
    re.I,
)
LAST = re.compile(r"\b(?:last year|letztes Jahr|im letzten Jahr|voriges Jahr|im vergangenen Jahr)\b", re.I)
REACH = 200
"""Characters around "anniversary" that may say of what, and when."""
SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


def witnesses_of_anniversaries(
    segments: Iterable[tuple[SegmentId, str]], known: KnownFacts
) -> Iterator[Witness]:
    """Yield what each named anniversary tells about the year a text was written in.

    Args:
        segments: ids and plain texts.
        known: the dated facts that are counted from.
    """
    if not known.begun:
        return
    for segment, text in segments:
        matches = list(ANNIVERSARY.finditer(text))
        for match, following in zip(matches, [*matches[1:], None], strict=False):
            end = min(match.end() + REACH, following.start() if following else len(text))
            found = _celebrated(SENTENCE_END.split(text[match.end() : end])[0], known.begun)
            if found:
                evidence = _evidence(segment, text, match, *found)
                year = int(evidence.gives)
                yield Witness(evidence, Anchor(datetime.date(year, 1, 1), datetime.date(year, 12, 31)))


def _celebrated(
    words: str, begun: Sequence[tuple[Record, DatedFact]]
) -> tuple[Record, DatedFact, int] | None:
    """Find the record named first after "anniversary of", and where its name ends."""
    folded = words.casefold()
    places = [
        (at, -len(name), record, fact)
        for record, fact in begun
        for name in (*record.names.values(), *record.aliases, *record.short_names)
        if (at := folded.find(name.casefold())) >= 0
    ]
    if not places:
        return None
    at, length, record, fact = min(places, key=lambda place: (place[0], place[1]))
    return record, fact, at - length


def _evidence(
    segment: SegmentId,
    text: str,
    match: re.Match[str],
    record: Record,
    fact: DatedFact,
    length: int,
) -> Evidence:
    begun = bounds(fact.date)
    year = (begun.earliest.year if begun else 0) + int(match["number"])
    sentence = SENTENCE_END.split(text[max(0, match.start() - REACH) : match.start()])[-1]
    when = "this year"
    if NEXT.search(sentence):
        year, when = year - 1, "next year"
    elif LAST.search(sentence):
        year, when = year + 1, "last year"
    return Evidence(
        gives=str(year),
        quote=text[match.start() : match.end() + length],
        segment=segment,
        record=record.slug,
        rule=f"anniversary of what was {fact.type} in {fact.date[:4]}, celebrated {when}",
    )
