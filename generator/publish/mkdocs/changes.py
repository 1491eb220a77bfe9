"""When what a page shows was last changed, for the site map: as git knows it, else as the disk does."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from generator.model import Entry, Slug
from generator.publish.computed.site import Site

PATIENCE = 30
"""Seconds that git is waited for."""
DAY = "\x01"
"""Before a day in what git tells; no file's name begins so."""


class Changes:
    """The days on which files of content/ were last changed."""

    def __init__(self, content: Path, site: Site) -> None:
        self._content = content
        self._site = site
        self._days: dict[str, str] = {}

    def day(self, page: str) -> str:
        """Return the day of the last change of a page, as `2024-01-31`; empty where nothing tells it.

        Args:
            page: its file in content/, or where a generated one would be.
        """
        folder, _, name = page.removesuffix(".md").rpartition("/")
        timeline = self._site.timeline
        if folder == "records" and name in self._site.library.records:
            named_by = (one.entry for one in self._site.backlinks.get(Slug(name), ()))
            return max(self._of_file(page), self._of_entries(named_by))
        if folder == "years":
            listed = [entry for year in timeline.years if str(year.number) == name for entry in year.entries]
            return self._of_entries(listed or timeline.undated)
        is_alone = folder == "entries" or (page != "index.md" and (self._content / page).is_file())
        return self._of_file(page) if is_alone else self._of_entries(self._site.library.entries.values())

    def _of_entries(self, entries: Iterable[Entry]) -> str:
        return max((self._of_file(f"entries/{entry.slug}.md") for entry in entries), default="")

    def _of_file(self, name: str) -> str:
        if name not in self._days:
            self._days[name] = self._read(name)
        return self._days[name]

    def _read(self, name: str) -> str:
        if known := self._committed.get(name):
            return known
        try:
            changed = (self._content / name).stat().st_mtime
        except OSError:
            return ""
        return datetime.fromtimestamp(changed, UTC).date().isoformat()

    @cached_property
    def _committed(self) -> dict[str, str]:
        """By file, the day of the last commit that changed it; not of one that was changed since."""
        log = ("log", f"--format={DAY}%cs", "--name-only", "--relative", "--no-renames", "--", ".")
        days: dict[str, str] = {}
        day = ""
        for line in self._git(*log):
            if line.startswith(DAY):
                day = line.removeprefix(DAY)
            elif line:
                days.setdefault(line, day)
        for name in self._git("diff", "--name-only", "--relative", "HEAD", "--", "."):
            days.pop(name, None)
        return days

    def _git(self, *command: str) -> list[str]:
        try:
            done = subprocess.run(
                ["git", "-c", "core.quotePath=false", *command],
                cwd=self._content,
                capture_output=True,
                timeout=PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            return []
        return done.stdout.decode("utf-8", "replace").splitlines()
