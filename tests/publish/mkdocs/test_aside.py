"""What is asked for is done at once; the rest when nobody asks, or never if it is put off."""

import threading
import time

import pytest

from generator.publish.mkdocs.aside import Aside

PATIENCE = 20


@pytest.fixture
def done():
    return []


@pytest.fixture
def aside():
    aside = Aside(print)
    yield aside
    aside.stop()


def begin(aside, done, works="", put_off=""):
    def named(names):
        return {name: lambda name=name: done.append(name) for name in names.split()}

    aside.begin(named(works), named(put_off), lambda is_whole: done.append(f"end, {is_whole=}"))


def wait_for(done, what):
    end = time.monotonic() + PATIENCE
    while what not in done and time.monotonic() < end:
        time.sleep(0.01)
    assert what in done


@pytest.mark.parametrize(
    ("path", "made"),
    [
        ("entries/b/index.html", ["entries/b/index.html"]),
        ("entries/b", ["entries/b/index.html"]),
        ("search/0a/words.json", ["search/"]),
        ("part/data/entries.json", ["data/"]),
        ("b/index.html", []),
        ("data.html", []),
    ],
)
def test_what_is_asked_for_is_done_at_once(aside, done, path, made):
    begin(aside, done, "a/index.html entries/b/index.html search/", "data/")
    aside.ask(path)
    aside.ask(path)
    assert done == made


def test_the_rest_is_done_in_order_when_nobody_asks_and_then_the_end(aside, done):
    begin(aside, done, "a b c", "data/")
    aside.ask("b")
    wait_for(done, "end, is_whole=True")
    assert done == ["b", "a", "c", "end, is_whole=True"]
    aside.ask("data/")
    assert done[4:] == ["data/"]


def test_nothing_more_is_done_when_it_is_stopped_and_the_end_is_told_once(aside, done):
    begin(aside, done, "a b", "data/")
    aside.ask("a")
    aside.stop()
    aside.stop()
    for name in ("b", "data/"):
        aside.ask(name)
    assert done == ["a", "end, is_whole=False"]


def test_the_end_is_no_work_of_who_stops_it(aside):
    """What interrupts that thread would cut it short, or be dropped where garbage is found."""
    ended = []
    aside.begin({}, {}, lambda _: ended.append(threading.current_thread()))
    aside.stop()
    assert len(ended) == 1
    assert threading.current_thread() not in ended


def test_whoever_asks_waits_for_what_is_being_done(aside, done):
    may_go_on = threading.Event()
    aside.begin({"a": lambda: done.append(may_go_on.wait(PATIENCE))}, {}, lambda _: None)
    asking = threading.Thread(target=aside.ask, args=("a",))
    asking.start()
    threading.Timer(0.05, may_go_on.set).start()
    aside.ask("a")
    asking.join()
    assert done == [True]


def test_what_is_there_is_not_waited_for(aside, done):
    """A page's styles and scripts are asked for while others are made."""
    may_go_on = threading.Event()
    aside.begin({"a": lambda: done.append(may_go_on.wait(PATIENCE))}, {}, lambda _: None)
    asking = threading.Thread(target=aside.ask, args=("a",))
    asking.start()
    aside.ask("assets/x.css")
    assert done == []
    may_go_on.set()
    asking.join()


def test_everything_can_be_had_at_once(aside, done):
    begin(aside, done, "a b", "data/")
    aside.finish()
    assert done == ["data/", "a", "b", "end, is_whole=True"]


def test_what_is_left_waits_again_where_a_build_failed(aside, done):
    """However many fail: the pages stay, also those that nobody asked for yet."""
    begin(aside, done, "a b", "data/")
    aside.ask("b")
    for _ in range(2):
        aside.stop()
        aside.stay()
    for name in ("a", "b", "data/"):
        aside.ask(name)
    assert done == ["b", "end, is_whole=False", "a", "data/"]


@pytest.mark.parametrize("way", [{"works": "folder/x"}, {"put_off": "folder/x"}])
def test_what_fails_is_told_and_done_when_it_is_asked_for_again(tmp_path, done, way):
    """What is left undone is not all."""
    told, file = [], tmp_path / "folder/x"
    aside = Aside(told.append)
    works, put_off = (dict.fromkeys(way.get(kind, "").split(), file.touch) for kind in ("works", "put_off"))
    aside.begin(works, put_off, done.append)
    aside.ask("folder/x")
    assert [type(error) for error in told] == [FileNotFoundError]
    if works:
        wait_for(done, False)
    file.parent.mkdir()
    aside.ask("folder/x")
    assert file.is_file()
    aside.stop()


def test_what_is_both_is_done_in_part_when_nobody_asks(aside, done):
    """Whoever asks has all of it done; what fails then is told once."""
    works = {name: lambda name=name: done.append(f"look at {name}") for name in "abc"}
    put_off = {name: lambda name=name: done.append(f"make {name}") for name in "ab"}
    aside.begin(works, {**put_off, "c": [].pop}, lambda _: done.append("end"))
    aside.ask("b")
    wait_for(done, "end")
    for name in "aac":
        aside.ask(name)
    assert done == ["make b", "look at b", "look at a", "look at c", "end", "make a"]


def test_what_takes_long_gives_way_to_whoever_asks_for_something_else(aside, done):
    has_begun = threading.Event()

    def take_long():
        has_begun.set()
        while "b" not in done:
            aside.give_way()
        done.append("long")

    aside.begin({"long": take_long}, {"b": lambda: done.append("b")}, lambda _: done.append("end"))
    assert has_begun.wait(PATIENCE)
    asking = threading.Thread(target=aside.ask, args=("long",))
    asking.start()
    aside.ask("b")
    asking.join()
    wait_for(done, "end")
    assert done == ["b", "long", "end"]


def test_what_takes_long_is_left_when_nothing_more_is_to_be_done(done):
    told, has_begun = [], threading.Event()

    def go_on():
        has_begun.set()
        while True:
            aside.give_way()

    aside = Aside(told.append)
    aside.begin({"long": go_on}, {}, done.append)
    assert has_begun.wait(PATIENCE)
    aside.stop()
    assert (told, done) == ([], [False])


def test_after_a_build_that_failed_what_takes_long_is_still_done(aside, done):
    """A build stops the work before it; where it fails, what stays is to be done to its end."""

    def take_long():
        aside.give_way()
        done.append("long")

    aside.begin({"long": take_long}, {}, lambda _: None)
    aside.stop()
    aside.stay()
    aside.ask("long")
    assert done == ["long"]
