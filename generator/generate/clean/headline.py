"""Finds the headline among the lines above the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from slugify import slugify

from generator.generate.clean.lines import (
    asks,
    is_caption,
    is_list_item,
    is_paragraph,
    is_prose,
    word_count,
)
from generator.generate.clean.page import Page
from generator.generate.reasons import ADDRESS
from generator.generate.seed_text import Line
from generator.language.codes import country_words

INSTITUTION = re.compile(
    r"^(?:the )?(?:\w+ )?(?:ministry|embassy|department|government|office|\w*ministerium|botschaft)\b",
    re.IGNORECASE,
)
SITE_NAME = re.compile(
    r"^[\w-]+\.(?:com|org|net|de|at|ch|ru|cn|vn|pl|eu|info|news|tv|co\.uk|int|gov|mil)\b", re.I
)


def find_headline(page: Page) -> Page:
    """Find the headline: named by the page's address, repeated, or last above the first prose."""
    candidates = list(_headline_candidates(page))
    headline = _named_by_address(page, candidates) or _repeated(candidates) or _above_prose(candidates)
    return replace(page, headline=headline)


def _headline_candidates(page: Page) -> Iterator[Line]:
    """Yield title-like lines up to the text's first paragraph.

    A single sentence does not end the search: site slogans and leads stand above repeated headlines.
    """
    for line in page.left:
        if is_prose(line.text) and not asks(line):
            if is_paragraph(line.text):
                return
            yield replace(line, text="")  # a boundary, see _above_prose
        elif word_count(line.text) >= 3 and not is_list_item(line.text) and not is_caption(line.text):
            yield line


def _named_by_address(page: Page, candidates: Sequence[Line]) -> Line | None:
    addresses = [line.text for line in page.lines if page.rules.get(line.number) == ADDRESS]
    ends = [set(slugify(address.rstrip("/").rsplit("/", 1)[-1]).split("-")) for address in addresses]
    for line in candidates:
        words = set(slugify(line.text).split("-"))
        if len(words) >= 4 and any(len(words & end) >= 0.8 * len(words) for end in ends):
            return line
    return None


def _repeated(candidates: Sequence[Line]) -> Line | None:
    counted = Counter(line.text for line in candidates if word_count(line.text) >= 4)
    return next((line for line in candidates if counted[line.text] > 1), None)


def _above_prose(candidates: Sequence[Line]) -> Line | None:
    """Return the first line above the first sentence that is not an institution's or site's name."""
    above: list[Line] = []
    for line in candidates:
        if not line.text:
            break
        above.append(line)
    titles = [line for line in above if not _is_name(line.text)]
    longer = [line for line in titles if word_count(line.text) >= 5]
    return next(iter(longer or titles), None)


def _is_name(text: str) -> bool:
    """Tell whether a line is a site's name, or an institution's: "Ministry of … of Norway"."""
    last = text.rsplit(maxsplit=1)[-1].strip(",.()").casefold()
    return bool(SITE_NAME.match(text)) or (bool(INSTITUTION.match(text)) and last in country_words())
