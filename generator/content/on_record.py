"""Of which entries there is what in .generated/, listed once: asking for file after file takes longer."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator.content.paths import ContentPaths, file_name


class OnRecord:
    """What lay in .generated/ when it was listed; what git puts there meanwhile, the next run sees."""

    def __init__(self, paths: ContentPaths) -> None:
        self._entries = _names(paths.baselines)
        self._conflicts = _names(paths.conflicts("").parent)
        self._reviews = _names(paths.review("").parent)
        self._cleaning = _names(paths.cleaning("").parent)

    def has_baseline(self, key: str) -> bool:
        """Tell whether the generator wrote an entry."""
        return f"{file_name(key)}.md" in self._entries

    def is_unsettled(self, key: str) -> bool:
        """Tell whether a run ended while it wrote an entry."""
        return f"{file_name(key)}.json" in self._entries

    def has_conflicts(self, key: str) -> bool:
        """Tell whether there is something for an editor to decide."""
        return f"{file_name(key)}.json" in self._conflicts

    def has_review(self, key: str) -> bool:
        """Tell whether a person's review of an entry is on record."""
        return f"{file_name(key)}.json" in self._reviews

    def has_cleaning(self, key: str) -> bool:
        """Tell whether the lines that cleaning took out are on record."""
        return f"{file_name(key)}.json" in self._cleaning


def _names(folder: Path) -> frozenset[str]:
    with suppress(OSError):
        return frozenset(path.name for path in folder.iterdir())
    return frozenset()
