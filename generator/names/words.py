"""The words of a text, and when two words are forms of one.

Every step takes time in proportion to the text: words are found in one pass, each is folded on its own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.language.lexicons import LEXICONS

# One character each way, so that positions stay.
SAME_CHARACTER = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‚‛´`‹›", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
    }
)
# Accents may be written as characters of their own; "People's" is one word.
WORD = re.compile(r"[\w\u0300-\u036f]+(?:'[\w\u0300-\u036f]+)*")
POSSESSIVE = ("'s", "'S")
ENDINGS = LEXICONS.endings(lambda one: one.endings)
BEFORE_N = "elr"
"""The letters that "n" alone comes after: "Russia" and "Russian" are two words."""
ENDING_LETTERS = "enrsm"
ALONE_ENDINGS = LEXICONS.endings(lambda one: one.noun_endings)
"""The same for a name of one word, which nothing around it confirms."""
SHORTEST = 3
"""Letters before an ending: no ending is looked for in shorter words."""
LONGEST = 80
"""No word of a name is longer; a longer word of a text is not looked at."""
WIDEST = 20
"""No gap within a name is wider."""
SPELLINGS = (
    ("defence", "defense"), ("neighbour", "neighbor"), ("organis", "organiz"), ("modernis", "moderniz"),
    ("labour", "labor"), ("harbour", "harbor"), ("centre", "center"), ("theatre", "theater"),
    ("programme", "program"), ("manoeuvre", "maneuver"),
)  # fmt: skip
"""British and American."""

SPACE, HYPHEN, DASH, BREAK, FAR = " ", "-", " - ", "\n\n", "…"


class Words:
    """The words of one text, by number."""

    def __init__(self, text: str) -> None:
        self.text = text.translate(SAME_CHARACTER)
        self.spans = [match.span() for match in WORD.finditer(self.text)]

    def __len__(self) -> int:
        return len(self.spans)

    def folded(self) -> list[str]:
        """Return the keys of all words: words with different keys are no forms of each other."""
        text = self.text
        return [key(text[start:end]) if end - start <= LONGEST else "" for start, end in self.spans]

    def surface(self, number: int) -> str:
        """Return a word as it stands, without a possessive ending."""
        start, end = self.spans[number]
        return _surface(self.text[start:end])

    def is_possessive(self, number: int) -> bool:
        """Tell whether a word ends with 's."""
        return self.text[slice(*self.spans[number])].endswith(POSSESSIVE)

    def is_capital(self, number: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return self.text[self.spans[number][0]].isupper()

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """Return where a run of words begins and ends in the text, without a possessive ending."""
        end = self.spans[last][1]
        return self.spans[first][0], end - 2 if self.is_possessive(last) else end

    def gap(self, number: int) -> str:
        """Return what parts a word from the one before it, as far as names tell gaps apart."""
        if not 0 < number < len(self.spans):
            return FAR
        start, end = self.spans[number - 1][1], self.spans[number][0]
        if end - start > WIDEST:
            return FAR
        # The apostrophe of "Forces' General Staff" belongs to the word before it.
        start += self.text[start - 1] in "sxzß" and self.text[start : start + 2] == "' "
        return _kind_of_gap(self.text[start:end])


def _kind_of_gap(between: str) -> str:
    if between.isspace():
        return BREAK if between.count("\n") > 1 else SPACE
    joined = "".join(between.split())
    return DASH if joined == HYPHEN and joined != between else joined


@lru_cache(maxsize=50_000)
def _surface(word: str) -> str:
    return composed(without_possessive(word))


def without_possessive(word: str) -> str:
    """Take 's from the end of a word."""
    return word[:-2] if word.endswith(POSSESSIVE) else word


def composed(word: str) -> str:
    """Return a word with its accents written in one way."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


@lru_cache(maxsize=50_000)
def spelled(word: str) -> str:
    """Return a word in lower case and American spelling, without a possessive ending."""
    folded = composed(without_possessive(word)).casefold()
    for british, american in SPELLINGS:
        folded = folded.replace(british, american)
    return folded


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Return what all forms of a word have in common, and perhaps words of another meaning too."""
    folded = spelled(word)
    stem = folded.rstrip(ENDING_LETTERS)
    return stem if len(stem) >= SHORTEST else folded[:SHORTEST]


def same_word(one: str, other: str) -> bool:
    """Tell whether two words, as `spelled`, differ by no more than their grammatical endings."""
    return one == other or any(
        _is_ending(one, base)
        for ending in ENDINGS
        if other.endswith(ending)
        and len(base := other[: len(other) - len(ending)]) >= SHORTEST
        and _is_ending(other, base)
    )


def is_inflected(word: str, name: str) -> bool:
    """Tell whether a word is a name of one word, perhaps with an ending added."""
    return word == name or (word[len(name) :] in ALONE_ENDINGS and _is_ending(word, name))


def _is_ending(word: str, base: str) -> bool:
    """Tell whether a word is `base` with an ending that can follow it."""
    ending = word[len(base) :]
    return word.startswith(base) and ending in ENDINGS and (ending != "n" or base[-1] in BEFORE_N)
