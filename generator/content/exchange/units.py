"""What is exchanged: a title or paragraph with its translation, by a name that outlives renaming."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.authors import hash_of
from generator.content.headline import with_headline
from generator.language.codes import is_language
from generator.language.markup import plain
from generator.model import Entry, Language, SegmentId, Slug, TranslationState


class ExchangeError(Exception):
    """A file can't be read, or is not of the form that its name says; the message says where and why."""


@dataclass(frozen=True)
class Unit:
    """A paragraph that is given out."""

    document: str
    """The seed its entry is made from; the entry's name, where it has none."""
    segment: SegmentId
    slug: Slug
    source: str
    """Plain text."""
    target: str
    """Plain text; empty where there is none."""
    state: TranslationState

    @property
    def stamp(self) -> str:
        """How its translation stands, and a hash of it, by which it is known again."""
        return f"{self.state} {hash_of(self.target)}"


@dataclass(frozen=True)
class Returned:
    """A paragraph that comes back."""

    document: str
    segment: SegmentId
    source: str
    target: str
    is_final: bool
    """Whoever worked on it there is done with it."""
    note: str = ""
    """What they wrote beside it."""
    stamp: str = ""
    """The one it was given out with; empty where the program did not keep it."""
    is_whole: bool = True
    """Each of the parts that the program cut it into has a translation."""

    def was_given_out_as(self, translation: str, state: str = r"\w+") -> bool:
        """Tell whether its translation was this plain text, in a state, when it was given out."""
        return re.search(rf"\b{state} {hash_of(_line(translation))}\b", self.stamp) is not None


def language_of(code: str) -> Language:
    """Return the language of a file's translations, which it names with or without a country.

    Raises:
        ExchangeError: it names none.
    """
    language = Language(code[:2].lower())
    if not is_language(language):
        raise ExchangeError(f"it does not say which language it translates to, such as en (“{code[:20]}”)")
    return language


def units_of(
    entry: Entry, states: Mapping[SegmentId, TranslationState], source: Language, target: Language
) -> Iterator[Unit]:
    """Yield the title and paragraphs of an entry that are translated, or to be, between two languages."""
    for segment in with_headline(entry, target):
        rendering, text, state = segment.rendering, _line(plain(segment.text)), states[segment.id]
        is_of_pair = segment.language == source and (rendering is None or rendering.language == target)
        # Of a picture alone there are no words.
        if text and is_of_pair and state is not TranslationState.NONE_NEEDED:
            translation = _line(plain(rendering.text)) if rendering else ""
            yield Unit(entry.key, segment.id, entry.slug, text, translation, state)


def _line(text: str) -> str:
    return " ".join(text.split())
