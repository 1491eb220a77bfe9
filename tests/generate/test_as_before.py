"""A run over files that are as a run before found them says what that one said; none of them is read."""

import json
import os

import pytest

from generator.content.memory import Memory, Pair, dump_memory
from generator.content.paths import ContentPaths
from generator.generate import as_before, batches, pipeline
from generator.model import TranslationBy
from generator.settings import load_settings
from tests.engines import FakeEngine
from tests.generate.runs import (
    DE,
    EN,
    FIRST,
    RECORD,
    SECOND,
    Engines,
    add_seed,
    all_issues,
    edit,
    entry_path,
    outcomes,
    run,
)

PAIR = dump_memory(Memory([Pair(DE, EN, FIRST, "Words of a person.", TranslationBy.EDITOR)]))


@pytest.fixture
def loaded(monkeypatch):
    """What was loaded, a name for each time; every file counts as old enough."""
    monkeypatch.setattr(as_before, "COARSEST", -(10**12))
    times: list[str] = []
    real = pipeline.load_tables

    def load(*given):
        times.append("tables")
        return real(*given)

    monkeypatch.setattr(pipeline, "load_tables", load)
    return times


@pytest.fixture
def settled(project, loaded):
    """A project with two entries that a run has found nothing to do in."""
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    run(project)
    run(project)
    loaded.clear()
    return project


def kept_in(project):
    kept = json.loads((project / ".cache" / as_before.FILE).read_text(encoding="utf-8"))
    return {key: value for key, value in kept.items() if key != "since"}


def test_nothing_is_loaded_and_the_same_is_said(settled, loaded):
    results = run(settled)
    assert loaded == []
    assert outcomes(results) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    before = kept_in(settled)
    (settled / ".cache" / as_before.FILE).unlink()
    assert run(settled) == results
    assert kept_in(settled) == before


def test_what_an_editor_should_look_at_is_said_again(settled, loaded):
    """A conflict that is open, and a seed that is left out."""
    edit(settled, "a.txt", "gemeinsame", "große")
    add_seed(settled, "a.txt", FIRST.replace("gemeinsame", "jährliche"))
    (settled / "seeds/b.yml").write_text("skip: true\n", encoding="utf-8")
    run(settled)
    results = run(settled)
    loaded.clear()
    assert run(settled) == results
    assert outcomes(results) == {"a.txt": "unchanged", "b.txt": "left out"}
    assert all_issues(results)
    assert loaded == []


def edit_secretly(project):
    """Another text of the same length, and the file's time put back."""
    path = entry_path(project, "a.txt")
    found = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Sprecher", "Sprecheq"), encoding="utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        edit_secretly,
        lambda project: add_seed(project, "a.txt", SECOND),
        lambda project: (project / "seeds/b.txt").unlink(),
        lambda project: (project / "seeds/a.txt").rename(project / "seeds/c.txt"),
        lambda project: (project / "seeds/a.yml").write_text("publisher: Gazette\n", encoding="utf-8"),
        lambda project: (project / "seeds/c.txt").mkdir(),
        lambda project: (project / "content/terms.yml").write_text("terms: []\n", encoding="utf-8"),
        lambda project: ContentPaths(project / "content").baseline("a.txt").unlink(),
        lambda project: (project / ".cache/generate.json").unlink(),
        lambda project: (project / ".cache" / as_before.FILE).write_text("[", encoding="utf-8"),
        lambda project: (project / "pyproject.toml").write_text(
            "[tool.chronology]\nmax_seed_bytes = 9999\n", encoding="utf-8"
        ),
    ],
)
def test_whatever_changed_is_looked_at(settled, loaded, change):
    change(settled)
    run(settled)
    assert loaded


def test_a_package_that_is_there_now_is_used(settled, loaded):
    run(settled, FakeEngine())
    assert loaded


@pytest.fixture
def young(monkeypatch):
    """Every file counts as too young to be told by its times."""
    monkeypatch.setattr(as_before, "COARSEST", 10**12)


@pytest.mark.usefixtures("young")
def test_what_was_just_written_is_told_by_its_text(settled, loaded):
    run(settled)
    loaded.clear()
    run(settled)
    assert not loaded
    edit_secretly(settled)
    run(settled)
    assert loaded


