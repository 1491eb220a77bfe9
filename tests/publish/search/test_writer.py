"""The index is written whole, and before the site changes again."""

import threading

from generator.publish.search import IndexWriter


def test_it_is_written_into_the_site(tmp_path):
    IndexWriter(print).write(tmp_path, lambda: [])
    assert (tmp_path / "search/start.json").is_file()


def test_aside_it_is_there_after_waiting(tmp_path):
    may_go_on = threading.Event()
    writer = IndexWriter(print)
    writer.write_aside(tmp_path, lambda: [][: may_go_on.wait(20)])
    assert not (tmp_path / "search").exists()
    may_go_on.set()
    writer.wait()
    assert (tmp_path / "search/start.json").is_file()
    writer.wait()


def test_aside_what_can_not_be_written_is_told(tmp_path):
    (tmp_path / "search").write_text("a file where a folder should be")
    told = []
    writer = IndexWriter(told.append)
    writer.write_aside(tmp_path, lambda: [])
    writer.wait()
    assert len(told) == 1
    assert "search index" in told[0]
