"""Who published the texts of the chronology."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import Entry, Language, Source
from generator.publish.computed.timeline import Timeline


@dataclass(frozen=True)
class Publisher:
    """One who published, with what is here of it."""

    name: str
    """Or the host; empty: it is not known who published these."""
    entries: Sequence[Entry]
    """In the order of the chronology."""
    languages: Sequence[Language]
    """Of the entries, the most frequent first."""


def who_published(source: Source) -> str:
    """Return who published a text, else the host that it was published at; empty where neither is known."""
    if source.publisher:
        return source.publisher
    try:
        host = urlsplit(source.url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def find_sources(timeline: Timeline) -> list[Publisher]:
    """Return the publishers by name, the unknown ones last; what editors wrote themselves has none."""
    by_name: dict[str, list[Entry]] = {}
    for entry in (*(entry for year in timeline.years for entry in year.entries), *timeline.undated):
        if (name := who_published(entry.source)) or entry.source.seed:
            by_name.setdefault(name, []).append(entry)
    names = sorted(by_name, key=lambda name: (not name, name.casefold()))
    return [
        Publisher(name, tuple(by_name[name]), [code for code, _ in languages.most_common()])
        for name in names
        if (languages := Counter(entry.language for entry in by_name[name]))
    ]
