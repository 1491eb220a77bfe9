"""What a web page's linked data (JSON-LD, schema.org) says of the article on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree

from generator.generate.seed_text import Statement, Subject

WHERE = "JSON-LD"
PROPERTIES = (
    ("headline", Subject.TITLE),
    ("datePublished", Subject.PUBLISHED),
    ("dateCreated", Subject.PUBLISHED),
    ("publisher", Subject.PUBLISHER),
    ("author", Subject.AUTHOR),
    ("url", Subject.ADDRESS),
    ("mainEntityOfPage", Subject.ADDRESS),
    ("inLanguage", Subject.LANGUAGE),
)
ARTICLES = ("article", "posting", "report", "webpage", "creativework")
"""Endings of the types that are documents, folded; other types (a site, a company, a crumb) are none."""
MOST_NODES = 2_000
"""Of linked data on one page that are looked at."""


def linked_statements(tree: etree._Element) -> Iterator[Statement]:
    """Yield what the page's linked data says, what is about an article before what is about the page."""
    nodes = [node for node in _nodes(tree) if (_rank(node) is not None)]
    has_author = False
    for node in sorted(nodes, key=lambda node: _rank(node) or 0):
        for name, about in PROPERTIES:
            values = list(_values(node.get(name), about))
            if about is Subject.AUTHOR:
                # Who wrote another article of the page is no author of this one.
                values = [] if has_author else [value for value in values if "://" not in value]
                has_author |= bool(values)
            for value in values:
                yield Statement(about, value, WHERE if _rank(node) == 0 else f"{WHERE} of the page")


def _rank(node: dict[str, Any]) -> int | None:
    kinds = node.get("@type")
    kinds = [str(kind).casefold() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    ranks = [i for kind in kinds for i, end in enumerate(ARTICLES) if kind.endswith(end)]
    return int(min(ranks) >= 3) if ranks else None


def _nodes(tree: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the objects of all linked data, nested ones too, no more than are worth looking at."""
    waiting: list[Any] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().casefold() == "application/ld+json":
            waiting.append(_parsed(script.text or ""))
    waiting.reverse()
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            waiting += [value for value in reversed(node[:MOST_NODES]) if isinstance(value, dict | list)]


def _parsed(text: str) -> Any:
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _values(value: Any, about: Subject) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value[:10]:
            if not isinstance(one, list):
                yield from _values(one, about)
    elif isinstance(value, dict):
        key = "@id" if about is Subject.ADDRESS else "name"
        if isinstance(value.get(key), str):
            yield value[key]
