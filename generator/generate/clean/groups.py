"""What the features of a line are about, and how a reader is told of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from generator.generate.clean.line_words import Floats

ABOUT: Mapping[str, tuple[str, ...]] = {
    "length": ("words", "word length", "words per stop"),
    "sentence": ("ends sentence", "ends", "begins", "stops", "commas", "colons", "quotes"),
    "small words": ("function words", "function word count"),
    "capitals": ("capitals", "upper"),
    "numbers": ("digits", "numbers", "dates"),
    "signs": ("bars", "brackets", "signs"),
    "vocabulary": (
        "word weight",
        "lowest word weight",
        "second lowest word weight",
        "weight against",
        "words against",
        "line weight",
        "opening weight",
    ),
    "repetition": ("repeated",),
    "title": ("of the title", "title in it"),
    "topic": ("topic", "topic of kept", "topic of left"),
    "place": (),
    "neighbours": (),
    "score": ("score",),
}
GROUPS = tuple(ABOUT)
OWN_SCORE = GROUPS.index("score")
NEIGHBOUR = re.compile(
    r" at [+-]\d| in \d+ (?:above|below)|kept|sure|score|(?:best|wide|narrow) part|differs"
)
_GROUP = {name: group for group, names in ABOUT.items() for name in names}


def group_of(feature: str) -> str:
    """Return what a feature is about."""
    return _GROUP.get(feature) or ("neighbours" if NEIGHBOUR.search(feature) else "place")


Row = Callable[[str], float]
SAID: Mapping[str, Callable[[Row], str]] = {
    "length": lambda of: "short" if of("words") < np.log1p(8) else "its length",
    "sentence": lambda of: "its marks" if of("ends sentence") else "no sentence",
    "small words": lambda of: "few small words" if of("function words") < 0.25 else "its small words",
    "capitals": lambda of: "many capitals" if of("capitals") > 0.5 else "its capitals",
    "numbers": lambda of: "numbers or a date" if of("digits") or of("dates") else "no numbers",
    "signs": lambda of: "signs as in a menu" if of("bars") or of("signs") or of("brackets") else "no signs",
    "vocabulary": lambda _: "words as around articles",
    "repetition": lambda of: "said again" if of("repeated") else "said once",
    "title": lambda of: "says the title again" if of("title in it") > 0.3 else "nothing of the title",
    "topic": lambda of: "words that the text does not have" if of("topic") < 0.3 else "words of the text",
    "place": lambda _: "away from the text",
    "neighbours": lambda _: "lines like it around",
    "score": lambda _: "",
}
MOST = 3


def against(owed: Floats, columns: Mapping[str, Floats], lines: Sequence[int]) -> list[str]:
    """Say what spoke most against each of some lines.

    Args:
        owed: of each line, how much each group adds to its log odds.
        columns: the features.
        lines: counted from 0.
    """
    rows = owed[lines]
    rows[:, OWN_SCORE] = np.inf
    order = np.argsort(rows, axis=1)[:, :MOST]
    speak = np.take_along_axis(rows, order, axis=1) < 0
    return [
        ", ".join(SAID[GROUPS[group]](lambda name: float(columns[name][line])) for group in groups[speaks])  # noqa: B023
        for line, groups, speaks in zip(lines, order, speak, strict=True)
    ]
