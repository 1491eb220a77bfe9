"""A file that was opened before an update of its source, and saved over it."""

import pytest

from tests.cli.support import run as chronology
from tests.engines import FakeEngine
from tests.generate.runs import (
    FIRST,
    SECOND,
    THIRD,
    add_seed,
    all_issues,
    content_of,
    edit,
    entries,
    entry_path,
    forget,
    outcomes,
    run,
    states,
)

TOLD = "an older version of it was saved over an update from its source"
NEWER = SECOND.replace("eine Woche", "zwei Wochen")


@pytest.fixture
def saved_over(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    path = entry_path(project, "a.txt")
    old = path.read_text("utf-8")
    add_seed(project, "a.txt", FIRST, NEWER, THIRD)
    run(project, FakeEngine())
    path.write_text(old, "utf-8")
    return path


def test_check_tells_before_the_next_run(project, saved_over):
    assert f"{saved_over.name}: {TOLD}; run chronology generate" in chronology(project, "check").output


@pytest.mark.usefixtures("saved_over")
def test_the_next_run_tells_and_asks_about_each_paragraph(project):
    told = [str(issue) for issue in all_issues(run(project, FakeEngine()))]
    assert any(TOLD in one for one in told)
    assert any("s2: an older version was saved over an update: " in one for one in told)
    assert any("s3: an older version was saved over an update: nothing; the update: " in one for one in told)
    assert not any(": s1: " in one for one in told)
    once = content_of(project)
    forget(project)
    again = [str(issue) for issue in all_issues(run(project, FakeEngine()))]
    assert content_of(project) == once
    assert sum("an older version was saved over" in one for one in again) == 2
    assert not any(TOLD in one for one in again)


def test_what_came_back_is_no_persons(project, saved_over):
    run(project, FakeEngine())
    run(project, FakeEngine())
    assert "by=editor" not in saved_over.read_text("utf-8")
    assert 'creationid="editor"' not in (project / "content/.generated/memory.tmx").read_text("utf-8")
    assert set(states(project, "a.txt")) == {"machine"}


def test_a_decision_about_a_paragraph_forgets_no_record_of_another(project):
    """What a machine made of a paragraph that is gone is recorded at one that is there, and may come back."""
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    path = entry_path(project, "a.txt")
    old = path.read_text("utf-8")
    add_seed(project, "a.txt", FIRST, NEWER)
    run(project, FakeEngine())
    newer = path.read_text("utf-8")
    path.write_text(old, "utf-8")
    add_seed(project, "a.txt", NEWER)
    run(project, FakeEngine())
    assert FIRST not in path.read_text("utf-8")
    # It decides what was asked. The memory, which would know, is lost.
    path.write_text(newer, "utf-8")
    (project / "content/.generated/memory.tmx").unlink()
    run(project, FakeEngine())
    assert f"\n{FIRST}\n" in path.read_text("utf-8")
    assert "by=editor" not in path.read_text("utf-8")


@pytest.mark.parametrize(("keep", "there", "gone"), [("new", NEWER, SECOND), ("mine", SECOND, NEWER)])
def test_it_is_decided_once(project, saved_over, keep, there, gone):
    run(project, FakeEngine())
    assert chronology(project, "resolve", saved_over.stem, "--keep", keep).exit_code == 0
    told = [str(issue) for issue in all_issues(run(project, FakeEngine()))]
    text = saved_over.read_text("utf-8")
    assert there in text
    assert gone not in text
    assert (THIRD in text) is (keep == "new")
    assert not any("older version" in one for one in told)
    assert entries(project)["a.txt"].source.sha256 in text


def test_whoever_goes_on_typing_in_it_is_still_asked(project, saved_over):
    """It is an edit of the older version now, and what was typed is the editor's."""
    run(project, FakeEngine())
    edit(project, "a.txt", f"\n{SECOND}\n", f"\n{SECOND} Auch am Freitag.\n")
    for _ in range(2):
        told = [str(issue) for issue in all_issues(run(project, FakeEngine()))]
        assert any(
            "s2: you changed it, and generate would, too; " in one and "zwei Wochen" in one for one in told
        )
        assert f"\n{SECOND} Auch am Freitag.\n" in saved_over.read_text("utf-8")
        assert "by=editor" not in saved_over.read_text("utf-8")
        forget(project)


def test_what_is_from_before_its_seed_was_renamed_names_the_seed_as_it_is_called(project, saved_over):
    old = saved_over.read_text("utf-8")
    run(project, FakeEngine())
    (project / "seeds/a.txt").rename(project / "seeds/b.txt")
    run(project, FakeEngine())
    saved_over.write_text(old, "utf-8")
    run(project, FakeEngine())
    assert "\n  seed: b.txt\n" in saved_over.read_text("utf-8")
    assert "s2: an older version was saved over an update" in chronology(project, "check").output
    once = content_of(project)
    forget(project)
    run(project, FakeEngine())
    assert content_of(project) == once


def test_what_is_from_before_its_seed_was_renamed_twice_names_it_as_it_is_called(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    path = entry_path(project, "a.txt")
    old = path.read_text("utf-8")
    for former, name in (("a.txt", "b.txt"), ("b.txt", "c.txt")):
        (project / "seeds" / former).rename(project / "seeds" / name)
        path.write_text(old, "utf-8")
        run(project, FakeEngine())
    assert "\n  seed: c.txt\n" in path.read_text("utf-8")
    forget(project)
    assert outcomes(run(project, FakeEngine())) == {"c.txt": "unchanged"}


def test_an_edit_from_before_the_update_is_no_older_version(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    edit(project, "a.txt", f"\n{FIRST}\n", f"\n{FIRST} Auch am Freitag.\n")
    add_seed(project, "a.txt", FIRST, NEWER)
    told = [str(issue) for issue in all_issues(run(project, FakeEngine()))]
    assert not any("older version" in one for one in told)
    edit(project, "a.txt", f"\n{NEWER}\n", f"\n{NEWER} Mehr.\n")
    assert not any("older" in str(issue) for issue in all_issues(run(project, FakeEngine())))


def test_the_hash_is_put_right_and_nothing_else_of_the_header(project, saved_over):
    text = saved_over.read_text("utf-8")
    sha = entries(project)["a.txt"].source.sha256
    text = text.replace(sha, "'e'").replace("\nlanguage:", "\nsummary: Heere, see here.\nlanguage:")
    saved_over.write_bytes(text.replace("\n", "\r\n").encode())
    run(project, FakeEngine())
    after = saved_over.read_bytes().decode()
    assert "summary: Heere, see here.\r\n" in after
    assert "sha256: 'e'" not in after
    assert entries(project)["a.txt"].source.sha256 != sha
    assert after.count("\n") == after.count("\r\n")
