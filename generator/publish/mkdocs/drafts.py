"""What an editor is not done with: shown under `mkdocs serve`, not published."""

from __future__ import annotations

from dataclasses import replace

from generator.content import front_matter
from generator.content.library import Library
from generator.errors import InputError

DRAFT = "draft"


def without_drafts(library: Library) -> Library:
    """Return what is published of a library."""
    entries = {slug: entry for slug, entry in library.entries.items() if not entry.draft}
    records = {slug: record for slug, record in library.records.items() if not record.draft}
    hidden = library.entries.keys() - entries.keys()
    moved = {old: slug for old, slug in library.moved.items() if slug not in hidden}
    return replace(library, entries=entries, records=records, moved=moved)


def drafts_of(library: Library) -> set[str]:
    """Return the paths inside content/ of entries and records that are not published."""
    entries = {f"entries/{slug}.md" for slug, entry in library.entries.items() if entry.draft}
    return entries | {f"records/{slug}.md" for slug, record in library.records.items() if record.draft}


def is_draft(text: str) -> bool:
    """Tell whether a page's front matter says that it is not to be published."""
    header, _ = front_matter.split(text)
    try:
        return bool(header) and front_matter.parse(header or "", "").get(DRAFT) == "true"
    except InputError:  # said where it is used
        return False
