"""One command at a time writes into content/."""

import os
import signal
import subprocess
import sys

import pytest

from generator.content import lock
from generator.content.lock import writing_into
from generator.errors import WriteError

HOLD = """
import sys, time
from pathlib import Path
from generator.content.lock import writing_into
with writing_into(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(lock, "PAUSE", 0)


@pytest.fixture
def holder(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path / "content")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as one:
        assert one.stdout.readline() == b"held\n"
        yield one
        one.kill()


@pytest.mark.usefixtures("holder")
def test_a_second_command_is_told_to_wait(tmp_path):
    told = "content/: another chronology command is writing there; wait"
    with pytest.raises(WriteError, match=told), writing_into(tmp_path / "content"):
        pass
    assert list((tmp_path / "content").iterdir()) == []


def test_a_killed_command_leaves_no_lock_behind(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with writing_into(tmp_path / "content"):
        pass


def test_a_lock_ends_with_its_block(tmp_path):
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), writing_into(tmp_path / "content"):
            raise ZeroDivisionError


def test_a_folder_that_can_not_be_made_is_named(tmp_path):
    (tmp_path / "content").write_text("a file")
    with pytest.raises(WriteError, match="content: can't be opened"), writing_into(tmp_path / "content"):
        pass


def test_a_file_system_without_locks_stops_nobody(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(lock.fcntl, "flock", refuse)
    with writing_into(tmp_path / "content"):
        pass
