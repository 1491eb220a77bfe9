"""What must stand near a short name for it to lead to a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.language.forms import key
from generator.model import Record, Slug
from generator.names.states import is_a_states

MOST_KNOWN = 50_000
"""Words of texts whose answer is kept."""


class Contexts:
    """The contexts of all records that have one, each with alternatives of words."""

    def __init__(self, records: Mapping[Slug, Record]) -> None:
        with_context = [record for record in records.values() if record.context]
        self._items = {
            record.slug: tuple(tuple(item.casefold().split()) for item in record.context)
            for record in with_context
        }
        self._own = {record.slug: _keys_of_names(record) for record in with_context}
        self._bilateral = frozenset(
            slug for slug, items in self._items.items() if any(map(_is_bilateral, items))
        )
        self._words = frozenset(word for items in self._items.values() for item in items for word in item)
        self._lengths = tuple(sorted({len(word) for word in self._words}))
        self._known: dict[str, frozenset[str]] = {}

    def items(self, record: Slug) -> tuple[tuple[str, ...], ...]:
        """Return the alternatives of a record: all words of one must occur."""
        return self._items.get(record, ())

    def is_bilateral(self, record: Slug) -> bool:
        """Tell whether a record is a matter between states, by a context that names two: "chin russ"."""
        return record in self._bilateral

    def words_in(self, token: str) -> frozenset[str]:
        """Return the words of any context that a word of a text begins with."""
        known = self._known.get(token)
        if known is None:
            folded = token.casefold()
            known = frozenset(folded[:length] for length in self._lengths if folded[:length] in self._words)
            if len(self._known) < MOST_KNOWN:
                self._known[token] = known
        return known

    def asks_for(self, token: str, record: Slug) -> bool:
        """Tell whether a word of a text begins with a word of a record's context."""
        words = self.words_in(token)
        return any(word in words for item in self.items(record) for word in item)

    def speaks_for(self, token: str, record: Slug) -> bool:
        """Tell whether a word may stand beside a record's short name: of its context or its full names."""
        return key(token) in self._own.get(record, ()) or self.asks_for(token, record)


def _is_bilateral(item: Sequence[str]) -> bool:
    return sum(is_a_states(word) for word in item) > 1


def _keys_of_names(record: Record) -> frozenset[str]:
    names = (*record.names.values(), *record.aliases)
    return frozenset(key(word) for name in names for word in name.split())
