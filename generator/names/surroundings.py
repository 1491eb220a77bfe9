"""What stands near a name: in the same sentence, the same paragraph, the whole text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.language.sentences.quote import rough_spans
from generator.model import Slug
from generator.names.context import Contexts
from generator.names.index import FoundName
from generator.names.states import states_in
from generator.names.words import Words


@dataclass(frozen=True)
class Scope:
    """What occurs in a stretch of text."""

    words: set[str] = field(default_factory=set)
    """Words of contexts."""
    named: set[Slug] = field(default_factory=set)
    """Records whose full names stand there."""
    states: set[str] = field(default_factory=set)
    """Words that name states."""

    def satisfies(self, record: Slug, contexts: Contexts) -> bool:
        """Tell whether a record's full name stands there, or all words of an item of its context."""
        return record in self.named or self.holds_context(record, contexts)

    def holds_context(self, record: Slug, contexts: Contexts) -> bool:
        """Tell whether all words of an item of a record's context stand there."""
        return any(self.words.issuperset(item) for item in contexts.items(record))

    def is_about_others(self, record: Slug, contexts: Contexts) -> bool:
        """Tell whether other states are named there, and not those that a record is a matter of."""
        foreign = any(not contexts.speaks_for(state, record) for state in self.states)
        return foreign and not self.holds_context(record, contexts)


@dataclass(frozen=True)
class Surroundings:
    """The scopes of all texts of an entry; worked out when first asked for."""

    _texts: Sequence[Words]
    _named: Sequence[Sequence[FoundName]]
    _contexts: Contexts
    _paragraphs: dict[int, _Paragraph] = field(default_factory=dict)
    _states: dict[int, Sequence[tuple[int, str]]] = field(default_factory=dict)

    def are_about_others(self, text: int, position: int, record: Slug) -> bool:
        """Tell whether the sentence around a position is about other states than a record is a matter of."""
        if all(self._contexts.speaks_for(state, record) for _, state in self._states_in(text)):
            # A text that names no other state need not be cut into sentences.
            return False
        return self.sentence(text, position).is_about_others(record, self._contexts)

    def sentence(self, text: int, position: int) -> Scope:
        """Return what occurs in the sentence around a position of a text."""
        return self._paragraph(text).sentence(position)

    def levels(self, text: int, position: int) -> Iterator[Scope]:
        """Yield the scopes around a position of a text, the nearest first."""
        yield self.sentence(text, position)
        yield self._paragraph(text).whole
        yield self._everything

    def _paragraph(self, text: int) -> _Paragraph:
        if text not in self._paragraphs:
            states = self._states_in(text)
            self._paragraphs[text] = _Paragraph(self._texts[text], self._named[text], states, self._contexts)
        return self._paragraphs[text]

    def _states_in(self, text: int) -> Sequence[tuple[int, str]]:
        if text not in self._states:
            self._states[text] = list(states_in(self._texts[text]))
        return self._states[text]

    @cached_property
    def _everything(self) -> Scope:
        return _union([self._paragraph(text).whole for text in range(len(self._texts))])


class _Paragraph:
    def __init__(
        self,
        words: Words,
        named: Sequence[FoundName],
        states: Iterable[tuple[int, str]],
        contexts: Contexts,
    ) -> None:
        self._starts = [span.start for span in rough_spans(words.text)[1:]]
        """Where the second sentence and those after it begin."""
        self._sentences: dict[int, Scope] = defaultdict(Scope)
        for (start, _), occurring in zip(words.spans, map(contexts.words_in, words.surfaces), strict=True):
            if occurring:
                self.sentence(start).words.update(occurring)
        for number, state in states:
            self.sentence(words.spans[number][0]).states.add(state)
        for found in named:
            self.sentence(found.start).named.add(found.record)
        self.whole = _union(list(self._sentences.values()))

    def sentence(self, position: int) -> Scope:
        return self._sentences[bisect_right(self._starts, position)]


def _union(scopes: Sequence[Scope]) -> Scope:
    return Scope(
        {word for scope in scopes for word in scope.words},
        {record for scope in scopes for record in scope.named},
        {state for scope in scopes for state in scope.states},
    )
