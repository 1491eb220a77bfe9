"""The values of numbers in words: "zweiundzwanzig", "twenty-two", "dritten", "a dozen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from generator.checks.pairs.words import Word
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language

_LONGEST_WORD = 60
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def plain_number(word: str, language: Language) -> int | None:
    """Return the value of a cardinal from two on that can be nothing but a number: "zwei", "three".

    Two texts that each have one the other lacks disagree; "one" is an article too often.
    """
    if language not in LEXICONS:
        return None
    numbers = LEXICONS[language].numbers
    value = numbers.cardinals.get(word, 0)
    return value if value > 1 and word not in numbers.also_words else None


def values_in_words(words: tuple[Word, ...], language: Language) -> set[str]:
    """Return every value that the words of a text may stand for."""
    found = {str(value) for word in words if word.surface.isupper() and (value := _roman(word.folded))}
    if language in LEXICONS:
        numbers = LEXICONS[language].numbers
        for word in words:
            found.update(numbers.loose.get(word.folded, ()))
        for compound in (*(word.folded for word in words), *_runs(words, language)):
            found.update(str(value) for value in _in_compound(compound, language))
    return found


def _runs(words: tuple[Word, ...], language: Language) -> Iterator[str]:
    """Yield numbers of several words, "two hundred and fifty", as one."""
    joiner = LEXICONS[language].numbers.joiner
    run: list[str] = []
    for word in (*(word.folded for word in words), ""):
        if word and (_piece(word, language)[1] == len(word) or (run and word == joiner)):
            run.append(word)
        elif run:
            yield "".join(run)
            run = []


@lru_cache(maxsize=20_000)
def _in_compound(word: str, language: Language) -> tuple[int, ...]:
    """Read a number that is one word; what follows it in a compound ("dreitägig") does not matter."""
    total, group, rest = 0, 0, word
    values = []
    while rest and len(word) <= _LONGEST_WORD:
        value, size = _piece(rest, language)
        if not size:
            break
        rest = rest[size:]
        if value >= 100:
            group = max(group, 1) * value
            if value == 1000:
                total, group = total + group, 0
        else:
            group += value
        values.append(total + group)
    return tuple(values[-1:])


def _piece(rest: str, language: Language) -> tuple[int, int]:
    """Return the value a text starts with and how long its word is."""
    pattern, values = _pieces(language)
    match = pattern.match(rest)
    return (values[match["word"]], match.end()) if match else (0, 0)


@cache
def _pieces(language: Language) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Return the words that numbers of one word are made of: a pattern for them, and what they mean."""
    numbers = LEXICONS[language].numbers
    tens = {word: 10 * value for word, value in numbers.tens.items()}
    values = {**tens, **numbers.ordinals, **numbers.cardinals, **numbers.multiples}
    folded = {fold(word): value for word, value in values.items()}
    longest_first = "|".join(map(re.escape, sorted(folded, key=len, reverse=True)))
    return re.compile(f"(?:{re.escape(numbers.joiner)})?(?P<word>{longest_first})"), folded


def _roman(word: str) -> int | None:
    if not 2 <= len(word) <= 6 or any(letter not in _ROMAN for letter in word):
        return None
    values = [_ROMAN[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
