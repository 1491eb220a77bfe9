"""A document's texts with the names and dates in them, read once; later stages search no more."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.dates.find import FoundDate, find_dates, year_told
from generator.language.sentences.quote import rough_spans
from generator.model import Language, MentionEdits, SegmentId, Span
from generator.names.index import FoundName, NameIndex
from generator.names.resolve import EntryText, resolve

LONGEST_SENTENCE = 1000
"""What goes on for longer is no sentence; reading it as one would take ever longer."""
PIECE = re.compile(rf"\S.{{0,{LONGEST_SENTENCE - 200}}}\S{{0,200}}", re.DOTALL)


@dataclass(frozen=True)
class AnnotatedSentence:
    """A sentence of a passage; what is found in it is placed from its own first character on."""

    text: str
    segment: SegmentId | None
    start: int
    """Where it begins in its passage."""
    names: tuple[FoundName, ...] = ()
    dates: tuple[FoundDate, ...] = ()


@dataclass(frozen=True)
class Passage:
    """The headline or a paragraph, as plain text, with what is found in it."""

    segment: SegmentId | None
    """None: the headline."""
    text: str
    names: tuple[FoundName, ...] = ()
    """Of authority records, in order."""
    dates: tuple[FoundDate, ...] = ()
    """In order."""

    @cached_property
    def sentences(self) -> tuple[AnnotatedSentence, ...]:
        """Its sentences in order, each with what is found in it; several stages ask for them."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[AnnotatedSentence]:
        name_starts = [name.start for name in self.names]
        date_starts = [date.start for date in self.dates]
        for span in self._pieces():
            names = self.names[bisect_left(name_starts, span.start) : bisect_right(name_starts, span.end)]
            dates = self.dates[bisect_left(date_starts, span.start) : bisect_right(date_starts, span.end)]
            yield AnnotatedSentence(
                span.of(self.text),
                self.segment,
                span.start,
                tuple(one.moved(-span.start) for one in names if one.end <= span.end),
                tuple(one.moved(-span.start) for one in dates if one.end <= span.end),
            )

    def _pieces(self) -> Iterator[Span]:
        for span in rough_spans(self.text):
            if span.end - span.start <= LONGEST_SENTENCE:
                yield span
            else:
                yield from (Span(*match.span()) for match in PIECE.finditer(self.text, span.start, span.end))


def read_passages(
    texts: Iterable[tuple[SegmentId | None, str]],
    language: Language,
    names: NameIndex,
    day_first: bool | None = None,
) -> tuple[Passage, ...]:
    """Find the names and dates in a document's texts, which are read as a whole.

    Args:
        texts: of the headline (None) and the segments, plain, in the order they are read.
        language: of the texts.
        names: of the authority records.
        day_first: how the document writes `03/07/2022`; None: nothing tells.
    """
    texts = list(texts)
    found = resolve([EntryText(language, text) for _, text in texts], names, MentionEdits())
    headline = next((text for segment, text in texts if segment is None), "")
    story = year_told(find_dates(headline, language, day_first))
    return tuple(
        Passage(segment, text, named.found, tuple(find_dates(text, language, day_first, story)))
        for (segment, text), named in zip(texts, found, strict=True)
    )
