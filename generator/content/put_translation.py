"""Puts another translation below a paragraph of an entry and leaves the rest of the file as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.content import front_matter
from generator.content.entry_file import load_entry
from generator.content.merging.body import with_segment
from generator.content.merging.words import merge_words
from generator.language.markup import escape, plain
from generator.model import Entry, SegmentId, Slug


def put_translations(text: str, baseline: Entry | None, words: Mapping[SegmentId, str], place: str) -> str:
    """Return an entry's file with other translations; links and footnotes stay where their words do.

    Args:
        text: of the file.
        baseline: the entry as the generator last wrote it.
        words: the translations as plain text, by paragraph; those without a translation stay without.
        place: the file, for messages.

    Raises:
        InputError: the file can't be read.
    """
    known = {segment.id: segment for segment in baseline.segments} if baseline else {}
    for segment in load_entry(text, Slug(""), place).segments:
        page, wanted = front_matter.cut(text), words.get(segment.id)
        if page is None or wanted is None or segment.rendering is None:
            continue
        there = segment.rendering.text
        marked = merge_words(escape(plain(there)), there, escape(wanted)) or escape(wanted)
        changed = replace(segment, rendering=replace(segment.rendering, text=marked))
        body = with_segment(page.body, known, segment.id, changed)
        text = page.opening + page.header + page.closing + body
    return text
