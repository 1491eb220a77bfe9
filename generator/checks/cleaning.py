"""Whether cleaning left out too much of a seed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.left_out import check_left_out
from generator.content.library import Library, as_issue, load_dropped
from generator.content.paths import ContentPaths
from generator.errors import ChronologyError
from generator.model import Issue


def check_cleaning(paths: ContentPaths, library: Library) -> Iterator[Issue]:
    """Warn of the seeds whose entry may lack some of their text."""
    for entry in library.entries.values():
        seed = entry.source.seed
        if not seed:
            continue
        try:
            yield from check_left_out(seed, (one.text for one in entry.segments), load_dropped(paths, seed))
        except ChronologyError as error:
            yield as_issue(error)
