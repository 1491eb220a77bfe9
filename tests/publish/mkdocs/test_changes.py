"""The site map says when what a page shows was last changed."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.model import Slug
from generator.publish.computed.backlinks import Backlink
from generator.publish.mkdocs.changes import Changes
from tests import kinds
from tests.builders import record
from tests.publish.support import entry, site_of

ENTRIES = [entry("old", date="2021"), entry("new", date="2022-03")]
FILES = {
    "entries/old.md": 2021,
    "entries/new.md": 2023,
    "records/one.md": 2020,
    "about.md": 2019,
    "index.md": 2018,
}
PAGES = {
    "entries/old.md": "2021-06-01",
    "records/one.md": "2023-06-01",
    "records/index.md": "2023-06-01",
    "years/2021.md": "2021-06-01",
    "years/2022.md": "2023-06-01",
    "about.md": "2019-06-01",
    "index.md": "2023-06-01",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, year in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
        os.utime(path, (0, datetime(year, 6, 1, 12, tzinfo=UTC).timestamp()))
    return tmp_path


def changes(content: Path) -> Changes:
    backlinks = {Slug("one"): [Backlink(ENTRIES[1], None)]}
    return Changes(content, site_of(ENTRIES, [record("one", kinds.PERSON, "One")], backlinks=backlinks))


def test_the_disk_tells_where_git_does_not(content):
    found = changes(content)
    assert {page: found.day(page) for page in PAGES} == PAGES
    assert found.day("entries/gone.md") == ""


@pytest.mark.skipif(not shutil.which("git"), reason="git is not here")
def test_git_tells_but_of_what_was_changed_since(content, monkeypatch):
    for key in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{key}_NAME", "a")
        monkeypatch.setenv(f"{key}_EMAIL", "a@b.example")
        monkeypatch.setenv(f"{key}_DATE", "2011-01-02T12:00:00Z")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        subprocess.run(["git", *command], cwd=content, check=True)
    (content / "entries/new.md").write_text("changed", encoding="utf-8")
    os.utime(content / "entries/new.md", (0, 10**9))
    found = changes(content)
    assert found.day("entries/old.md") == "2011-01-02"
    assert found.day("entries/new.md") == "2001-09-09"
    assert found.day("records/one.md") == "2011-01-02"
