"""What is saved is noticed, whether the system tells of it or not."""

from __future__ import annotations

import sys
import threading

import pytest
from watchdog.events import FileSystemEventHandler

from generator.publish.mkdocs import noticing
from generator.publish.mkdocs.noticing import observer

PATIENCE, NEVER = 30, 3600.0


class Silent:
    """Tells nothing."""

    def stop(self) -> None:
        """Go on telling nothing."""


@pytest.fixture
def watched(tmp_path):
    """Return what waits for a change in a folder, until it is noticed."""
    noticed, folder = threading.Event(), tmp_path / "content"
    folder.mkdir()
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: None if event.is_directory else noticed.set()
    one = observer()

    def change(name: str) -> bool:
        if not one.is_alive():
            one.schedule(handler, str(folder), recursive=True)
            one.start()
        noticed.clear()
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("changed", encoding="utf-8")
        return noticed.wait(PATIENCE)

    yield change, one
    one.stop()
    one.join()


@pytest.mark.skipif(sys.platform != "linux", reason="told on Linux")
def test_it_is_noticed_when_the_system_tells(watched):
    """Also in a folder that is new."""
    change, one = watched
    one._timeout = NEVER
    assert change("a.md")
    assert change("new/b.md")


def test_it_is_noticed_where_the_system_never_tells(watched, monkeypatch):
    monkeypatch.setattr(noticing, "teller_of", lambda *_: None)
    change, _ = watched
    assert change("a.md")


def test_who_does_not_tell_is_not_waited_for_again(watched, monkeypatch):
    monkeypatch.setattr(noticing, "teller_of", lambda *_: Silent())
    monkeypatch.setattr(noticing, "LATE", 0.0)
    change, one = watched
    assert change("a.md")
    assert change("b.md")
    (look,) = one.emitters
    assert look._teller is None