def test_a_run_that_wrote_everything_tells_what_the_next_one_says(project, loaded):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    assert outcomes(run(project)) == {"a.txt": "new", "b.txt": "new"}
    loaded.clear()
    results = run(project)
    assert not loaded
    (project / ".cache" / as_before.FILE).unlink()
    assert run(project) == results


def test_so_does_one_that_wrote_a_new_entry_beside_others(settled, loaded):
    add_seed(settled, "c.txt", FIRST.replace("gemeinsame", "jährliche"))
    run(settled)
    loaded.clear()
    results = run(settled)
    assert not loaded
    (settled / ".cache" / as_before.FILE).unlink()
    assert run(settled) == results


def put_back(project):
    """The run may have read it while it was another."""
    add_seed(project, "a.txt", SECOND)
    add_seed(project, "a.txt", FIRST)


def saved_while(monkeypatch, change):
    """Have something happen when the entries are written, and the run is not over."""
    real = batches.Run.beyond_seeds

    def beyond(self):
        change()
        return real(self)

    monkeypatch.setattr(batches.Run, "beyond_seeds", beyond)


@pytest.mark.usefixtures("young")
@pytest.mark.parametrize(
    "change",
    [
        edit_secretly,
        lambda project: add_seed(project, "b.txt", FIRST.replace("gemeinsame", "jährliche")),
        lambda project: add_seed(project, "c.txt", FIRST.replace("gemeinsame", "jährliche")),
        lambda project: entry_path(project, "a.txt").unlink(),
        lambda project: (project / "seeds/b.txt").unlink(),
        lambda project: (project / "content/terms.yml").write_text("terms: []\n", encoding="utf-8"),
        lambda project: (project / "content/records/navy.md").unlink(),
        lambda project: (project / "seeds/b.yml").unlink(),
        lambda project: (project / "content/entries/other.md").write_text("# Other\n", encoding="utf-8"),
        lambda project: ContentPaths(project / "content").memory.write_text(PAIR, encoding="utf-8"),
        put_back,
    ],
)
def test_what_is_saved_while_it_writes_is_looked_at_by_the_next(project, monkeypatch, change):
    """Though it came when the program had read the file already, and in the same moment."""
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    (project / "seeds/b.yml").write_text("publisher: Gazette\n", encoding="utf-8")
    (project / "content/records").mkdir(exist_ok=True)
    (project / "content/records/navy.md").write_text(RECORD, encoding="utf-8")
    with monkeypatch.context() as patch:
        saved_while(patch, lambda: change(project))
        run(project)
    assert not (project / ".cache" / as_before.FILE).exists()


@pytest.mark.usefixtures("loaded")
def test_what_persons_had_a_hand_in_is_looked_at_twice(settled):
    edit(settled, "a.txt", "gemeinsame", "große")
    add_seed(settled, "c.txt", FIRST.replace("gemeinsame", "jährliche"))
    (settled / ".cache" / as_before.FILE).unlink()
    run(settled)
    assert not (settled / ".cache" / as_before.FILE).exists()


@pytest.mark.usefixtures("loaded")
def test_entries_without_a_seed_are_looked_at_twice(settled):
    """They may be deleted while it writes, and it says how many there are."""
    (settled / "seeds/b.txt").unlink()
    add_seed(settled, "c.txt", FIRST.replace("gemeinsame", "jährliche"))
    (settled / ".cache" / as_before.FILE).unlink()
    run(settled)
    assert not (settled / ".cache" / as_before.FILE).exists()


def test_what_a_link_leads_to_may_change_without_it(settled, loaded, tmp_path):
    (tmp_path / "elsewhere.md").write_text("# Elsewhere\n", encoding="utf-8")
    (settled / "content/elsewhere.md").symlink_to(tmp_path / "elsewhere.md")
    run(settled)
    run(settled)
    assert loaded == ["tables", "tables"]


def test_a_seed_that_failed_is_tried_again(settled, loaded):
    (settled / "seeds/bad.txt").write_bytes(b"\x00")
    run(settled)
    run(settled)
    loaded.clear()
    assert outcomes(run(settled))["bad.txt"] == "failed"
    assert loaded


def test_a_cache_that_can_not_be_written_only_costs_time(settled, monkeypatch):
    monkeypatch.setattr(as_before, "CLOCK", "no such folder/clock")
    assert outcomes(run(settled)) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    assert as_before.state_of(load_settings(settled), Engines()) is None
