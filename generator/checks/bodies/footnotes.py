"""Marks of footnotes that have no note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.checks.bodies.body import Body, Mistake

NOTE = re.compile(r"\s*\[\^([^\]]+)\]:")
MARK = re.compile(r"\[\^([\w.*:-]{1,60})\](?![(*+?{])")
RANGE = re.compile(r"(?:\w-\w)+|\W+")
"""What stands in brackets of a regular expression, and so is no name of a note."""


def check_footnotes(body: Body) -> Iterator[Mistake]:
    """Yield the marks that no note belongs to."""
    if "[^" not in body.text:
        return
    notes = {match[1] for line in body.lines if (match := NOTE.match(line))}
    for number, line in enumerate(body.lines):
        note = NOTE.match(line)
        for match in MARK.finditer(line, note.end() if note else 0):
            if match[1] in notes or RANGE.fullmatch(match[1]):
                continue
            near = get_close_matches(match[1], notes, n=1)
            write = f"write it: [^{match[1]}]: Text of the note, in a line of its own"
            remedy = f"did you mean [^{near[0]}]? else {write}" if near else write
            yield Mistake(number, f"the footnote {match[0]} has no note", remedy)
