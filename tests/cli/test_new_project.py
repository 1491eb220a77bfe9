"""`chronology new FOLDER` makes what every other command works on."""

import json
import os
import tomllib
from contextlib import chdir
from types import SimpleNamespace

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import new_project
from generator.cli.main import main
from generator.cli.new_project import NOWHERE, UNNAMED
from tests.cli.support import ENGLISH, files, run
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("no_package")


def new(folder, *arguments):
    with chdir(folder):
        return CliRunner().invoke(main, ["new", *arguments])


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_is_generated_checked_and_built_without_a_warning(tmp_path, language):
    assert new(tmp_path, "rivers", "--language", language).exit_code == 0
    project = tmp_path / "rivers"
    assert run(project, "generate", "--no-download").exit_code == 0
    assert "0 to look at" in run(project, "check").stdout
    assert "(nothing to mend)" in run(project, "build").stdout
    home = (project / "site/index.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in home
    assert ("Chronik" in home) == (language == "de")
    assert "fonts.g" not in home
    assert not (project / "site/terms.yml").exists()


def test_its_example_is_dated_and_connected(tmp_path):
    assert new(tmp_path, "rivers", "--example").exit_code == 0
    project = tmp_path / "rivers"
    assert run(project, "generate", "--no-download").exit_code == 0
    names = sorted(path.name[:10] for path in (project / "content/entries").glob("*.md"))
    assert names == ["2021-03-18", "2022-10-04", "2024-06-15", "2024-06-15"]
    # No package, no translation; nothing else is left to do.
    assert "1 to look at, 0 of them errors" in run(project, "check").stdout
    assert "(nothing to mend)" in run(project, "build").stdout
    pages = "".join(path.read_text("utf-8") for path in project.glob("site/entries/*/index.html"))
    assert "Same event: both report on 15 June 2024 and name River Day, Mara Ellwood." in pages


def test_name_and_language_are_filled_in(tmp_path):
    assert new(tmp_path, "x", "--name", 'Ports: "old" & *new*', "--language", "de").exit_code == 0
    project = tmp_path / "x"
    assert yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))["site_name"] == 'Ports: "old" & *new*'
    settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["tool"]["chronology"]
    assert settings == {"language": "de", "translate": {"en": "de"}}
    assert '# Ports: "old" & \\*new\\*' in (project / "content/index.md").read_text("utf-8")
    yaml.safe_load((project / ".github/workflows/publish.yml").read_text("utf-8"))


def test_without_a_name_it_is_called_as_its_folder(tmp_path):
    assert new(tmp_path, "old-harbours").exit_code == 0
    assert 'site_name: "old harbours"' in (tmp_path / "old-harbours/mkdocs.yml").read_text("utf-8")


def test_what_is_there_stays_and_then_nothing_is_written(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    before = files(tmp_path)
    result = new(tmp_path, ".")
    assert result.exit_code == 1
    assert "mkdocs.yml: is there already; begin the chronology in another folder" in result.stderr
    assert files(tmp_path) == before


@pytest.mark.parametrize("arguments", [["./entry"], ["--language", "de", "entry"]])
def test_a_folder_may_be_called_as_what_else_can_be_begun(tmp_path, arguments):
    assert new(tmp_path, *arguments).exit_code == 0
    assert (tmp_path / "entry/pyproject.toml").is_file()


@pytest.mark.parametrize("arguments", [["a", "b"], ["a", "--language", "xx"], []])
def test_a_wrong_command_line_writes_nothing(tmp_path, arguments):
    assert new(tmp_path, *arguments).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_commands_find_it_from_any_folder_below(tmp_path):
    new(tmp_path, "rivers")
    seeds = tmp_path / "rivers/seeds"
    (seeds / "a.txt").write_text(ENGLISH, encoding="utf-8")
    # Another project's settings on the way are no chronology's.
    (seeds / "pyproject.toml").write_text("[project]\n")
    (seeds / "pyproject.toml").rename(tmp_path / "rivers/content/pyproject.toml")
    for folder in (seeds, tmp_path / "rivers/content/entries"):
        with chdir(folder):
            assert CliRunner().invoke(main, ["generate", "--no-download"]).exit_code == 0
    assert list((tmp_path / "rivers/content/entries").glob("*.md"))


def test_outside_of_one_commands_say_how_to_begin(tmp_path):
    with chdir(tmp_path):
        result = CliRunner().invoke(main, ["status"])
    assert result.exit_code == 2
    assert "no pyproject.toml here; run the command in a chronology's folder, or begin one" in result.stderr
    assert "chronology new FOLDER" in result.stderr


@pytest.mark.parametrize("command", ["build", "serve"])
def test_without_mkdocs_yml_it_says_what_to_write(project, command):
    result = run(project, command)
    assert result.exit_code == 3
    assert "mkdocs.yml: is missing; chronology new FOLDER writes one" in result.stderr


GIT = {"url": "https://example.org/c.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}


@pytest.mark.parametrize(
    ("installed", "line"),
    [
        (
            {"url": "https://example.org/chronology-0.1.0.whl"},
            "chronology @ https://example.org/chronology-0.1.0.whl",
        ),
        (GIT, "chronology @ git+https://example.org/c.git@abc"),
        ({"url": "file:///home/ann/chronology-0.1.0.whl"}, NOWHERE),
        (None, NOWHERE),
    ],
)
def test_the_workflow_installs_what_was_installed_here(tmp_path, monkeypatch, installed, line):
    said = json.dumps(installed) if installed else None
    monkeypatch.setattr(new_project, "distribution", lambda _: SimpleNamespace(read_text=lambda _: said))
    new(tmp_path, "x")
    assert (tmp_path / "x/requirements.txt").read_text("utf-8").splitlines()[-1] == line


def test_its_options_are_told_and_documented(tmp_path):
    told = new(tmp_path, "x", "--help").stdout
    page = (ROOT / "docs/commands.md").read_text("utf-8")
    assert "chronology new [OPTIONS] FOLDER" in page
    for option in ("--name", "--language", "--example"):
        assert option in told
        assert option in page
    assert list(tmp_path.iterdir()) == []


def test_into_a_link_to_itself_nothing_is_written(tmp_path):
    (tmp_path / "x").symlink_to("x")
    result = new(tmp_path, "x")
    assert result.exit_code == 4
    assert "can't be written (Too many levels of symbolic links)" in result.stderr


def test_a_folder_whose_name_is_no_text_gives_the_site_none(tmp_path):
    folder = os.fsdecode(b"\xff")
    assert new(tmp_path, folder).exit_code == 0
    assert "site_name: " in (tmp_path / folder / "mkdocs.yml").read_text("utf-8")
    assert UNNAMED in (tmp_path / folder / "mkdocs.yml").read_text("utf-8")
