"""What changed while the site is served, and what follows."""

from __future__ import annotations

import os
import time

import pytest

from generator.publish.mkdocs.watch import Regeneration, changes, in_words, makes_entries, take_snapshot
from generator.settings import load_settings


def test_what_people_change_is_noticed(project):
    settings = load_settings(project)
    names = [
        "seeds/a.txt",
        "seeds/a.yml",
        "content/terms.yml",
        "content/records/r.md",
        "content/entries/e.md",
    ]
    for name in names:
        (project / name).write_text("a", encoding="utf-8")
    hidden = [project / "content/.generated/entries/a.md", project / "content/entries/.#e.md"]
    for path in hidden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a", encoding="utf-8")
    (project / "content/leads-nowhere").symlink_to("nothing")
    before = take_snapshot(settings)
    assert changes(before, take_snapshot(settings)) == []
    (project / names[0]).unlink()
    for name in (*names[1:], "pyproject.toml"):
        os.utime(project / name, ns=(1, 1))
    for path in hidden:
        path.write_text("changed", encoding="utf-8")
    assert changes(before, take_snapshot(settings)) == sorted([*names, "pyproject.toml"])


@pytest.mark.parametrize(
    ("path", "follows"),
    [
        ("seeds/a.yml", True),
        ("content/terms.yml", True),
        ("content/records/r.md", True),
        ("pyproject.toml", True),
        ("content/entries/e.md", False),
        ("content/about.md", False),
    ],
)
def test_entries_are_made_anew_from_what_they_are_made_of_only(path, follows):
    assert makes_entries([path]) is follows
    assert ("generate runs" in in_words([path])) is follows
    assert path in in_words([path])


def test_many_changes_are_told_in_one_line():
    assert in_words([f"content/{n}.md" for n in range(9)]).count(".md") == 5
    assert "and 4 more" in in_words([f"content/{n}.md" for n in range(9)])


def test_generate_runs_beside_the_server(project):
    """A change while it runs is followed by a run; what it says is told."""
    (project / "seeds/a.txt").write_text("A headline of some length\n\nBoth sides met on Monday.\n")
    told = []
    regeneration = Regeneration(project, lambda line, is_failed: told.append((line, is_failed)))
    regeneration.start()
    regeneration.start()
    end = time.monotonic() + 60
    while len([line for line, _ in told if "Entries:" in line]) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    assert [failed for _, failed in told if failed] == []
    assert any("Entries: 0 written, 1 unchanged" in line for line, _ in told)
    regeneration.stop()
