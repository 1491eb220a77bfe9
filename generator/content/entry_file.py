"""An entry as a Markdown file: `load_entry(dump_entry(entry), …) == entry`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.content import front_matter
from generator.content.body import dump_body, parse_body
from generator.content.fields import Fields, plain_values
from generator.language.markup import plain
from generator.model import Entry, Event, Slug, Span

REMEDY = "mend the front matter (docs/editing.md says what it holds)"


KEYS = (
    "title",
    "original_title",
    "translated_title",
    "title_supplied",
    "date",
    "date_evidence",
    "language",
    "kind",
    "summary",
    "source",
    "translation",
    "events",
    "mentions",
    "related",
    "not_related",
)
"""The front matter, in the order it is written in."""


def dump_entry(entry: Entry) -> str:
    """Write an entry as Markdown with front matter."""
    values = {key: plain_values(key, value) for key in KEYS if (value := getattr(entry, key))}
    header = {**values, **entry.page_options}
    fence = front_matter.FENCE
    return f"{fence}\n{front_matter.dump(header)}{fence}\n\n{dump_body(entry.blocks)}"


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
    entry = fields.fill(Entry, slug=slug, page_options=fields.theme_options(), blocks=parse_body(body))
    counted = Counter(segment.id for segment in entry.segments)
    fields.problems += [
        f"the segment id {name} stands on {count} paragraphs" for name, count in counted.items() if count > 1
    ]
    fields.finish(REMEDY)
    return place_events(entry)


def place_events(entry: Entry) -> Entry:
    """Find in its paragraphs the words that the titles of an entry's events were made from."""
    return replace(entry, events=tuple(_placed(event, entry) for event in entry.events))


def _placed(event: Event, entry: Entry) -> Event:
    segment = entry.segment(event.segment)
    words = event.title.strip("… ")
    start = plain(segment.text).find(words) if segment and words else -1
    return replace(event, span=Span(start, start + len(words))) if start >= 0 else event
