"""What an editor must decide: where an editor and the generator changed the same part of an entry.

Kept in content/.generated/conflicts/ until `chronology resolve` settles it, or an edit that takes the part
out or makes it read as the new version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from generator.content.baselines import is_unsettled, read_baseline
from generator.content.files import read_text, remove, write_text
from generator.content.merging import Conflict, carried_over, has_no_other, remembered, still_open
from generator.content.paths import ContentPaths
from generator.content.same_lines import same_lines
from generator.data_files import parse_json
from generator.errors import InputError
from generator.language.markup import plain
from generator.model import Issue, Severity, Slug
from generator.printable import command

Range = tuple[int, int]
SHOWN = 180
"""Characters of a version that a message shows."""
PLACES = 3
"""So many places of it where two versions differ."""
LEAD = 20
"""Characters of the words before each."""
NEAR, BEHIND = 4, 2
"""So many words that are the same part no places; and so many are shown behind one."""


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
    mine, new = quoted_versions(conflict)
    if conflict.is_older:
        there = mine if conflict.mine else "nothing"
        problem = f"an older version was saved over an update: {there}; the update: {new}"
    elif not conflict.mine:
        problem = f"you took it out, and its source changed; it would be: {new}"
    elif has_no_other(conflict):
        problem = f"you translated it, and its source changed; yours stays, out of date: {mine}"
    elif not conflict.new:
        problem = f"you changed it, and the source does not have it any more; yours stays: {mine}"
    else:
        problem = f"you changed it, and generate would, too; yours stays: {mine}; the new version: {new}"
    option = "--segment" if conflict.segment else "--part"
    remedy = f"run {command('resolve', slug, option, conflict.name, '--keep', 'mine')}"
    remedy = f"correct it, then {remedy}" if has_no_other(conflict) else f"{remedy} (or new)"
    return Issue(Severity.WARNING, f"content/entries/{slug}.md", f"{conflict.name}: {problem}", remedy)


def quoted_versions(conflict: Conflict) -> tuple[str, str]:
    """Return both versions as a message quotes them; of a translation without another, it alone."""
    mine, new = version_in_words(conflict.mine), version_in_words(conflict.new)
    if has_no_other(conflict) and mine.startswith(new):
        mine, new = mine.removeprefix(new).lstrip(), ""
    return differing(mine, new)


def version_in_words(text: str) -> str:
    """Return a version of a part as a person reads it, on one line."""
    return " ".join(plain(text).split())


def differing(one: str, other: str) -> tuple[str, str]:
    """Return two texts as they are quoted in a message: where they differ, with a few words around."""
    texts = one.split(" "), other.split(" ")
    places = _places(*texts)
    shown = places[:PLACES]
    length = SHOWN // max(len(shown), 1)
    mine, new = (
        _quoted(text, [place[side] for place in shown], length, is_all=len(shown) == len(places))
        for side, text in enumerate(texts)
    )
    return mine, new


def _places(one: Sequence[str], other: Sequence[str]) -> list[tuple[Range, Range]]:
    """Return where two texts differ, as numbers of words; what is near one another is one place."""
    found: list[tuple[Range, Range]] = []
    at, other_at = 0, 0
    for end, other_end in [*same_lines(one, other).items(), (len(one), len(other))]:
        if end > at or other_end > other_at:
            mine, new = (at, end), (other_at, other_end)
            if found and at - found[-1][0][1] <= NEAR:
                first = found.pop()
                mine, new = (first[0][0], end), (first[1][0], other_end)
            found.append((mine, new))
        at, other_at = end + 1, other_end + 1
    return found


def _quoted(words: Sequence[str], places: Sequence[Range], length: int, *, is_all: bool) -> str:
    said, end = "", 0
    for start, stop in places:
        first = start
        while first > end and len(" ".join(words[first - 1 : start])) <= LEAD:
            first -= 1
        gap = "… " if first > end else ""
        end = min(stop + BEHIND, len(words))
        text = " ".join(words[first:end])
        said += f"{gap}{text[:length].rstrip()}{'…' if len(text) > length else ''} "
    is_cut = not is_all or end < len(words)
    return f"“{said.rstrip()}{' …' if is_cut and not said.endswith('… ') else ''}”"
