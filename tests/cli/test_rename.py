"""`chronology rename`: what leads to an entry follows it."""

import pytest

from generator.content.library import load_library
from tests import kinds
from tests.cli.support import run as chronology
from tests.generate.runs import FIRST, SECOND, add_seed, all_issues, content_of, entry_path, outcomes, run

OWN = (
    "---\ntitle: Own\ndate: '2023'\nlanguage: en\n---\n\n"
    "Mine, see [that]({}.md#s1) and ![a](../assets/a.png).\n"
)


@pytest.fixture
def entries(project):
    add_seed(project, "a.txt", FIRST)
    add_seed(project, "b.txt", SECOND)
    run(project)
    one, other = entry_path(project, "a.txt"), entry_path(project, "b.txt")
    text = other.read_text("utf-8").replace(
        "\nlanguage:", f"\nrelated:\n  - {one.stem}  # mine\n  - {one.stem}-x\nlanguage:"
    )
    other.write_text(
        text + f"\n[It]({one.name}), [x]: y, [far](https://example.org/{one.name})\n\n[x]: {one.name}\n",
        "utf-8",
    )
    (project / "content/index.md").write_text(f"# C\n\n[One](entries/{one.name})\n", "utf-8")
    (project / "content/entries/own.md").write_text(OWN.format(one.stem), "utf-8")
    (project / "content/assets").mkdir()
    (project / "content/assets/a.png").write_bytes(b"x")
    return project, one, other


def moved(project):
    return dict(load_library(project / "content", kinds.TOPIC).moved)


def test_links_and_related_follow(entries):
    project, one, other = entries
    done = chronology(project, "rename", one.stem, "talks")
    assert done.exit_code == 0
    assert f"renamed    content/entries/{one.stem}.md → content/entries/talks.md\n" in done.stdout
    assert not one.exists()
    text = other.read_text("utf-8")
    assert f"related:\n  - talks  # mine\n  - {one.stem}-x\n" in text
    assert "[It](talks.md)" in text
    assert "\n[x]: talks.md\n" in text
    assert f"https://example.org/{one.name}" in text
    assert "[One](entries/talks.md)" in (project / "content/index.md").read_text("utf-8")
    assert "[that](talks.md#s1)" in (project / "content/entries/own.md").read_text("utf-8")
    assert moved(project) == {one.stem: "talks"}
    assert "it is talks now" in chronology(project, "rename", one.stem, "more").stderr
    before = content_of(project)
    assert set(outcomes(run(project)).values()) == {"unchanged"}
    assert content_of(project) == before


def test_an_entry_without_a_seed_goes_into_a_folder_with_its_links(entries):
    project, one, _ = entries
    assert chronology(project, "rename", "own", "content/entries/2023/mine.md").exit_code == 0
    text = (project / "content/entries/2023/mine.md").read_text("utf-8")
    assert text == OWN.format(f"../{one.stem}").replace("../assets", "../../assets")
    assert moved(project) == {"own": "2023/mine"}
    assert chronology(project, "rename", "mine", "own2").exit_code == 0
    assert (project / "content/entries/own2.md").read_text("utf-8") == OWN.format(one.stem)
    assert moved(project) == {"own": "own2", "2023/mine": "own2"}
    assert not [issue for issue in all_issues(run(project)) if "own2" in issue.place]


def test_a_page_keeps_its_windows_line_ends(entries):
    project, one, other = entries
    other.write_bytes(other.read_bytes().replace(b"\n", b"\r\n"))
    chronology(project, "rename", one.stem, "talks")
    data = other.read_bytes()
    assert b"(talks.md)" in data
    assert data.count(b"\r\n") == data.count(b"\n")


@pytest.mark.parametrize("name", ["own", "../x", "/x", "a b", ".x", "index", "", "a//b", "-x"])
def test_a_name_that_is_none_is_refused(entries, name):
    project, one, _ = entries
    before = content_of(project)
    assert chronology(project, "rename", one.stem, "--", name).exit_code == 2
    assert content_of(project) == before
