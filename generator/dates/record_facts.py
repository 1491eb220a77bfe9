"""What the authority records know of dates, and where a document names them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.dates.edtf import bounds, sort_key
from generator.language.sentences import rough_sentences
from generator.model import DatedFact, Language, MentionEdits, Nature, Record, SegmentId, Slug
from generator.names.index import Found, NameIndex
from generator.names.resolve import EntryText, resolve

SHORTEST, ENDING = 4, 2
"""Letters: a fact's word is told by all but its ending, "signed" by "sign"."""
LONGEST_SENTENCE = 1000
"""What goes on for longer is no sentence; reading it as one would take ever longer."""
PIECE = re.compile(rf"\S.{{0,{LONGEST_SENTENCE - 200}}}\S{{0,200}}", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    """A paragraph, and where it names records with dated facts."""

    segment: SegmentId
    text: str
    names: tuple[Found, ...] = ()

    def sentences(self) -> Iterator[tuple[str, tuple[Found, ...]]]:
        """Yield its sentences, each with the names in it and where they stand there."""
        reached = 0
        starts = [name.start for name in self.names]
        for sentence in self._pieces():
            start = self.text.find(sentence, reached)
            if start < 0:
                # Put together from pieces with other space between them.
                yield sentence, ()
                continue
            reached = start + len(sentence)
            names = self.names[bisect_left(starts, start) : bisect_left(starts, reached)]
            yield (
                sentence,
                tuple(
                    replace(name, start=name.start - start, end=name.end - start)
                    for name in names
                    if name.end <= reached
                ),
            )

    def _pieces(self) -> Iterator[str]:
        for sentence in rough_sentences(self.text):
            if len(sentence) <= LONGEST_SENTENCE:
                yield sentence
            else:
                yield from (match[0] for match in PIECE.finditer(sentence))


@dataclass(frozen=True)
class KnownFacts:
    """The records; what is looked up often is worked out once."""

    records: Mapping[Slug, Record]

    @cached_property
    def dated(self) -> Mapping[Slug, Record]:
        """The records that have a dated fact."""
        return {slug: record for slug, record in self.records.items() if record.dates}

    def celebrated(self, slug: Slug, words: str) -> DatedFact | None:
        """Return what an anniversary is counted from: the fact that its words tell of, else the earliest.

        Without such words nobody means a person's birth, or one of the times that an event was held.

        Args:
            slug: of a record with dated facts.
            words: between "anniversary" and the end of the record's name.
        """
        record = self.dated[slug]
        facts = [fact for fact in record.dates if bounds(fact.date)]
        told = [fact for fact in facts if tells_of(words, fact)]
        if not told and record.kind.nature in (Nature.PERSON, Nature.EVENT):
            return None
        return min(told or facts, key=lambda fact: sort_key(fact.date), default=None)

    @cached_property
    def _names(self) -> NameIndex:
        # Of all records: the name of one that has no date may look like that of one that has.
        return NameIndex(self.records)

    def passages(
        self, texts: Sequence[tuple[SegmentId, str]], language: Language, headline: str = ""
    ) -> tuple[Passage, ...]:
        """Find the records with dated facts that a document names; it is read as a whole.

        Args:
            texts: segment ids and plain texts.
            language: of the texts.
            headline: it may introduce what the text then calls by a short name.
        """
        if not self.dated:
            return tuple(Passage(segment, text) for segment, text in texts)
        parts = [EntryText(language, headline), *(EntryText(language, text) for _, text in texts)]
        _, *places = resolve(parts, self._names, MentionEdits())
        return tuple(
            Passage(segment, text, tuple(name for name in place.found if name.record in self.dated))
            for (segment, text), place in zip(texts, places, strict=True)
        )


def tells_of(text: str, fact: DatedFact) -> bool:
    """Tell whether a text has the words of a fact's type, in any form, or one of its other words."""
    own = (word[: max(SHORTEST, len(word) - ENDING)] for word in fact.type.split())
    folded = text.casefold()
    return all(_begins_a_word(stem, folded) for stem in own) or any(
        _begins_a_word(word, folded) for word in fact.words
    )


def _begins_a_word(stem: str, folded: str) -> bool:
    return bool(re.search(rf"\b{re.escape(stem.casefold())}", folded))
