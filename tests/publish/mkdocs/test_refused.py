"""What of content/ is not published."""

from __future__ import annotations

import os

import pytest

from generator.publish.mkdocs.refused import Source, refused_sources


def refused(content, *names):
    sources = [Source(name, str(content / name), name, is_page=True) for name in names]
    return {source.name: error.problem for source, error in refused_sources(sources, content)}


def test_a_folder_that_leads_into_itself_is_not_followed(tmp_path):
    content = tmp_path / "content"
    (content / "entries").mkdir(parents=True)
    (content / "a.md").touch()
    (content / "entries/b.md").touch()
    (content / "all").symlink_to(".")
    (content / "entries/up").symlink_to("../entries")
    (content / "more").symlink_to("entries")
    names = ["a.md", "entries/b.md", "more/b.md", "all/a.md", "all/entries/b.md", "entries/up/b.md"]
    found = refused(content, *names)
    assert set(found) == {"all/a.md", "all/entries/b.md", "entries/up/b.md"}
    assert set(found.values()) == {"leads into a folder that it lies in"}


@pytest.mark.parametrize("name", ["a\nb.md", "a\x1b[31m.md", os.fsdecode(b"\xff.md"), "a\u202eb.md"])
def test_a_name_that_does_not_print_is_refused(tmp_path, name):
    (tmp_path / name).touch()
    assert "don't print" in refused(tmp_path, name)[name]


@pytest.mark.parametrize("name", ["ä b.md", "中文.md", "a\u0308.md", "😀.md", "a\u200cb.md"])
def test_names_of_any_language_are_published(tmp_path, name):
    (tmp_path / name).touch()
    assert refused(tmp_path, name) == {}
