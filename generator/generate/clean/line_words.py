"""What the line model sees of a line's words: small ones, known ones, those of the title and of the text.

Each word of a page is looked up once; what it tells is then counted line by line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

Floats: TypeAlias = NDArray[np.float32]
Numbers: TypeAlias = NDArray[np.intp]
T = TypeVar("T")

WORD = re.compile(r"\w+")
NUMERIC_DATE = re.compile(
    r"[0-9](?:[0-9]{3}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[0-9]?(?:[./-][^\S\n]?[0-9]{1,2}[./-][^\S\n]?[0-9]{2,4}|:[0-9][0-9]))"
)
"""It begins with a digit, for which a text is quickly searched."""
SHARED_WORD = 4
"""Letters of a word that tells what a text is about."""
WHOLE_LINE = 40
"""Characters of a line that is looked up as a whole, too."""
AGAINST = -1.0
"""Weight of a word that stands around articles rather than in them."""
ABOUT_LINE = 12.5
"""Words; a shorter line does not say what a text is about."""


@dataclass(frozen=True)
class PageWords:
    """The words of a page's lines."""

    folded: tuple[str, ...]
    """The lines, as they are compared."""
    of_lines: tuple[tuple[str, ...], ...]
    all: tuple[str, ...]
    """Each word once."""
    number: Numbers
    """Of each word where it stands, in all."""
    line: Numbers
    """Of each word where it stands, counted from 0."""
    counts: Floats
    """Words of each line, at least 1."""
    telling: tuple[Numbers, Numbers]
    """Lines and words in them that may tell what they are about, each pair once."""

    def sums(self, of_words: NDArray[np.generic]) -> Floats:
        """Add up what each line's words are worth."""
        return np.bincount(self.line, of_words.take(self.number), len(self.counts)).astype(np.float32)


def page_words(texts: Sequence[str]) -> PageWords:
    """Return the words of a page's lines."""
    folded = fold("\n".join(texts)).split("\n")
    found = tuple(tuple(WORD.findall(text)) for text in folded)
    numbers = {word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(found)))}
    number = np.array([numbers[word] for words in found for word in words], np.intp)
    counts = [len(words) for words in found]
    line = np.arange(len(found)).repeat(counts)
    small = LEXICONS.function_words
    tells = np.array([len(word) >= SHARED_WORD and word not in small for word in numbers], np.bool_)
    size = max(len(numbers), 1)
    # `unique` does the same, but imports a quarter of numpy for it.
    told = np.sort((line * size + number)[tells.take(number)])
    pairs = told[told != np.concatenate(([-1], told[:-1]))]
    return PageWords(
        tuple(folded),
        found,
        tuple(numbers),
        number,
        line,
        np.maximum(counts, 1).astype(np.float32),
        (pairs // size, pairs % size),
    )


def word_features(texts: Sequence[str], words: PageWords, weights: Mapping[str, float]) -> dict[str, Floats]:
    """Look at the words: small ones, known ones, those of the title, those the text is about."""
    counts = words.counts
    small = [words.sums(_marks(words, one.function_words)) for one in LEXICONS.values()]
    function = np.maximum.reduce(small)
    dates = words.sums(_marks(words, _calendar())) + _numeric_dates(texts)
    found = np.array(list(map(weights.get, words.all)), np.float32)  # what has no weight is no number
    is_known = ~np.isnan(found)
    worth, weighed = np.where(is_known, found, np.float32(0)), words.sums(is_known.astype(np.float32))
    speaks_against = np.where(worth < AGAINST, worth, 0)
    repeated = Counter(words.folded)
    return {
        "function words": function / counts,
        "function word count": np.minimum(function, 20),
        "dates": np.minimum(dates, 6) / counts,
        "word weight": words.sums(worth) / (weighed + 2),
        **_lowest(words, worth),
        "weight against": words.sums(speaks_against),
        "words against": words.sums((worth < AGAINST).astype(np.float32)) / counts,
        "line weight": _of_lines(
            words.folded,
            lambda text: weights.get(line_key(text), 0.0) if len(text) <= WHOLE_LINE else 0.0,
        ),
        "opening weight": _of_lines(words.of_lines, lambda found: weights.get(opening_key(found), 0.0)),
        "repeated": np.log(_of_lines(words.folded, lambda text: repeated[text])),
        **_shared(words, function),
    }


def _lowest(words: PageWords, worth: Floats) -> dict[str, Floats]:
    """Return the two lowest weights of each line's words, as far as they speak against it."""
    order = np.lexsort((worth.take(words.number), words.line))
    lines, values = words.line.take(order), worth.take(words.number).take(order)
    (begins,) = (lines != np.concatenate(([-1], lines[:-1]))).nonzero()
    lowest, second = np.zeros((2, len(words.counts)), np.float32)
    lowest[lines[begins]] = np.minimum(values[begins], 0)
    has_second = begins + 1 < np.append(begins[1:], len(lines))
    second[lines[begins[has_second]]] = np.minimum(values[begins[has_second] + 1], 0)
    return {"lowest word weight": lowest, "second lowest word weight": second}


def _of_lines(lines: Sequence[T], value: Callable[[T], float]) -> Floats:
    return np.array([value(line) for line in lines], np.float32)


def _marks(words: PageWords, known: Container[str]) -> Floats:
    return np.fromiter(map(known.__contains__, words.all), np.float32, len(words.all))


def _numeric_dates(texts: Sequence[str]) -> Floats:
    ends = np.array([len(text) + 1 for text in texts]).cumsum()
    at = [match.start() for match in NUMERIC_DATE.finditer("\n".join(texts))]
    lines = ends.searchsorted(at, side="right")
    return np.bincount(lines, minlength=len(texts)).astype(np.float32)


def opening_key(words: Sequence[str]) -> str:
    """Return what a line's first two words are looked up by: "Lesen Sie", "Foto dpa"."""
    return f"^{' '.join(words[:2])}"


def line_key(folded: str) -> str:
    """Return what a whole short line is looked up by among the words."""
    return f"={folded.strip()}"


@cache
def _calendar() -> frozenset[str]:
    return LEXICONS.calendar_words()


def _shared(words: PageWords, function: Floats) -> dict[str, Floats]:
    """Return the shares of a line's words that stand in the title line, and in other long lines."""
    line, word = words.telling
    prose = (words.counts >= ABOUT_LINE) & (function >= 3)
    title = np.zeros(len(words.all), np.float32)
    title[word[line == 0]] = 1
    size = np.bincount(line, minlength=len(words.counts)).astype(np.float32) + 1
    of_title = np.bincount(line, title[word], len(size)).astype(np.float32)
    return {
        "topic": topic(words, prose.astype(np.float32)),
        "of the title": of_title / size,
        "title in it": of_title / (title.sum() + 1),
    }


def topic(words: PageWords, lines: Floats) -> Floats:
    """Return the share of a line's words that stand in other lines, as far as these count (0 to 1)."""
    line, word = words.telling
    about = np.bincount(word, lines[line], len(words.all) or 1)
    elsewhere = np.minimum(np.maximum(about[word] - lines[line], 0), 1)
    size = np.bincount(line, minlength=len(lines)) + 1
    return (np.bincount(line, elsewhere, len(lines)) / size).astype(np.float32)
