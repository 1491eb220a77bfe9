"""What is done aside is done before the site changes again; what is put off, when somebody asks for it."""

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


def test_what_is_put_off_is_done_once_when_it_is_asked_for():
    done, aside = [], Aside(print)
    aside.put_off(lambda: done.append("old"))
    aside.put_off(lambda: done.append("new"))
    assert done == []
    aside.ask()
    aside.ask()
    assert done == ["new"]


def test_what_is_put_off_is_done_after_what_was_begun():
    done, may_go_on, aside = [], threading.Event(), Aside(print)
    aside.start(lambda: done.append(may_go_on.wait(20)))
    aside.put_off(lambda: done.append("data"))
    threading.Timer(0.05, may_go_on.set).start()
    aside.ask()
    assert done == [True, "data"]


def test_what_is_put_off_is_not_done_while_the_site_changes():
    done, aside = [], Aside(print)
    aside.put_off(lambda: done.append(1))
    aside.wait()
    aside.ask()
    assert done == []


def test_what_was_put_off_waits_again_where_a_build_put_nothing_off():
    """However many builds fail."""
    done, aside = [], Aside(print)
    aside.put_off(lambda: done.append("data"))
    for _ in range(2):
        aside.wait()
        aside.stay()
    aside.ask()
    assert done == ["data"]
    aside.wait()
    aside.start(lambda: None)
    aside.put_off(lambda: done.append("new"))
    aside.stay()
    aside.ask()
    assert done == ["data", "new"]


def test_what_is_put_off_and_fails_is_done_when_it_is_asked_for_again(tmp_path):
    told, folder = [], tmp_path / "data"
    aside = Aside(told.append)
    aside.put_off((folder / "entries.json").touch)
    aside.ask()
    folder.mkdir()
    aside.ask()
    assert (folder / "entries.json").is_file()
    assert len(told) == 1
    assert told[0].endswith("free space or mend rights, then save again")
