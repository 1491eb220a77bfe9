"""What the authority records know of dates, and where a document names them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.dates.edtf import bounds
from generator.language.sentences import rough_sentences
from generator.model import DatedFact, Language, MentionEdits, Record, SegmentId, Slug
from generator.names.index import Found, NameIndex
from generator.names.resolve import EntryText, resolve

BEGINNINGS = ("signed", "founded", "established", "announced", "concluded")
"""Kinds of facts that anniversaries are counted from."""
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

    @cached_property
    def begun(self) -> Mapping[Slug, DatedFact]:
        """What anniversaries can be counted from: the beginning of each record that has one."""
        return {slug: fact for slug, record in self.dated.items() if (fact := _beginning(record))}

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


def _beginning(record: Record) -> DatedFact | None:
    begun = (fact for fact in record.dates if fact.type in BEGINNINGS and bounds(fact.date))
    return next(begun, None)
