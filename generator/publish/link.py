"""Connects entries by what they report: same event, or the same agreement, exercise, meeting, person.

A record named almost everywhere tells nothing; the rarer a shared record, the closer two entries.
Bodies (ministries, armed forces) are too common to connect anything.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.date_words import date_in_words
from generator.edtf import bounds
from generator.markup import plain
from generator.model import Entry, Language, Link, Mention, Record, RecordKind, Slug
from generator.publish.annotate import mentioned
from generator.sentences import sentence_around, shorten

CONNECTING = {
    RecordKind.AGREEMENT: 1.0,
    RecordKind.EXERCISE: 1.0,
    RecordKind.MEETING: 0.8,
    RecordKind.PERSON: 0.4,
}
COMMON = 60
"""A record named in more entries than this connects none: the cost stays linear."""
MOST = 8
"""Links shown on one page."""
SAME_EVENT = 100.0
BY_HAND = 1000.0
QUOTE_LENGTH = 320
BY_EDITOR = "Added by the editor"


@dataclass(frozen=True)
class Connections:
    """Links of every entry, and links an editor made to entries that are not there."""

    links: Mapping[Slug, tuple[Link, ...]]
    broken: tuple[tuple[Slug, Slug], ...]


def connect(
    entries: Mapping[Slug, Entry],
    mentions: Mapping[Slug, tuple[Mention, ...]],
    records: Mapping[Slug, Record],
    language: Language,
) -> Connections:
    """Return each entry's links to others, closest first, with the reason in words.

    Args:
        entries: by slug.
        mentions: by entry.
        records: by slug.
        language: of the reasons.
    """
    naming = _entries_by_record(mentions, records)
    links: dict[Slug, list[Link]] = defaultdict(list)
    for (one, other), common in _shared_records(naming).items():
        weight = sum(_weight(records[slug], len(naming[slug]), len(entries)) for slug in common)
        same_event = _is_same_event(entries[one], entries[other], common, records)
        if weight <= 0 and not same_event:
            continue
        common.sort(key=lambda slug: (-CONNECTING[records[slug].kind], len(naming[slug]), slug))
        weight += SAME_EVENT if same_event else 0
        for source, target in ((one, other), (other, one)):
            links[source].append(Link(target, records=tuple(common), weight=weight))
    broken = _add_editors(entries, links)
    # Only what is shown is put into words: it costs more than finding it.
    worded = {
        slug: tuple(
            _in_words(link, entry, entries[link.target], mentions[link.target], records, language)
            for link in _rank(entry, links[slug])
        )
        for slug, entry in entries.items()
    }
    return Connections(worded, tuple(broken))


def _shared_records(naming: Mapping[Slug, Sequence[Slug]]) -> dict[tuple[Slug, Slug], list[Slug]]:
    shared: dict[tuple[Slug, Slug], list[Slug]] = defaultdict(list)
    for record, slugs in naming.items():
        if 1 < len(slugs) <= COMMON:
            for index, one in enumerate(slugs):
                for other in slugs[index + 1 :]:
                    shared[one, other].append(record)
    return shared


def _in_words(
    link: Link,
    entry: Entry,
    target: Entry,
    mentions: Sequence[Mention],
    records: Mapping[Slug, Record],
    language: Language,
) -> Link:
    if not link.records:
        return replace(link, reason=BY_EDITOR)
    names = ", ".join(record_name(records[slug], language) for slug in link.records)
    reason = f"Both mention {names}."
    if link.weight >= SAME_EVENT:
        day = date_in_words(entry.date, language)
        reason = f"Same event: both report on {day} and mention {names}."
    found = quote_for(target, mentions, link.records[0], language)
    return replace(link, reason=reason, quote=found[0] if found else "")


def _entries_by_record(
    mentions: Mapping[Slug, tuple[Mention, ...]], records: Mapping[Slug, Record]
) -> dict[Slug, list[Slug]]:
    naming: dict[Slug, list[Slug]] = defaultdict(list)
    for slug in sorted(mentions):
        for record in sorted(mentioned(mentions[slug])):
            if records[record].kind in CONNECTING:
                naming[record].append(slug)
    return naming


def _weight(record: Record, frequency: int, total: int) -> float:
    """Weigh a shared record by its kind and its rarity (inverse document frequency)."""
    return CONNECTING[record.kind] * math.log(total / frequency)


def _is_same_event(one: Entry, other: Entry, common: Iterable[Slug], records: Mapping[Slug, Record]) -> bool:
    """Two reports are about the same event when they name the same day and the same person."""
    days = [bounds(entry.date) if entry.date else None for entry in (one, other)]
    if days[0] is None or days[0] != days[1] or days[0].earliest != days[0].latest:
        return False
    return any(records[slug].kind is RecordKind.PERSON for slug in common)


def record_name(record: Record, language: Language) -> str:
    """Return the preferred name of a record in a language, or in the next best one."""
    return record.names.get(language) or next(iter(record.names.values()))


def quote_for(
    entry: Entry, mentions: Iterable[Mention], record: Slug, language: Language
) -> tuple[str, Mention] | None:
    """Return the sentence of an entry that names a record, in `language` where there is one."""
    own = sorted((m for m in mentions if m.record == record), key=lambda m: m.language != language)
    if not own:
        return None
    mention = own[0]
    segment = next(s for s in entry.segments if s.id == mention.segment)
    rendering = segment.rendering
    translated = rendering is not None and rendering.language == mention.language
    text = plain(rendering.text if rendering and translated else segment.text)
    return shorten(sentence_around(text, mention.surface), QUOTE_LENGTH), mention


def _add_editors(entries: Mapping[Slug, Entry], links: dict[Slug, list[Link]]) -> list[tuple[Slug, Slug]]:
    broken = []
    for slug, entry in entries.items():
        for target in entry.related:
            if target == slug:
                continue
            if target not in entries:
                broken.append((slug, target))
                continue
            for source, end in ((slug, target), (target, slug)):
                links[source] = [link for link in links[source] if link.target != end]
                links[source].append(Link(end, weight=BY_HAND))
    return broken


def _rank(entry: Entry, links: Iterable[Link]) -> tuple[Link, ...]:
    wanted = [link for link in links if link.target not in entry.not_related]
    ranked = sorted(wanted, key=lambda link: (-link.weight, link.target))
    by_editor = sum(link.weight == BY_HAND for link in ranked)
    return tuple(ranked[: max(MOST, by_editor)])
