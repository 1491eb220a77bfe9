"""The title of an entry as a paragraph of its own, for what goes through its translations one by one."""

from __future__ import annotations

from generator.language.markup import escape
from generator.messages import is_worded
from generator.model import Entry, Kind, Language, Rendering, Role, Segment, SegmentId

TITLE = SegmentId("title")


def headline(entry: Entry, target: Language | None = None) -> Segment | None:
    """Return an entry's title with its translation.

    None where an editor called a paragraph so, and where a title that was made up is in the site's language
    alone, since no words are known in the document's.

    `target`: what it is translated to, where the entry does not say.
    """
    other = entry.other_title
    is_others = entry.kind is Kind.PRESS_CONFERENCE and not is_worded(entry.language)
    if (entry.title_supplied and not other and is_others) or entry.segment(TITLE):
        return None
    language = entry.translation.language if entry.translation else target or entry.language
    rendering = Rendering(language, escape(other)) if other else None
    return Segment(TITLE, entry.language, escape(entry.own_title), Role.HEADING, rendering)


def with_headline(entry: Entry, target: Language | None = None) -> tuple[Segment, ...]:
    """Return all of an entry that is translated by itself: its headline, if it has one, and its segments."""
    title = headline(entry, target)
    return (title, *entry.segments) if title else entry.segments


def title_key(entry: Entry) -> str:
    """Return the key that holds the translation of an entry's title."""
    return TITLE if entry.original_title else "translated_title"
