"""An entry as a Markdown file: `load_entry(dump_entry(entry), …) == entry`."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace
from typing import Any

from generator.content import front_matter
from generator.content.body import dump_body, parse_body
from generator.content.fields import Fields
from generator.content.front_matter import QuotedString
from generator.language.markup import plain
from generator.model import (
    Entry,
    Event,
    Evidence,
    Kind,
    MentionEdits,
    Slug,
    Source,
    Span,
    Translation,
    TranslationBy,
)

REMEDY = "mend the front matter (docs/editing.md says what it holds)"


def dump_entry(entry: Entry) -> str:
    """Write an entry as Markdown with front matter."""
    fields: dict[str, Any] = {
        "title": entry.title,
        "original_title": entry.original_title,
        "translated_title": entry.translated_title,
        "title_supplied": entry.title_supplied or None,
        "date": QuotedString(entry.date) if entry.date else None,
        "date_evidence": [_without_empty(asdict(item)) for item in entry.date_evidence],
        "language": str(entry.language),
        "kind": str(entry.kind),
        "summary": entry.summary,
        "source": _without_empty(asdict(entry.source)),
        "translation": _without_empty(asdict(entry.translation)) if entry.translation else None,
        "events": [_without_empty(asdict(replace(event, span=None))) for event in entry.events],
        "mentions": _without_empty(asdict(entry.mentions)),
        "related": list(entry.related),
        "not_related": list(entry.not_related),
        **entry.page_options,
    }
    fence = front_matter.FENCE
    return f"{fence}\n{front_matter.dump(fields)}{fence}\n\n{dump_body(entry.blocks)}"


def load_entry(text: str, slug: Slug, place: str) -> Entry:
    """Read an entry.

    Args:
        text: the file's content.
        slug: the file's name without its ending.
        place: the file, for messages.

    Raises:
        InputError: the front matter is missing or wrong; all problems are listed.
    """
    values, body = front_matter.read_page(text, place)
    fields = Fields(values, place)
    entry = Entry(
        slug=slug,
        title=fields.required("title"),
        original_title=fields.text("original_title"),
        translated_title=fields.text("translated_title"),
        title_supplied=fields.flag("title_supplied"),
        date=fields.date("date"),
        date_evidence=fields.groups("date_evidence", _evidence),
        language=fields.required_language("language"),
        kind=fields.required_choice("kind", Kind),
        summary=fields.text("summary"),
        source=fields.group("source", _source) or Source("", ""),
        translation=fields.group("translation", _translation),
        events=fields.groups("events", _event),
        mentions=fields.group("mentions", _mentions) or MentionEdits(),
        related=fields.slugs("related"),
        not_related=fields.slugs("not_related"),
        page_options=fields.theme_options(),
        blocks=parse_body(body),
    )
    if not entry.source.seed:
        fields.problems.append("source is missing")
    counted = Counter(segment.id for segment in entry.segments)
    fields.problems += [
        f"the segment id {name} stands on {count} paragraphs" for name, count in counted.items() if count > 1
    ]
    fields.finish(REMEDY)
    return place_events(entry)


def place_events(entry: Entry) -> Entry:
    """Find in its paragraphs the words that the titles of an entry's events were made from."""
    return replace(entry, events=tuple(_placed(event, entry) for event in entry.events))


def _evidence(fields: Fields) -> Evidence:
    return Evidence(
        gives=fields.required_date("gives"),
        quote=fields.text("quote") or "",
        segment=fields.segment("segment"),
        line=fields.number("line"),
        record=fields.slug("record"),
        rule=fields.text("rule") or "",
    )


def _source(fields: Fields) -> Source:
    return Source(
        seed=fields.required("seed"),
        sha256=fields.required("sha256"),
        publisher=fields.text("publisher"),
        url=fields.text("url"),
        published=fields.date("published"),
        published_from=fields.text("published_from"),
        dateline=fields.text("dateline"),
    )


def _translation(fields: Fields) -> Translation:
    return Translation(
        language=fields.required_language("language"),
        by=fields.required_choice("by", TranslationBy),
        package=fields.text("package"),
        reviewed_by=fields.text("reviewed_by"),
    )


def _event(fields: Fields) -> Event:
    return Event(
        date=fields.required_date("date"),
        title=fields.required("title"),
        segment=fields.segment("segment"),
        record=fields.slug("record"),
        announced=fields.flag("announced"),
    )


def _placed(event: Event, entry: Entry) -> Event:
    segment = entry.segment(event.segment)
    words = event.title.strip("… ")
    start = plain(segment.text).find(words) if segment and words else -1
    return replace(event, span=Span(start, start + len(words))) if start >= 0 else event


def _mentions(fields: Fields) -> MentionEdits:
    return MentionEdits(add=fields.slugs("add"), drop=fields.slugs("drop"))


DATE_KEYS = frozenset({"date", "gives", "published"})


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {
        key: QuotedString(value) if key in DATE_KEYS else _plain(value)
        for key, value in values.items()
        if value not in (None, "", (), False)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value
