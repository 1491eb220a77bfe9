"""Pages read by one reader of Markdown, beside MkDocs' own, which makes one for each page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.model import ENGLISH
from generator.publish.mkdocs.reader import Reader
from generator.publish.mkdocs.set_up import add_extensions

NOTE = "A weir[^1] and a lock[^1].\n\n[^1]: Built twice.\n"
TEXTS = (
    "# The dam\n\nWater rose. {: #s1 lang=en }\n\n## Again\n\n## Again\n",
    NOTE,
    NOTE.replace("weir", "sluice"),
    "*[EU]: the union\n\nThe EU said so. See [the other][o].\n\n[o]: b.md#there\n",
    "The EU said no more; [the other][o] neither.\n",
    "!!! note\n    Held back.\n\n    - one\n    - two\n\n??? tip\n    Open me.\n",
    "- a list\n\n    with more in it\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTerm\n:   What it means\n",
    '<div markdown id="own">\n*in HTML*\n\n<p id="inner">half',
    "half of a page</p>\n\n```\ncode &amp; more\n```\n<a name=anchor></a> [gone](nowhere.md) [up](#own)\n",
    "",
    "# Only a title",
)


def _config(folder: Path, options: dict[str, Any]) -> MkDocsConfig:
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: A river\n", encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    add_extensions(config, ENGLISH)
    config.mdx_configs["footnotes"] |= options
    return config


def _file(config: MkDocsConfig, name: str) -> File:
    return File(name, config.docs_dir, config.site_dir, use_directory_urls=True)


def _shown(page: Page) -> tuple[object, ...]:
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    toc = [(item.title, item.id, len(item.children)) for item in page.toc]
    return page.content, toc, page._title_from_render, page.present_anchor_ids, links


@pytest.mark.parametrize("options", [{}, {"UNIQUE_IDS": True}])
def test_pages_read_by_one_reader_are_those_of_mkdocs(tmp_path: Path, options: dict[str, Any]) -> None:
    config = _config(tmp_path, options)
    names = [f"{number}.md" for number in range(len(TEXTS))]
    files = Files([_file(config, name) for name in (*names, "b.md")])
    reader = Reader(config)
    for texts in (TEXTS, TEXTS[::-1]):
        for name, text in zip(names, texts, strict=True):
            file = files.src_uris[name]
            one, other = Page(None, file, config), Page(None, file, config)
            one.markdown = other.markdown = text
            one.render(config, files)
            reader.render(other, files)
            assert _shown(other) == _shown(one)


def test_a_page_that_fails_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    config = _config(tmp_path, {})
    files = Files([_file(config, "a.md")])
    reader, pages = Reader(config), [Page(None, files.src_uris["a.md"], config) for _ in range(3)]
    pages[0].markdown, pages[2].markdown = NOTE, "A plain text."
    reader.render(pages[0], files)
    pages[1].markdown = 7  # type: ignore[assignment]
    with pytest.raises(AttributeError):
        reader.render(pages[1], files)
    reader.render(pages[2], files)
    assert pages[2].content == "<p>A plain text.</p>"
