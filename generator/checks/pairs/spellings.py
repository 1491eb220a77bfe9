"""Finds given spellings (names, terms) in a text, word by word.

`generator.names` finds records for links and knows their context; a check needs less, works on any
words, and must not depend on how links are made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.checks.pairs.words import Word, words_of

ENDINGS = ("", "s", "es", "n", "en")
"""What German adds to a name or noun; the English possessive is a word of its own here."""


@dataclass(frozen=True)
class FoundSpelling:
    """A spelling in a text."""

    words: tuple[Word, ...]
    owners: frozenset[str]

    def surface(self, text: str) -> str:
        """Return the words as they stand in the text."""
        return text[self.words[0].start : self.words[-1].end]


class Spellings:
    """A set of spellings, each leading to its owners."""

    def __init__(self, owned: Iterable[tuple[str, str]]) -> None:
        found: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for spelling, owner in owned:
            if key := tuple(word.folded for word in words_of(spelling)):
                found[key].add(owner)
        self._owners = {key: frozenset(owners) for key, owners in found.items()}
        lengths: dict[str, set[int]] = defaultdict(set)
        for key in self._owners:
            lengths[key[0]].add(len(key))
        self._lengths = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}

    def find(self, words: tuple[Word, ...]) -> list[FoundSpelling]:
        """Return the spellings in a text, in order, the longest first, none inside another."""
        found = []
        at = 0
        while at < len(words):
            match = self._at(words, at)
            if match:
                found.append(match)
            at += len(match.words) if match else 1
        return found

    def _at(self, words: tuple[Word, ...], at: int) -> FoundSpelling | None:
        for first in stems(words[at].folded):
            for size in self._lengths.get(first, ()):
                part = words[at : at + size]
                if len(part) < size:
                    continue
                middle = [word.folded for word in part[1:-1]]
                lasts = stems(part[-1].folded) if size > 1 else ()
                keys = [(first, *middle, last) for last in lasts] if size > 1 else [(first,)]
                for key in keys:
                    if owners := self._owners.get(key):
                        return FoundSpelling(part, owners)
        return None


def stems(folded: str) -> list[str]:
    """Return a word with and without each ending it may have."""
    return [
        folded.removesuffix(ending)
        for ending in ENDINGS
        if folded.endswith(ending) and len(folded) > len(ending) + 2
    ] or [folded]
