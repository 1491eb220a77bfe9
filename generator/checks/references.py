"""What an entry's front matter refers to and is not there: entries, records, paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.content.library import Library
from generator.model import Entry, Issue, Severity, Slug


def check_references(entry: Entry, library: Library, place: str) -> Iterator[Issue]:
    """Yield an issue for each name in an entry's front matter that leads nowhere, or contradicts another.

    `place` is the entry's file, as it is to be named.
    """
    yield from dangling_links(entry, library.entries, library.broken, place)
    yield from contradictions(entry, library.entries, place)
    segments = [segment.id for segment in entry.segments]
    for key, ones in (("date_evidence", entry.date_evidence), ("events", entry.events)):
        for one in ones:
            if one.segment and one.segment not in segments:
                # Any paragraph's name is like another's.
                remedy = f"take out `segment: {one.segment}`, or name the paragraph"
                yield Issue(Severity.WARNING, f"{place}: {key}", f"there is no {one.segment}", remedy)
            if one.record and one.record not in library.records:
                yield _dangling(f"{place}: {key}", one.record, library.records, Severity.WARNING)
    for key, slugs in (("add", entry.mentions.add), ("drop", entry.mentions.drop)):
        for slug in slugs:
            if slug not in library.records:
                yield _dangling(f"{place}: mentions.{key}", slug, library.records, Severity.ERROR)


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
    for key, names in (("related", entry.related), ("not_related", entry.not_related)):
        for name in names:
            if name not in entries and f"entries/{name}.md" not in broken:
                yield _dangling(f"{place}: {key}", name, entries, Severity.ERROR)


def contradictions(entry: Entry, entries: Mapping[Slug, Entry], place: str) -> Iterator[Issue]:
    """Yield an issue for each entry this one keeps apart from it while one of the two relates them."""
    for name in entry.not_related:
        other = entries.get(name)
        problem = ""
        if other and name in entry.related:
            problem = f"{name} is both in related and in not_related"
        elif other and entry.slug in other.related:
            problem = f"{name} is in not_related, but {name} has this entry in related"
        if problem:
            remedy = "remove it from one of the two"
            yield Issue(Severity.WARNING, f"{place}: not_related", f"{problem}; they are linked", remedy)


def _dangling(place: str, name: str, known: Iterable[str], severity: Severity) -> Issue:
    """Return what to say of a name that leads nowhere, with the name that was probably meant."""
    close = get_close_matches(name, list(known), n=1)
    remedy = f"did you mean {close[0]}?" if close else "remove it or mend the name"
    return Issue(severity, place, f"there is no {name}", remedy)
