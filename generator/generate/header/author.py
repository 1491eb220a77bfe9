"""Finds who wrote a document: named by its markup, or in a line that says so near the headline."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.generate.draft import Draft
from generator.generate.header.author_candidates import BY_WORDS, LONGEST, author_candidates
from generator.generate.header.layout import Layout, words_of
from generator.generate.header.title import Headline
from generator.generate.header.weights import weights_for
from generator.generate.reasons import BYLINE
from generator.generate.seed_text import Subject
from generator.model import DroppedLine

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


def take_byline(draft: Draft, author: str | None) -> Draft:
    """Take the lines out of the text that say no more than who wrote it: "By Jane Sample".

    Args:
        draft: with its headline taken out.
        author: as found.
    """
    name = words_of(author or "")
    lines = [
        line for line in draft.kept if len(line.text) <= LONGEST and _is_byline(words_of(line.text), name)
    ]
    numbers = {line.number for line in lines}
    kept = tuple(line for line in draft.kept if line.number not in numbers)
    if not (name and lines and kept):
        return draft
    dropped = [*draft.dropped, *(DroppedLine(line.number, line.text, BYLINE) for line in lines)]
    return replace(draft, kept=kept, dropped=tuple(sorted(dropped, key=lambda line: line.number)))


def _is_byline(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return len(words) > len(name) and words[-len(name) :] == name and BY_WORDS.issuperset(words[: -len(name)])
