"""Whatever becomes of .cache/site.sqlite, the site is the one built without it, and nothing is run."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from generator.publish.kept.store import FILE, _sum, pack
from tests.integration.random_edits import seed
from tests.integration.support import build, copy_site_frame, generate_here, make_project, output, snapshot

CUTS = 3
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"
COLUMNS = "i AS kind, i AS name, i AS made_from, i AS value, i AS sum"
SHAPES = (None, 0, True, [], [1], [[]], [[], []], {}, {"a": 1}, ["a", 2, None, {}], [[[1, 2, 3]], {}])


class Runs:
    """Would leave a folder behind if somebody loaded it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return os.mkdir, (str(self._folder),)


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> tuple[Path, bytes, dict[str, bytes]]:
    """A project that was built, what was kept, and its site."""
    project = make_project(tmp_path_factory.mktemp("attacked") / "project")
    copy_site_frame(project)
    for number in range(2):
        (project / f"seeds/{number}.txt").write_text(seed(number), encoding="utf-8")
    assert generate_here(project).exit_code == 0
    done = build(project)
    assert done.returncode == 0, output(done)
    return project, (project / ".cache" / FILE).read_bytes(), snapshot(project / "site")


def kept_file(built) -> Path:
    project, kept, _ = built
    shutil.rmtree(project / ".cache", ignore_errors=True)
    (project / ".cache").mkdir()
    (project / ".cache" / FILE).write_bytes(kept)
    return project / ".cache" / FILE


def check(built) -> None:
    project, _, site = built
    done = build(project)
    assert done.returncode == 0, output(done)
    assert "Traceback" not in output(done)
    assert snapshot(project / "site") == site


@pytest.mark.parametrize("part", range(CUTS))
def test_cut_anywhere(built, part):
    file = kept_file(built)
    file.write_bytes(built[1][: len(built[1]) * part // CUTS])
    check(built)


@pytest.mark.parametrize("part", range(CUTS))
def test_with_wrong_bytes_anywhere(built, part):
    file, data = kept_file(built), bytearray(built[1])
    start = len(data) * part // CUTS
    data[start : start + 300] = b"\xff" * 300
    file.write_bytes(data)
    check(built)


@pytest.mark.parametrize("state", ["absent", "full folder", "pipe", "link to nowhere", "device"])
def test_no_file(built, state):
    file = kept_file(built)
    file.unlink()
    match state:
        case "full folder":
            file.mkdir()
            (file / "x").touch()
        case "pipe":
            os.mkfifo(file)
        case "link to nowhere":
            file.symlink_to("nowhere/x")
        case "device":
            file.symlink_to("/dev/full")
    check(built)


@pytest.mark.parametrize(
    "statements",
    [
        "ALTER TABLE kept RENAME COLUMN value TO other",
        f"DROP TABLE kept; CREATE VIEW kept AS {ENDLESS} {COLUMNS} FROM n",
        f"CREATE TRIGGER t BEFORE INSERT ON kept BEGIN INSERT INTO kept {ENDLESS} i, i, i, i, i FROM n; END",
        "UPDATE kept SET value = 5, sum = 5",
        "UPDATE kept SET made_from = 1.5 WHERE kind = 'program'",
        "UPDATE kept SET name = CAST(CAST(name AS BLOB) || x'ff' AS TEXT) WHERE kind <> 'program'",
        "PRAGMA journal_mode = WAL",
        "PRAGMA encoding = 'UTF-16'; VACUUM",
    ],
)
def test_another_schema_and_other_types(built, statements):
    connection = sqlite3.connect(kept_file(built))
    connection.executescript(statements)
    connection.close()
    check(built)


def put(file: Path, values: list[bytes]) -> None:
    """Have the values take turns in the file, each with its right sum."""
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT kind, name FROM kept WHERE kind <> 'program'").fetchall()
    for row, value in zip(rows, cycle(values), strict=False):
        change = "UPDATE kept SET value = ?, sum = ? WHERE kind = ? AND name = ?"
        connection.execute(change, (value, _sum(value), *row))
    connection.commit()
    connection.close()


@pytest.mark.parametrize("first", range(0, len(SHAPES), 3))
def test_values_of_any_shape_with_right_sums(built, first):
    put(kept_file(built), [*map(pack, SHAPES[first:]), *map(pack, SHAPES[:first])])
    check(built)


def test_values_that_are_none(built, tmp_path):
    deep = zlib.compress(b"[" * 100_000 + b"]" * 100_000)
    loaded = pickle.dumps(Runs(tmp_path / "ran"))
    put(kept_file(built), [pack([1])[:-3], b"", deep, loaded, zlib.compress(loaded)])
    check(built)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("level", ["IMMEDIATE", "EXCLUSIVE"])
def test_another_process_holds_it(built, level):
    holder = sqlite3.connect(kept_file(built))
    holder.execute(f"BEGIN {level}")
    try:
        check(built)
    finally:
        holder.close()
