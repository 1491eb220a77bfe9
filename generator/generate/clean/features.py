"""What the line model sees of a line: its form, its words, its place, and its neighbours.

Everything is counted over all lines of a page at once, in steps that grow with the text's length.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generator.generate.clean.line_words import Floats, PageWords, topic, word_features
from generator.generate.clean.places import (
    block_places,
    distances,
    likeness,
    means_around,
    segment_place,
    shifted,
)

PROSE_WORDS = 8
"""A line with as many words that ends as a sentence does passes for text before the model is asked."""
LONG_LINE = 25
"""One of as many words is, however it ends."""

UPPER, LOWER, DIGIT, STOP, COMMA, COLON, QUOTE, BAR, BRACKET, SIGN = range(1, 11)
KINDS = 11
"""Of characters, with those that are none of these."""
_MARKS = {
    STOP: ".!?…。！？",
    COMMA: ",;",
    COLON: ":",
    QUOTE: "\"'„“”‚‘’«»‹›",
    BAR: "|/>·•→▶►*–—-+",
    BRACKET: "()[]",
    SIGN: "@©#&%€$={}<\\_",
}


KEPT, SURE = 0.5, 0.8
ABOUT_LINE = 60
"""Characters; a shorter line does not say what a text is about."""
PARTS = (("best", 0.4), ("wide", 0.2), ("narrow", 0.6))
"""Runs of lines, and the score that a line must have to be a gain to them."""


def page_features(texts: Sequence[str], words: PageWords, weights: Mapping[str, float]) -> dict[str, Floats]:
    """Return the features of every line of a page by name, in the order the model knows them.

    Args:
        texts: the page's lines.
        words: those of the lines.
        weights: of words, how much more often they stand in an article than around one (log odds).
    """
    columns = _form(texts)
    columns |= word_features(texts, words, weights)
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
    kinds = _classes().take(np.minimum(codes, len(_classes()) - 1))
    (ends,) = (codes == 10).nonzero()
    starts = np.concatenate(([0], ends[:-1] + 1))
    inside = (kinds >= UPPER) & (kinds <= DIGIT)
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    # Each character as its line and its kind in one number: all is counted in one go.
    of_line = np.arange(0, KINDS * len(texts), KINDS).repeat(ends - starts + 1) + kinds.astype(np.intp)

    def count(of_line: NDArray[np.intp]) -> Floats:
        counted = np.bincount(of_line, minlength=KINDS * len(texts))
        return counted.reshape(-1, KINDS).T.astype(np.float32)

    counts, begun = count(of_line), count(of_line[begins])
    chars = np.maximum(ends - starts, 1).astype(np.float32)
    words = np.add.reduce(begun)
    some_words = np.maximum(words, 1)
    stops = counts[STOP]
    first, last = kinds[starts], kinds[np.maximum(ends - 1, starts)]
    before_last = kinds[np.maximum(ends - 2, starts)]
    closed = ((last == QUOTE) | (last == BRACKET)) & (before_last == STOP)
    return {
        "words": np.log1p(words),
        "word length": np.add.reduce(counts[UPPER : DIGIT + 1]) / some_words,
        "capitals": begun[UPPER] / some_words,
        "upper": counts[UPPER] / chars,
        "digits": counts[DIGIT] / chars,
        "numbers": begun[DIGIT] / some_words,
        "stops": np.minimum(stops, 20),
        "commas": np.minimum(counts[COMMA], 20),
        "colons": np.minimum(counts[COLON], 5),
        "quotes": np.minimum(counts[QUOTE], 10),
        "bars": np.minimum(counts[BAR], 10),
        "brackets": np.minimum(counts[BRACKET], 10),
        "signs": np.minimum(counts[SIGN], 5),
        "words per stop": np.minimum(words / np.maximum(stops, 1), 60),
        "ends sentence": ((last == STOP) | closed).astype(np.float32),
        "ends": last.astype(np.float32),
        "begins": first.astype(np.float32),
    }


def _place(columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """Say where a line stands: in the page, and to its running text."""
    words = np.expm1(columns["words"])
    size = len(words)
    index = np.arange(size, dtype=np.float32)
    is_prose = ((columns["ends sentence"] > 0) & (words >= PROSE_WORDS)) | (words >= LONG_LINE)
    prose = np.where(is_prose, words, 0)
    total = max(float(prose.sum()), 1.0)
    above, below = distances(is_prose)
    inside, into, out_of = segment_place(np.where(is_prose, words, -8.0))
    return {
        "place": index / max(size - 1, 1),
        "lines above": np.log1p(index),
        "lines below": np.log1p(size - 1 - index),
        "prose above": (prose.cumsum() - prose) / total,
        "prose": prose / total,
        "prose on page": np.full(size, np.log1p(total), np.float32),
        "to prose above": above,
        "to prose below": below,
        "in main part": inside,
        "to main part's start": into,
        "to main part's end": out_of,
        "words' rank": _ranks(words) / max(size - 1, 1),
        "lines on page": np.full(size, np.log1p(size), np.float32),
        **block_places(is_prose, words, gap=2),
    }


def _ranks(values: Floats) -> Floats:
    """Return of each value how many are smaller, or equal and further up."""
    ranks = np.empty(len(values), np.float32)
    ranks[values.argsort(kind="stable")] = np.arange(len(values))
    return ranks


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
AROUND: Mapping[int, tuple[str, ...]] = {
    4: ("words", "ends sentence", "function word count", "word weight", "topic"),
    6: ("digits", "bars", "capitals", "line weight", "function words"),
    12: ("words", "ends sentence", "function word count", "word weight", "topic", "repeated"),
    30: ("words", "ends sentence", "word weight", "topic"),
}
"""Lines looked at above and below, and what of them."""


def _neighbours(columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return what the lines around a line are like: the next ones each, those farther off on average."""
    seen = shifted({name: columns[name] for name in SEEN_OF_NEIGHBOURS}, (-2, -1, 1, 2))
    return seen | means_around(columns, AROUND) | likeness(columns)


def second_features(texts: Sequence[str], words: PageWords, scores: Floats) -> dict[str, Floats]:
    """Return what the first pass's scores say.

    Args:
        texts: the page's lines.
        words: those of the lines.
        scores: of the lines, between 0 and 1.
    """
    chars = np.array([len(text) for text in texts], np.float32)
    mass = scores * chars
    share = mass / max(float(mass.sum()), 1.0)
    so_far = share.cumsum()
    columns = {
        "score": scores,
        "score above in all": so_far - share,
        "score below in all": 1 - so_far,
        "score mass": share,
    }
    for name, least in PARTS:
        inside, into, out_of = segment_place((scores - least) * np.log1p(chars))
        columns |= {
            f"in {name} part": inside,
            f"to {name} part's start": into,
            f"to {name} part's end": out_of,
        }
    columns |= shifted({"score": scores}, (-4, -3, -2, -1, 1, 2, 3, 4))
    columns |= means_around(columns, dict.fromkeys((3, 8, 20), ("score",)))
    for name, least in (("kept", KEPT), ("sure", SURE)):
        above, below = distances(scores > least)
        columns |= {f"to {name} above": above, f"to {name} below": below}
    blocks = block_places(scores > KEPT, mass, gap=1)
    columns |= {f"kept {name}": column for name, column in blocks.items()}
    columns["topic of kept"] = topic(words, scores * (chars > ABOUT_LINE))
    columns["topic of left"] = topic(words, 1 - scores)
    return columns
