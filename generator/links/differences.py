"""What only one of several reports of an event tells: names, dates and passages.

Nothing is merged and nothing is judged: each report keeps its own words, and what the others lack is
pointed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.dates.edtf import Bounds, bounds
from generator.links.texts import alike, common_language, telling_stems, text_in
from generator.model import Entry, Event, Language, Mention, Role, Segment, SegmentId, Slug

COUNTERPART = 0.25
"""How much two passages share (Dice) to tell the same; measured on the reports that same_event was."""
SHORTEST_PASSAGE = 3
"""A passage with fewer words that tell something can't be compared."""
COMPARED = (Role.PARAGRAPH, Role.SUMMARY, Role.ITEM, Role.QUOTE)


@dataclass(frozen=True)
class Difference:
    """What one report tells that the others do not."""

    records: tuple[Slug, ...] = ()
    """Named only here, in the order of the text."""
    events: tuple[Event, ...] = ()
    """With a date that only this one gives."""
    passages: tuple[SegmentId, ...] = ()
    """Paragraphs without a counterpart in the others."""
    compared: bool = True
    """False: no other report is in a language this one can be read in, so passages were not compared."""

    def __bool__(self) -> bool:
        return bool(self.records or self.events or self.passages)


def find_differences(
    group: Sequence[Entry],
    mentions: Mapping[Slug, Sequence[Mention]],
    language: Language,
) -> dict[Slug, Difference]:
    """Return for each report of one event what only it tells.

    Args:
        group: the reports.
        mentions: by entry.
        language: compared in this one where both can be read in it.
    """
    return {
        entry.slug: _difference(entry, [e for e in group if e is not entry], mentions, language)
        for entry in group
    }


def _difference(
    entry: Entry,
    others: Sequence[Entry],
    mentions: Mapping[Slug, Sequence[Mention]],
    language: Language,
) -> Difference:
    named = {mention.record for other in others for mention in mentions[other.slug]}
    own = dict.fromkeys(m.record for m in mentions[entry.slug] if m.record not in named)
    shared = {other.slug: common_language(entry, other, language) for other in others}
    readable = {other.slug: found for other in others if (found := shared[other.slug])}
    passages = _passages(entry, [o for o in others if o.slug in readable], readable) if readable else ()
    return Difference(tuple(own), tuple(_events(entry, others)), tuple(passages), bool(readable))


def _events(entry: Entry, others: Sequence[Entry]) -> Iterable[Event]:
    days = {bounds(one.date) for one in (entry, *others) if one.date}
    told = [span for other in others for event in other.events if (span := bounds(event.date))]
    for event in entry.events:
        span = bounds(event.date)
        if span and span not in days and not any(_may_be_one(span, other) for other in told):
            yield event


def _may_be_one(one: Bounds, other: Bounds) -> bool:
    """Tell whether one date only says more exactly what the other says: "December", the 14th."""
    first, second = sorted((one, other), key=lambda span: span.latest - span.earliest)
    return second.earliest <= first.earliest and first.latest <= second.latest


def _passages(
    entry: Entry, others: Sequence[Entry], languages: Mapping[Slug, Language]
) -> Iterable[SegmentId]:
    told = {
        (other.slug, languages[other.slug]): _stems(other.segments, languages[other.slug]).values()
        for other in others
    }
    own = {language: _stems(entry.segments, language) for language in set(languages.values())}
    for segment in entry.segments:
        comparisons = [
            (own[language][segment.id], theirs)
            for (_, language), theirs in told.items()
            if segment.id in own[language]
        ]
        if comparisons and not any(
            alike(stems, their) >= COUNTERPART for stems, theirs in comparisons for their in theirs
        ):
            yield segment.id


def _stems(segments: Iterable[Segment], language: Language) -> dict[SegmentId, frozenset[str]]:
    found = {
        segment.id: telling_stems(text_in(segment, language) or "")
        for segment in segments
        if segment.role in COMPARED
    }
    return {segment: stems for segment, stems in found.items() if len(stems) >= SHORTEST_PASSAGE}
