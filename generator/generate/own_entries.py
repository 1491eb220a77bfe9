"""Translates entries that editors wrote without a seed: below their paragraphs, which stay as they are.

What is added are the translations, the attribute lists that paragraphs lack, and who translated. The
baseline, named after the entry's file, records what a machine made, as for other entries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace

from generator.content import front_matter
from generator.content.authors import machine_made
from generator.content.baselines import announce, read_baseline, settle
from generator.content.body import with_ids
from generator.content.entry_file import dump_entry, load_entry
from generator.content.fields import plain_values
from generator.content.files import read_text, remove, update_text
from generator.content.history import EntryHistory
from generator.content.merging.authors import signed_beside, signed_segments, with_memory
from generator.content.merging.body import merge_body, sign
from generator.content.merging.frame import parts_of
from generator.content.merging.header import key_text, merge_header
from generator.content.merging.page import provenance, signed_in
from generator.content.paths import ContentPaths, file_name, markdown_below
from generator.errors import InputError
from generator.generate.draft import Draft
from generator.generate.keep import Answered, keep_answered, same_paragraphs
from generator.generate.sidecar import Sidecar
from generator.language.markup import plain
from generator.model import Entry, Issue, Language, Severity, Slug

OF_NO_LANGUAGE = Language("-")
TRANSLATION = "translation"


def own_draft(history: EntryHistory) -> Draft | None:
    """Return what of an own entry's text a machine may translate; None where nothing is.

    That is what has no translation, and what it had translated before. A draft waits, and so does an entry
    that a person reviewed: a machine would change what that person answers for.
    """
    entry = history.entry
    segments = tuple(
        replace(segment, rendering=None)
        for segment in entry.segments
        if segment.language == entry.language and (segment.rendering is None or history.before(segment))
    )
    if history.is_left_to_its_editor or not segments:
        return None
    bare = replace(entry, blocks=segments, translation=None)
    # Its title is worded by who wrote it.
    return Draft(bare, (), (), Sidecar(), title_language=OF_NO_LANGUAGE)


def write_translations(draft: Draft, paths: ContentPaths, answered: Answered) -> Iterator[Issue]:
    """Put translations below the paragraphs of an own entry.

    `draft`: translated, as far as that could be done.

    Yields:
        What was done, if anything was.

    Raises:
        WriteError: a file can't be written.
        InputError: the file or its baseline can't be read.
    """
    draft = replace(draft, entry=keep_answered(draft.entry, answered))
    slug, added, baseline = draft.entry.slug, 0, ""

    def update(edited: str | None) -> str:
        nonlocal added, baseline
        before = read_baseline(paths, slug, edited)
        text, baseline, added = _translated(draft, edited or "", before)
        if baseline and text != edited:
            announce(paths, slug, baseline, before, (edited or "", text))
        return text

    if not paths.entry(slug).exists() or draft.entry.translation is None:
        return
    update_text(paths.entry(slug), update)
    if baseline:
        settle(paths, slug, baseline)
    if added > 0:
        by = draft.entry.translation.package or draft.entry.translation.by
        problem = f"{added} of its paragraphs translated by {by}"
        yield Issue(Severity.NOTE, _place(draft.entry), problem, "read it; what you change in it stays")


def forget_deleted(paths: ContentPaths, seeds: Collection[str]) -> None:
    """Remove what is on record of own entries that are gone: the next one of that name is another.

    `seeds`: those that there are; of others that are gone, the record tells that they were deleted.

    Raises:
        WriteError: a file can't be removed.
    """
    there = {f"{file_name(key)}.md" for key in (*seeds, *paths.entry_slugs())}
    for name in markdown_below(paths.baselines, is_deep=False):
        if name not in there:
            path = paths.baselines / name
            with suppress(InputError):
                gone = load_entry(read_text(path, str(path)), Slug(""), str(path))
                if not gone.source.seed:
                    for file in (path, path.with_suffix(".json")):
                        remove(file)


def _translated(draft: Draft, edited: str, before: str | None) -> tuple[str, str, int]:
    """Return an entry's file with translations, its baseline, and how many translations are new.

    Without a baseline nothing is to be written.
    """
    made, page = draft.entry, front_matter.cut(edited)
    mine = load_entry(edited, made.slug, _place(made))
    there = {segment.id: segment.text for segment in mine.segments}
    # It was saved meanwhile: the next run sees it.
    is_other = any(there.get(segment.id) != segment.text for segment in made.segments)
    if page is None or is_other:
        return edited, "", 0
    was = load_entry(before, made.slug, "baseline") if before else None
    was = with_memory(was, draft.by_memory) if was and _is_made_from(was, mine, page.body) else None
    segments = signed_segments(made)
    by_machines = machine_made(was or mine) | machine_made(made) | draft.by_memory
    body = merge_body(
        signed_segments(was), with_ids(page.body, mine.language), segments, by_machines, is_older=False
    )
    made, header = replace(made, translation=provenance(body, made, mine)), page.header
    said = front_matter.dump({TRANSLATION: plain_values(TRANSLATION, made.translation)})
    # Who wrote translations without signing them does not have to sign them now; nor is a key given twice.
    if TRANSLATION not in front_matter.parse(header, _place(made)) and not _translations(mine):
        header += said
    elif was and before and (known := front_matter.cut(before)):
        header = merge_header(key_text(known.header, TRANSLATION), header, said).text
    # What persons translated by themselves stays as it is.
    authors = {name: by for name, by in body.authors.items() if name in segments}
    signed = signed_in(header, _place(made))
    text = page.opening + header + page.closing + sign(body.text, segments, authors, signed)
    added = _translations(load_entry(text, made.slug, _place(made))) - _translations(mine)
    if not added and was is None:
        return edited, "", 0
    remembered = signed_beside(body.baseline, made.translation.by if made.translation else None)
    return text, dump_entry(replace(made, blocks=remembered)), added


def _is_made_from(was: Entry, mine: Entry, body: str) -> bool:
    """Tell whether an entry is the one that a baseline is of, not another that has its name now."""
    has_its_names = not signed_segments(was).keys().isdisjoint(parts_of(body, {}))
    paragraphs = ([plain(one.text) for one in each.segments] for each in (was, mine))
    return has_its_names or bool(same_paragraphs(*paragraphs))


def _translations(entry: Entry) -> int:
    return sum(segment.rendering is not None for segment in entry.segments)


def _place(entry: Entry) -> str:
    return f"content/entries/{entry.slug}.md"
