"""Finds who published a document: named in markup, above the headline, in the page's title, in an address.

What nothing supports stays unknown: a name that stands once, like an item of a menu, is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from generator.dates.dateline import dateline_parts
from generator.generate.header.hosts import site_of
from generator.generate.header.layout import Layout, words_of
from generator.generate.header.look import DOMAIN, is_institution, is_name
from generator.generate.header.title import Headline
from generator.generate.header.title_hints import SEPARATOR
from generator.generate.seed_text import Subject

SITE_NAME_IN_IMAGE_TEXT = re.compile(
    r"^[-–] (?P<name>[^-–,]{2,60}), \d{3,4}\b|[-–] (?P<site>[^-–,]{2,60}), \d{3,4}, \d"
)
_YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{0,4})?)"
COPYRIGHT_HOLDER = re.compile(
    rf"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s+)?(?:{_YEARS},?\s+)?(?:by\s+)?(?P<name>[^.,|/\d©]{{2,60}}?)"
    rf"(?:,?\s+(?:Ltd|Inc|GmbH|AG|LLC|plc|e\.\s?V)\b\.?.*)?(?:,?\s+{_YEARS})?"
    r"(?:\s*[.,|–-]?\s*(?:all rights reserved|alle rechte vorbehalten).*)?\.?$",
    re.IGNORECASE,
)
GLUED_BYLINE = re.compile(r"^(?P<name>.+?)\s*(?P<date>\d{1,2}[./]\d{1,2}[./]\d{4})$")
LONGEST = 100
FIRST_LINES = 8
"""Lines of a page that its site's name stands in."""
MOST_WORDS = 6
"""Of a site's name."""


def find_publisher(layout: Layout, headline: Headline | None, own: Mapping[str, str]) -> str | None:
    """Return who published the document; None where nothing tells.

    Args:
        layout: the document.
        headline: its headline.
        own: names of publishers by their hosts, as an editor knows them.
    """
    page = _Page(layout, headline, own)
    finders = (
        page.of_its_host,
        page.stated,
        page.institution_above,
        page.paper_on_portal,
        page.in_image_text,
        page.in_page_title,
        page.copyright_holder,
        page.masthead,
        page.agency,
    )
    return next((name for find in finders if (name := find())), None)


class _Page:
    def __init__(self, layout: Layout, headline: Headline | None, own: Mapping[str, str]) -> None:
        self._layout = layout
        self._own = own
        self._texts = [line.text for line in layout.lines]
        stop = layout.first if headline is None or headline.line is None else headline.line
        self._above = range(min(stop, layout.first) if stop else layout.first)
        self._headline = words_of(headline.text) if headline else ()

    def of_its_host(self) -> str | None:
        """The sidecar's or the markup's address has a host that is known."""
        for address in self._layout.own_addresses:
            if name := site_of(urlsplit(address).hostname or "", self._own):
                return name
        return None

    def stated(self) -> str | None:
        """The page's markup names it."""
        return next(
            (one.value for one in self._layout.said(Subject.PUBLISHER) if len(one.value) <= LONGEST), None
        )

    def institution_above(self) -> str | None:
        """A release names who gives it out above its headline."""
        for index in self._above:
            name = re.split(r" [|–-] |\s\|", self._texts[index])[0].strip()
            if 2 < len(name) <= LONGEST and is_institution(name):
                return name
        return None

    def paper_on_portal(self) -> str | None:
        """The first line names a domain; on a portal, the paper that a byline doubles comes first."""
        portal = DOMAIN.match(self._texts[0]) if self._texts and self._above else None
        if portal is None:
            return None
        doubled = next((name for text in self._texts if (name := _doubled(text))), None)
        return f"{doubled} ({portal['name']})" if doubled else portal["name"]

    def in_image_text(self) -> str | None:
        """A crawler leaves the site's name and the image's size."""
        for text in self._texts:
            if ", " in text and (match := SITE_NAME_IN_IMAGE_TEXT.search(text)):
                return (match["name"] or match["site"]).strip()
        return None

    def in_page_title(self) -> str | None:
        """What the page's title has beside the headline, where it stands elsewhere too."""
        if not self._texts or self._layout.said(Subject.TITLE):
            return None
        parts = [part.strip() for part in SEPARATOR.split(self._texts[0]) if part.strip()]
        if len(parts) < 2:
            return None
        for part in (parts[-1], parts[0]):
            words = words_of(part)
            is_headline = len(set(words) & set(self._headline)) > len(words) / 2
            if words and len(words) <= MOST_WORDS and not is_headline and self._stands_elsewhere(part):
                return part
        return None

    def copyright_holder(self) -> str | None:
        """Who claims the rights."""
        for text in self._texts:
            if len(text) <= 200 and ("©" in text or "opyright" in text or text.startswith("(c)")):
                match = COPYRIGHT_HOLDER.search(text)
                if match and _is_sites_name(match["name"]):
                    return match["name"].strip()
        return None

    def masthead(self) -> str | None:
        """A name in the first lines that the page repeats in others is the site's."""
        for index in [index for index in self._above if index < FIRST_LINES]:
            text = self._texts[index]
            if _is_sites_name(text) and 2 <= len(text.split()) <= MOST_WORDS and self._recurs(text):
                return text
        return None

    def agency(self) -> str | None:
        """The agency of the dateline."""
        for text in self._texts[self._layout.first : self._layout.first + 1]:
            if parts := dateline_parts(text):
                return parts.agency
        return None

    def _stands_elsewhere(self, name: str) -> bool:
        joined = "".join(words_of(name))
        hosts = "".join(self._layout.addresses).casefold()
        is_told = any(name in text for text in self._texts[1:]) or DOMAIN.match(name) is not None
        return len(joined) >= 3 and (is_told or joined in hosts)

    def _recurs(self, name: str) -> bool:
        """Tell whether a name is a part of another line."""
        return any(name in text and name != text for text in self._texts)


def _doubled(text: str) -> str | None:
    match = GLUED_BYLINE.match(text) if len(text) <= 120 else None
    name = match["name"] if match else ""
    half = len(name) // 2
    return name[:half].strip() if name and name[:half].strip() == name[half:].strip() else None


def _is_sites_name(text: str) -> bool:
    return is_name(text) and len(text.split()) <= MOST_WORDS and text.strip()[-1] not in ".:?!"
