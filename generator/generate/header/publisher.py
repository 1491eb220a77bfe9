"""Finds who published a document: by the host of its address, its markup, or a name around its text.

What nothing supports stays unknown: a name that stands once, like an item of a menu, is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from generator.generate.header.layout import Layout, words_of
from generator.generate.header.look import AGENCY, ISSUE_LINES, newspaper_of
from generator.generate.header.publisher_candidates import SAYS_WHO, publisher_candidates
from generator.generate.header.spelled import host_of
from generator.generate.header.title import Headline
from generator.generate.header.weights import weights_for
from generator.generate.seed_text import Subject

SIGNED = re.compile(
    rf"[.!?][\"'“”»«]?\s(?:\((?P<agency>{AGENCY})(?:[/-]\w{{1,8}}){{0,3}}\)|(?P<alone>{AGENCY})(?:/\w{{1,8}}){{1,3}})$"
)
LONGEST = 100


def find_publisher(layout: Layout, headline: Headline | None, own: Mapping[str, str]) -> str | None:
    """Return who published the document; None where nothing tells.

    Args:
        layout: the document.
        headline: its headline.
        own: names of publishers by their hosts, as an editor knows them.
    """
    for address in layout.own_addresses:
        if name := _of_host(host_of(address), own):
            return name
    for one in layout.said(Subject.PUBLISHER):
        if len(one.value) <= LONGEST:
            return one.value
    ways = (_at_the_top, partial(_around_the_text, headline), _signed_by)
    return next((name for way in ways if (name := way(layout))), None)


def _at_the_top(layout: Layout) -> str | None:
    """An archive names the newspaper above an article."""
    return next(filter(None, (newspaper_of(line.text) for line in layout.lines[:ISSUE_LINES])), None)


def _signed_by(layout: Layout) -> str | None:
    """An agency's sign behind the last sentence."""
    match = SIGNED.search(layout.lines[layout.last].text[-LONGEST:]) if layout.paragraphs else None
    return (match["agency"] or match["alone"]) if match else None


def _around_the_text(headline: Headline | None, layout: Layout) -> str | None:
    # Pages show their headline in menus and titles again, as they do their name.
    title = " ".join(words_of(headline.text)) if headline else ""
    named = publisher_candidates(layout, headline)
    found = [one for one in named if one.words != title or SAYS_WHO & one.features.keys()]
    chosen = weights_for("publisher").choose([one.words for one in found], [one.features for one in found])
    return found[chosen.best].name if chosen else None


def _of_host(host: str, own: Mapping[str, str]) -> str | None:
    """Return who publishes at a host, or at the one it belongs to: `www.`, `english.`, `news.`."""
    parts = host.casefold().split(".")
    names = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return next((own[name] for name in names if name in own), None)
