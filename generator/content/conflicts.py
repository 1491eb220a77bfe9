"""What an editor must decide: where an editor and the generator changed the same part of an entry.

Kept in content/.generated/conflicts/ until `chronology resolve` settles it, or an edit that takes the part
out or makes it read as the new version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import takewhile

from generator.content.baselines import is_unsettled, read_baseline
from generator.content.files import read_text, remove, write_text
from generator.content.merging import Conflict, carried_over, remembered, still_open
from generator.content.paths import ContentPaths
from generator.data_files import parse_json
from generator.errors import InputError
from generator.language.markup import plain
from generator.model import Issue, Severity, Slug

SHOWN = 120
"""Characters of a version that a message shows."""
LEAD = 30
"""Of them, about as many before the place where two versions part."""


def load_conflicts(paths: ContentPaths, seed: str) -> tuple[Conflict, ...]:
    """Read the conflicts of a seed's entry as the last run left them.

    Raises:
        InputError: the file is broken.
    """
    path = paths.conflicts(seed)
    if not path.exists():
        return ()
    try:
        loaded = parse_json(read_text(path, str(path)))
        return tuple(
            Conflict(str(one["part"]), str(one["mine"]), str(one["new"]), one.get("older") is True)
            for one in loaded
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            str(path), "is not a list of conflicts", "delete it and .cache/, then run generate"
        ) from error


def save_conflicts(paths: ContentPaths, seed: str, conflicts: Iterable[Conflict]) -> None:
    """Write the conflicts of a seed's entry; none are no file.

    Raises:
        WriteError: it can't be written.
    """
    rows = [
        {"part": one.part, "mine": one.mine, "new": one.new} | ({"older": True} if one.is_older else {})
        for one in conflicts
    ]
    if rows:
        text = json.dumps(rows, ensure_ascii=False, indent=1)
        write_text(paths.conflicts(seed), f"{text}\n")
    elif paths.conflicts(seed).exists():
        remove(paths.conflicts(seed))


def open_conflicts(paths: ContentPaths, seed: str, text: str) -> tuple[Conflict, ...]:
    """Return the conflicts of an entry that no edit has settled, with the editor's part as it reads now.

    Args:
        paths: where files are.
        seed: of the entry.
        text: what its file holds.

    Raises:
        InputError: a file is broken.
    """
    conflicts = load_conflicts(paths, seed)
    return still_open(conflicts, text, read_baseline(paths, seed, text)) if conflicts else ()


def known_conflicts(paths: ContentPaths, seed: str) -> tuple[Conflict, ...]:
    """Return the conflicts that an edit may have settled; what can't be read is found again by a merge."""
    # What a run that was killed wrote down need not be in the file yet.
    if is_unsettled(paths, seed):
        return ()
    try:
        return load_conflicts(paths, seed)
    except InputError:
        return ()


def with_decisions(conflicts: Iterable[Conflict], text: str, baseline: str) -> str:
    """Return a baseline by which conflicts that an edit has settled are none, and the others are found again.

    Args:
        conflicts: as they were kept.
        text: what the entry's file holds.
        baseline: what the generator made last.
    """
    conflicts = tuple(conflicts)
    is_open = {one.part: one for one in still_open(conflicts, text, baseline)}
    for conflict in conflicts:
        now = is_open.get(conflict.part)
        baseline = carried_over(baseline, conflict, now) if now else remembered(baseline, conflict)
    return baseline


def conflict_issue(conflict: Conflict, slug: Slug) -> Issue:
    """Say what there is to decide, with both versions."""
    mine, new = differing(version_in_words(conflict.mine), version_in_words(conflict.new))
    if conflict.is_older:
        there = mine if conflict.mine else "nothing"
        problem = f"an older version was saved over an update: {there}; the update: {new}"
    elif not conflict.mine:
        problem = f"you took it out, and its source changed; it would be: {new}"
    elif not conflict.new:
        problem = f"you changed it, and the source does not have it any more; yours stays: {mine}"
    else:
        problem = f"you changed it, and the source, too; yours stays: {mine}; the new version: {new}"
    option = "--segment" if conflict.segment else "--part"
    return Issue(
        Severity.WARNING,
        f"content/entries/{slug}.md",
        f"{conflict.name}: {problem}",
        f"run chronology resolve {slug} {option} {conflict.name} --keep mine (or new)",
    )


def version_in_words(text: str) -> str:
    """Return a version of a part as a person reads it, on one line."""
    return " ".join(plain(text).split())


def differing(one: str, other: str) -> tuple[str, str]:
    """Return two texts as they are quoted in a message: from shortly before the place where they part."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    start = one.rfind(" ", 0, max(common - LEAD, 0)) + 1
    return _quoted(one, start), _quoted(other, start)


def _quoted(text: str, start: int) -> str:
    end = start + SHOWN
    return f"“{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}”"
