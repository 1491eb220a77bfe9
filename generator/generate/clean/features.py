"""What the line model sees of a line: its form, its words, its place, and its neighbours.

Everything is counted over all lines of a page at once, in steps that grow with the text's length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

Floats: TypeAlias = NDArray[np.float32]

WORD = re.compile(r"\w+")
NUMERIC_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{1,2}:\d\d")
PROSE_WORDS = 8
"""A line with as many words that ends as a sentence does passes for text before the model is asked."""
LONG_LINE = 25
"""One of as many words is, however it ends."""
SHARED_WORD = 4
"""Letters of a word that tells what a text is about."""
FAR = 60.0
"""Lines; what is farther away is as good as not there."""
WORDS_LOOKED_AT = 300
"""Of a line, for the words it shares with others."""

UPPER, LOWER, DIGIT, STOP, COMMA, COLON, QUOTE, BAR, BRACKET, SIGN = range(1, 11)
_MARKS = {
    STOP: ".!?…。！？",
    COMMA: ",;",
    COLON: ":",
    QUOTE: "\"'„“”‚‘’«»‹›",
    BAR: "|/>·•→▶►*–—-+",
    BRACKET: "()[]",
    SIGN: "@©#&%€$={}<\\_",
}


def page_features(texts: Sequence[str], weights: Mapping[str, float]) -> dict[str, Floats]:
    """Return the features of every line of a page by name, in the order the model knows them.

    Args:
        texts: the page's lines.
        weights: of words, how much more often they stand in an article than around one (log odds).
    """
    columns = _form(texts)
    columns |= _words(texts, weights)
    columns |= _place(columns)
    return columns | _neighbours(columns)


@cache
def _classes() -> NDArray[np.uint8]:
    """Return the class of each character; what lies beyond the table is like its last."""
    table = np.zeros(0x2200, np.uint8)
    for code in range(len(table)):
        char = chr(code)
        table[code] = UPPER if char.isupper() else LOWER if char.isalpha() else DIGIT if char.isdigit() else 0
    for kind, chars in _MARKS.items():
        for char in chars:
            if ord(char) < len(table):
                table[ord(char)] = kind
    table[-1] = LOWER
    return table


def _form(texts: Sequence[str]) -> dict[str, Floats]:
    """Count kinds of characters, and what a line begins and ends with."""
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
    kinds = _classes()[np.minimum(codes, len(_classes()) - 1)]
    ends = np.flatnonzero(codes == 10)
    starts = np.concatenate(([0], ends[:-1] + 1))

    def count(found: NDArray[np.bool_]) -> Floats:
        return np.add.reduceat(found, starts, dtype=np.float32)

    inside = (kinds >= UPPER) & (kinds <= DIGIT)
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    chars = np.maximum(ends - starts, 1).astype(np.float32)
    words = count(begins)
    some_words = np.maximum(words, 1)
    capitals = count(begins & (kinds == UPPER))
    upper, digits = count(kinds == UPPER), count(kinds == DIGIT)
    first, last = kinds[starts], kinds[np.maximum(ends - 1, starts)]
    before_last = kinds[np.maximum(ends - 2, starts)]
    closed = np.isin(last, (QUOTE, BRACKET)) & (before_last == STOP)
    stops = count(kinds == STOP)
    return {
        "words": np.log1p(words),
        "word length": count(inside) / some_words,
        "capitals": capitals / some_words,
        "upper": upper / chars,
        "digits": digits / chars,
        "numbers": count(begins & (kinds == DIGIT)) / some_words,
        "stops": np.minimum(stops, 20),
        "commas": np.minimum(count(kinds == COMMA), 20),
        "colons": np.minimum(count(kinds == COLON), 5),
        "quotes": np.minimum(count(kinds == QUOTE), 10),
        "bars": np.minimum(count(kinds == BAR), 10),
        "brackets": np.minimum(count(kinds == BRACKET), 10),
        "signs": np.minimum(count(kinds == SIGN), 5),
        "words per stop": np.minimum(words / np.maximum(stops, 1), 60),
        "ends sentence": ((last == STOP) | closed).astype(np.float32),
        "ends": last.astype(np.float32),
        "begins": first.astype(np.float32),
    }


def _words(texts: Sequence[str], weights: Mapping[str, float]) -> dict[str, Floats]:
    """Look at the words: small ones, known ones, those of the title, those the text is about."""
    folded = [fold(text) for text in texts]
    found = [WORD.findall(text) for text in folded]
    small = [one.function_words for one in LEXICONS.values()]
    calendar = _calendar()
    function = np.array(
        [max(sum(word in known for word in words) for known in small) for words in found], np.float32
    )
    counts = np.maximum(np.array([len(words) for words in found], np.float32), 1)
    dates = np.array(
        [
            sum(word in calendar for word in words[:WORDS_LOOKED_AT]) + len(NUMERIC_DATE.findall(text[:200]))
            for words, text in zip(found, texts, strict=True)
        ],
        np.float32,
    )
    known = [
        [weight for word in words[:WORDS_LOOKED_AT] if (weight := weights.get(word)) is not None]
        for words in found
    ]
    opening = [weights.get(opening_key(words), 0.0) for words in found]
    whole = [weights.get(line_key(text), 0.0) if len(text) <= 40 else 0.0 for text in folded]
    repeated = Counter(folded)
    return {
        "function words": function / counts,
        "function word count": np.minimum(function, 20),
        "dates": np.minimum(dates, 6) / counts,
        "word weight": np.array([sum(one) / (len(one) + 2) for one in known], np.float32),
        "lowest word weight": np.array([min(one, default=0.0) for one in known], np.float32),
        "line weight": np.array(whole, np.float32),
        "opening weight": np.array(opening, np.float32),
        "repeated": np.log(np.array([repeated[text] for text in folded], np.float32)),
        **_shared(found, counts, function),
    }


def opening_key(words: Sequence[str]) -> str:
    """Return what a line's first two words are looked up by: "Lesen Sie", "Foto dpa"."""
    return f"^{' '.join(words[:2])}"


