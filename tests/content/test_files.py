"""Files are written whole or not at all, and only when something changed."""

import os
import stat
import subprocess
import sys
import textwrap

import pytest

from generator.content.files import (
    TEMPORARY,
    read_text,
    remove_unfinished,
    update_text,
    write_text,
)
from generator.errors import InputError, WriteError
from tests.conftest import ROOT

as_user = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="no permission is denied to root"
)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_as_utf8_with_unix_line_ends(tmp_path):
    path = tmp_path / "new" / "folder" / "x.md"
    assert write_text(path, "Ä\nß\n")
    assert path.read_bytes() == b"\xc3\x84\n\xc3\x9f\n"
    assert names(path.parent) == ["x.md"]


def test_a_file_that_holds_the_text_already_is_not_touched(tmp_path):
    path = tmp_path / "x.md"
    write_text(path, "same\n")
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    before = path.stat()
    assert not write_text(path, "same\n")
    assert not update_text(path, lambda text: text)
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_changed_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    assert write_text(path, "new")
    assert path.read_text("utf-8") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_any_new_file_has(tmp_path):
    write_text(tmp_path / "x.md", "new")
    (tmp_path / "y.md").touch()
    assert (tmp_path / "x.md").stat().st_mode == (tmp_path / "y.md").stat().st_mode


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
def test_when_a_step_fails_the_old_file_is_there_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "x.md"
    path.write_text("old", "utf-8")

    def fail(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises(WriteError, match="No space left on device") as caught:
            write_text(path, "new")
    assert caught.value.place == str(path)
    assert caught.value.exit_code == 4
    assert path.read_text("utf-8") == "old"
    assert names(tmp_path) == ["x.md"]


def test_on_an_interrupt_the_old_file_is_there(tmp_path, monkeypatch):
    path = tmp_path / "x.md"
    path.write_text("old", "utf-8")

    def interrupt(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_text(path, "new")
    assert path.read_text("utf-8") == "old"
    remove_unfinished(tmp_path)
    assert names(tmp_path) == ["x.md"]


def test_a_full_disk_leaves_the_old_file(tmp_path):
    """The kernel itself refuses the write: no file of this process may grow beyond 64 kB."""
    pytest.importorskip("resource")
    path = tmp_path / "x.md"
    path.write_text("old", "utf-8")
    program = textwrap.dedent("""
        import resource, sys
        from pathlib import Path
        from generator.content.files import write_text
        from generator.errors import WriteError

        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        try:
            write_text(Path(sys.argv[1]), "x" * 1_000_000)
        except WriteError as error:
            print(error)
            sys.exit(error.exit_code)
    """)
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (WriteError.exit_code, "")
    assert done.stdout.startswith(f"{path}: can't be written (")
    assert path.read_text("utf-8") == "old"
    assert names(tmp_path) == ["x.md"]


def test_a_folder_in_the_way_is_a_write_error(tmp_path):
    (tmp_path / "x.md").mkdir()
    with pytest.raises(WriteError):
        write_text(tmp_path / "x.md", "new")
    assert names(tmp_path) == ["x.md"]


def test_a_file_where_a_folder_should_be_is_a_write_error(tmp_path):
    (tmp_path / "folder").write_text("a file", "utf-8")
    with pytest.raises(WriteError):
        write_text(tmp_path / "folder" / "x.md", "new")


@as_user
def test_a_folder_without_permission_is_a_write_error(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WriteError, match="mend rights"):
            write_text(tmp_path / "x.md", "new")
    finally:
        tmp_path.chmod(0o700)


def test_an_update_sees_the_present_text(tmp_path):
    path = tmp_path / "x.md"
    assert update_text(path, lambda text: "first" if text is None else "wrong")
    assert update_text(path, lambda text: f"{text}, second")
    assert path.read_text("utf-8") == "first, second"


def test_an_update_is_asked_again_when_the_file_changes_meanwhile(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("first", "utf-8")
    seen = []

    def update(text):
        seen.append(text)
        if len(seen) == 1:
            path.write_text("an editor's save", "utf-8")
        return f"{text} + generated"

    assert update_text(path, update)
    assert seen == ["first", "an editor's save"]
    assert path.read_text("utf-8") == "an editor's save + generated"


def test_an_update_is_asked_again_when_the_file_appears_or_goes_meanwhile(tmp_path):
    path = tmp_path / "x.md"
    seen = []

    def update(text):
        seen.append(text)
        if len(seen) == 1:
            path.write_text("appeared", "utf-8")
        elif len(seen) == 2:
            path.unlink()
        return "generated"

    assert update_text(path, update)
    assert seen == [None, "appeared", None]
    assert path.read_text("utf-8") == "generated"


def test_a_file_that_keeps_changing_is_given_up_as_it_is(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("0", "utf-8")
    asked = 0

    def update(text):
        nonlocal asked
        asked += 1
        path.write_text(f"edit {asked}", "utf-8")
        return f"{text}, generated"

    with pytest.raises(WriteError, match="keeps changing"):
        update_text(path, update)
    assert asked == 5
    assert path.read_text("utf-8") == "edit 5"


def test_an_update_that_refuses_leaves_the_file(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("old", "utf-8")

    def refuse(_text):
        raise InputError("x.md", "broken", "mend it")

    with pytest.raises(InputError):
        update_text(path, refuse)
    assert path.read_text("utf-8") == "old"


def test_an_update_of_a_file_with_windows_line_ends_that_changes_nothing_leaves_it(tmp_path):
    """An editor on Windows saved it: that alone is no change."""
    path = tmp_path / "x.md"
    path.write_bytes(b"one\r\ntwo\r\n")
    assert not update_text(path, lambda text: text)
    assert path.read_bytes() == b"one\r\ntwo\r\n"


def test_text_is_read_with_unix_line_ends(tmp_path):
    path = tmp_path / "x.md"
    path.write_bytes("Ä\r\nß\n".encode())
    assert read_text(path, "x.md") == "Ä\nß\n"


def test_a_file_that_is_not_utf8_is_refused_with_the_place(tmp_path):
    path = tmp_path / "x.md"
    path.write_bytes(b"abc\xe4\n")
    with pytest.raises(InputError, match=r"content/x\.md: not UTF-8 \(byte 3\); save the file"):
        read_text(path, "content/x.md")


def test_a_file_that_can_not_be_read_is_refused_with_the_place(tmp_path):
    with pytest.raises(InputError, match=r"content/x\.md: can't be read"):
        read_text(tmp_path / "missing.md", "content/x.md")
    with pytest.raises(InputError, match=r"content/x\.md: can't be read"):
        read_text(tmp_path, "content/x.md")


def test_what_a_killed_run_left_is_removed_and_nothing_else(tmp_path):
    for name in (f"{TEMPORARY}a", f"sub/{TEMPORARY}b", "x.md", ".hidden", "sub/y.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    remove_unfinished(tmp_path)
    assert names(tmp_path) == [".hidden", "sub", "x.md"]
    assert names(tmp_path / "sub") == ["y.md"]
    remove_unfinished(tmp_path / "missing")


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path):
    (tmp_path / "elsewhere.md").write_text("old")
    (tmp_path / "x.md").symlink_to("elsewhere.md")
    assert write_text(tmp_path / "x.md", "new")
    assert update_text(tmp_path / "x.md", lambda text: f"{text}er")
    assert (tmp_path / "x.md").is_symlink()
    assert (tmp_path / "elsewhere.md").read_text() == "newer"


def test_a_pipe_in_place_of_a_file_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "x.md")
    with pytest.raises(WriteError, match="a pipe"):
        write_text(tmp_path / "x.md", "new")
