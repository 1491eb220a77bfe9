"""An entry for machines: schema.org as JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from generator.content.translation_state import review_stands, translation_of
from generator.model import Entry, SegmentId, Translation, TranslationBy, TranslationState

CALENDAR_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")
"""What is a date to schema.org; EDTF's doubt and intervals are not."""
ENDS_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured_data(entry: Entry, states: Mapping[SegmentId, TranslationState]) -> str:
    """Return an entry and its translation as the script element that carries them.

    Args:
        entry: of the page.
        states: where the translation of each segment stands.
    """
    graph = [_original(entry)]
    if translation := translation_of(entry):
        graph[0]["workTranslation"] = {"@id": "#translation"}
        graph.append(_translated(entry, translation, reviewed=review_stands(entry, states)))
    data = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    # A script's text knows no entities; what could end it is written as JSON's own escapes.
    return f'<script type="application/ld+json">{data.translate(ENDS_A_SCRIPT)}</script>'


def _original(entry: Entry) -> dict[str, object]:
    source = entry.source
    data: dict[str, object] = {
        "@type": "Article",
        "@id": "#original",
        "name" if entry.title_supplied else "headline": entry.original_title or entry.title,
        "inLanguage": entry.language,
    }
    if source.published and CALENDAR_DATE.fullmatch(source.published):
        data["datePublished"] = source.published
    if source.author:
        data["author"] = source.author
    if source.publisher:
        data["publisher"] = {"@type": "Organization", "name": source.publisher}
    return data


def _translated(entry: Entry, translation: Translation, *, reviewed: bool) -> dict[str, object]:
    title = entry.title if entry.original_title else entry.translated_title
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
    if title:
        data["name"] = title
    if reviewed:
        data["editor"] = {"@type": "Person", "name": translation.reviewed_by}
    return data
