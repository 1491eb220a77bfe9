"""The words of the calendar in German and English, as they stand in news texts.

Spellings beyond those of a dictionary (Jänner, Maerz, Sept) are here too: sources are noisy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SAME_CHARACTER = str.maketrans("‐‑‒–—−’‘\u00a0\u202f\u2009\t\n", "------''     ")
"""One character each way, so that places in a text stay."""


def _numbered(rows: Iterable[str], start: int) -> dict[str, int]:
    return {name: number for number, names in enumerate(rows, start) for name in names.split()}


MONTHS = _numbered(
    (
        "januar jänner jaenner january jan",
        "februar feber february feb",
        "märz maerz mär mrz march mar",
        "april apr",
        "mai may",
        "juni june jun",
        "juli july jul",
        "august aug",
        "september sept sep",
        "oktober october okt oct",
        "november nov",
        "dezember december dez dec",
    ),
    1,
)
ABBREVIATED = frozenset("jan feb mär mrz mar apr jun jul aug sept sep okt oct nov dez dec".split())
"""Months that may have a stop of their own."""
NAMES_OF_PEOPLE = frozenset(("may", "mai", "april", "august", "june", "jan", "mar", "march", "juli"))
"""Months that are also somebody's name, or a verb."""
WEEKDAYS = _numbered(
    (
        "montag monday",
        "dienstag tuesday",
        "mittwoch wednesday",
        "donnerstag thursday",
        "freitag friday",
        "samstag sonnabend saturday",
        "sonntag sunday",
    ),
    0,
)
SEASONS = _numbered(
    ("frühling frühjahr fruehling fruehjahr spring", "sommer summer", "herbst autumn fall", "winter"), 21
)
ORDINALS = _numbered(
    ("first erste ersten erstes", "second zweite zweiten zweites", "third dritte dritten drittes",
     "fourth vierte vierten viertes"), 1,
)  # fmt: skip
NUMBERS = _numbered(
    ("one a an ein eine einem einer einen", "two zwei", "three drei", "four vier", "five fünf", "six sechs",
     "seven sieben", "eight acht", "nine neun", "ten zehn", "eleven elf", "twelve zwölf"), 1,
)  # fmt: skip
DECADES = _numbered(
    (
        "dreißiger thirties",
        "vierziger forties",
        "fünfziger fifties",
        "sechziger sixties",
        "siebziger seventies",
        "achtziger eighties",
        "neunziger nineties",
    ),
    3,
)


def either(names: Mapping[str, int] | Iterable[str]) -> str:
    """Return a pattern for any of the names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


MONTH = either(MONTHS)
WEEKDAY = either(WEEKDAYS)
SEASON = either(SEASONS)
YEAR = r"(?:1[5-9]|20)\d\d"
MODERN_YEAR = r"(?:1[89]|20)\d\d"
"""What a year is that stands by itself; older ones are numbers of something."""
