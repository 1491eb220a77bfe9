"""What changed while the site is served, and what follows from it.

Entries are made from seeds, sidecars, records, terms and settings: when one of those changes, `generate`
runs in a process of its own, beside the server; what it writes shows like any other change.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread

from generator.printable import printable_line
from generator.settings import Settings

Snapshot = Mapping[str, tuple[int, int]]
"""Files of a project with when they were written and how large they are."""
SETTINGS = "pyproject.toml"
MAKE_ENTRIES = ("seeds/", "content/records/", "content/terms.yml", SETTINGS)
"""Beginnings of paths of what entries are made from."""
SHOWN = 5
"""Paths that a message names."""


def take_snapshot(settings: Settings) -> Snapshot:
    """Return the files that people change: in seeds/ and content/, and the settings."""
    files = (str(settings.root / SETTINGS), *_files(settings.seeds), *_files(settings.content))
    return dict(_stamped(files, f"{settings.root}{os.sep}"))


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (f"{place}{os.sep}{name}" for name in names if not name.startswith("."))


def _stamped(files: Iterable[str], root: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for path in files:
        # What is gone meanwhile is no file, nor is a link that leads nowhere.
        with suppress(OSError):
            found = os.stat(path)  # noqa: PTH116 - of thousands
            yield path.removeprefix(root).replace(os.sep, "/"), (found.st_mtime_ns, found.st_size)


def changes(before: Snapshot, now: Snapshot) -> list[str]:
    """Return the files that are new, gone or written since, in order."""
    return sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))


def in_words(changed: list[str]) -> str:
    """Return what changed, and what follows from it, in a line."""
    more = f" and {len(changed) - SHOWN} more" if len(changed) > SHOWN else ""
    named = printable_line(", ".join(changed[:SHOWN])) + more
    follows = "generate runs, then the pages follow" if makes_entries(changed) else "the pages follow"
    return f"changed: {named}; {follows}"


def makes_entries(changed: Iterable[str]) -> bool:
    """Tell whether entries are made from one of these files."""
    return any(path.startswith(MAKE_ENTRIES) for path in changed)


def watched(settings: Settings) -> list[Path]:
    """Return what is to be watched besides content/."""
    return [settings.root / SETTINGS, settings.seeds]


class Watch:
    """Looks what changed from one build to the next, and has entries follow."""

    def __init__(self, settings: Settings, tell: Callable[[str, bool], None]) -> None:
        self._settings = settings
        self._seen: Snapshot | None = None
        self._must_generate = False
        self._regeneration = Regeneration(settings.root, tell)

    def look(self) -> list[str]:
        """Return what changed since the last look; nothing at the first."""
        now = take_snapshot(self._settings)
        changed = changes(self._seen, now) if self._seen is not None else []
        self._seen = now
        self._must_generate |= makes_entries(changed)
        return changed

    def follow(self) -> None:
        """Start a run of `generate` where what entries are made from changed."""
        # While content/ is gone, what it held may be about to come back.
        if self._must_generate and self._settings.content.is_dir():
            self._must_generate = False
            self._regeneration.start()

    def stop(self) -> None:
        """End what runs."""
        self._regeneration.stop()


class Regeneration:
    """Runs `generate` beside the server, one run at a time."""

    def __init__(self, root: Path, tell: Callable[[str, bool], None]) -> None:
        self._root = root
        self._tell = tell
        self._running: subprocess.Popen[str] | None = None
        self._is_wanted = False
        self._thread: Thread | None = None

    def start(self) -> None:
        """Start a run; while one is running, another follows it."""
        self._is_wanted = True
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End a run: it leaves every file whole."""
        self._is_wanted = False
        if self._running and self._running.poll() is None:
            self._running.terminate()

    def _run(self) -> None:
        # -P: what lies in the project's folder is not imported, whatever it is called.
        command = [
            sys.executable,
            "-P",
            "-m",
            "generator",
            "--project",
            str(self._root),
            "generate",
            "--no-download",
        ]
        while self._is_wanted:
            self._is_wanted = False
            try:
                self._running = subprocess.Popen(
                    command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
                )
                said, _ = self._running.communicate()
            except OSError as error:
                self._tell(f"generate can't be started ({error})", True)
                continue
            for line in said.splitlines():
                self._tell(f"generate: {line}", self._running.returncode != 0)
