"""What is put aside waits outside of memory, and comes back once."""

import os
import tempfile

import pytest

from generator.publish.kept.shelf import Shelf


def test_data_comes_back_once_in_any_order():
    shelf = Shelf()
    shelf.put("a", b"harbour")
    shelf.put("b", b"mole" * 100_000)
    assert shelf.take("b") == b"mole" * 100_000
    shelf.put("c", b"")
    assert [shelf.take(name) for name in ("a", "c", "a", "d")] == [b"harbour", b"", None, None]
    shelf.put("e", b"pier")
    shelf.close()
    assert shelf.take("e") is None


@pytest.mark.parametrize("room", [0, 3])
def test_what_the_disk_has_no_room_for_is_held(monkeypatch, room):
    class Full:
        def seek(self, *_):
            return 0

        def write(self, data):  # noqa: ARG002
            if not room:
                raise OSError(28, "No space left on device")
            return room

    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: Full())
    shelf = Shelf()
    shelf.put("a", b"harbour")
    assert shelf.take("a") == b"harbour"


def test_a_copy_of_the_process_has_its_own():
    shelf = Shelf()
    if (process := os.fork()) == 0:
        shelf.put("a", b"copy")
        os._exit(0 if shelf.take("a") == b"copy" else 1)
    shelf.put("a", b"here")
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    assert shelf.take("a") == b"here"
    shelf.close()
