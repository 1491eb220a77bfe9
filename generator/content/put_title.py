"""Puts another translation of its title into an entry's header and leaves the rest of the file as it is."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Any

from generator.content import front_matter
from generator.content.entry_file import load_entry
from generator.content.headline import TITLE, title_key
from generator.content.merging.header import key_text, with_key, with_values
from generator.content.reviewer_in_header import with_header
from generator.errors import InputError
from generator.model import Entry, Slug

BY_HAND = "write the title in by hand"


def put_title(text: str, seen: Entry, words: str, place: str, *, is_shown: bool) -> str:
    """Return an entry's file with another translation of its title.

    Args:
        text: of the file.
        seen: the entry that it was made for.
        words: the translation.
        place: the file, for messages.
        is_shown: whether it is in the site's language: where there was none, it takes the first place.

    Raises:
        InputError: the file can't be read, the title was changed since it was seen, or the header is written
            in a way that can't be changed without touching the rest.
    """
    entry, page = load_entry(text, Slug(""), place), front_matter.cut(text)
    if (entry.own_title, entry.other_title) != (seen.own_title, seen.other_title):
        raise InputError(place, "its title was changed meanwhile", "run the command again")
    values: dict[str, Any] = {title_key(entry): words}
    if is_shown and not entry.other_title:
        values = {TITLE: words, "original_title": entry.title}
    assert page, "it was read"
    header = reduce(_with_value, values.items(), page.header)
    return with_header(page, (header,), replace(entry, **values), place, BY_HAND)


def _with_value(header: str, pair: tuple[str, str]) -> str:
    """Write a key's value as the old one is written; a new key below the title."""
    key, value = pair
    if there := key_text(header, key):
        written = with_values(there, {(): front_matter.inside_braces(value)})
        return with_key(header, key, written or front_matter.dump({key: value}))
    return with_key(header, TITLE, key_text(header, TITLE) + front_matter.dump({key: value}))
