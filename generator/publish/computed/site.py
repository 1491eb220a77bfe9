"""Everything the pages are made from, computed once per build from what lies in content/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from generator.checks.doubts import Confidence, find_confidences
from generator.checks.pairs import Knowledge
from generator.content.library import Library
from generator.content.memory import Memory
from generator.content.translation_state import segment_states, with_true_translator
from generator.links.connect import Connections, connect
from generator.links.differences import Difference, find_differences
from generator.links.reasons import QuotedLink
from generator.model import Entry, Mention, Record, SegmentId, Slug, TranslationState
from generator.names.index import NameIndex
from generator.names.mentions import mentioned
from generator.publish.computed.backlinks import Backlink, find_backlinks
from generator.publish.computed.readings import read_entries
from generator.publish.computed.timeline import Timeline, build_timeline, in_order
from generator.publish.kept.forked import in_copy, parts
from generator.publish.kept.store import Kept
from generator.settings import Settings
from generator.terms import TermBase

NO_MEMORY = Memory()


@dataclass(frozen=True)
class Read:
    """The library, and the records that its entries name."""

    library: Library
    mentions: Mapping[Slug, tuple[Mention, ...]]


@dataclass(frozen=True)
class Site(Read):
    """All that follows from it, too."""

    connections: Connections
    differences: Mapping[Slug, Difference]
    """By entry, where several report one event: what only it tells."""
    backlinks: Mapping[Slug, list[Backlink]]
    timeline: Timeline
    states: Mapping[Slug, Mapping[SegmentId, TranslationState]]
    doubts: Mapping[Slug, Mapping[SegmentId, tuple[str, ...]]]
    """What the checks find in translations, in words for readers."""
    confidences: Mapping[Slug, Mapping[SegmentId, Confidence]]

    def links(self, entry: Entry) -> tuple[QuotedLink, ...]:
        """Return an entry's links to others, closest first."""
        return self.connections.links.get(entry.slug, ())

    def records_in(self, entry: Entry) -> list[Record]:
        """Return the records an entry names, in order of theirs."""
        return self._named[entry.slug]

    @cached_property
    def _named(self) -> Mapping[Slug, list[Record]]:
        records = self.library.records
        return {
            slug: [records[name] for name in sorted(mentioned(found))]
            for slug, found in self.mentions.items()
        }


def compute_site(
    library: Library,
    settings: Settings,
    memory: Memory = NO_MEMORY,
    kept: Kept | None = None,
    when_read: Callable[[Read], None] = lambda _: None,
) -> Site:
    """Compute mentions, links, backlinks, states, doubts and the timeline.

    Args:
        library: what lies in content/.
        settings: of the project.
        memory: of translations.
        kept: what was computed before.
        when_read: is told what is known before entries are linked.
    """
    kept = kept or Kept()
    signed = {
        slug: _the_same(with_true_translator(library.history(one)), kept)
        for slug, one in library.entries.items()
    }
    library = replace(library, entries=signed)
    index = NameIndex(library.records)
    entries = {entry.slug: entry for entry in in_order(library.entries.values())}
    states = {
        slug: segment_states(library.history(entry), settings.target_for(entry.language))
        for slug, entry in entries.items()
    }
    knowledge = Knowledge(index, TermBase(library.terms))
    readings = read_entries(entries, states, knowledge, library.terms, kept)
    mentions = {slug: reading.mentions for slug, reading in readings.items()}
    when_read(Read(library, mentions))
    link = partial(connect, entries, mentions, library.records, settings.language, kept.once)
    # What linking takes is needed again only for the next edit.
    with in_copy(link, is_worth=not kept.stays and len(parts(list(entries))) > 1) as linked:
        backlinks = find_backlinks(entries, mentions, settings.language, kept.once)
        confidences = {slug: _confidences(one, states[slug], memory, kept) for slug, one in entries.items()}
        connections = linked()
    return Site(
        library=library,
        mentions=mentions,
        connections=connections,
        differences=_differences(connections, library, mentions, settings, kept),
        backlinks=backlinks,
        timeline=build_timeline(entries.values(), connections.groups),
        states=states,
        doubts={slug: reading.doubts for slug, reading in readings.items()},
        confidences=confidences,
    )


def _confidences(
    entry: Entry, states: Mapping[SegmentId, TranslationState], memory: Memory, kept: Kept
) -> Mapping[SegmentId, Confidence]:
    inputs = entry, states, memory
    return kept.once("confidences", entry.slug, inputs, partial(find_confidences, *inputs))


def _the_same(entry: Entry, kept: Kept) -> Entry:
    """Return the entry of the build before, where it is equal: what is compared with itself costs nothing."""
    return kept.once("entry", entry.slug, entry, lambda: entry)


def _differences(
    connections: Connections,
    library: Library,
    mentions: Mapping[Slug, tuple[Mention, ...]],
    settings: Settings,
    kept: Kept,
) -> dict[Slug, Difference]:
    found: dict[Slug, Difference] = {}
    for group in connections.groups:
        reports, theirs = [library.entries[slug] for slug in group], {slug: mentions[slug] for slug in group}
        inputs = reports, theirs, settings.language
        found |= kept.once("differences", group[0], inputs, partial(find_differences, *inputs))
    return found
