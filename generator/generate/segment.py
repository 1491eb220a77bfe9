"""Turns the kept lines into segments: escaped paragraphs with ids that stay."""

from __future__ import annotations

import re

from generator.generate.draft import Draft, KeptLine
from generator.language.markup import escape
from generator.model import Role, Segment, SegmentId

BULLET = re.compile(r"^[-–—•·*▪◦]\s+")


def segment(draft: Draft) -> Draft:
    """Number the paragraphs from s1 on."""
    return draft.fill(
        blocks=tuple(
            Segment(SegmentId(f"s{number}"), draft.language, _markdown(line), line.role)
            for number, line in enumerate(draft.kept, start=1)
        )
    )


def _markdown(line: KeptLine) -> str:
    # A summary is set as one by its role; its bullets would only be read aloud.
    text = BULLET.sub("", line.text) if line.role is Role.SUMMARY else line.text
    return escape(text)
