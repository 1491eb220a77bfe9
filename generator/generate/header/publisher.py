"""Finds who published a document: by the host of its address, its markup, or a name around its text.

What nothing supports stays unknown: a name that stands once, like an item of a menu, is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.generate.header.layout import Layout
from generator.generate.header.look import BY_WORDS
from generator.generate.header.publisher_candidates import SAYS_WHO, key_of, publisher_candidates
from generator.generate.header.spelled import host_of
from generator.generate.header.title import Headline
from generator.generate.header.weights import weights_for
from generator.generate.seed_text import Subject
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

_BY = "|".join(sorted(BY_WORDS))
SIGNED = re.compile(
    rf"(?:^(?:(?i:{_BY})\s)?|[.!?][\"'“”»«]?\s)"
    r"(?P<open>[(\[/]?)(?P<signs>\w{2,8}(?:[/-]\w{1,8}){0,3})[)\]/]?\.?$"
)
"""Behind a text or by itself: "(dpa/mau)", "mk/AFP", "Von dpa"."""
AGENCIES = LEXICONS.united(lambda one: one.stamps.agencies)
NEAR = 3
"""Lines below the last of the text that may be an agency's."""
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
    return _around_the_text(layout, headline) or _signed_by(layout)


def _signed_by(layout: Layout) -> str | None:
    """Return the agency that signed the text, at its end or in a line of its own next to it."""
    middle = {layout.first - 1, layout.first, *range(layout.last, layout.last + NEAR)}
    texts = (layout.lines[index].text for index in sorted(middle) if 0 <= index < len(layout.lines))
    return next(filter(None, map(_agency_of, texts)), None)


def _agency_of(text: str) -> str | None:
    match = SIGNED.search(text[-LONGEST:])
    signs = re.split("[/-]", match["signs"]) if match else []
    known = [sign for sign in signs if fold(sign) in AGENCIES]
    # A word alone behind a sentence may be any: "UNO".
    is_sure = match and (match["open"] or len(signs) > 1 or match[0] == text)
    return known[-1] if known and is_sure else None


def _around_the_text(layout: Layout, headline: Headline | None) -> str | None:
    # Pages show their headline in menus and titles again, as they do their name.
    title = " ".join(key_of(headline.text)) if headline else ""
    named = publisher_candidates(layout, headline)
    found = [one for one in named if one.words != title or SAYS_WHO & one.features.keys()]
    chosen = weights_for("publisher").choose([one.words for one in found], [one.features for one in found])
    return found[chosen.best].name if chosen else None


def _of_host(host: str, own: Mapping[str, str]) -> str | None:
    """Return who publishes at a host, or at the one it belongs to: `www.`, `english.`, `news.`."""
    parts = host.casefold().split(".")
    names = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return next((own[name] for name in names if name in own), None)
