"""Which files there are, and what stands in each."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from slugify import slugify

from generator.messages import messages_in
from generator.model import Entry, Language, Record
from generator.publish.computed.site import Site
from generator.publish.computed.timeline import in_order
from generator.publish.data.calendars import as_calendar, as_timeline
from generator.publish.data.feeds import Feed, as_atom, as_json_feed, newest
from generator.publish.data.tables import Table, entries_table, events_table, facts_table, records_table
from generator.publish.data.told import languages_of, tell_entries, tell_events
from generator.publish.kept.in_place import Write, write_file
from generator.publish.pages.citation import Citation, as_bibtex, as_csl, as_ris

FOLDER = "data"
TABLES = ("entries", "events", "records", "facts")
CITATIONS = ("citations.bib", "citations.ris", "citations.json")


NAME = "datapackage.json"
FORMATS = {"csv": "text/csv", "json": "application/json"}

Resource = Mapping[str, object]
"""How a Data Package describes a file."""


@dataclass(frozen=True)
class Origin:
    """What the data is made from."""

    site: Site
    language: Language
    """The site's."""
    name: str
    """The site's."""
    description: str
    home: str
    """The site's address; empty where it is not known."""
    address_of: Callable[[str], str]
    """From a page's path in content/ to its address in the site."""
    cite: Callable[[Entry], Citation]

    @property
    def entries(self) -> list[Entry]:
        """The entries in order."""
        return in_order(self.site.library.entries.values())

    def entry_address(self, entry: Entry) -> str:
        """Return the address of an entry's page: whole, or as seen from the data."""
        return self._whole(f"entries/{entry.slug}.md")

    def record_address(self, record: Record) -> str:
        """Return the address of a record's page."""
        return self._whole(f"records/{record.slug}.md")

    def _whole(self, path: str) -> str:
        return (self.home or "../") + self.address_of(path)


@dataclass(frozen=True)
class Listed:
    """The files of one kind, by the language they are in; empty: of all."""

    kind: str
    files: Mapping[Language, tuple[str, ...]]


ANY = Language("")


def listed_files(site: Site, language: Language) -> list[Listed]:
    """Return the files that there are, as they are listed for readers."""
    languages = languages_of(list(site.library.entries.values()), language)

    def each(*endings: str, of: str) -> dict[Language, tuple[str, ...]]:
        return {code: tuple(f"{of}.{code}.{ending}" for ending in endings) for code in languages}

    tables = [Listed(name, {ANY: tuple(f"{name}.{form}" for form in FORMATS)}) for name in TABLES]
    return [
        *tables,
        Listed("package", {ANY: (NAME,)}),
        Listed("feed", each("atom", "feed.json", of="entries")),
        Listed("event_feed", each("atom", "feed.json", of="events")),
        Listed("calendar", each("ics", of="events")),
        Listed("timeline", each("csv", of="timeline")),
        Listed("citations", {ANY: CITATIONS}),
    ]


def feeds_of(site: Site, language: Language) -> dict[Language, str]:
    """Return the feed of entries in each language, by its path in the site; the arguments are the same."""
    languages = languages_of(list(site.library.entries.values()), language)
    return {code: f"{FOLDER}/entries.{code}.atom" for code in languages}


def data_files(origin: Origin) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each file with what it holds."""
    entries, resources = origin.entries, list[Resource]()
    for table in _tables(origin, entries):
        csv = table.as_csv()
        resources += resources_of(table, csv)
        yield f"{table.name}.csv", csv
        yield f"{table.name}.json", table.as_json()
    resources.sort(key=lambda one: list(FORMATS).index(str(one["format"])))
    yield NAME, as_package(origin.name, origin.description, origin.home, resources).encode()
    for language in languages_of(entries, origin.language):
        for name, text in _told_files(origin, entries, language):
            yield name, text.encode()
    cited = [origin.cite(entry) for entry in entries]
    yield CITATIONS[0], "\n".join(map(as_bibtex, cited)).encode()
    yield CITATIONS[1], "\r\n".join(map(as_ris, cited)).encode()
    yield CITATIONS[2], as_csl(*cited).encode()


def _tables(origin: Origin, entries: Sequence[Entry]) -> Iterator[Table]:
    """Yield each table when it is asked for: one of ten thousand entries is large."""
    yield entries_table(origin.site, entries, origin.language, origin.entry_address)
    yield events_table(origin.site, entries, origin.entry_address)
    yield records_table(origin.site, origin.language, origin.record_address)
    yield facts_table(origin.site)


def _told_files(origin: Origin, entries: list[Entry], language: Language) -> Iterator[tuple[str, str]]:
    among = (entries, language, origin.language, origin.name, origin.entry_address)
    told, events = list(tell_entries(*among)), list(tell_events(*among))
    words = messages_in(language)
    groups = (words.gettext("Entries"), words.gettext("Events"))
    of_events = f"{origin.name}: {groups[1]}"
    for name, items, title in (("entries", told, origin.name), ("events", events, of_events)):
        ending = f"{name}.{language}"
        for form, write in (("atom", as_atom), ("feed.json", as_json_feed)):
            file = f"{ending}.{form}"
            address = f"{origin.home}{FOLDER}/{file}" if origin.home else ""
            feed = Feed(title, language, origin.home or "../", address, file)
            yield file, write(feed, newest(items))
    yield f"events.{language}.ics", as_calendar(of_events, language, events)
    yield f"timeline.{language}.csv", as_timeline(told, events, groups)


def write_data(folder: Path, origin: Origin, kept: Collection[str] = (), write: Write = write_file) -> None:
    """Write all files into a built site.

    `kept`: paths of files that editors put in their place.

    Raises:
        OSError: the disk.
    """
    for name, held in data_files(origin):
        if f"{FOLDER}/{name}" not in kept:
            write(held, str(folder / FOLDER / name))


def as_package(title: str, description: str, home: str, resources: Sequence[Resource]) -> str:
    """Return the Data Package that describes tables and their files.

    `description`: of the site; may be empty.
    """
    package: dict[str, object] = {
        "profile": "data-package",
        "name": slugify(title) or "chronology",
        "title": title,
    }
    package |= {key: value for key, value in (("description", description), ("homepage", home)) if value}
    package["resources"] = resources
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def resources_of(table: Table, csv: bytes) -> Iterator[Resource]:
    """Yield what describes the files of a table, by the form first that others refer to.

    `csv`: what that file holds.
    """
    for form in FORMATS:
        # Of JSON, the reference implementation takes a table without rows for none.
        if table.rows or form == "csv":
            yield _resource(table, form, csv)


def _resource(table: Table, form: str, held: bytes) -> Resource:
    resource: dict[str, object] = {
        # The tables that others refer to are those of CSV.
        "name": table.name if form == "csv" else f"{table.name}-{form}",
        "path": f"{table.name}.{form}",
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": form,
        "mediatype": FORMATS[form],
        "encoding": "utf-8",
        "schema": table.as_schema(),
    }
    if form == "csv":
        # Of JSON, the reference implementation can't count bytes, and refuses what says how many there are.
        resource |= {"bytes": len(held), "hash": f"sha256:{sha256(held).hexdigest()}"}
    return resource
