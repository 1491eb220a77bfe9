"""Three-way merge of what the generator wrote last, what an editor made of it, and what it writes now.

Line by line on the Markdown itself, so comments, order and spacing of the editor's file stay. Where
both changed the same lines the editor's stand, and the baseline keeps the old text there: the
difference stays visible (a translation edited before its source changed shows as stale).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.content.same_lines import same_lines

SEGMENT_ID = re.compile(r"^\{: #")
TRANSLATION = re.compile(r"^\{: lang=")
KEY = re.compile(r"^([a-z_]+):(?:\s|$)")


ROUNDS = 8
"""Of merging the outcome again; with lines at random, two are enough for 99 of 100 texts and four for all."""


@dataclass(frozen=True)
class MergeResult:
    """The outcome of a merge."""

    text: str
    """What the file should hold."""
    baseline: str
    """What to remember as last written."""
    conflicts: tuple[str, ...]
    """What the generator would have written where the editor's lines were kept."""


def merge(baseline: str | None, edited: str | None, generated: str) -> MergeResult:
    """Merge an editor's text with newly generated text.

    Args:
        baseline: what the generator wrote last; None when nothing is known of it.
        edited: what the file holds; None when there is no file.
        generated: what the generator would write now.
    """
    if edited is None or edited in (baseline, generated):
        return MergeResult(generated, generated, ())
    if generated == baseline:
        return MergeResult(edited, generated, ())
    if baseline is None:
        return MergeResult(edited, generated, (generated,))
    merged = MergeResult(edited, baseline, ())
    # A line that was moved may be recognised only when its old neighbours are gone.
    for _ in range(ROUNDS):
        before, merged = merged, _merge_lines(merged.baseline, merged.text, generated)
        if merged == before:
            break
    return merged


def _merge_lines(baseline: str, edited: str, generated: str) -> MergeResult:
    base, theirs, ours = (text.splitlines(keepends=True) for text in (baseline, edited, generated))
    text: list[str] = []
    remembered: list[str] = []
    conflicts: list[str] = []
    base_at = their_at = our_at = 0
    in_theirs, in_ours = same_lines(base, theirs), same_lines(base, ours)
    in_all = [(line, in_theirs[line], in_ours[line]) for line in in_theirs if line in in_ours]
    for base_to, their_to, our_to in [*in_all, (len(base), len(theirs), len(ours))]:
        our_lines = ours[our_at:our_to]
        taken, kept = _resolve(base[base_at:base_to], theirs[their_at:their_to], our_lines)
        unchanged = base[base_to : base_to + 1]
        text += taken + unchanged
        remembered += kept + unchanged
        if our_lines not in (kept, taken):
            conflicts.append("".join(our_lines).strip())
        base_at, their_at, our_at = base_to + 1, their_to + 1, our_to + 1
    return MergeResult("".join(text), "".join(remembered), tuple(conflicts))


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
    kept, kept_by_editor = same_lines(was, ours), same_lines(was, theirs)
    if len(kept) < len(ours):
        return None
    dropped = set(range(len(was))) - kept.keys()
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
