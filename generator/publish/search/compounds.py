"""The parts of compounds: a Pressekonferenz is a Konferenz.

No list of words: the parts are words that the site itself has. How a compound begins is found without them,
since a word is found by its beginning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.language.lexicons import LEXICONS
from generator.model import GERMAN

LINKS = ("", "s", "es", "n", "en", "e", "er")
"""What may stand between two parts."""
SHORTEST_HEAD = 3
SHORTEST_PART = 4
SURE_PART = 5
"""Letters from which a last part is one whatever stands before it."""
VOWELS = frozenset("aeiouy")
MOST_PARTS = 4


def parts_of(word: str, known: Collection[str]) -> Iterator[str]:
    """Yield the words that a compound ends with, each shorter than the one before.

    Args:
        word: as it is searched.
        known: the words of German texts, as they are searched.
    """
    for _ in range(MOST_PARTS):
        part = _longest_end(word, known)
        if part is None:
            return
        yield part
        word = part


def _longest_end(word: str, known: Collection[str]) -> str | None:
    for start in range(SHORTEST_HEAD, len(word) - SHORTEST_PART + 1):
        head, end = word[:start], word[start:]
        if not VOWELS.isdisjoint(head) and (len(end) >= SURE_PART or _is_known(head, known)):
            for form in _forms(end):
                if form in known:
                    return form
    return None


def _is_known(head: str, known: Collection[str]) -> bool:
    return any(head.removesuffix(link) in known for link in LINKS if head.endswith(link))


def _forms(end: str) -> Iterator[str]:
    for ending in LEXICONS[GERMAN].noun_endings:
        form = end.removesuffix(ending)
        if end.endswith(ending) and len(form) >= SHORTEST_PART:
            yield form
