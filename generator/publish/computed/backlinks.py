"""Which entries name a record, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.content.once import Once, anew
from generator.links.quotes import Quote, quote_for
from generator.model import Entry, Language, Mention, Slug
from generator.names.mentions import mentioned


@dataclass(frozen=True, slots=True)
class Backlink:
    """An entry that names a record, and where."""

    entry: Entry
    quote: Quote | None
    """The sentence; None when an editor said that it names the record."""


def find_backlinks(
    entries: Mapping[Slug, Entry],
    mentions: Mapping[Slug, Sequence[Mention]],
    language: Language,
    once: Once = anew,
) -> dict[Slug, list[Backlink]]:
    """Return for each record the entries that name it, in order of the chronology, with the sentence."""
    backlinks: dict[Slug, list[Backlink]] = defaultdict(list)
    for slug, entry in entries.items():
        inputs = entry, mentions[slug], language
        for record, backlink in once("backlinks", slug, inputs, partial(_from, *inputs)):
            backlinks[record].append(backlink)
    return backlinks


def _from(entry: Entry, mentions: Sequence[Mention], language: Language) -> list[tuple[Slug, Backlink]]:
    quotes: dict[Quote | None, Quote | None] = {}  # Most sentences name several records.
    found = [(one, quote_for(entry, mentions, one, language)) for one in sorted(mentioned(mentions))]
    return [(record, Backlink(entry, quotes.setdefault(quote, quote))) for record, quote in found]
