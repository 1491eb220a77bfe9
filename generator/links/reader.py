"""Reads of a text what comparing it takes, and keeps it for the next comparisons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.content.once import Once, anew
from generator.language.markup import plain
from generator.links.accounts import Accounts, opening_of
from generator.links.spokespersons import Speakers, find_speakers
from generator.links.texts import folded_words, telling_stems, text_in, title_in
from generator.model import Language, Mention, Record, Slug, Span

CACHED = 500
"""Texts kept read: entries are compared day by day, so few are needed at a time."""
SHINGLE = 5


@dataclass(frozen=True)
class Stems:
    """What a text and its opening are about."""

    opening: frozenset[str]
    whole: frozenset[str]


@dataclass(frozen=True)
class FirstNames:
    """The first paragraph of a text, and what it names."""

    text: str
    records: tuple[tuple[Slug, Span], ...]

    @property
    def named(self) -> frozenset[Slug]:
        """The records that stand in it."""
        return frozenset(record for record, _ in self.records)


@dataclass
class Reader:
    """What entries' texts tell, beyond the records they name."""

    _accounts: Accounts
    _mentions: Mapping[Slug, Sequence[Mention]]
    _records: Mapping[Slug, Record]
    language: Language
    """Of the site; compared in where there is a choice."""
    once: Once = anew
    """Keeps what was found in texts."""

    def __post_init__(self) -> None:
        kinds = {slug: record.kind for slug, record in self._records.items()}
        self.kinds = self.once("kinds", "", kinds, lambda: kinds)
        """By record, what it describes."""
        self.speakers: Callable[[Slug], Speakers] = lru_cache(CACHED)(self._speakers)
        self.stems: Callable[[Slug, Language], Stems] = lru_cache(CACHED)(self._stems)
        self.opening_names: Callable[[Slug, Language], FirstNames] = lru_cache(CACHED)(self._opening_names)
        self.shingles: Callable[[Slug], frozenset[int]] = lru_cache(CACHED)(self._shingles)

    def forget(self) -> None:
        """Keep nothing more of texts; it would last as long as the process looks for no garbage."""
        del self.speakers, self.stems, self.opening_names, self.shingles

    def known_of(self, slug: Slug) -> object:
        """Return all that the reading of an entry follows from."""
        return self.language, self._accounts[slug], self._mentions[slug], self.kinds

    def names(self, slug: Slug, record: str) -> bool:
        """Tell whether an entry names a record anywhere."""
        return any(mention.record == record for mention in self._mentions[slug])

    def _speakers(self, slug: Slug) -> Speakers:
        return find_speakers(self._accounts[slug].entry, self._mentions[slug], self._records)

    def _stems(self, slug: Slug, language: Language) -> Stems:
        entry = self._accounts[slug].entry
        title, boilerplate = title_in(entry, language), self._accounts[slug].boilerplate
        opening, whole = (
            " ".join([title, *(text_in(one, language) or "" for one in part if one.id not in boilerplate)])
            for part in (opening_of(entry), entry.segments)
        )
        return Stems(telling_stems(opening), telling_stems(whole))

    def _opening_names(self, slug: Slug, language: Language) -> FirstNames:
        segment = next(iter(opening_of(self._accounts[slug].entry)), None)
        if segment is None:
            return FirstNames("", ())
        spans = (
            (mention.record, mention.span)
            for mention in self._mentions[slug]
            if mention.segment == segment.id and mention.language == language and mention.span
        )
        return FirstNames(text_in(segment, language) or "", tuple(spans))

    def _shingles(self, slug: Slug) -> frozenset[int]:
        words = folded_words(" ".join(plain(s.text) for s in self._accounts[slug].entry.segments))
        return frozenset(hash(tuple(words[n : n + SHINGLE])) for n in range(len(words) - SHINGLE + 1))
