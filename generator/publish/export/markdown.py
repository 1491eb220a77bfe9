"""How templates write Markdown: whatever they are given is shown as it stands."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from generator.language.markup import escape
from generator.model import Language
from generator.publish.pages.rendering import Templates

ADDRESS_SIGNS = ":/?#@!$&'*+,;=%~-._"
"""That stand for themselves in the address of a link; brackets would end it."""


def as_markdown(value: object) -> Any:
    """Return a value as Markdown that shows it, on one line; what is safe is Markdown already."""
    if isinstance(value, Markup):
        return value
    return escape(" ".join(str(value).split())).replace("|", "&#124;")


def link(words: str, address: str) -> Markup:
    """Return a link."""
    return Markup(f"[{as_markdown(words)}]({quote(address, safe=ADDRESS_SIGNS)})")


def address_from(page: str) -> Callable[[str], str]:
    """Return what tells the address of a page's path, or of a file's, as seen from another page."""
    folder = posixpath.dirname(page)
    return lambda path: posixpath.relpath(path, folder or ".")


def markdown_templates(language: Language) -> Templates:
    """Return the templates of a site's Markdown, with its words."""
    return Templates(
        language,
        as_markdown,
        {
            "link": link,
            "words": lambda text: Markup(f"*{as_markdown(text)}*") if text.strip() else Markup(""),
        },
    )
