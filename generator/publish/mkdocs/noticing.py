"""Notices what is saved: at once where the system tells, else by looking twice a second, as MkDocs does.

A look costs the more the more files there are, so where the system tells they are rare; but there are some,
for what it does not tell: what another computer writes, or what lies behind a link.
"""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable
from threading import Event
from typing import Any

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
)
from watchdog.observers.api import BaseObserver, EventEmitter, EventQueue
from watchdog.observers.polling import PollingEmitter
from watchdog.utils import UnsupportedLibcError

INTERVAL = 0.5
"""Seconds between looks where nobody tells."""
SHARE = 0.03
"""Part of the time that is spent looking where the system tells."""
LATE = 0.5
"""Seconds that it may tell later than a look finds it."""
CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]
"""What wakes: reading a file does not."""


def observer() -> BaseObserver:
    """Return what MkDocs' server watches files with."""
    # A folder that is put back is told so once more, in four lines, and is watched all the same.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    return BaseObserver(Look, timeout=INTERVAL)


class Look(PollingEmitter):
    """Looks what changed under a folder when it is woken, and now and then."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._woken, self._has_found, self._took = Event(), False, 0.0
        self._teller: EventEmitter | None = None

    def on_thread_start(self) -> None:
        """Take a first look; ask the system to tell."""
        self._teller = teller_of(self.watch, self._woken.set)
        super().on_thread_start()

    def on_thread_stop(self) -> None:
        """Have it tell no more."""
        self._woken.set()
        if self._teller:
            self._teller.stop()
        self._teller = None

    def queue_event(self, event: FileSystemEvent) -> None:
        """Queue an event."""
        self._has_found = True
        super().queue_event(event)

    def queue_events(self, timeout: float) -> None:
        """Wait, and look what changed."""
        is_told = self._woken.wait(max(timeout, self._took / SHARE) if self._teller else timeout)
        if not self.should_keep_running():
            return
        self._woken.clear()
        self._has_found, began = False, time.monotonic()
        super().queue_events(0)
        self._took = time.monotonic() - began
        if self._teller and self._has_found and not is_told and not self._woken.wait(LATE):
            # The system does not tell what is written here.
            self._teller.stop()
            self._teller = None


def teller_of(watch: Any, tell: Callable[[], None]) -> EventEmitter | None:
    """Return what tells when something under a folder is written; None where the system does not.

    Args:
        watch: of the folder.
        tell: is called then.
    """
    if sys.platform != "linux":
        return None
    try:
        from watchdog.observers.inotify import InotifyEmitter  # there is none elsewhere

        class Teller(InotifyEmitter):
            def queue_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002
                tell()

        teller = Teller(EventQueue(), watch, event_filter=CHANGES)
        teller.start()
    except (OSError, UnsupportedLibcError):  # Too many are watched, or there is no such folder.
        return None
    return teller