def line_key(folded: str) -> str:
    """Return what a whole short line is looked up by among the words."""
    return f"={folded.strip()}"


@cache
def _calendar() -> frozenset[str]:
    return LEXICONS.calendar_words()


def _shared(found: Sequence[Sequence[str]], counts: Floats, function: Floats) -> dict[str, Floats]:
    """Return the shares of a line's words that stand in the title line, and in other long lines."""
    small = LEXICONS.function_words
    told = [
        {word for word in words[:WORDS_LOOKED_AT] if len(word) >= SHARED_WORD and word not in small}
        for words in found
    ]
    prose = (counts >= LONG_LINE / 2) & (function >= 3)
    about: Counter[str] = Counter()
    for words, is_prose in zip(told, prose, strict=True):
        if is_prose:
            about.update(words)
    title = told[0] if told else set()
    topic = [
        sum(about[word] > own for word in words) / (len(words) + 1)
        for words, own in zip(told, prose, strict=True)
    ]
    return {
        "topic": np.array(topic, np.float32),
        "of the title": np.array([len(words & title) / (len(words) + 1) for words in told], np.float32),
        "title in it": np.array([len(words & title) / (len(title) + 1) for words in told], np.float32),
    }


def _place(columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """Say where a line stands: in the page, and to its running text."""
    words = np.expm1(columns["words"])
    size = len(words)
    index = np.arange(size, dtype=np.float32)
    is_prose = ((columns["ends sentence"] > 0) & (words >= PROSE_WORDS)) | (words >= LONG_LINE)
    prose = np.where(is_prose, words, 0)
    total = max(float(prose.sum()), 1.0)
    above, below = _distances(is_prose)
    inside, into, out_of = segment_place(np.where(is_prose, words, -8.0))
    return {
        "place": index / max(size - 1, 1),
        "lines above": np.log1p(index),
        "lines below": np.log1p(size - 1 - index),
        "prose above": (np.cumsum(prose) - prose) / total,
        "prose": prose / total,
        "prose on page": np.full(size, np.log1p(total), np.float32),
        "to prose above": above,
        "to prose below": below,
        "in main part": inside,
        "to main part's start": into,
        "to main part's end": out_of,
    }


def _distances(found: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return how many lines away the nearest one found is, above and below."""
    size = len(found)
    index = np.arange(size)
    last = np.maximum.accumulate(np.where(found, index, -size))
    nearest = np.minimum.accumulate(np.where(found, index, 2 * size)[::-1])[::-1]
    above = np.concatenate(([FAR], index[1:] - last[:-1])) if size else index
    below = np.concatenate((nearest[1:] - index[:-1], [FAR])) if size else index
    return np.minimum(above, FAR).astype(np.float32), np.minimum(below, FAR).astype(np.float32)


def segment_place(gains: Floats) -> tuple[Floats, Floats, Floats]:
    """Find the run of lines with the greatest sum, and say where each line stands to it.

    Returns:
        Whether it is inside, and the signed logarithms of its distances to the run's two ends.
    """
    sums = np.concatenate(([0.0], np.cumsum(gains)))
    lowest = np.minimum.accumulate(sums)
    end = int(np.argmax(sums - lowest))
    start = int(np.argmin(sums[: end + 1]))
    index = np.arange(len(gains))
    inside = ((index >= start) & (index < end)).astype(np.float32)

    def signed(distance: NDArray[np.int64]) -> Floats:
        return (np.sign(distance) * np.log1p(np.abs(distance))).astype(np.float32)

    return inside, signed(index - start), signed(end - 1 - index)


SEEN_OF_NEIGHBOURS = (
    "words",
    "ends sentence",
    "function word count",
    "word weight",
    "line weight",
    "capitals",
    "dates",
    "topic",
)
WIDE = ("words", "ends sentence", "function word count", "word weight", "topic")


def _neighbours(columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return what the lines around a line are like: the next ones each, those farther off on average."""
    seen: dict[str, Floats] = {}
    for name in SEEN_OF_NEIGHBOURS:
        for offset in (-2, -1, 1, 2):
            seen[f"{name} at {offset:+d}"] = shifted(columns[name], offset)
    for name in WIDE:
        for width in (4, 12):
            seen[f"{name} in {width} above"] = mean_above(columns[name], width)
            seen[f"{name} in {width} below"] = mean_above(columns[name][::-1], width)[::-1]
    return seen


def shifted(column: Floats, offset: int) -> Floats:
    """Return for each line the value of the one `offset` lines below it; -1 beyond the page."""
    moved = np.full_like(column, -1)
    if abs(offset) < len(column):
        if offset > 0:
            moved[:-offset] = column[offset:]
        else:
            moved[-offset:] = column[:offset]
    return moved


def mean_above(column: Floats, width: int) -> Floats:
    """Return for each line the mean over the `width` lines above it, as if 0 stood beyond the page."""
    sums = np.concatenate(([0.0], np.cumsum(column, dtype=np.float64)))
    index = np.arange(len(column))
    return ((sums[index] - sums[np.maximum(index - width, 0)]) / width).astype(np.float32)


def score_features(scores: Floats, chars: Floats) -> dict[str, Floats]:
    """Return what the first pass's scores of a line and its neighbours say, for the second pass.

    Args:
        scores: between 0 and 1.
        chars: how long the lines are.
    """
    mass = scores * chars
    total = max(float(mass.sum()), 1.0)
    inside, into, out_of = segment_place((scores - 0.4) * np.log1p(chars))
    columns = {
        "score": scores,
        "score above in all": (np.cumsum(mass) - mass) / total,
        "score mass": mass / total,
    }
    columns |= {"in best part": inside, "to best part's start": into, "to best part's end": out_of}
    for offset in (-4, -3, -2, -1, 1, 2, 3, 4):
        columns[f"score at {offset:+d}"] = shifted(scores, offset)
    for width in (3, 8, 20):
        columns[f"score in {width} above"] = mean_above(scores, width)
        columns[f"score in {width} below"] = mean_above(scores[::-1], width)[::-1]
    above, below = _distances(scores > 0.5)
    return columns | {"to kept above": above, "to kept below": below}
