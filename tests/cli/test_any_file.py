"""Every file the program reads or writes, in any state it can be in: a line says so, the rest goes on."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.content.memory import Memory, Pair, dump_memory
from generator.content.paths import ContentPaths
from generator.model import Language, TranslationBy
from tests.integration.support import ROOT, make_project

SEED = """Talks on {what} begin in Berlin

Berlin, Dec. 28, 2023 -- The spokesman said on Thursday that the talks on {what} would begin in January.

The spokesman told reporters that both sides would send a delegate to the talks on {what}, as they did before.
"""
GERMAN = """Ministerin spricht über Handel

Berlin, 28. Dezember 2023 – Die Ministerin sagte am Donnerstag, die Gespräche würden fortgeführt.

Die Sprecherin erklärte außerdem, beide Länder würden ihre Zusammenarbeit künftig vertiefen.
"""
KNOWN = "Die Sprecherin erklärte außerdem, beide Länder würden ihre Zusammenarbeit künftig vertiefen."
COMMANDS = (("generate", "--no-download"), ("status",), ("check",))
SECONDS = 30


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


STATES = {
    "absent": Path.unlink,
    "a folder": _folder,
    "empty": lambda path: path.write_bytes(b""),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 50),
    "huge": lambda path: os.truncate(path, 70_000_000),
    "nested": lambda path: path.write_text("[" * 100_000),
    "a nested header": lambda path: path.write_text(f"---\na: {'[' * 100_000}\n---\nx\n"),
    "another list": lambda path: path.write_text('[[1], {"a": 2}]'),
    "a long number": lambda path: path.write_text("1" * 5000),
    "a link to nowhere": lambda path: _link(path, "nowhere"),
    "a link to itself": lambda path: _link(path, path.name),
    "a pipe": _pipe,
    "unreadable": lambda path: path.chmod(0),
    "read-only": lambda path: path.chmod(0o444),
    "beside an editor's lock": lambda path: (path.parent / f".#{path.name}").symlink_to("a@host.1:2"),
}


def _as_file(path: Path) -> None:
    shutil.rmtree(path)
    path.write_text("x")


def _as_link(path: Path) -> None:
    shutil.rmtree(path)
    path.symlink_to("nowhere")


def _with_folders(path: Path) -> None:
    for name in ("x.md", "x.json", "x.txt", "x.yml"):
        (path / name).mkdir()


FOLDER_STATES = {
    "absent": shutil.rmtree,
    "a file": _as_file,
    "a link to nowhere": _as_link,
    "unreadable": lambda path: path.chmod(0),
    "read-only": lambda path: path.chmod(0o555),
    "holding folders with names of files": _with_folders,
}
FILES = (
    ".cache/generate.json",
    "content/.generated/cleaning/de.txt.json",
    "content/.generated/entries/de.txt.md",
    "content/.generated/memory.tmx",
    "content/.generated/reviewed/de.txt.json",
    "content/entries/2023-12-28-ministerin-spricht-ueber-handel.md",
    "content/records/board.md",
    "content/terms.yml",
    "pyproject.toml",
    "seeds/de.txt",
    "seeds/en.yml",
)
FOLDERS = (
    ".cache",
    "content",
    "content/.generated",
    "content/.generated/cleaning",
    "content/.generated/entries",
    "content/.generated/reviewed",
    "content/entries",
    "content/records",
    "seeds",
)


def run(project: Path, *arguments: str) -> tuple[int, str]:
    def give_up(*_):
        raise TimeoutError(f"{arguments} takes for ever")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(SECONDS)
    try:
        done = CliRunner().invoke(main, ["--project", str(project), *arguments])
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A project with a file of every kind."""
    project = make_project(tmp_path_factory.mktemp("whole") / "project")
    settings = (project / "pyproject.toml").read_text() + "[tool.chronology.kinds]\nbody = {}\n"
    (project / "pyproject.toml").write_text(settings)
    (project / "seeds/de.txt").write_text(GERMAN)
    (project / "seeds/en.txt").write_text(SEED.format(what="trade"))
    (project / "seeds/en.yml").write_text("publisher: Ann\n")
    (project / "content/terms.yml").write_text("terms:\n- {de: Handel, en: trade}\n")
    (project / "content/records/board.md").write_text("---\nkind: body\nname: {en: Board}\n---\n")
    memory = ContentPaths(project / "content").memory
    memory.parent.mkdir()
    pair = Pair(Language("de"), Language("en"), KNOWN, "She said more.", TranslationBy.EDITOR)
    memory.write_text(dump_memory(Memory([pair])))
    assert run(project, "generate", "--no-download")[0] == 0
    assert run(project, "review", "2023-12-28-ministerin-spricht-ueber-handel", "--by", "Ann")[0] == 0
    assert [name for name in FILES if not (project / name).is_file()] == []
    return project


@pytest.fixture
def project(whole, tmp_path, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    copy = shutil.copytree(whole, tmp_path / "project", symlinks=True)
    yield copy
    for name in (*FOLDERS, *FILES):
        if (copy / name).exists() and not (copy / name).is_symlink():
            (copy / name).chmod(0o755)


def check(project: Path) -> None:
    for command in COMMANDS:
        code, said = run(project, *command)
        assert code in (0, 1, 2, 4), (command, said)
        assert "Traceback" not in said, (command, said)
        assert "the program failed" not in said, (command, said)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", FILES)
def test_whatever_state_a_file_is_in(name, state, project):
    (other,) = (project / "content/entries").glob("*talks*")
    STATES[state](project / name)
    check(project)
    assert other.is_file()


@pytest.mark.parametrize("state", FOLDER_STATES)
@pytest.mark.parametrize("name", FOLDERS)
def test_whatever_state_a_folder_is_in(name, state, project):
    FOLDER_STATES[state](project / name)
    check(project)


def test_an_editors_lock_does_not_keep_a_seed_from_being_read(project):
    """Emacs leaves one beside a file while it is edited."""
    (project / "content/records/.#board.md").symlink_to("a@host.1:2")
    (project / "seeds/new.txt").write_text(SEED.format(what="taxes"))
    code, said = run(project, "generate", "--no-download")
    assert code == 0, said
    assert "new " in said


def test_a_list_of_lines_taken_out_is_made_again(project):
    note = project / "content/.generated/cleaning/de.txt.json"
    before = note.read_bytes()
    note.unlink()
    assert run(project, "generate", "--no-download")[0] == 0
    assert note.read_bytes() == before


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-8"])
def test_a_terminal_of_another_encoding_shows_what_it_can(project, encoding):
    import subprocess
    import sys

    (project / "seeds/new.txt").write_text(SEED.format(what="taxes"))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(project), "generate", "--no-download"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"new  " in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_under_the_output_is_told_in_a_line(project):
    import subprocess
    import sys

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "--project", str(project), "status"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr
