"""Finds who wrote a document: named by its markup, or in a line that says so near the headline."""

from __future__ import annotations

import re

from generator.generate.header.author_candidates import LONGEST, author_candidates
from generator.generate.header.layout import Layout, words_of
from generator.generate.header.title import Headline
from generator.generate.header.weights import weights_for
from generator.generate.seed_text import Subject

ADDRESS = re.compile(r"^\w+://|@")


def find_author(layout: Layout, headline: Headline | None, publisher: str | None = None) -> str | None:
    """Return who wrote the document; None where nothing says it.

    Args:
        layout: the document.
        headline: its headline.
        publisher: who published it: not the author as well, unless markup says so.
    """
    for one in layout.said(Subject.AUTHOR):
        if not ADDRESS.search(one.value) and len(one.value) <= LONGEST:
            return one.value
    other = " ".join(words_of(publisher or ""))
    found = [one for one in author_candidates(layout, headline) if one.words != other]
    chosen = weights_for("author").choose([one.words for one in found], [one.features for one in found])
    return found[chosen.best].name if chosen else None
