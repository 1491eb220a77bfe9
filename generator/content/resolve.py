"""Settles what an editor must decide: keeps the editor's version of a part, or takes the generator's."""

from __future__ import annotations

from collections.abc import Collection

from generator.content.baselines import announce, read_baseline, settle
from generator.content.conflicts import load_conflicts, open_conflicts, save_conflicts
from generator.content.entry_file import load_entry
from generator.content.files import read_text, update_text
from generator.content.headline import TITLE, headline, title_key
from generator.content.merging import (
    Conflict,
    is_about_translation,
    keeps_translation,
    remembered,
    still_open,
    with_new,
    without_new_translation,
)
from generator.content.paths import ContentPaths
from generator.errors import InputError
from generator.model import SegmentId, Slug


def resolve(
    paths: ContentPaths, slug: Slug, seed: str, chosen: Collection[Conflict], *, take_new: bool
) -> tuple[Conflict, ...]:
    """Settle conflicts of an entry; return what is left of them to decide.

    Where the new version has no translation, an editor's stays, out of date: whether it holds is to decide.

    `take_new`: whether the generator's version takes the editor's place.

    Raises:
        InputError: the entry can't be read.
        WriteError: a file can't be written.
    """
    place = f"content/entries/{slug}.md"

    before, after = None, ""
    left: list[Conflict] = []
    parts = {one.part for one in chosen}

    def update(edited: str | None) -> str:
        nonlocal before, after, left
        before = before or read_baseline(paths, seed, edited)
        if edited is None or before is None:
            raise InputError(place, "was renamed or deleted meanwhile", "run generate")
        if len(still_open(chosen, edited, before)) < len(chosen):
            raise InputError(place, "was edited meanwhile, which settles it", "run generate")
        text, after, left = edited, before, []
        for conflict in chosen:
            is_stale = take_new and keeps_translation(conflict, after)
            if take_new:
                text = with_new(text, after, conflict)
            if is_stale:
                left.append(without_new_translation(conflict))
            after = remembered(after, conflict, is_stale=is_stale)
        load_entry(text, slug, place)
        announce(paths, seed, after, before, (edited, text))
        others = [one for one in load_conflicts(paths, seed) if one.part not in parts]
        save_conflicts(paths, seed, [*others, *left])
        return text

    update_text(paths.entry(slug), update)
    settle(paths, seed, after)
    return tuple(left)


def settle_translations(
    paths: ContentPaths, slug: Slug, seed: str, translated: Collection[SegmentId]
) -> None:
    """Settle which translation stands, of what was translated anew from what stands above it.

    Raises:
        InputError: the entry can't be read.
        WriteError: a file can't be written.
    """
    place = f"content/entries/{slug}.md"
    text = read_text(paths.entry(slug), place)
    entry = load_entry(text, slug, place)
    title = headline(entry)
    key = title_key(entry) if TITLE in translated and title and title.rendering else None
    chosen = [
        one
        for one in open_conflicts(paths, seed, text)
        if one.part == key or (one.segment in translated and is_about_translation(one))
    ]
    if chosen:
        resolve(paths, slug, seed, chosen, take_new=False)
