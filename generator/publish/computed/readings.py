"""What one entry alone gives: the records it names, and what the checks find in its translations.

Both depend on all records and terms, too, but only on those whose names or words can stand in the entry: when
one of them changes, only such entries are read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from sys import intern
from typing import Any

from generator.checks.doubts import find_doubts
from generator.checks.pairs import TOGETHER, Knowledge
from generator.errors import WriteError
from generator.language.codes import identifier
from generator.language.markup import plain
from generator.language.word_list import german_english
from generator.language.words import Words
from generator.model import Entry, Language, Mention, Record, SegmentId, Slug, Span, Term, TranslationState
from generator.names import words as of_names
from generator.names.mentions import find_mentions, titles_of
from generator.names.spelling import spellings
from generator.publish.kept.forked import in_copy, map_forked, parts
from generator.publish.kept.store import Kept, digest_of, pack, text, unpack

READING, KNOWN = "reading", "known"
States = Mapping[SegmentId, TranslationState]


@dataclass(frozen=True)
class Reading:
    """What one entry alone gives."""

    mentions: tuple[Mention, ...]
    doubts: Mapping[SegmentId, tuple[str, ...]] = field(default_factory=dict)
    """What the checks find in translations, in words for readers."""


def read_entries(
    entries: Mapping[Slug, Entry],
    states: Mapping[Slug, States],
    knowledge: Knowledge,
    terms: Iterable[Term],
    kept: Kept,
) -> dict[Slug, Reading]:
    """Read each entry, unless it was read before and nothing changed that it can name.

    Args:
        entries: by slug.
        states: of their translations.
        knowledge: of records and terms.
        terms: the same as they are in the term base.
        kept: readings of before.
    """
    known = _first_words(knowledge.names.records, terms)
    changed = _changed(known, kept.get(KNOWN, "", "", _restored_words) or {})
    inputs = {slug: _inputs(entry, states[slug]) for slug, entry in entries.items()}
    found: dict[Slug, Reading] = {}
    for slug, entry in entries.items():
        reading = kept.get(READING, slug, inputs[slug], _restored)
        if reading and not (changed and _may_name(entry, changed)):
            found[slug] = reading
    new = [slug for slug in entries if slug not in found]

    def read(some: Sequence[Slug]) -> list[bytes]:
        # Packed as they are kept: of ten thousand entries, what they name fills more than all their texts.
        groups = (some[start : start + TOGETHER] for start in range(0, len(some), TOGETHER))
        return [
            pack(_plain(reading))
            for group in groups
            for reading in _read([(entries[slug], states[slug]) for slug in group], knowledge)
        ]

    is_much = len(parts(new)) > 1

    def read_new() -> list[bytes]:
        if is_much and any(one.rendering for slug in new for one in entries[slug].segments):
            load_tables()
        return map_forked(read, new)

    # Words looked up for it are needed again only where single entries are read after it.
    with in_copy(read_new, is_worth=is_much and not kept.stays) as readings:
        for slug, packed in zip(new, readings(), strict=True):
            found[slug] = _restored(unpack(packed))
            kept.put_packed(READING, slug, inputs[slug], found[slug], packed)
    if is_much:
        identifier.cache_clear()  # It takes 80 MB, and what is made of all this needs room, too.
        if not kept.stays:
            german_english.cache_clear()
    # Last: a build that fails before has not read all anew.
    kept.put(KNOWN, "", "", known)
    return {slug: found[slug] for slug in entries}


def load_tables() -> None:
    """Load what the checks look up, once for all copies of this process.

    Among many translations some are of no plain language, and in some words are looked up.
    """
    with suppress(WriteError):
        identifier()
    german_english().load()


def _read(given: Sequence[tuple[Entry, States]], knowledge: Knowledge) -> Iterator[Reading]:
    mentions = [find_mentions(entry, knowledge.names) for entry, _ in given]
    return map(Reading, mentions, find_doubts(given, knowledge))


def _inputs(entry: Entry, states: States) -> tuple[object, ...]:
    """Return all of an entry that its reading is made from."""
    texts = tuple(
        (s.id, s.language, s.text, s.rendering and (s.rendering.language, s.rendering.text))
        for s in entry.segments
    )
    reviewed = tuple(name for name, state in states.items() if state is TranslationState.REVIEWED)
    titles = tuple((part.language, part.text) for part in titles_of(entry))
    return entry.language, titles, texts, entry.mentions, reviewed


def _first_words(records: Mapping[Slug, Record], terms: Iterable[Term]) -> dict[str, list[str]]:
    """Return of each record and term a hash, then the keys that its names begin with."""
    # No text names more or less for what is told of a record.
    named = {slug: replace(one, text="", page_options={}) for slug, one in records.items()}
    found = {f"record {slug}": [digest_of(one).hex(), *_first_keys(one)] for slug, one in named.items()}
    for term in terms:
        said = [word for words in term.spellings.values() for word in words]
        keys = {key for text in (*said, *term.wrong) for key in Words(text).keys()[:1]}
        found[f"term {said}"] = [digest_of(term).hex(), *sorted(keys)]
    return found


def _changed(now: Mapping[str, list[str]], before: Mapping[str, list[str]]) -> frozenset[str]:
    """Return the keys that names of what changed begin with, or began."""
    differing = [name for name in now.keys() | before.keys() if now.get(name) != before.get(name)]
    rows = [row for name in differing for row in (now.get(name), before.get(name)) if row]
    return frozenset(key for row in rows for key in row[1:])


def _first_keys(record: Record) -> list[str]:
    # What an editor adds by hand has the record's own name.
    return sorted({spelling.keys[0] for spelling in spellings(record) if spelling.keys} | {record.slug})


def _may_name(entry: Entry, changed: frozenset[str]) -> bool:
    if not changed.isdisjoint((*entry.mentions.add, *entry.mentions.drop)):
        return True
    return any(
        not changed.isdisjoint(words.keys())
        for text in _texts(entry)
        for words in (of_names.Words(text), Words(text))
    )


def _texts(entry: Entry) -> Iterator[str]:
    yield from (part.text for part in titles_of(entry))
    for segment in entry.segments:
        yield plain(segment.text)
        if segment.rendering:
            yield plain(segment.rendering.text)


def _plain(reading: Reading) -> list[Any]:
    mentions = [
        (one.record, one.segment, one.language, one.surface, one.span and (one.span.start, one.span.end))
        for one in reading.mentions
    ]
    return [mentions, reading.doubts]


@lru_cache(maxsize=50_000)
def _span(start: int, end: int) -> Span:
    """Return the same stretch each time: what hundreds of thousands of mentions hold, few differ in."""
    return Span(start, end)


def _restored_words(value: Any) -> dict[str, list[str]]:
    return {name: [text(word) for word in words] for name, words in value.items()}


def _restored(value: Any) -> Reading:
    mentions, doubts = value
    return Reading(
        tuple(
            Mention(
                # Entries name the same records, in paragraphs of the same names.
                Slug(intern(record)),
                segment and SegmentId(intern(segment)),
                Language(intern(language)),
                intern(surface),
                _span(*span) if span else None,
            )
            for record, segment, language, surface, span in mentions
        ),
        {SegmentId(name): tuple(told) for name, told in doubts.items()},
    )
