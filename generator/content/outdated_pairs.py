"""Pairs of the memory that a machine made with another package than the one that is installed now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache

from generator.content.memory import Key, Memory, Pair
from generator.model import Issue, Language, Severity

PLACE = "content/.generated/memory.tmx"
PackageName = Callable[[Language, Language], str]
"""Returns the name and version of a language pair's package; empty when there is none."""


def outdated_pairs(memory: Memory, installed: PackageName, reviewed: Collection[Key] = ()) -> list[Pair]:
    """Return a machine's pairs that the installed package would make anew.

    Args:
        memory: all pairs.
        installed: the packages there are.
        reviewed: pairs whose translation a person has found good; they stay.
    """
    package = cache(installed)
    return [
        pair
        for pair in memory.pairs.values()
        if not pair.is_by_person
        and pair.key not in reviewed
        and package(pair.source_language, pair.target_language) not in ("", pair.package)
    ]


def outdated_notes(
    pairs: Iterable[Pair], installed: PackageName, remedy: str = "chronology generate --refresh"
) -> Iterator[Issue]:
    """Say in one line for each package what was translated with it, and with what it can be now."""
    counts = Counter((pair.source_language, pair.target_language, pair.package or "") for pair in pairs)
    for (source, target, package), count in sorted(counts.items()):
        sentences = "sentence was" if count == 1 else "sentences were"
        yield Issue(
            Severity.NOTE,
            PLACE,
            f"{count} {sentences} translated with {package or 'an unnamed package'}; "
            f"{installed(source, target)} is installed",
            remedy,
        )
