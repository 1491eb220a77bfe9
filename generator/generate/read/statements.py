"""What a web page says about itself for machines: linked data, meta elements, its address, its head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from generator.generate.read.encoding import normalise
from generator.generate.read.mojibake import mend
from generator.generate.seed_text import Statement, Subject

LONGEST = 500
"""Letters of a value; what is longer is no name, title or address."""
META = {
    "og:title": Subject.TITLE,
    "twitter:title": Subject.TITLE,
    "dc.title": Subject.TITLE,
    "citation_title": Subject.TITLE,
    "headline": Subject.TITLE,
    "article:published_time": Subject.PUBLISHED,
    "og:article:published_time": Subject.PUBLISHED,
    "citation_publication_date": Subject.PUBLISHED,
    "dc.date": Subject.PUBLISHED,
    "dc.date.issued": Subject.PUBLISHED,
    "dcterms.created": Subject.PUBLISHED,
    "dcterms.issued": Subject.PUBLISHED,
    "dcterms.date": Subject.PUBLISHED,
    "date": Subject.PUBLISHED,
    "datepublished": Subject.PUBLISHED,
    "pubdate": Subject.PUBLISHED,
    "publishdate": Subject.PUBLISHED,
    "publish-date": Subject.PUBLISHED,
    "parsely-pub-date": Subject.PUBLISHED,
    "sailthru.date": Subject.PUBLISHED,
    "og:site_name": Subject.PUBLISHER,
    "dc.publisher": Subject.PUBLISHER,
    "publisher": Subject.PUBLISHER,
    "application-name": Subject.PUBLISHER,
    "author": Subject.AUTHOR,
    "dc.creator": Subject.AUTHOR,
    "citation_author": Subject.AUTHOR,
    "parsely-author": Subject.AUTHOR,
    "og:url": Subject.ADDRESS,
    "og:locale": Subject.LANGUAGE,
    "language": Subject.LANGUAGE,
    "content-language": Subject.LANGUAGE,
}
PROPERTIES = etree.XPath("//*[@itemprop][not(self::meta)]")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{8,2000}?)\s*-->")


WHERE = "JSON-LD"
LINKED_PROPERTIES = (
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


def statements_of(tree: etree._Element, source: str) -> tuple[Statement, ...]:
    """Return what a page says about itself, once each, the most telling first.

    `source`: its HTML; browsers leave the address in a comment.
    """
    found = (
        *_dates(tree),
        *linked_statements(tree),
        *_titles(tree),
        *_meta(tree),
        *_microdata(tree),
        *_addresses(tree, source),
        *_times(tree),
        *_language(tree),
    )
    tidy = (
        Statement(one.about, normalise(mend(" ".join(one.value.split())).text), one.where) for one in found
    )
    return tuple(dict.fromkeys(one for one in tidy if 0 < len(one.value) <= LONGEST))


def _meta(tree: etree._Element) -> Iterator[Statement]:
    order = {name: number for number, name in enumerate(META)}
    found = []
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().casefold()
            if name in META and (value := element.get("content")):
                found.append((order[name], Statement(META[name], value, name)))
                break
    yield from (statement for _, statement in sorted(found, key=lambda pair: pair[0]))


def _microdata(tree: etree._Element) -> Iterator[Statement]:
    named = [(element, element.get("itemprop")) for element in PROPERTIES(tree)]
    for element, name in named:
        if name == "datePublished":
            value = element.get("datetime") or element.get("content") or "".join(element.itertext())
            yield Statement(Subject.PUBLISHED, value, "itemprop datePublished")
    for element, name in named:
        if name == "headline":
            yield Statement(Subject.TITLE, "".join(element.itertext()), "itemprop headline")


def _times(tree: etree._Element) -> Iterator[Statement]:
    for element in tree.iter("time"):
        if value := element.get("datetime"):
            where = "time element (pubdate)" if element.get("pubdate") is not None else "time element"
            yield Statement(Subject.PUBLISHED, value, where)


def _dates(tree: etree._Element) -> Iterator[Statement]:
    from htmldate import find_date

    try:
        # Without its extensive search, which makes dateparser compile its patterns for 200 languages (10 s).
        found = find_date(tree, original_date=True, extensive_search=False)
    except Exception:  # a library's failure on a page is no failure of the seed
        found = None
    if found:
        yield Statement(Subject.PUBLISHED, found, "htmldate")


def _addresses(tree: etree._Element, source: str) -> Iterator[Statement]:
    for element in tree.iter("link"):
        if (element.get("rel") or "").casefold() == "canonical" and element.get("href"):
            yield Statement(Subject.ADDRESS, element.get("href"), "canonical")
    if match := SAVED_FROM.search(source[:4096]):
        yield Statement(Subject.ADDRESS, match[1], "saved from")


def _titles(tree: etree._Element) -> Iterator[Statement]:
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            if tag == "h1" or (element.getparent() is not None and element.getparent().tag == "head"):
                yield Statement(Subject.TITLE, " ".join(element.itertext()), f"<{tag}>")


def _language(tree: etree._Element) -> Iterator[Statement]:
    html = next(tree.iter("html"), None)
    if html is not None and html.get("lang"):
        yield Statement(Subject.LANGUAGE, html.get("lang"), "<html lang>")


def linked_statements(tree: etree._Element) -> Iterator[Statement]:
    """Yield what the page's linked data says, what is about an article before what is about the page."""
    nodes = [node for node in _nodes(tree) if (_rank(node) is not None)]
    has_author = False
    for node in sorted(nodes, key=lambda node: _rank(node) or 0):
        for name, about in LINKED_PROPERTIES:
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
