"""What kinds of words a text has: a pattern is tried only where what it can't do without stands.

A text has few words that others have not, so what a word hints at is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.dates.calendar import ANY_YEAR, DECADES, FEASTS, MONTH, SEASON, UNITS, WEEKDAY, either
from generator.dates.not_dates import WORDS

LONGEST = 40
"""Letters of a word whose hints are kept; a longer one is looked through each time."""
MOST_KNOWN = 20_000
DAYS = {
    word: away
    for away, words in {
        -2: "the day before yesterday|vorgestern",
        -1: "yesterday|last night|gestern|gestrige|gestrigen|gestriger|gestriges",
        0: "today|tonight|this morning|this afternoon|this evening|earlier today|later today|heute|"
        "am heutigen tag|am heutigen tage",
        1: "tomorrow|morgen|morgige|morgigen|morgiger|morgiges",
        2: "the day after tomorrow|übermorgen",
    }.items()
    for word in words.split("|")
}


def _one_of_each(names: Iterable[str]) -> str:
    """Return a pattern for the longest word of each name."""
    return either({max(name.split(), key=len) for name in names})


_PATTERNS = {
    "digit": r"\d",
    "year": ANY_YEAR,
    "short year": r"'\d\d",
    "month": rf"(?<![^\W\d_])(?:{MONTH})(?![^\W\d_](?<!s))",
    "weekday": WEEKDAY,
    "feast": _one_of_each(FEASTS),
    "season": SEASON,
    "part of year": r"quart|hal[fb]|hälfte|\b[qh][1-4]",
    "decade": rf"\d0(?:'?s|er)|{either(DECADES)}|zwanziger",
    "week by number": "kw|kalenderwoche|calendar",
    "day": _one_of_each(DAYS),
    "unit": f"{either({*UNITS, 'fortnight', 'heuer', 'heurig', 'jährig'})}|vor(?:jahr|monat|woche|tag)",
    "long unit": "week|woche|month|monat|quart|year|jahr|jähr|heue|heur",
    "ago": r"\bago\b|\bvor$",
    "which unit": "last|latest|letzte|vergangene|vorige|next|coming|kommende|nächste|this|current|diese|"
    "laufende",
    "unit of now": r"heue?r|jährig|vor(?:jahr|monat|woche)|year(?:'s$|-?end|$)|"
    "(?:jahr|monat|woche)(?:e?s)?n?(?:ende|beginn|anfang|mitte|wechsel)",
    "weekend": "weekend|wochenende",
    "end of unit": r"\b(?:ende?|anfang|mitte|beginn|verlauf|laufe?|beginning|start|middle)$",
    "day of month": r"month|monats|\b(?:ds?|v)\.",
    "another": r"later|earlier|before[.,;]|following|previous|preceding|year-ago|folgend|d(?:ar|r)auf|danach|"
    "zuvor|davor|später|vortag|selben|gleichen|anderntags|"
    "^(?:same|very|day|morn|even|week|month|quart|year|tag|morg|abend|woche)",
    "no date": "|".join(re.escape(word) for words in WORDS for word in words),
}
_KINDS = {kind: re.compile(pattern) for kind, pattern in _PATTERNS.items()}


@lru_cache(maxsize=1)
def hints(text: str) -> frozenset[str]:
    """Return the kinds of words that stand in a text.

    Args:
        text: with plain dashes and spaces.
    """
    return frozenset().union(*map(_known.__getitem__, set(text.lower().split())))


class _Known(dict[str, frozenset[str]]):
    """The kinds that words hint at: hardly one of a text is looked through, so this is all that it costs."""

    def __missing__(self, word: str) -> frozenset[str]:
        found = frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(word))
        if len(word) <= LONGEST:
            if len(self) >= MOST_KNOWN:
                self.clear()
            self[word] = found
        return found


_known = _Known()
