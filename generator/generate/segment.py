"""Turns the kept lines into segments: escaped paragraphs with ids that stay."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.generate.draft import Draft, KeptLine
from generator.language.markup import escape
from generator.model import Role, Segment, SegmentId

BULLET = re.compile(r"^([-–—•·*▪◦])\s+(?!.*\s\1$)")
"""Of an item; "- Kläger -" stands between two signs."""


def segment(draft: Draft) -> Draft:
    """Number the paragraphs from s1 on; a stamp that stands in one is said to."""
    names = [SegmentId(f"s{number}") for number in range(1, len(draft.kept) + 1)]
    kept = {line.number: (name, line.text) for name, line in zip(names, draft.kept, strict=True)}
    stamps = tuple(
        replace(stamp, segment=kept[stamp.line][0], line=None)
        if stamp.line in kept and stamp.quote in kept[stamp.line][1]
        else stamp
        for stamp in draft.stamps
    )
    blocks = (
        Segment(name, draft.language, _markdown(line), line.role)
        for name, line in zip(names, draft.kept, strict=True)
    )
    return replace(draft, stamps=stamps).fill(blocks=tuple(blocks))


def _markdown(line: KeptLine) -> str:
    # A summary is set as one by its role; its bullets would only be read aloud.
    text = BULLET.sub("", line.text) if line.role is Role.SUMMARY else line.text
    return escape(text)
