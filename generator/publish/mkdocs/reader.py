"""Makes a page's Markdown to HTML as MkDocs does, but with one reader of Markdown for all pages.

To make a reader takes a quarter of a short page's time, and most of what a build leaves as garbage.
"""

from __future__ import annotations

import logging

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
    log,
)
from mkdocs.structure.toc import get_toc

from generator.publish.pages.plain_text import read_plain_at_once

NUMBERED = "UNIQUE_IDS"
"""Of footnotes: has a reader count the pages that it read."""


class Reader:
    """Reads the pages of one build, whose extensions all forget a text when the next one begins.

    Args:
        config: that our pages are made by.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._stays = not any(NUMBERED in options for options in config.mdx_configs.values())
        self._markdown: Markdown | None = None

    def render(self, page: Page, files: Files) -> None:
        """Make a page's text; the same as `Page.render`."""
        config = self._config
        markdown, self._markdown = self._markdown, None  # One that fails is left in the middle of a text.
        if markdown:
            markdown.reset()
        else:
            options = config.mdx_configs or {}
            markdown = Markdown(extensions=config.markdown_extensions, extension_configs=options)
            read_plain_at_once(markdown)
        html, title = _RawHTMLPreprocessor(), _ExtractTitleTreeprocessor()
        anchors = _ExtractAnchorsTreeprocessor(page.file, files, config)
        paths = _RelativePathTreeprocessor(page.file, files, config)
        # Each takes the place of that of the page before.
        for processor in (html, anchors, paths, title):
            processor._register(markdown)
        page.content = markdown.convert(page.markdown or "")
        page.toc = get_toc(getattr(markdown, "toc_tokens", []))
        page._title_from_render = title.title
        page.present_anchor_ids = anchors.present_anchor_ids | html.present_anchor_ids
        if log.getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = paths.links_to_anchors
        self._markdown = markdown if self._stays else None
