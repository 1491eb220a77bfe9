"""`chronology resolve`: an editor decides where editor and source changed the same."""

from __future__ import annotations

import pytest

from tests.cli.support import ENGLISH, entries, generate, run
from tests.integration.support import build_as_served, copy_site_frame, parse

pytestmark = pytest.mark.usefixtures("no_package")

MINE, NEW = "lasts for eight days", "lasts for ten days"
MY_TITLE, NEW_TITLE = "A joint exercise", "Ministry announces another joint exercise"


@pytest.fixture
def entry(project):
    """An entry whose title and second paragraph both an editor and the source changed."""
    seed = project / "seeds/en.txt"
    seed.write_text(ENGLISH, encoding="utf-8")
    assert generate(project).exit_code == 0
    path = entries(project)["en.txt"]
    text = path.read_text(encoding="utf-8").replace("lasts for a week", MINE)
    path.write_text(text.replace("title: Ministry announces a joint exercise", f"title: {MY_TITLE}"), "utf-8")
    changed = ENGLISH.replace("lasts for a week", NEW).replace(
        "Ministry announces a joint exercise", NEW_TITLE
    )
    seed.write_text(changed.replace("lasts for a week", NEW), encoding="utf-8")
    assert generate(project).exit_code == 0
    # Its name followed its title.
    return entries(project)["en.txt"]


def test_both_versions_are_shown_until_it_is_decided(project, entry):
    done = run(project, "resolve", entry.stem)
    assert done.exit_code == 0
    for words in ("title, yours:", "title, new:", MINE, NEW, MY_TITLE, NEW_TITLE, "2 to decide"):
        assert words in done.output
    text = entry.read_text(encoding="utf-8")
    assert MINE in text
    assert NEW not in text
    assert run(project, "check").output.count("chronology resolve") == 2


@pytest.mark.parametrize(("keep", "there", "gone"), [("mine", MINE, NEW), ("new", NEW, MINE)])
def test_a_decision_holds(project, entry, keep, there, gone):
    """What was chosen stands in the file, nothing is to be decided, and the next run leaves it."""
    done = run(project, "resolve", entry.stem, "--keep", keep)
    assert "2 decided, 0 to decide" in done.output
    for _ in range(2):
        text = entries(project)["en.txt"].read_text(encoding="utf-8")
        assert there in text
        assert gone not in text
        assert "chronology resolve" not in run(project, "check").output
        assert generate(project).exit_code == 0


def test_one_part_is_decided_and_the_other_waits(project, entry):
    done = run(project, "resolve", str(entry), "--part", "title", "--keep", "new")
    assert "1 decided, 1 to decide" in done.output
    text = entry.read_text(encoding="utf-8")
    assert NEW_TITLE in text
    assert MINE in text
    done = run(project, "resolve", entry.stem, "--segment", "#s2", "--keep", "mine")
    assert "1 decided, 0 to decide" in done.output


def test_typing_on_decides_nothing_and_the_new_version_does(project, entry):
    text = entry.read_text(encoding="utf-8")
    for mine in ("lasts for nine days", "lasts for nine days, it said"):
        entry.write_text(text.replace(MINE, mine), encoding="utf-8")
        done = run(project, "resolve", entry.stem)
        assert mine in done.output
        assert "2 to decide" in done.output
        assert generate(project).exit_code == 0
        assert mine in entry.read_text(encoding="utf-8")
    entry.write_text(text.replace(MINE, NEW), encoding="utf-8")
    assert "1 to decide" in run(project, "resolve", entry.stem).output
    assert generate(project).exit_code == 0
    assert "1 to decide" in run(project, "resolve", entry.stem).output


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("nothing-like-it",), "there is no such entry"),
        (("{}", "--segment", "s99", "--keep", "new"), "is not in conflict; to decide: "),
        (("{}", "--keep", "both"), "'both' is not one of 'mine', 'new'"),
    ],
)
def test_what_can_not_be_decided_is_said(project, entry, arguments, problem):
    before = entry.read_bytes()
    done = run(project, "resolve", *(one.format(entry.stem) for one in arguments))
    assert done.exit_code == 2
    assert problem in done.output
    assert entry.read_bytes() == before


def test_without_a_conflict_there_is_nothing_to_decide(project, entry):
    assert run(project, "resolve", entry.stem, "--keep", "mine").exit_code == 0
    assert "0 to decide" in run(project, "resolve", entry.stem).output
    done = run(project, "resolve", entry.stem, "--segment", "s2")
    assert "nothing is to be decided in this entry" in done.output


def test_the_page_shows_both_versions_to_editors(project, entry):
    copy_site_frame(project)
    folder, said = build_as_served(project)
    assert said.count("chronology resolve") == 2
    (box,) = parse(folder / f"entries/{entry.stem}/index.html").find("section", "entry-conflicts")
    for words in (MINE, NEW, MY_TITLE, NEW_TITLE, "Yours", "New"):
        assert words in box.text
    assert run(project, "resolve", entry.stem, "--keep", "mine").exit_code == 0
    folder, said = build_as_served(project)
    assert "chronology resolve" not in said
    assert not parse(folder / f"entries/{entry.stem}/index.html").find("section", "entry-conflicts")
