"""A plain `mkdocs build` replaces the published site whole or not at all, as `chronology build` does."""

import contextlib
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from generator.content.lock import writing_into
from tests.integration.support import (
    build,
    build_apart,
    chronology,
    copy_site_frame,
    environment,
    output,
    snapshot,
)

KILLED = """
import os

def on_post_page(output, page, **_):
    if page.url == "about/":
        os.kill(os.getpid(), 9)
    return output
"""
BROKEN = "def on_post_page(output, **_):\n    raise ValueError('a hook that fails')\n"
LATE = "def on_post_build(config, **_):\n    raise ValueError('a hook that fails')\n"


@pytest.fixture
def built(project):
    """A project whose site is built, and then changed."""
    copy_site_frame(project)
    (project / "content/old.md").write_text("# Old\n")
    done = build(project)
    assert done.returncode == 0, output(done)
    assert (project / "site/old/index.html").is_file()
    (project / "content/old.md").unlink()
    (project / "content/new.md").write_text("# New\n")
    return project


def left(project):
    return [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_a_new_site_takes_the_place_of_the_old_one(built):
    (built / "site/.nojekyll").touch()
    assert build(built).returncode == 0
    assert (built / "site/new/index.html").is_file()
    assert (built / "site/search/start.json").is_file()
    assert not (built / "site/old").exists()
    assert (built / "site/.nojekyll").exists()
    assert left(built) == []


def test_what_strict_refuses_keeps_the_old_site(built):
    before = snapshot(built / "site")
    (built / "content/new.md").write_text("# New\n\n[gone](old.md)\n")
    assert build(built).returncode == 1
    assert snapshot(built / "site") == before
    assert left(built) == []
    assert build(built, strict=False).returncode == 0
    assert (built / "site/new/index.html").is_file()


def test_what_strict_refuses_leaves_no_site_where_there_was_none(project):
    copy_site_frame(project)
    (project / "content/new.md").write_text("# New\n\n[gone](old.md)\n")
    assert build(project).returncode == 1
    assert not list((project / "site").rglob("*.html"))
    assert left(project) == []
    assert build(project, strict=False).returncode == 0
    assert (project / "site/new/index.html").is_file()


@pytest.mark.parametrize("hook", [BROKEN, LATE])
def test_what_fails_keeps_the_old_site(built, hook):
    before = snapshot(built / "site")
    add_hook(built, hook)
    assert build(built).returncode != 0
    assert snapshot(built / "site") == before
    assert left(built) == []


def test_a_wrong_setting_keeps_the_old_site_and_is_told_in_a_line(built):
    settings = built / "pyproject.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nnosuch = 1\n", encoding="utf-8")
    done = build(built)
    assert done.returncode != 0
    assert "nosuch" in output(done)
    assert "Traceback" not in output(done)
    assert (built / "site/old/index.html").exists()


def test_what_is_killed_keeps_the_old_site(built):
    before = snapshot(built / "site")
    add_hook(built, KILLED)
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=built, env=environment(), capture_output=True, check=False)
    assert done.returncode == -9
    assert snapshot(built / "site") == before
    add_hook(built, "")
    assert build(built).returncode == 0
    assert (built / "site/new/index.html").is_file()
    assert left(built) == []


def test_another_folder_is_respected(built, tmp_path):
    before = snapshot(built / "site")
    with contextlib.chdir(built):
        done = CliRunner().invoke(mkdocs, ["build", "--site-dir", str(tmp_path / "out/there")])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out/there/new/index.html").is_file()
    assert list((tmp_path / "out").iterdir()) == [tmp_path / "out/there"]
    assert snapshot(built / "site") == before


def test_a_dirty_build_changes_what_is_there(built):
    with contextlib.chdir(built):
        done = CliRunner().invoke(mkdocs, ["build", "--dirty"])
    assert done.exit_code == 0, done.output
    assert (built / "site/new/index.html").is_file()
    assert (built / "site/old/index.html").is_file()


def test_two_at_a_time_are_one_too_many(built, monkeypatch):
    monkeypatch.setattr("generator.content.lock.ATTEMPTS", 1)
    before = snapshot(built / "site")
    with writing_into(built):
        done = build(built)
    assert done.returncode == 1
    assert "another chronology command is writing there" in output(done)
    assert "Traceback" not in output(done)
    assert snapshot(built / "site") == before


def add_hook(project, text):
    (project / "hook.py").write_text(text)
    config = (project / "mkdocs.yml").read_text().partition("\nhooks:")[0]
    (project / "mkdocs.yml").write_text(f"{config}\nhooks: [hook.py]\n" if text else config)


def test_it_is_the_same_site_as_of_our_own_command(project):
    copy_site_frame(project)
    assert chronology(project, "build").returncode == 0
    ours = snapshot(project / "site")
    shutil.rmtree(project / "site")
    shutil.rmtree(project / ".cache")
    assert build_apart(project).returncode == 0
    assert snapshot(project / "site") == ours


def test_a_template_that_fails_ends_the_build_in_a_line(project):
    copy_site_frame(project)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        settings.replace("theme: material", "theme: {name: material, custom_dir: own}"), encoding="utf-8"
    )
    (project / "own").mkdir()
    (project / "own/odd.html").write_text("{{ 1 / 0 }}", encoding="utf-8")
    (project / "content/about.md").write_text("---\ntemplate: odd.html\n---\n\n# About\n", encoding="utf-8")
    result = chronology(project, "build")
    assert result.returncode == 3
    assert result.stderr.splitlines() == [
        "Error: own/odd.html:1: can't be built (ZeroDivisionError: division by zero); mend it",
        "error: mkdocs build: the site was not built, chronology serve shows it; mend what is listed above",
    ]
