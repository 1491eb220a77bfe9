"""Finds what older versions kept in the memory to put terms right: sentences with stand-ins for terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.memory import Memory, Pair
from generator.language.markup import plain
from generator.language.sentences.split import split_sentences
from generator.model import Entry, TranslationBy
from generator.terms.stand_ins import may_be_marked


def find_old_helps(memory: Memory, entries: Iterable[Entry]) -> list[Pair]:
    """Return machines' pairs of sentences with the names that stand in for terms, unless an entry has them.

    Args:
        memory: as it was before the run.
        entries: all that there are.
    """
    marked = [
        pair
        for pair in memory.pairs.values()
        if pair.by is TranslationBy.ARGOS and not pair.is_help and may_be_marked(pair.source)
    ]
    known = {text for entry in entries for text in _texts(entry)} if marked else set()
    return [pair for pair in marked if pair.source not in known]


def _texts(entry: Entry) -> Iterator[str]:
    """Yield the texts of an entry, whole and by sentence, in which such a name stands."""
    for text in (entry.original_title or entry.title, *(plain(segment.text) for segment in entry.segments)):
        if may_be_marked(text):
            yield from (text, *split_sentences(text, entry.language))
