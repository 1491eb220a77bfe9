"""Sets or removes `reviewed_by` in an entry's header and leaves the rest of it as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from generator.content import front_matter
from generator.content.entry_file import load_entry
from generator.content.fields import plain_values
from generator.content.merging.header import key_text, with_key, with_values
from generator.errors import InputError
from generator.model import Entry, Slug, Translation, TranslationBy

TRANSLATION, KEY = "translation", "reviewed_by"
BY_HAND = "write it by hand: reviewed_by in translation"


def set_reviewer(text: str, name: str | None, place: str) -> str:
    """Write who reviewed an entry's translation into its header, or take it out.

    Args:
        text: the file.
        name: who did; None to take the name out.
        place: the file, for messages.

    Raises:
        InputError: the entry can't be read or has no translation, or its header is written in a way
            that can't be changed without touching the rest.
    """
    entry = load_entry(text, Slug(""), place)
    if not any(segment.rendering for segment in entry.segments):
        raise InputError(place, "has no translation", "translate it first")
    wanted = _with_reviewer(entry, name)
    page = front_matter.cut(text)
    if wanted == entry or page is None:
        return text
    ways = _headers(page.header, wanted.translation, name, is_signed=entry.translation is not None)
    return with_header(page, ways, wanted, place, BY_HAND)


def with_header(
    page: front_matter.CutPage, ways: Iterable[str], wanted: Entry, place: str, by_hand: str
) -> str:
    """Return a file with the first of several headers that makes it an entry.

    Raises:
        InputError: none does; `by_hand` says what to do.
    """
    for header in ways:
        changed = page.opening + header + page.closing + page.body
        with suppress(InputError):
            if load_entry(changed, Slug(""), place) == wanted:
                return changed
    raise InputError(place, "its front matter can't be changed without touching the rest", by_hand)


def _with_reviewer(entry: Entry, name: str | None) -> Entry:
    translation = entry.translation
    if translation is None:
        if name is None:
            return entry
        # What nobody signed was written by hand: machine output is always signed.
        language = next(s.rendering.language for s in entry.segments if s.rendering)
        translation = Translation(language, TranslationBy.EDITOR)
    return replace(entry, translation=replace(translation, reviewed_by=name))


def _headers(header: str, wanted: Translation | None, name: str | None, *, is_signed: bool) -> Iterator[str]:
    """Yield the ways to write it into a header: one of them fits how that is written."""
    if not is_signed:
        held = front_matter.dump({TRANSLATION: plain_values(TRANSLATION, wanted)})
        yield with_key(header, TRANSLATION, held)
        return
    if name is None:
        yield with_key(header, f"{TRANSLATION}.{KEY}", "")
    written = "null" if name is None else front_matter.inside_braces(name)
    if changed := with_values(key_text(header, TRANSLATION), {(KEY,): written}):
        yield with_key(header, TRANSLATION, changed)
