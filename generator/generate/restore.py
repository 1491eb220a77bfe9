"""Brings back an entry that was deleted as it was when a run last saw it.

What an editor made of an entry is in its file alone. Of those that were edited each run leaves a copy in
.cache/: it may be deleted, then only what the generator makes comes back, and the sentences that the
translation memory has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content.files import read_exact, remove, write_text
from generator.content.paths import ContentPaths, file_name
from generator.data_files import parse_json, read_bytes
from generator.errors import ChronologyError
from generator.model import Issue, Severity, Slug

KNOWN = "brought back as it was when generate last saw it"
LATER = "what was typed after that is not known here: version control may have it"
MADE_ANEW = "made anew: but for translated sentences, what was typed into it, if anything, is not known here"
ELSEWHERE = "take it from version control, if it was edited"


def keep_copy(cache: Path, paths: ContentPaths, seed: str, slug: Slug, *, is_edited: bool) -> None:
    """Keep a copy of an entry that an editor made something of; none of another.

    Args:
        cache: the folder of what may be lost.
        paths: where files are.
        seed: of the entry.
        slug: its name.
        is_edited: whether it reads otherwise than the generator's.
    """
    path = paths.entry(slug)
    try:
        if is_edited:
            held = {"slug": slug, "text": read_exact(path, str(path))}
            write_text(_copy(cache, seed), json.dumps(held, ensure_ascii=False) + "\n")
        else:
            remove(_copy(cache, seed))
    except ChronologyError:
        # Only a cache.
        return


def bring_back(cache: Path, paths: ContentPaths, seeds: Iterable[str]) -> Iterator[Issue]:
    """Write the copies of deleted entries where they lay; say what comes back.

    Args:
        cache: the folder that has them.
        paths: where files are.
        seeds: of the entries.

    Raises:
        WriteError: a file can't be written.
    """
    for seed in seeds:
        try:
            path = _copy(cache, seed)
            loaded = parse_json(read_bytes(path, str(path)))
            slug, text = Slug(str(loaded["slug"])), str(loaded["text"])
            is_inside = not {"..", "/"}.intersection(Path(slug).parts)
            is_free = is_inside and not paths.entry(slug).exists()
        except (ChronologyError, ValueError, TypeError, KeyError):
            is_free = False
        if is_free:
            write_text(paths.entry(slug), text)
            yield Issue(Severity.NOTE, f"content/entries/{slug}.md", KNOWN, LATER)
        else:
            yield Issue(Severity.NOTE, f"seeds/{seed}", MADE_ANEW, ELSEWHERE)


def _copy(cache: Path, seed: str) -> Path:
    return cache / "entries" / f"{file_name(seed)}.json"
