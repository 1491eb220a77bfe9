"""Who says that a fact of a record is so, as an editor wrote it, with links to what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from generator.model import Entry
from generator.publish.pages.entry_pages import UrlFor

SEED = r"seeds/(?P<seed>[^\s/,;:]{0,200}\w)"
IN_BRACKETS = r"\([^\s<>\"“”„()]{0,200}\)"
ADDRESS = (
    r"(?<![\w./@-])(?P<address>(?P<scheme>https?://)?(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}"
    rf"/(?:[^\s,;<>\"“”„()]|{IN_BRACKETS}){{0,1000}}(?:[^\s,;<>\"“”„().:!?]|{IN_BRACKETS}))"
)
"""With a path: without one, a name with a point in it may be anything."""
LINKED = re.compile(f"{SEED}|{ADDRESS}", re.IGNORECASE)


def with_links(source: str, by_seed: Mapping[str, Entry], url_for: UrlFor) -> Markup:
    """Return a source with its web addresses as links, and entries in place of the files they were made from.

    Args:
        source: in an editor's words.
        by_seed: the entries by the names of their seeds.
        url_for: gives the address of a page.
    """
    return Markup("").join(_pieces(source, by_seed, url_for))


def _pieces(source: str, by_seed: Mapping[str, Entry], url_for: UrlFor) -> Iterator[Markup]:
    at = 0
    for found in LINKED.finditer(source):
        yield escape(source[at : found.start()])
        at = found.end()
        if entry := by_seed.get(found["seed"] or ""):
            url = url_for(f"entries/{entry.slug}.md")
            yield Markup('<a href="{}">{}</a>').format(url, entry.title)
        elif address := found["address"]:
            url = address if found["scheme"] else f"https://{address}"
            yield Markup('<a href="{}" rel="nofollow noopener">{}</a>').format(url, address)
        else:
            yield escape(found["seed"])
    yield escape(source[at:])


def seeds_named(source: str) -> Iterator[str]:
    """Yield the seeds that a source names."""
    yield from (found["seed"] for found in LINKED.finditer(source) if found["seed"])
