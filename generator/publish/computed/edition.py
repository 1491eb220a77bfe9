"""What readers of another language than the site's are shown: which titles of entries, which pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePosixPath

from generator.content.library import Library
from generator.model import Entry, Language

OF_THE_CHRONOLOGY = ("entries", "records")
"""Folders whose pages are one document or record each, whatever their names."""


def library_in(library: Library, language: Language | None) -> Library:
    """Return a library whose entries have their titles in a language, as far as they have one in it.

    Args:
        library: as it was loaded.
        language: of an edition; None: the site's own, in which content/ is written.
    """
    if language is None:
        return library
    entries = {slug: entry_in(entry, language) for slug, entry in library.entries.items()}
    return replace(library, entries=entries)


def entry_in(entry: Entry, language: Language) -> Entry:
    """Return an entry with its title in a language first: the document's own, or its translation's."""
    translation = entry.translation
    if entry.language == language and entry.original_title:
        return replace(entry, title=entry.original_title, original_title=None, translated_title=entry.title)
    if translation and translation.language == language and entry.translated_title:
        return replace(entry, title=entry.translated_title, original_title=entry.title, translated_title=None)
    return entry


def edition_of(page: str, codes: Collection[Language]) -> Language | None:
    """Return the language of the edition that alone shows a page, such as `about.de.md`; None: all may.

    Args:
        page: its path inside content/.
        codes: of the editions.
    """
    path = PurePosixPath(page)
    code = Language(path.suffixes[-2].removeprefix(".")) if len(path.suffixes) > 1 else None
    is_own = path.suffix == ".md" and code in codes and path.parts[0] not in OF_THE_CHRONOLOGY
    return code if is_own else None
