"""Finds the names and dates in a draft's texts, once; later stages read them from its passages."""

from __future__ import annotations

from dataclasses import replace

from generator.dates.passages import read_passages
from generator.generate.draft import Draft
from generator.language.markup import plain
from generator.model import SegmentId
from generator.names.index import NameIndex


def annotate(draft: Draft, names: NameIndex) -> Draft:
    """Fill in the passages: the headline and the segments as plain texts, with what is found in them."""
    texts: list[tuple[SegmentId | None, str]] = [(s.id, plain(s.text)) for s in draft.segments]
    if draft.headline:
        texts.insert(0, (None, draft.headline.text))
    return replace(draft, passages=read_passages(texts, draft.language, names, draft.day_first))
