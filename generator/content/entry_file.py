"""An entry as a Markdown file: `load_entry(dump_entry(entry), …) == entry`."""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import fields, replace
from functools import lru_cache

from generator.content import front_matter
from generator.content.body import dump_body, parse_body, with_ids
from generator.content.fields import IS_MISSING, Fields, Problem, YamlSource, plain_values
from generator.language.markup import plain
from generator.model import ENGLISH, Entry, Event, Issue, SegmentId, Slug, Span

REMEDY = "mend the front matter; `chronology schema entry` says what it may hold"


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

    `slug`: the file's name without its ending.

    Raises:
        InputError: the front matter is missing or wrong; all problems are listed.
    """
    entry, header = _read(text, slug, place)
    header.finish(REMEDY)
    return entry


def load_made(text: str, slug: Slug, place: str) -> Entry:
    """Read an entry's baseline, which lacks what was in doubt when nothing was known of the entry.

    Raises:
        InputError: what it holds is wrong; all problems are listed.
    """
    entry, whole = _read(text, slug, place)
    header = copy(whole)
    header.problems = [one for one in header.problems if one.what != IS_MISSING]
    header.finish(REMEDY)
    return entry


def read_entry(text: str, slug: Slug, place: str) -> tuple[Entry, tuple[Issue, ...]]:
    """Read what can be used of an entry, and what is wrong with the rest of its front matter.

    Without a usable title it is called by its file's name, without a language it has that of its first
    segment.

    `slug`: the file's name without its ending.

    Raises:
        InputError: there is no front matter, or it is not YAML.
    """
    entry, header = _read(text, slug, place)
    return entry, tuple(header.issues(REMEDY))


@lru_cache(maxsize=32)  # While an entry is merged, its file and its baseline are asked for again and again.
def _read(text: str, slug: Slug, place: str) -> tuple[Entry, Fields]:
    values, body = front_matter.read_page(text, place)
    yaml, _ = front_matter.split(text)
    header = Fields(values, YamlSource(place, yaml or "", front_matter.HEADER_BEGINS))
    entry = header.fill(Entry, slug=slug, page_options=header.theme_options(), blocks=parse_body(body))
    counted = Counter(segment.id for segment in entry.segments)
    header.problems += [
        Problem("", f"the segment id {name} stands on {count} paragraphs", _give_another(name))
        for name, count in counted.items()
        if count > 1
    ]
    source = entry.source
    if source.seed and not source.sha256:
        header.problems.append(Problem("source.sha256", IS_MISSING))
    if source.sha256 and not source.seed:
        header.problems.append(Problem("source.seed", IS_MISSING))
    spoken = next((segment.language for segment in entry.segments), ENGLISH)
    entry = replace(entry, title=entry.title or slug, language=entry.language or spoken)
    if not entry.source.seed:
        blocks = parse_body(with_ids(body, entry.language))
        entry = replace(entry, blocks=blocks)
    return place_events(entry), header


def _give_another(name: SegmentId) -> str:
    return f"give all but one another id, in the line {{: #{name} … }} below it"


def place_events(entry: Entry) -> Entry:
    """Find in its paragraphs the words that the titles of an entry's events were made from."""
    return replace(entry, events=tuple(_placed(event, entry) for event in entry.events))


def _placed(event: Event, entry: Entry) -> Event:
    segment = entry.segment(event.segment)
    words = event.title.strip("… ")
    start = plain(segment.text).find(words) if segment and words else -1
    return replace(event, span=Span(start, start + len(words))) if start >= 0 else event
