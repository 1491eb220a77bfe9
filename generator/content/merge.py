"""Three-way merge of what the generator wrote last, what an editor made of it, and what it writes now.

Line by line on the Markdown itself, so comments, order and spacing of the editor's file stay. Where
both changed the same lines the editor's stand, and the baseline keeps the old text there: the
difference stays visible (a translation edited before its source changed shows as stale).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from merge3 import Merge3

SEGMENT_ID = re.compile(r"^\{: #")
TRANSLATION = re.compile(r"^\{: lang=")
KEY = re.compile(r"^([a-z_]+):(?:\s|$)")


@dataclass(frozen=True)
class Merged:
    """The outcome of a merge."""

    text: str
    """What the file should hold."""
    baseline: str
    """What to remember as last written."""
    conflicts: tuple[str, ...]
    """What the generator would have written where the editor's lines were kept."""


def merge(baseline: str | None, edited: str | None, generated: str) -> Merged:
    """Merge an editor's text with newly generated text.

    Args:
        baseline: what the generator wrote last; None when nothing is known of it.
        edited: what the file holds; None when there is no file.
        generated: what the generator would write now.
    """
    if edited is None or edited in (baseline, generated):
        return Merged(generated, generated, ())
    if generated == baseline:
        return Merged(edited, generated, ())
    if baseline is None:
        return Merged(edited, generated, (generated,))
    return _merge_lines(baseline, edited, generated)


def _merge_lines(baseline: str, edited: str, generated: str) -> Merged:
    base, theirs, ours = (text.splitlines(keepends=True) for text in (baseline, edited, generated))
    text: list[str] = []
    remembered: list[str] = []
    conflicts: list[str] = []
    base_at = their_at = our_at = 0
    # merge3's own merge_regions() does not say where in the base an edited region was.
    for region in Merge3(base, theirs, ours).find_sync_regions():
        base_sync, base_end, their_sync, their_end, our_sync, our_end = region
        was = base[base_at:base_sync]
        their_lines = theirs[their_at:their_sync]
        our_lines = ours[our_at:our_sync]
        taken, kept = _resolve(was, their_lines, our_lines)
        text += taken + base[base_sync:base_end]
        remembered += kept + base[base_sync:base_end]
        if our_lines not in (kept, taken):
            conflicts.append("".join(our_lines).strip())
        base_at, their_at, our_at = base_end, their_end, our_end
    return Merged("".join(text), "".join(remembered), tuple(conflicts))


def _resolve(was: list[str], theirs: list[str], ours: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines to write, and the lines to remember, where base, editor and generator met."""
    if theirs in (was, ours):
        return ours, ours
    if not was and _stand_beside_each_other(theirs, ours):
        return ours + theirs, ours
    if (lines := _line_by_line(was, theirs, ours)) is not None:
        return lines, ours
    left = _without_deleted(was, theirs, ours)
    return (theirs, was) if left is None else (left, ours)


def _line_by_line(was: list[str], theirs: list[str], ours: list[str]) -> list[str] | None:
    """Merge neighbouring lines that only one side changed each; None when both changed one."""
    if not len(was) == len(theirs) == len(ours):
        return None
    merged = []
    for old, their, our in zip(was, theirs, ours, strict=True):
        if our not in (old, their) and their != old:
            return None
        merged.append(our if their == old else their)
    return merged


def _without_deleted(was: list[str], theirs: list[str], ours: list[str]) -> list[str] | None:
    """Take out of an editor's lines those the source no longer has, when that is all it changed.

    None when the source changed more, or the editor changed a line that it dropped.
    """
    changes = SequenceMatcher(None, was, ours, autojunk=False).get_opcodes()
    if any(tag not in ("equal", "delete") for tag, *_ in changes):
        return None
    dropped = {n for tag, start, end, *_ in changes if tag == "delete" for n in range(start, end)}
    kept_by_editor = {
        start + offset: their_start + offset
        for start, their_start, size in SequenceMatcher(
            None, was, theirs, autojunk=False
        ).get_matching_blocks()
        for offset in range(size)
    }
    if not dropped <= kept_by_editor.keys():
        return None
    gone = {kept_by_editor[number] for number in dropped}
    return [line for number, line in enumerate(theirs) if number not in gone]


def _stand_beside_each_other(theirs: list[str], ours: list[str]) -> bool:
    """Tell whether lines that both put in at one place can both stay.

    A new paragraph of the source and an editor's note can, and so can different keys of the front
    matter; two translations of one paragraph can't.
    """
    if any(SEGMENT_ID.search(line) for line in ours):
        return not any(TRANSLATION.match(line) for line in theirs)
    their_keys, our_keys = (
        {match[1] for line in lines if (match := KEY.match(line))} for lines in (theirs, ours)
    )
    return bool(their_keys and our_keys) and not their_keys & our_keys
