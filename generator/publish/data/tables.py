"""All that is known of entries, events, records and their dated facts, as tables: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.translation_state import entry_state, reviewer_of_all, translation_of
from generator.dates.edtf import bounds_of
from generator.model import Entry, Language, LinkType, Record
from generator.publish.computed.cards import card_of
from generator.publish.computed.site import Site
from generator.publish.computed.summary import summary_of
from generator.publish.data.escaping import SEPARATOR, cell, member
from generator.publish.data.told import AddressOf
from generator.publish.pages.rendering import language_in
from generator.web_address import web_address

Row = Mapping[str, Any]
TEXT, LIST, NUMBER, TRUTH, DAY = "string", "list", "integer", "boolean", "date"
"""Types of columns, as a Table Schema calls them."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    name: str
    description: str
    type: str = TEXT


@dataclass(frozen=True)
class Table:
    """A table with what its columns mean."""

    name: str
    description: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    key: str = ""
    """The column that names a row; empty: none does."""
    refers: Mapping[str, str] | None = None
    """By column, the table whose key it holds."""

    def as_json(self) -> bytes:
        """Return the rows as a list of objects, with texts as they are."""
        # As json.dumps(indent=1) does, which holds each bit of it as a text of its own meanwhile.
        rows = b",\n".join(_indented(row).encode() for row in self.rows)
        return b"[\n%b\n]\n" % rows if rows else b"[]\n"

    def as_csv(self) -> bytes:
        """Return the rows as RFC 4180 says, with texts that no spreadsheet computes."""
        written = io.BytesIO()
        with io.TextIOWrapper(written, encoding="utf-8", newline="") as text:
            writer = csv.writer(text)
            writer.writerow([column.name for column in self.columns])
            writer.writerows([_cell(row[column.name]) for column in self.columns] for row in self.rows)
            text.flush()
            return written.getvalue()

    def as_schema(self) -> dict[str, object]:
        """Return the Table Schema."""
        fields = [
            {"name": column.name, "type": column.type, "description": column.description}
            | ({"delimiter": SEPARATOR} if column.type == LIST else {})
            for column in self.columns
        ]
        schema: dict[str, object] = {"fields": fields}
        if self.key:
            schema["primaryKey"] = [self.key]
        if self.refers:
            schema["foreignKeys"] = [
                {"fields": [column], "reference": {"resource": table, "fields": ["id"]}}
                for column, table in self.refers.items()
            ]
        return schema


_json = json.JSONEncoder(ensure_ascii=False).encode


def _indented(row: Row) -> str:
    values = (f"  {_json(name)}: {_json_list(value)}" for name, value in row.items())
    return " {\n" + ",\n".join(values) + "\n }"


def _json_list(value: object) -> str:
    if not (isinstance(value, list) and value):
        return _json(value)
    return "[\n" + ",\n".join(f"   {_json(one)}" for one in value) + "\n  ]"


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return cell(SEPARATOR.join(map(member, value)))
        case _:
            return cell(str(value))


PERIOD = (
    Column("date_from", "the first day it may mean", DAY),
    Column("date_to", "the last day it may mean", DAY),
)


def _period(written: str | None) -> dict[str, str | None]:
    span = bounds_of(written)
    first, last = (span.earliest, span.latest) if span else (None, None)
    return {
        "date_from": first.isoformat() if first and first > first.min else None,
        "date_to": last.isoformat() if last and last < last.max else None,
    }


ENTRIES = (
    Column("id", "name of the file in content/entries, without its ending"),
    Column("url", "the page"),
    Column("title", "in the language of the site where there is one, else in that of the document"),
    Column("original_title", "in the language of the document, where title is in another"),
    Column("translated_title", "in the language of the translation, where title is in the document's"),
    Column("language", "of the document (ISO 639-1)"),
    Column("kind", "of document"),
    Column("date", "EDTF: when what it reports happened; empty: not known"),
    *PERIOD,
    Column("summary", "a sentence on it"),
    Column("publisher", "of the source"),
    Column("author", "of the source"),
    Column("source_url", "address of the source"),
    Column("published", "EDTF: when the source came out, with the time where it gives one"),
    Column("accessed", "EDTF: when the source was fetched"),
    Column("seed", "name of the source file"),
    Column("sha256", "of the source file"),
    Column("translation_language", "language it is translated to"),
    Column("translated_by", "argos: a machine; editor: a person"),
    Column("translation_package", "the machine's package with its version"),
    Column("translation_state", "that of the paragraph most in need of work"),
    Column("reviewed_by", "who reviewed all that is translated, as it is now"),
    Column("paragraphs", "how many", NUMBER),
    Column("records", "ids of the records it names", LIST),
    Column("same_event", "ids of the entries that report the same event", LIST),
    Column("related", "ids of the entries it is otherwise related to, closest first", LIST),
)


