"""Everything the pages are made from, computed once per build from what lies in content/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.library import Library
from generator.model import Entry, Link, Mention, Record, SegmentId, Slug, TranslationState
from generator.names import NameIndex
from generator.publish.annotate import find_mentions, mentioned
from generator.publish.link import Connections, connect
from generator.publish.pages import Backlink, find_backlinks
from generator.publish.states import segment_states
from generator.publish.timeline import Timeline, build_timeline
from generator.settings import Settings


@dataclass(frozen=True)
class Site:
    """The library, and what follows from it."""

    library: Library
    index: NameIndex
    mentions: Mapping[Slug, tuple[Mention, ...]]
    connections: Connections
    backlinks: Mapping[Slug, list[Backlink]]
    timeline: Timeline
    states: Mapping[Slug, Mapping[SegmentId, TranslationState]]

    def links(self, entry: Entry) -> tuple[Link, ...]:
        """Return an entry's links to others, closest first."""
        return self.connections.links.get(entry.slug, ())

    def records_in(self, entry: Entry) -> list[Record]:
        """Return the records an entry names."""
        return [self.library.records[slug] for slug in mentioned(self.mentions[entry.slug])]


def compute_site(library: Library, settings: Settings) -> Site:
    """Compute mentions, links, backlinks, states and the timeline."""
    index = NameIndex(library.records)
    timeline = build_timeline(library.entries.values())
    dated = [entry for year in timeline.years for entry in year.entries]
    entries = {entry.slug: entry for entry in (*dated, *timeline.undated)}
    mentions = {slug: find_mentions(entry, index) for slug, entry in entries.items()}
    return Site(
        library=library,
        index=index,
        mentions=mentions,
        connections=connect(entries, mentions, library.records, settings.language),
        backlinks=find_backlinks(entries, mentions, settings.language),
        timeline=timeline,
        states={
            slug: segment_states(
                entry,
                library.baselines.get(entry.source.seed),
                settings.target_for(entry.language),
                library.reviews.get(entry.source.seed),
            )
            for slug, entry in entries.items()
        },
    )
