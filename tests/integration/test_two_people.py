"""Two people clone a project, edit, generate and merge with git: whoever merges keeps what both wrote."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.content.memory import load_memory
from generator.content.paths import ContentPaths
from generator.language.markup import plain
from tests.conftest import ROOT
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, THIRD, add_seed, all_issues, edit, entries, entry_path, run

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")


def git(project: Path, *arguments: str, fails: bool = False) -> str:
    done = subprocess.run(
        ["git", *IDENTITY, *arguments], cwd=project, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode != 0) is fails, done.stdout + done.stderr
    return done.stdout


def save(project: Path) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Edited")


@pytest.fixture
def two(project: Path, tmp_path_factory) -> tuple[Path, Path]:
    """A project with two entries, and a clone of it."""
    add_seed(project, "a.txt", FIRST, SECOND, THIRD)
    add_seed(project, "b.txt", THIRD, SECOND)
    shutil.copy(ROOT / ".gitattributes", project)
    (project / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    (project / "content/records/.gitkeep").touch()
    run(project, FakeEngine())
    git(project, "init", "--quiet")
    save(project)
    other = tmp_path_factory.mktemp("clone") / "other"
    git(project, "clone", "--quiet", str(project), str(other))
    return project, other


def translate(project: Path, source: str, words: str) -> None:
    edit(project, "a.txt", f"\\[en\\] {source}", words)
    run(project, FakeEngine())
    save(project)


def text_of(project: Path) -> str:
    return entry_path(project, "a.txt").read_text(encoding="utf-8")


def test_a_correction_changes_no_more_lines_than_it_must(two):
    """The paragraph wherever it stands, who signs it, and the pair in the memory; a baseline follows."""
    anna, _ = two
    edit(anna, "a.txt", f"\\[en\\] {SECOND}", "A week at sea, says the ministry.")
    run(anna, FakeEngine())
    rows = [line.split("\t") for line in git(anna, "diff", "--numstat").splitlines()]
    changed = {name.removeprefix("content/"): (int(new), int(old)) for new, old, name in rows}
    names = [entry_path(anna, seed).name for seed in ("a.txt", "b.txt")]
    assert changed == {
        ".generated/memory.tmx": (1, 1),
        **{f"entries/{name}": (2, 2) for name in names},
        # What the machine had made of it stays on record there.
        **{f".generated/entries/{seed}.md": (3, 3) for seed in ("a.txt", "b.txt")},
    }


def test_different_paragraphs_merge_by_themselves(two):
    anna, ben = two
    translate(anna, FIRST, "Soon, said the spokesperson.")
    (ben / "content/records/marine.md").write_text("---\nkind: body\nname: {en: Navy, de: Marine}\n---\n")
    edit(ben, "a.txt", f"\n{THIRD}\n", f"\n{THIRD}[^1]\n")
    path = entry_path(ben, "a.txt")
    path.write_text(path.read_text(encoding="utf-8") + "\n[^1]: A note by Ben.\n", encoding="utf-8")
    translate(ben, THIRD, "Four ships take part, and two planes.")
    git(anna, "pull", "--quiet", "--no-rebase", "--no-edit", str(ben), "main")
    merged = text_of(anna)
    assert all_issues(run(anna, FakeEngine())) == []
    assert text_of(anna) == merged
    for typed in ("Soon, said", "Four ships", "[^1]: A note by Ben.", f"{THIRD}[^1]"):
        assert typed in merged
    pairs = load_memory(ContentPaths(anna / "content").memory).pairs.values()
    assert sum(pair.is_by_person for pair in pairs) == 2
    # What Ben corrected in the one entry is in the other, too.
    assert plain(entries(anna)["b.txt"].segments[0].rendering.text).startswith("Four ships")


@pytest.mark.parametrize("wins", ["By Anna, a week at sea.", "By Ben, seven days.", "By both: a week."])
def test_of_two_corrections_of_a_sentence_the_one_holds_that_the_merged_entry_has(two, wins):
    anna, ben = two
    translate(anna, SECOND, "By Anna, a week at sea.")
    translate(ben, SECOND, "By Ben, seven days.")
    git(anna, "pull", "--quiet", "--no-rebase", "--no-edit", str(ben), "main", fails=True)
    for seed in ("a.txt", "b.txt"):
        (path,) = (
            one
            for one in (anna / "content/entries").glob("*.md")
            if f"seed: {seed}" in one.read_text(encoding="utf-8")
        )
        text = path.read_text(encoding="utf-8")
        start, end = text.index("<<<<<<< "), text.index(">>>>>>> ")
        end = text.index("\n", end) + 1
        path.write_text(text[:start] + wins + "\n" + text[end:], encoding="utf-8")
    save(anna)
    assert all_issues(run(anna, FakeEngine())) == []
    for seed in ("a.txt", "b.txt"):
        assert wins in entry_path(anna, seed).read_text(encoding="utf-8")
    pairs = load_memory(ContentPaths(anna / "content").memory).pairs
    assert pairs["de", "en", SECOND].target == wins
    baseline = ContentPaths(anna / "content").baseline("a.txt").read_text(encoding="utf-8")
    assert "<<<<<<<" not in baseline
    once = (text_of(anna), baseline)
    run(anna, FakeEngine())
    assert (text_of(anna), ContentPaths(anna / "content").baseline("a.txt").read_text()) == once
