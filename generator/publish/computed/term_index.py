"""The term base for readers: where texts use its terms, and the place of each in the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

from slugify import slugify

from generator.language.markup import plain
from generator.model import Entry, Language, SegmentId, Term
from generator.terms.phrases import Phrase, Phrases

GLOSSARY = "glossary.md"


@dataclass(frozen=True)
class ReadersTerm:
    """A term with its name in addresses."""

    anchor: str
    term: Term


@dataclass(frozen=True)
class TermUse:
    """A place in a text that uses a term."""

    used: ReadersTerm
    segment: SegmentId
    language: Language
    surface: str
    start: int
    """In the plain text."""


class TermIndex:
    """The terms of a site, found in its texts.

    Args:
        terms: from content/terms.yml.
        language: the site's, by which they are ordered and named.
    """

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self.terms: Sequence[ReadersTerm] = tuple(_with_anchors(terms, language))
        self._by_language: dict[Language, Phrases[ReadersTerm]] = {}

    def uses_in(self, entry: Entry) -> list[TermUse]:
        """Return the first use of each term in each language of an entry."""
        found: dict[tuple[str, Language], TermUse] = {}
        for segment in entry.segments if self.terms else ():
            texts = [(segment.language, segment.text)]
            if segment.rendering:
                texts.append((segment.rendering.language, segment.rendering.text))
            for language, written in texts:
                shown = plain(written)
                for place in self._phrases(language).find(shown):
                    used, surface = place.phrase.owner, shown[place.start : place.end]
                    use = TermUse(used, segment.id, language, surface, place.start)
                    found.setdefault((used.anchor, language), use)
        return list(found.values())

    def restored(self, rows: Any) -> list[TermUse]:
        """Return uses as they were, of what `plain_uses` made of them."""
        by_anchor = {one.anchor: one for one in self.terms}
        return [
            TermUse(
                by_anchor[anchor],
                SegmentId(intern(segment)),
                Language(intern(language)),
                intern(surface),
                int(at),
            )
            for anchor, segment, language, surface, at in rows
        ]

    def _phrases(self, language: Language) -> Phrases[ReadersTerm]:
        if language not in self._by_language:
            self._by_language[language] = Phrases(
                (
                    Phrase(spelling, one)
                    for one in self.terms
                    for spelling in one.term.spellings.get(language, ())
                ),
                language,
            )
        return self._by_language[language]


def plain_uses(uses: Iterable[TermUse]) -> list[Any]:
    """Return uses as they are kept."""
    return [(one.used.anchor, one.segment, one.language, one.surface, one.start) for one in uses]


def name_of(term: Term, language: Language) -> str:
    """Return what a term is called in a language, or in the next best one."""
    return (term.spellings.get(language) or next(iter(term.spellings.values())))[0]


def _with_anchors(terms: Iterable[Term], language: Language) -> Iterator[ReadersTerm]:
    counts: dict[str, int] = {}
    for term in sorted(terms, key=lambda one: name_of(one, language).casefold()):
        base = slugify(name_of(term, language)) or "term"
        counts[base] = counts.get(base, 0) + 1
        yield ReadersTerm(base if counts[base] == 1 else f"{base}-{counts[base]}", term)
