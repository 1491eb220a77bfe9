"""Work is shared among copies of the process, and what comes back is as if one had done it."""

import os

import pytest

from generator.publish.kept import forked
from generator.publish.kept.in_place import write_file


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr(forked, "processors", lambda: 2)


def test_results_are_in_the_order_of_the_things():
    things = range(forked.LEAST + 1)
    done = forked.map_forked(lambda part: [(thing, os.getpid()) for thing in part], things)
    assert [thing for thing, _ in done] == list(things)
    assert len({process for _, process in done}) == 2


def test_little_work_is_done_here():
    assert forked.map_forked(lambda part: [os.getpid() for _ in part], range(5)) == [os.getpid()] * 5


def test_what_a_copy_fails_at_is_done_here():
    here = os.getpid()

    def work(part):
        if os.getpid() != here:
            raise ValueError
        return list(part)

    assert forked.map_forked(work, range(forked.LEAST)) == list(range(forked.LEAST))


def test_a_mistake_in_the_work_is_told():
    with pytest.raises(ZeroDivisionError):
        forked.map_forked(lambda part: [1 // 0 for _ in part], range(forked.LEAST))


def test_a_copy_may_send_more_than_once_and_more_than_a_pipe_holds():
    def work(worker):
        worker.send("a" * 300_000)
        worker.send("b")

    worker = forked.Worker(work)
    received = [worker.receive() for _ in range(3)]
    assert [len(one) > 300_000 if one else None for one in received] == [True, False, None]
    worker.end()


def test_a_copy_writes_files_which_can_be_taken_back(tmp_path):
    here = os.getpid()

    def make(write):
        write(b"of a copy" if os.getpid() != here else b"", str(tmp_path / "a"))
        write(b"b" * 100_000, str(tmp_path / "b/c"))

    files = forked.FilesAside(make, write_file)
    assert files.are_written()
    assert (tmp_path / "a").read_bytes() == b"of a copy"
    assert (tmp_path / "b/c").read_bytes() == b"b" * 100_000
    files.end()
    files = forked.FilesAside(make, write_file)
    files.take_back()
    assert not [*tmp_path.rglob("[ac]")]
    files.end()


def test_files_that_can_not_all_be_made_are_not_written(tmp_path):
    def make(write):
        write(b"a", str(tmp_path / "a"))
        raise OSError

    files = forked.FilesAside(make, write_file)
    assert not files.are_written()
    files.take_back()
    files.end()


def test_a_copy_does_what_is_worth_it():
    here = os.getpid()
    with forked.in_copy(os.getpid, is_worth=True) as there, forked.in_copy(os.getpid, is_worth=False) as same:
        assert there() != here == same()


def test_what_one_copy_fails_at_is_done_here():
    here = os.getpid()
    with forked.in_copy(lambda: 1 // (os.getpid() == here), is_worth=True) as done:
        assert done() == 1


def test_where_there_is_no_room_for_a_copy_all_is_done_here(monkeypatch):
    def refuse():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert forked.map_forked(list, range(forked.LEAST)) == list(range(forked.LEAST))
    with forked.in_copy(os.getpid, is_worth=True) as done:
        assert done() == os.getpid()
    files = forked.FilesAside(lambda write: write(b"a", "a"), write_file)
    assert not files.are_written()
    files.end()
