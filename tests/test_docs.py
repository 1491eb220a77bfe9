"""The pages for people: what they link to is there, and what they tell to type exists."""

import re
from pathlib import Path

import pytest

from tests.cli.test_main import COMMANDS
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)(?:#([\w-]+))?\)")
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
