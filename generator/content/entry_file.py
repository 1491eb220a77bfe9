"""An entry as a Markdown file: `load_entry(dump_entry(entry), …) == entry`."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace

from generator.content import front_matter
from generator.content.body import dump_body, parse_body
from generator.content.fields import Fields, plain_values
from generator.language.markup import plain
from generator.model import Entry, Event, Slug, Span

REMEDY = "mend the front matter (docs/editing.md says what it holds)"


NOT_IN_THE_HEADER = ("slug", "page_options", "blocks")


def dump_entry(entry: Entry) -> str:
    """Write an entry as Markdown with front matter."""
    names = [field.name for field in fields(entry) if field.name not in NOT_IN_THE_HEADER]
    values = {name: plain_values(name, value) for name in names if (value := getattr(entry, name))}
    fence = front_matter.FENCE
    header = front_matter.dump({**values, **entry.page_options})
    return f"{fence}\n{header}{fence}\n\n{dump_body(entry.blocks)}"


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
    header = Fields(values, place)
    entry = header.fill(Entry, slug=slug, page_options=header.theme_options(), blocks=parse_body(body))
    counted = Counter(segment.id for segment in entry.segments)
    header.problems += [
        f"the segment id {name} stands on {count} paragraphs" for name, count in counted.items() if count > 1
    ]
    header.finish(REMEDY)
    return place_events(entry)


def place_events(entry: Entry) -> Entry:
    """Find in its paragraphs the words that the titles of an entry's events were made from."""
    return replace(entry, events=tuple(_placed(event, entry) for event in entry.events))


def _placed(event: Event, entry: Entry) -> Event:
    segment = entry.segment(event.segment)
    words = event.title.strip("… ")
    start = plain(segment.text).find(words) if segment and words else -1
    return replace(event, span=Span(start, start + len(words))) if start >= 0 else event
