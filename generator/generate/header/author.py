"""Finds who wrote a document: named by its markup, or in a line that says so near the headline."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.generate.draft import Draft
from generator.generate.header.author_candidates import EDITORS, LONGEST, author_candidates
from generator.generate.header.layout import Layout, words_of
from generator.generate.header.look import BY_WORDS
from generator.generate.header.mail import find_sender
from generator.generate.header.title import Headline
from generator.generate.header.weights import weights_for
from generator.generate.reasons import BYLINE
from generator.generate.seed_text import Subject
from generator.model import DroppedLine

ADDRESS = re.compile(r"^\w+://|@")
BEFORE_NAMES = re.compile(r"^(?:By|BY|by|Von|VON):?\s(?=[^\W\d_a-zäöü])")
SEVERAL = "; "
"""Between names with commas in them: "Sample, Jane"."""


def find_author(layout: Layout, headline: Headline | None, publisher: str | None = None) -> str | None:
    """Return who wrote the document; None where nothing says it.

    Args:
        layout: the document.
        headline: its headline.
        publisher: who published it: not the author as well, unless markup says so.
    """
    if told := _told(layout) or find_sender(layout):
        return told
    other = " ".join(words_of(publisher or ""))
    found = [one for one in author_candidates(layout, headline) if one.words != other]
    chosen = weights_for("author").choose([one.words for one in found], [one.features for one in found])
    return found[chosen.best].name if chosen else None


def _told(layout: Layout) -> str | None:
    """Return all whom the first markup that names any does, once each."""
    said = [
        replace(one, value=name)
        for one in layout.said(Subject.AUTHOR)
        if (name := BEFORE_NAMES.sub("", one.value))
        and not ADDRESS.search(name)
        and len(name) <= LONGEST
        and EDITORS.isdisjoint(words_of(name))
    ]
    names = [one.value for one in said if one.where == said[0].where]
    return (SEVERAL if any("," in name for name in names) else ", ").join(dict.fromkeys(names)) or None


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
