"""Decides what each name in an entry leads to, from all its texts together.

Full names first. A surname leads to the person named in full before it; a short name to the record
whose context stands near by: in the sentence, else in the paragraph, else anywhere in the entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.language.lexicons import LEXICONS
from generator.model import Language, MentionEdits, Nature, Slug
from generator.names.index import Candidate, FoundName, NameIndex, only_names
from generator.names.neighbours import NEW_OR_NEAR, OWN, is_part_of_another_name, qualifiers, stands_behind
from generator.names.spelling import NameRole
from generator.names.surroundings import Scope, Surroundings

NOTHING: frozenset[Slug] = frozenset()


@dataclass(frozen=True)
class EntryText:
    """One of an entry's texts: a title, or a paragraph in one language."""

    language: Language
    text: str


@dataclass(frozen=True)
class Doubt:
    """Words that may lead to several records, and so lead nowhere."""

    start: int
    end: int
    records: frozenset[Slug]


@dataclass(frozen=True)
class NamesInText:
    """What is named in one text, in order, none inside another."""

    found: tuple[FoundName, ...]
    doubts: tuple[Doubt, ...]


def resolve(parts: Sequence[EntryText], index: NameIndex, edits: MentionEdits) -> tuple[NamesInText, ...]:
    """Return what is named in each of an entry's texts.

    Args:
        parts: all its texts in the order they are read, titles included.
        index: of the records.
        edits: an editor's word: what is added decides a doubt; what is dropped leads nowhere.
    """
    return _Resolver(parts, index, edits).places()


class _Resolver:
    """The texts of one entry, read from the first to the last."""

    def __init__(self, parts: Sequence[EntryText], index: NameIndex, edits: MentionEdits) -> None:
        self._index = index
        self._languages = [part.language for part in parts]
        read = [index.read(part.text) for part in parts]
        self._texts = [words for words, _ in read]
        self._candidates = [candidates for _, candidates in read]
        named = [list(only_names(*one)) for one in read]
        self._surroundings = Surroundings(self._texts, named, index.contexts)
        self._added, self._dropped = frozenset(edits.add), frozenset(edits.drop)
        self._named = self._added.union(found.record for some in named for found in some)
        """Records named in full anywhere."""
        self._introduced = set(self._added)
        """And those up to here."""

    def places(self) -> tuple[NamesInText, ...]:
        return tuple(self._places(text) for text in range(len(self._texts)))

    def _places(self, text: int) -> NamesInText:
        words, reached = self._texts[text], 0
        found: list[FoundName] = []
        doubts: list[Doubt] = []
        for candidate in self._candidates[text]:
            if candidate.first < reached:
                continue
            records = self._records(text, candidate)
            if not records:
                continue
            reached = candidate.last + 1
            extent = words.extent(candidate.first, candidate.last)
            if len(records) > 1:
                doubts.append(Doubt(*extent, records))
            elif not records & self._dropped:
                found.append(FoundName(*extent, *records))
        return NamesInText(tuple(found), tuple(doubts))

    def _records(self, text: int, candidate: Candidate) -> frozenset[Slug]:
        """Return what words lead to: one record, several when in doubt, none when they are no name."""
        if names := self._decided(self._names(text, candidate)):
            self._introduced |= names if len(names) == 1 else NOTHING
            return names
        return self._decided(self._persons(text, candidate) or self._in_context(text, candidate))

    def _names(self, text: int, candidate: Candidate) -> frozenset[Slug]:
        """Return the records whose full name the words are, and not another state's of the same name."""
        return frozenset(
            slug
            for slug in candidate.forms.records(NameRole.NAME)
            if slug in self._added or not self._is_of_others(text, candidate, slug)
        )

    def _is_of_others(self, text: int, candidate: Candidate, slug: Slug) -> bool:
        """Tell whether a sentence is about other states than those a matter between states is between."""
        if not self._index.contexts.is_bilateral(slug):
            return False
        position, _ = self._texts[text].spans[candidate.first]
        return self._surroundings.are_about_others(text, position, slug)

    def _decided(self, records: frozenset[Slug]) -> frozenset[Slug]:
        """Narrow several records down by what an editor added or dropped."""
        if len(records) < 2:
            return records
        return records & self._added or records - self._dropped or records

    def _persons(self, text: int, candidate: Candidate) -> frozenset[Slug]:
        """Return the persons a bare surname may mean: all who are named in full, once one has been."""
        persons = candidate.forms.records(NameRole.SURNAME) & self._named
        if not persons & self._introduced:
            return NOTHING
        if self._is_another_person(text, candidate):
            # After "Wang Yi", "Wang" may mean him, until the other is named in full again. A German
            # noun may look like a given name ("beantwortete Wu Fragen").
            keeps = LEXICONS.nearest(self._languages[text]).capitalizes_nouns
            self._introduced -= NOTHING if keeps else persons
            return NOTHING
        return persons

    def _is_another_person(self, text: int, candidate: Candidate) -> bool:
        words = self._texts[text]
        surface = words.surface(candidate.last)
        inflected = words.is_possessive(candidate.last) or all(
            surface != spelling.words[-1] for spelling in candidate.forms.spellings
        )
        return is_part_of_another_name(words, candidate.first, candidate.last, inflected=inflected)

    def _in_context(self, text: int, candidate: Candidate) -> frozenset[Slug]:
        """Return the records whose short name these words are here."""
        claims = candidate.forms.records(NameRole.SHORT) - self._dropped
        possible = {slug for slug in claims if self._is_possible(text, candidate, slug)}
        if decided := self._added & possible:
            return decided
        for scope in self._scopes(text, candidate) if possible else ():
            if satisfied := [slug for slug in possible if scope.satisfies(slug, self._index.contexts)]:
                return frozenset(satisfied)
        return NOTHING

    def _scopes(self, text: int, candidate: Candidate) -> Iterator[Scope]:
        """Yield where to look for a context, the nearest first.

        "An annual press conference" is not the one spoken of elsewhere in the text, and "his own" is that of
        somebody named in the sentence.
        """
        words = self._texts[text]
        levels = self._surroundings.levels(text, words.spans[candidate.first][0])
        if stands_behind(words, candidate.first, OWN):
            return islice(levels, 1)
        return islice(levels, 2) if stands_behind(words, candidate.first, NEW_OR_NEAR) else levels

    def _is_possible(self, text: int, candidate: Candidate, slug: Slug) -> bool:
        """Tell whether the words right beside a short name say nothing against a record."""
        nature = self._index.records[slug].kind.nature
        if nature is Nature.PERSON:
            return not self._is_another_person(text, candidate)
        words, body, contexts = self._texts[text], nature is Nature.BODY, self._index.contexts
        beside = qualifiers(words, candidate.first, candidate.last, self._languages[text], body=body)
        return all(contexts.speaks_for(word, slug) for word in beside) and not self._is_of_others(
            text, candidate, slug
        )
