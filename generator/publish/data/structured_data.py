"""An entry for machines: schema.org as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.content.translation_state import translation_of
from generator.dates.wording import date_in_words
from generator.model import (
    Entry,
    Event,
    Language,
    Nature,
    Record,
    Translation,
    TranslationBy,
)
from generator.publish.data.escaping import safe_address, wikidata_address
from generator.publish.pages.rendering import MACHINE_READABLE, language_in

ENDS_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
TYPES = {
    Nature.PERSON: "Person",
    Nature.BODY: "Organization",
    Nature.PLACE: "Place",
    Nature.EVENT: "Event",
    Nature.THING: "Thing",
}


def structured_data(
    entry: Entry,
    reviewer: str | None = None,
    records: Sequence[Record] = (),
    description: str = "",
    url: str = "",
) -> str:
    """Return an entry and its translation as the script element that carries them.

    `reviewer`: who answers for all of its translation.
    """
    original = _original(entry)
    further = {
        "url": url,
        "description": description,
        "about": [_event(event, entry, url) for event in entry.events],
        "mentions": [_named(record, entry.language) for record in records],
    }
    original |= {name: value for name, value in further.items() if value}
    graph = [original]
    if translation := translation_of(entry):
        graph[0]["workTranslation"] = {"@id": "#translation"}
        graph.append(_translated(entry, translation, reviewer))
    data = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    # A script's text knows no entities; what could end it is written as JSON's own escapes.
    return f'<script type="application/ld+json">{data.translate(ENDS_A_SCRIPT)}</script>'


def _original(entry: Entry) -> dict[str, object]:
    source = entry.source
    data: dict[str, object] = {
        "@type": "Article",
        "@id": "#original",
        "name" if entry.title_supplied else "headline": entry.own_title,
        "inLanguage": entry.language,
    }
    if source.published and MACHINE_READABLE.fullmatch(source.published):
        data["datePublished"] = source.published
    if source.author:
        data["author"] = source.author
    if source.publisher:
        data["publisher"] = {"@type": "Organization", "name": source.publisher}
    if address := safe_address(source.url):
        data["isBasedOn"] = address
    if address := safe_address(source.archive_url):
        data["archivedAt"] = address
    return data


def _event(event: Event, entry: Entry, page: str) -> dict[str, object]:
    language = language_in(event.segment, entry)
    data: dict[str, object] = {"@type": "Event", "name": event.title, "inLanguage": language}
    days = event.date.split("/")
    if all(map(MACHINE_READABLE.fullmatch, days)):
        data |= {"startDate": days[0], "endDate": days[-1]}
    else:
        # Dates of schema.org know no doubt.
        data["description"] = date_in_words(event.date, language)
    if entry.segment(event.segment):
        data["url"] = f"{page}#{event.segment}"
    if event.announced:
        data["eventStatus"] = "https://schema.org/EventScheduled"
    return data


def _named(record: Record, language: Language) -> dict[str, object]:
    data: dict[str, object] = {"@type": TYPES[record.kind.nature], "name": record.name_in(language)}
    if address := wikidata_address(record.wikidata):
        data["sameAs"] = address
    return data


def _translated(entry: Entry, translation: Translation, reviewer: str | None) -> dict[str, object]:
    machine = {"@type": "SoftwareApplication", "name": "Argos Translate"}
    if translation.package:
        machine["identifier"] = translation.package
    by_machine = translation.by is TranslationBy.ARGOS
    editor = {"@type": "Person", "description": "an editor of this chronology"}
    data: dict[str, object] = {
        "@type": "CreativeWork",
        "@id": "#translation",
        "inLanguage": translation.language,
        "translationOfWork": {"@id": "#original"},
        "translator": machine if by_machine else editor,
    }
    if entry.other_title:
        data["name"] = entry.other_title
    if reviewer:
        data["editor"] = {"@type": "Person", "name": reviewer}
    return data
