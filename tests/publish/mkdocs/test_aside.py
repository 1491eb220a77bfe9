"""What is done aside is done before the site changes again."""

import threading

from generator.publish.mkdocs.aside import Aside
from generator.publish.search import write_index


def test_aside_it_is_there_after_waiting(tmp_path):
    may_go_on = threading.Event()
    aside = Aside(print)
    aside.start(lambda: write_index(tmp_path, [][: may_go_on.wait(20)]))
    assert not (tmp_path / "search").exists()
    may_go_on.set()
    aside.wait()
    assert (tmp_path / "search/start.json").is_file()
    aside.wait()


def test_what_can_not_be_written_is_told(tmp_path):
    (tmp_path / "search").write_text("a file where a folder should be")
    told = []
    aside = Aside(told.append)
    aside.start(lambda: write_index(tmp_path, []))
    aside.wait()
    assert len(told) == 1
    assert "search index" in told[0]
