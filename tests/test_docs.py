"""The pages for people: what they link to is there, and what they tell to type exists."""

import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from generator import __version__
from tests.cli.test_main import COMMANDS
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)(?:#([\w-]+))?\)")
LOADED = re.compile(r'<(?:script|img|link rel="stylesheet")[^>]+(?:src|href)="(https?:[^"]+)')
SMALL = 100_000
"""Bytes of a picture."""


def headings(page: Path) -> set[str]:
    lines = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        path = page.parent / target
        assert path.exists(), target
        assert not anchor or anchor in headings(path), f"{target}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page):
    for words in re.findall(
        r"(?:^|`|bin/)chronology ((?:[a-z]+ ?)+)", page.read_text(encoding="utf-8"), re.MULTILINE
    ):
        first, second = [*words.split(), ""][:2]
        assert first in COMMANDS or f"{first} {second}" in COMMANDS, words


def test_pictures_are_small_and_shown():
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for path in (ROOT / "docs/pictures").iterdir():
        assert path.stat().st_size < SMALL
        assert f"pictures/{path.name}" in text


def test_the_page_of_commands_is_made_from_the_program():
    made = runpy.run_path(str(ROOT / "docs/commands.py"))["page"]()
    assert (ROOT / "docs/commands.md").read_text(encoding="utf-8") == made, "run python docs/commands.py"


def test_they_are_a_site_without_a_warning(tmp_path):
    """Every page is in its menu, every link leads somewhere, nothing is loaded from elsewhere."""
    command = [
        "build",
        "--strict",
        "--config-file",
        str(ROOT / "mkdocs-docs.yml"),
        "--site-dir",
        str(tmp_path),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for page in tmp_path.rglob("*.html"):
        loaded = re.findall(
            r'<(?:script|img|link rel="stylesheet")[^>]+(?:src|href)="(https?:[^"]+)', page.read_text("utf-8")
        )
        assert not loaded, page


def test_the_readme_is_short_and_has_two_pictures():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.split()) < 600
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert len(pictures) == 2
    assert all((ROOT / path).stat().st_size < SMALL for path in pictures)


def test_versions_agree():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {project["version"], cited["version"]} == {__version__}
    assert cited["license"] == project["license"]
