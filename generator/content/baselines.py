"""What the generator made last of each entry, so that a run that is killed in the middle harms nothing.

An entry and its baseline are two files. Before an entry that is there is written, what is to happen is noted
in a journal: the baseline to be, and the entry before and after. Then the entry is written, then the
baseline, and the journal goes. Where a run ends between, the entry tells whether it was written yet.
"""

from __future__ import annotations

import json
from collections import Counter

from generator.content.files import read_text, remove, write_text
from generator.content.git_marks import has_marks_of_git, without_marks_of_git
from generator.content.paths import ContentPaths
from generator.data_files import parse_json

Journal = dict[str, str]
BASELINE, BEFORE, AFTER = "baseline", "before", "after"


def read_baseline(paths: ContentPaths, seed: str, text: str | None) -> str | None:
    """Return what the generator made last of an entry; None when it never did.

    `text`: the entry as it is now; None when there is none.

    Raises:
        InputError: it can't be read.
    """
    path = paths.baseline(seed)
    old = read_text(path, str(path)) if path.exists() else None
    if old and text is not None:
        old = without_marks_of_git(old, text)
    journal = _journal(paths, seed) if text is not None else None
    return journal[BASELINE] if journal and text is not None and _is_written(text, journal) else old


def is_merged(paths: ContentPaths, seed: str) -> bool:
    """Tell whether git left its marks in the baseline of an entry, where two people's were merged."""
    path = paths.baseline(seed)
    return path.exists() and has_marks_of_git(read_text(path, str(path)))


def is_unsettled(paths: ContentPaths, seed: str) -> bool:
    """Tell whether a run ended while it wrote an entry."""
    return paths.journal(seed).exists()


def announce(
    paths: ContentPaths, seed: str, baseline: str, before: str | None, entry: tuple[str, str]
) -> None:
    """Note what is about to be written over an entry that is there.

    Args:
        paths: where files are.
        seed: of the entry.
        baseline: what the generator makes now.
        before: what it made last, as `read_baseline` says.
        entry: the text of its file, before and after.

    Raises:
        WriteError: the file can't be written.
    """
    if is_unsettled(paths, seed) and before is not None:
        # The journal of a run that was killed is written over: what it says is kept.
        write_text(paths.baseline(seed), before)
    if baseline != before or is_unsettled(paths, seed) or is_merged(paths, seed):
        journal = {BASELINE: baseline, BEFORE: entry[0], AFTER: entry[1]}
        write_text(paths.journal(seed), json.dumps(journal, ensure_ascii=False, indent=0) + "\n")


def settle(paths: ContentPaths, seed: str, baseline: str) -> None:
    """Write the baseline of an entry that is written, or about to be for the first time.

    Raises:
        WriteError: it can't.
    """
    write_text(paths.baseline(seed), baseline)
    if is_unsettled(paths, seed):
        remove(paths.journal(seed))


def _journal(paths: ContentPaths, seed: str) -> Journal | None:
    path = paths.journal(seed)
    if not path.exists():
        return None
    try:
        loaded = parse_json(read_text(path, str(path)))
        return {name: str(loaded[name]) for name in (BASELINE, BEFORE, AFTER)}
    except (ValueError, TypeError, KeyError):
        return None


def _is_written(text: str, journal: Journal) -> bool:
    """Tell which of two texts an entry was, before an editor went on with it: by the lines that differ."""
    mine, before, after = (Counter(one.split("\n")) for one in (text, journal[BEFORE], journal[AFTER]))
    put, taken = after - before, before - after
    is_there, is_gone = (
        (put & mine).total() + (taken - mine).total(),
        (taken & mine).total() + (put - mine).total(),
    )
    return is_there > is_gone
