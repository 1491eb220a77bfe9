"""Who made a translation, sentence by sentence: on record, never told from what differs.

An entry's baseline is the record. A sentence is a machine's where it stands in a translation that the
baseline signs for a machine, or where a mark on one of its segments holds the sentence's hash: of what is
in the file and the machine would write otherwise now, or stands in a paragraph with a person's sentences.
Every other sentence is a person's, in whatever paragraph it stands: another mark holds the hash of one that
the memory put beside a machine's. Where there is no baseline, the entry is believed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from generator.content.headline import with_headline
from generator.language.markup import plain, same_words
from generator.language.sentences.split import split_sentences
from generator.model import Entry, Language, Rendering, Segment, TranslationBy
from generator.printable import printable_line

MARK, PERSONS = "machine=", "person="
HASH_LENGTH = 12
END = re.compile(r"[.!?…][\"'”“’»«)\]]{0,2}$")
"""How a sentence ends."""
LONGEST_END = 3


@dataclass(frozen=True)
class MachineMade:
    """What a machine made of an entry's translations."""

    renderings: tuple[Rendering, ...] = ()
    """All of each."""
    hashes: frozenset[str] = frozenset()
    """Of sentences and of whole translations."""
    persons: frozenset[str] = frozenset()
    """Hashes of translations that persons signed, and of their sentences that the memory put beside a
    machine's."""

    def __or__(self, other: MachineMade) -> MachineMade:
        """Return what is in either."""
        persons = self.persons | other.persons
        return MachineMade(self.renderings + other.renderings, self.hashes | other.hashes, persons)

    def wrote(self, rendering: Rendering) -> bool:
        """Tell whether a machine wrote every sentence of a translation, marks and links aside."""
        # Most read as they were made.
        return rendering.text in self._as_made or self.has(plain(rendering.text), rendering.language)

    def has(self, text: str, language: Language) -> bool:
        """Tell whether a machine wrote every sentence of a plain text."""
        words = _on_a_line(text)
        if not words:
            return False
        if self._knows(words):
            # What persons wrote of a machine's text may stand in a row.
            return not self.persons or not all(map(self.is_persons, hashes_of(words, language)))
        return all(map(self._knows, split_sentences(words, language)))

    def has_some(self, renderings: Iterable[Rendering]) -> bool:
        """Tell whether a machine wrote a sentence of some translations."""
        if not self.renderings and not self.hashes:
            return False
        # Most are all a machine's, and told at once.
        return any(self.wrote(one) or self.of(plain(one.text), one.language) for one in renderings)

    def of(self, text: str, language: Language) -> list[str]:
        """Return the hashes of the sentences of a plain text that a machine wrote."""
        sentences = split_sentences(_on_a_line(text), language)
        return [hash_of(sentence) for sentence in sentences if self._knows(sentence)]

    def is_persons(self, name: str) -> bool:
        """Tell whether a hash is that of a person's sentence, and of no machine's."""
        return name in self.persons and name not in self.hashes

    def _knows(self, words: str) -> bool:
        name = hash_of(words)
        if self.is_persons(name):
            return False
        if words in self._texts or name in self._sentences:
            return True
        # Those of a machine do not always end as sentences do.
        return any(_holds(text, words) for text in self._texts)

    @cached_property
    def _as_made(self) -> frozenset[str]:
        return frozenset(one.text for one in self.renderings)

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(_on_a_line(plain(one.text)) for one in self.renderings)

    @cached_property
    def _sentences(self) -> frozenset[str]:
        made = (hashes_of(plain(one.text), one.language) for one in self.renderings)
        return self.hashes.union(*made)


NOBODY = MachineMade()


def machine_made(entry: Entry) -> MachineMade:
    """Return what a baseline, or an entry that has none, says a machine made."""
    by = entry.translation.by if entry.translation else TranslationBy.EDITOR
    return made_in(with_headline(entry), by)


