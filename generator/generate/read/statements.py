"""What a web page says about itself for machines: linked data, meta elements, its address, its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.generate.read.encoding import normalise
from generator.generate.read.linked_data import linked_statements
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