def entries_table(site: Site, entries: Sequence[Entry], language: Language, address_of: AddressOf) -> Table:
    """Return the entries.

    `address_of`: an entry's page.
    """

    def row(entry: Entry) -> Row:
        source, translation, states = entry.source, translation_of(entry), site.states[entry.slug]
        links = site.links(entry)
        same = [link.target for link in links if link.type is LinkType.SAME_EVENT]
        return {
            "id": entry.slug,
            "url": address_of(entry),
            "title": entry.title,
            "original_title": entry.original_title,
            "translated_title": entry.translated_title,
            "language": entry.language,
            "kind": entry.kind,
            "date": entry.date,
            **_period(entry.date),
            "summary": summary_of(entry, language) or None,
            "publisher": source.publisher,
            "author": source.author,
            "source_url": web_address(source.url) or None,
            "published": source.published,
            "accessed": source.accessed,
            "seed": source.seed or None,
            "sha256": source.sha256 or None,
            "translation_language": translation.language if translation else None,
            "translated_by": translation.by if translation else None,
            "translation_package": translation.package if translation else None,
            "translation_state": entry_state(states),
            "reviewed_by": reviewer_of_all(site.library.history(entry), states),
            "paragraphs": len(entry.segments),
            "records": [record.slug for record in site.records_in(entry)],
            "same_event": same,
            "related": [link.target for link in links if link.target not in same],
        }

    return Table("entries", "Documents of the chronology", ENTRIES, [row(one) for one in entries], "id")


EVENTS = (
    Column("id", "entry, and the how manieth of its events"),
    Column("entry", "id of the entry that reports it"),
    Column("url", "the paragraph that tells of it"),
    Column("date", "EDTF: when it happened"),
    *PERIOD,
    Column("title", "in the words of the source"),
    Column("translated_title", "in the words of the translation"),
    Column("language", "of title (ISO 639-1)"),
    Column("segment", "name of the paragraph that tells of it"),
    Column("record", "id of the record that gives the date, where the text alone does not"),
    Column("announced", "it was still to come, or only planned, when the source was written", TRUTH),
)


def events_table(site: Site, entries: Sequence[Entry], address_of: AddressOf) -> Table:
    """Return the events that entries report; the arguments are the same."""
    rows: list[Row] = []
    for entry in entries:
        page = address_of(entry)
        for number, event in enumerate(entry.events, 1):
            segment = entry.segment(event.segment)
            rows.append({
                "id": f"{entry.slug}#{number}",
                "entry": entry.slug,
                "url": f"{page}#{segment.id}" if segment else page,
                "date": event.date,
                **_period(event.date),
                "title": event.title,
                "translated_title": event.translated_title,
                "language": language_in(event.segment, entry),
                "segment": segment.id if segment else None,
                "record": event.record if event.record in site.library.records else None,
                "announced": event.announced,
            })  # fmt: skip
    refers = {"entry": "entries", "record": "records"}
    return Table("events", "Dated happenings that the documents report", EVENTS, rows, "id", refers)


def records_table(site: Site, language: Language, address_of: Callable[[Record], str]) -> Table:
    """Return the authority records, with a column for names in each language."""
    records = _in_order(site)
    codes = sorted({code for record in records for code in record.names})
    columns = (
        Column("id", "name of the file in content/records, without its ending"),
        Column("url", "the page"),
        Column("kind", "of what it describes"),
        Column("name", "in the language of the site, or the next best one"),
        *(Column(f"name_{code}", f"in the language {code} (ISO 639-1)") for code in codes),
        Column("aliases", "other spellings", LIST),
        Column("short_names", "names that mean it only beside certain words", LIST),
        Column("wikidata", "item of Wikidata"),
        Column("description", "a sentence on it"),
        Column("entries", "how many entries name it", NUMBER),
    )

    def row(record: Record) -> Row:
        count = len(site.backlinks.get(record.slug, ()))
        return {
            "id": record.slug,
            "url": address_of(record),
            "kind": record.kind.name,
            "name": record.name_in(language),
            **{f"name_{code}": record.names.get(code) for code in codes},
            "aliases": list(record.aliases),
            "short_names": list(record.short_names),
            "wikidata": record.wikidata,
            "description": card_of(record, language).sentence or None,
            "entries": count,
        }

    told = "People, bodies, agreements and whatever else the documents name"
    return Table("records", told, columns, [row(one) for one in records], "id")


FACTS = (
    Column("record", "id of the record"),
    Column("type", "what happened"),
    Column("date", "EDTF: when"),
    *PERIOD,
    Column("round", "the how manieth it was, of what is held again and again", NUMBER),
    Column("source", "where that is from"),
)


def facts_table(site: Site) -> Table:
    """Return the dated facts of records."""
    rows: list[Row] = [
        {
            "record": record.slug,
            "type": fact.type,
            "date": fact.date,
            **_period(fact.date),
            "round": fact.round,
            "source": fact.source,
        }
        for record in _in_order(site)
        for fact in record.dates
    ]
    return Table("facts", "Dated facts about records", FACTS, rows, "", {"record": "records"})


def _in_order(site: Site) -> list[Record]:
    return sorted(site.library.records.values(), key=lambda record: record.slug)