def made_in(segments: Iterable[Segment], by: TranslationBy = TranslationBy.EDITOR) -> MachineMade:
    """Return what segments say a machine made.

    `by`: who made the translations that do not say so.
    """
    segments = tuple(segments)
    renderings = [segment.rendering for segment in segments if segment.rendering]
    signed = tuple(one for one in renderings if (one.by or by) is TranslationBy.ARGOS)
    persons = [hash_of(_on_a_line(plain(one.text))) for one in renderings if one.by is TranslationBy.EDITOR]
    return MachineMade(
        signed,
        frozenset(name for one in segments for name in recorded_in(one)),
        frozenset(name for one in segments for name in recorded_in(one, PERSONS)).union(persons),
    )


def author(rendering: Rendering, made: MachineMade, was: Segment | None = None) -> TranslationBy:
    """Return who answers for a translation: a person who wrote at least a sentence, or signed it.

    `was`: as the generator wrote it last; who signed other words did not sign these.
    """
    before = was.rendering if was and was.rendering and was.rendering.by is TranslationBy.EDITOR else None
    is_signed = rendering.by is TranslationBy.EDITOR and (
        not before or same_words(before.text, rendering.text)
    )
    return TranslationBy.EDITOR if is_signed or not made.wrote(rendering) else TranslationBy.ARGOS


def with_record(segment: Segment, hashes: Iterable[str], mark: str = MARK) -> Segment:
    """Return a baseline's segment whose marks record, in place of others, what a machine wrote."""
    other = (one for one in segment.attributes if not one.startswith(mark))
    return replace(segment, attributes=(*other, *(mark + one for one in dict.fromkeys(hashes))))


def with_persons(segment: Segment, made: MachineMade, by: TranslationBy = TranslationBy.EDITOR) -> Segment:
    """Return a baseline's segment whose marks record which of a machine's sentences are persons'.

    `by`: who made its translation, if that does not say so.
    """
    if not made.persons:
        return segment
    there = segment.rendering
    is_machines = there and (there.by or by) is TranslationBy.ARGOS
    names = hashes_of(plain(there.text), there.language) if there and is_machines else []
    segment = with_record(segment, (one for one in recorded_in(segment) if not made.is_persons(one)))
    known = frozenset(recorded_in(segment, PERSONS))
    return with_record(segment, [one for one in names if one in known or made.is_persons(one)], PERSONS)


def record_of(rendering: Rendering, made: MachineMade) -> list[str]:
    """Return the hashes that record what a machine made of a translation."""
    text = plain(rendering.text)
    if made.wrote(rendering):
        return [hash_of(_on_a_line(text))]
    return made.of(text, rendering.language)


def hashes_of(text: str, language: Language) -> list[str]:
    """Return the hashes of a plain text's sentences."""
    return [hash_of(sentence) for sentence in split_sentences(_on_a_line(text), language)]


def hash_of(text: str) -> str:
    """Return the hash that records a plain text on one line."""
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]


def _on_a_line(text: str) -> str:
    return " ".join(printable_line(text).split())


def _holds(text: str, words: str) -> bool:
    """Tell whether a text has all the words as they are, in whole sentences."""
    start = text.find(words)
    above, below = text[:start].rstrip(), text[start + len(words) :]
    return start >= 0 and _may_end(above) and (not below or (below[0] == " " and _may_end(words)))


def _may_end(text: str) -> bool:
    return not text or END.search(text[-LONGEST_END:]) is not None


def former_record(segment: Segment, said: MachineMade) -> list[str]:
    """Return the hashes of all that a machine made of a baseline's segment, to record where another follows.

    `said`: what the segments that follow say of themselves.
    """
    hashes, rendering = [*recorded_in(segment)], segment.rendering
    if rendering and not said.wrote(rendering):
        made, text, language = made_in([segment]), plain(rendering.text), rendering.language
        # Its sentences that read otherwise now, too: they may come back beside a person's.
        known = said.of(text, language)
        hashes += [one for one in made.of(text, language) if one not in known] + record_of(rendering, made)
    return hashes


def recorded_in(segment: Segment, mark: str = MARK) -> Iterator[str]:
    """Yield the hashes in a segment's marks."""
    return (one.removeprefix(mark) for one in segment.attributes if one.startswith(mark))
