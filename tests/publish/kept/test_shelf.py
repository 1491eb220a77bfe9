"""Texts wait outside of memory, and come back once."""

import os
import tempfile

from generator.publish.kept.shelf import Shelf


def test_texts_come_back_once_in_any_order():
    shelf = Shelf()
    assert all(shelf.put(name, text) for name, text in (("a", "Hafen “Äöü”"), ("b", "lone \ud800 surrogate")))
    assert shelf.take("b") == "lone \ud800 surrogate"
    assert shelf.put("c", "")
    assert [shelf.take(name) for name in ("a", "c", "a", "d")] == ["Hafen “Äöü”", "", None, None]
    shelf.close()
    assert shelf.take("c") is None


def test_a_full_disk_is_told(monkeypatch):
    def full():
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert not Shelf().put("a", "Hafen")


def test_a_copy_of_the_process_has_texts_of_its_own():
    shelf = Shelf()
    if (process := os.fork()) == 0:
        shelf.put("a", "copy")
        os._exit(0 if shelf.take("a") == "copy" else 1)
    assert shelf.put("a", "here")
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    assert shelf.take("a") == "here"
    shelf.close()
