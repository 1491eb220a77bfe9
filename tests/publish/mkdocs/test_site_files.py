"""Which files MkDocs is left with."""

from __future__ import annotations

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from generator.publish.mkdocs import site_files
from generator.publish.mkdocs.part import Part
from generator.publish.mkdocs.site_files import SiteFiles, leave_out_made


def test_drafts_are_sought_among_pages_that_would_be_published(tmp_path, monkeypatch):
    """Beside each entry lies a baseline, which MkDocs lists and leaves out by itself."""
    docs = tmp_path / "docs"
    (docs / ".generated").mkdir(parents=True)
    for name in ("a.md", "b.md", ".generated/c.md"):
        (docs / name).write_text(
            f"---\ndraft: {'false' if name == 'b.md' else 'true'}\n---\nText.\n", encoding="utf-8"
        )
    (tmp_path / "mkdocs.yml").write_text("site_name: A river\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    files, read, read_text = get_files(config), [], site_files.read_text
    monkeypatch.setattr(
        site_files, "read_text", lambda path, name: read.append(name) or read_text(path, name)
    )
    SiteFiles(files, config, Part(), docs).refuse_unpublished((), keeps_drafts=False)
    assert sorted(read) == ["a.md", "b.md"]
    assert {file.src_uri for file in files.documentation_pages()} == {"b.md"}


@pytest.mark.parametrize("line", ["", "exclude_docs: '!.*'\n"])
def test_what_the_generator_keeps_is_not_listed(tmp_path, line):
    """Where a site publishes hidden files, too, it lacks drafts all the same."""
    docs = tmp_path / "docs"
    (docs / ".generated").mkdir(parents=True)
    for name in ("a.md", ".generated/c.md"):
        (docs / name).write_text("Text.\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A river\n{line}", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    leave_out_made(config)
    assert {*build.get_files(config).src_uris} == {"a.md"}
    assert {*build.get_files(config).src_uris} == {"a.md", ".generated/c.md"}
