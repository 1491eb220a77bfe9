"""The words of a text, and whether a word is a form of another one, by language.

A sign of Chinese or Japanese script is a word of its own, since nothing parts the words there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model import Language

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
GAP = re.compile(r"[\s'’‑\-–,/·・]{0,4}")
"""What may stand between two words of one term: not the end of a sentence."""
ENDING_LETTERS = "enrsmiy"
GERMAN_ENDINGS = ("", "e", "en", "er", "es", "em", "s", "n")
GERMAN_NOUN_ENDINGS = ("", "s", "es", "n", "en", "e")
"""For a term of one word, which nothing around it confirms."""
SHORTEST = 3
"""Letters before an ending: no ending is looked for in shorter words."""
LONGEST = 80
"""A longer word is no word of a term."""


class Words:
    """The words of one text, by number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in WORD.finditer(text)]

    def __len__(self) -> int:
        return len(self.spans)

    def __getitem__(self, number: int) -> str:
        start, end = self.spans[number]
        return self.text[start:end]

    def keys(self) -> list[str]:
        """Return the key of every word; "" for those that are too long."""
        text = self.text
        return [key(text[start:end]) if end - start <= LONGEST else "" for start, end in self.spans]

    def joined(self, number: int) -> bool:
        """Tell whether a word may stand in one term with the word before it."""
        end, start = self.spans[number - 1][1], self.spans[number][0]
        return start - end <= 4 and GAP.fullmatch(self.text, end, start) is not None


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Return what all forms of a word have in common; words of other meanings may share it."""
    folded = word.casefold()
    stem = folded.rstrip(ENDING_LETTERS)
    return stem if len(stem) >= SHORTEST else folded[:SHORTEST]


def is_form(word: str, base: str, language: Language, *, alone: bool) -> bool:
    """Tell whether a word of a text is a word of a term, perhaps with a grammatical ending.

    Args:
        word: as it stands in the text.
        base: as the term gives it.
        language: of the text.
        alone: the term is this one word.
    """
    if base.isupper() and len(base) > 1:
        return word in (base, f"{base}s")
    if language == "de":
        # German nouns are always capitalized, so "peking" is something else.
        if base[:1].isupper() and not word[:1].isupper():
            return False
        return _is_german_form(word.casefold(), base.casefold(), alone=alone)
    one, other = word.casefold(), base.casefold()
    return one == other or (language == "en" and (one in plurals(other) or other in plurals(one)))


@lru_cache(maxsize=50_000)
def _is_german_form(word: str, base: str, *, alone: bool) -> bool:
    if word == base:
        return True
    if len(base) < SHORTEST:
        return False
    if alone:
        return word.startswith(base) and word[len(base) :] in GERMAN_NOUN_ENDINGS
    return bool(_stems(word) & _stems(base))


def _stems(word: str) -> frozenset[str]:
    stems = (word[: len(word) - len(ending)] for ending in GERMAN_ENDINGS if word.endswith(ending))
    return frozenset(stem for stem in stems if len(stem) >= SHORTEST)


@lru_cache(maxsize=50_000)
def plurals(word: str) -> tuple[str, ...]:
    """Return the regular plural of an English word."""
    if len(word) < SHORTEST:
        return ()
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{word}es",)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (f"{word[:-1]}ies",)
    return (f"{word}s",)


def is_plural(word: str) -> bool:
    """Tell whether an English word looks like a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > SHORTEST
