"""Puts translations, and who reviewed them, into an entry's file and leaves the rest of it as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from typing import Any

from generator.content import front_matter
from generator.content.body import with_ids
from generator.content.entry_file import load_entry
from generator.content.fields import plain_values
from generator.content.headline import TITLE, headline, title_key
from generator.content.merging.body import with_segments
from generator.content.merging.header import key_text, with_key, with_values
from generator.content.merging.words import merge_sentences, merge_words
from generator.errors import InputError
from generator.language.markup import escape, plain
from generator.model import Entry, Language, Rendering, Segment, SegmentId, Slug, Translation, TranslationBy

TRANSLATION, KEY = "translation", "reviewed_by"
BY_HAND = "write it by hand: reviewed_by in translation"


def put_translations(
    text: str,
    seen: Entry,
    baseline: Entry | None,
    words: Mapping[SegmentId, str],
    place: str,
    language: Language | None = None,
    *,
    is_shown: bool = False,
) -> str:
    """Return an entry's file with other translations; of marks that have no place, `reworded` tells before.

    Args:
        text: of the file.
        seen: the entry that the translations were made for.
        baseline: the entry as the generator last wrote it.
        words: the translations as plain text, by paragraph; of the title, too.
        place: the file, for messages.
        language: of translations where there was none; without it, there is none.
        is_shown: whether that is the site's: a title in it takes the first place.

    Raises:
        InputError: the file can't be read, what is translated was changed since it was seen, or the header
            is written in a way that can't be changed without touching the rest.
    """
    entry, page = load_entry(text, Slug(""), place), front_matter.cut(text)
    assert page, "it was read"
    # What the header signs as a machine's is not: an editor's is said beside it.
    is_unsaid = entry.translation and entry.translation.by is not TranslationBy.EDITOR
    by = TranslationBy.EDITOR if is_unsaid else None
    known = {segment.id: segment for segment in seen.segments}
    new: dict[SegmentId, Segment] = {}
    for segment in entry.segments:
        if (wanted := words.get(segment.id)) is None:
            continue
        if known.get(segment.id) != segment:
            raise InputError(place, f"{segment.id} was changed meanwhile", "run the command again")
        if segment.rendering:
            marked = reworded(segment.rendering, wanted) or escape(wanted)
            new[segment.id] = replace(segment, rendering=replace(segment.rendering, text=marked))
        elif language:
            new[segment.id] = replace(segment, rendering=Rendering(language, escape(wanted), by))
    if new:
        was = {segment.id: segment for segment in baseline.segments} if baseline else {}
        # Who wrote an entry need not have named its paragraphs.
        body = page.body if entry.source.seed else with_ids(page.body, entry.language)
        text = page.opening + page.header + page.closing + with_segments(body, was, new)
    if TITLE in words and headline(entry):
        text = put_title(text, seen, words[TITLE], place, is_shown=is_shown)
    return text


def reworded(there: Rendering, wanted: str) -> str | None:
    """Return a translation in other words, with its links, footnotes and emphasis where their words stand.

    None where one of them has no place.
    """
    bare, new = escape(plain(there.text)), escape(wanted)
    merged = merge_words(bare, there.text, new) or merge_sentences(bare, there.text, new, there.language)
    return merged if merged or _has_marks(there.text) else new


def _has_marks(markdown: str) -> bool:
    typed, read = (text.replace("\\", "").split() for text in (markdown, plain(markdown)))
    return typed != read


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
    return with_header(page, (header,), replace(entry, **values), place, "write the title in by hand")


def _with_value(header: str, pair: tuple[str, str]) -> str:
    """Write a key's value as the old one is written; a new key below the title."""
    key, value = pair
    if there := key_text(header, key):
        written = with_values(there, {(): front_matter.inside_braces(value)})
        return with_key(header, key, written or front_matter.dump({key: value}))
    return with_key(header, TITLE, key_text(header, TITLE) + front_matter.dump({key: value}))


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
    if name and not any(segment.rendering for segment in entry.segments):
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
