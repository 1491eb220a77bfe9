"""What editors say about links: `related` and `not_related` in front matter, and what is wrong with it.

Either counts for both entries, whichever says it. Where they contradict each other, `related` wins: a link
too many is seen and taken back, one that is missing is not. `chronology check` names the contradiction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.links.same_event import EntryPair
from generator.model import Entry, Issue, Severity, Slug

KEYS = ("related", "not_related")


@dataclass(frozen=True)
class Wishes:
    """Pairs of entries, each in order of their names."""

    related: frozenset[EntryPair]
    apart: frozenset[EntryPair]


def read_wishes(entries: Mapping[Slug, Entry]) -> Wishes:
    """Return which entries editors relate, and which they keep apart."""
    related = frozenset(_pairs(entries, "related"))
    return Wishes(related, frozenset(_pairs(entries, "not_related")) - related)


def dangling(place: str, name: str, known: Iterable[str], severity: Severity) -> Issue:
    """Return what to say of a name that leads nowhere, with the name that was probably meant."""
    close = get_close_matches(name, list(known), n=1)
    remedy = f"did you mean {close[0]}?" if close else "remove it or mend the name"
    return Issue(severity, place, f"there is no {name}", remedy)


def dangling_links(
    entry: Entry, entries: Mapping[Slug, Entry], broken: Collection[str], place: str
) -> Iterator[Issue]:
    """Yield an issue for each link an editor made to an entry that is not there.

    Args:
        entry: the one that has the links.
        entries: all that could be loaded.
        broken: paths inside content/ of files that are there but can't be used.
        place: the entry's file, as it is to be named.
    """
    for key in KEYS:
        for name in getattr(entry, key):
            if name not in entries and f"entries/{name}.md" not in broken:
                yield dangling(f"{place}: {key}", name, entries, Severity.ERROR)


def contradictions(entry: Entry, entries: Mapping[Slug, Entry], place: str) -> Iterator[Issue]:
    """Yield an issue for each entry this one keeps apart from it while one of the two relates them."""
    for name in entry.not_related:
        other = entries.get(name)
        if other is None:
            continue
        if name in entry.related:
            yield _contradiction(place, f"{name} is both in related and in not_related")
        elif entry.slug in other.related:
            yield _contradiction(place, f"{name} is in not_related, but {name} has this entry in related")


def _contradiction(place: str, problem: str) -> Issue:
    return Issue(
        Severity.WARNING,
        f"{place}: not_related",
        f"{problem}; they are linked",
        "remove it from one of the two",
    )


def _pairs(entries: Mapping[Slug, Entry], key: str) -> Iterator[EntryPair]:
    for slug, entry in entries.items():
        for name in getattr(entry, key):
            if name in entries and name != slug:
                yield min(slug, name), max(slug, name)
