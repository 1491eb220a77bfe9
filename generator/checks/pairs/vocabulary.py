"""The words of a language that checks go by. A language that is not here is checked by the rest.

Words are folded as `words.fold` does it. A word is *firm* when it can mean nothing else, and must
then have a counterpart in the other text; any other may be a counterpart, and need not have one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.dates import get_day_names, get_month_names

from generator.language.letters import fold
from generator.model import Language

GERMAN, ENGLISH = Language("de"), Language("en")


@dataclass(frozen=True)
class Vocabulary:
    """What the checks know of one language."""

    decimal: str
    """The decimal sign; the other of "," and "." groups thousands."""
    months: Mapping[str, int]
    month_spellings: Mapping[str, int]
    """Words that may be a month and may be something else: firm only next to a number."""
    weekdays: Mapping[str, int]
    weekday_spellings: Mapping[str, int]
    day_joiners: frozenset[str]
    """What may stand between a day and its month, or between the days of one month."""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


def _numbered(rows: Iterable[str], start: int) -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(rows, start) for name in names.split()}


def _months(language: Language) -> dict[str, int]:
    return {fold(name): number for number, name in get_month_names(locale=language).items()}


def _weekdays(language: Language) -> dict[str, int]:
    return {fold(name): number for number, name in get_day_names(locale=language).items()}


_GERMAN_MONTHS = _months(GERMAN) | {"jänner": 1, "feber": 2, "maerz": 3}
_ENGLISH_MONTHS = _months(ENGLISH)
_UNCERTAIN_MONTHS = ("may", "march")
"""English words that are more often something else."""

VOCABULARIES: Mapping[Language, Vocabulary] = {
    GERMAN: Vocabulary(
        decimal=",",
        months=_GERMAN_MONTHS | {f"{name}s": number for name, number in _GERMAN_MONTHS.items()},
        month_spellings=_numbered(
            ("jan", "feb", "mrz", "apr", "", "jun", "jul", "aug", "sep sept", "okt", "nov", "dez"), 1
        ),
        weekdays=(days := _weekdays(GERMAN) | {"sonnabend": 5})
        | {f"{name}s": number for name, number in days.items()},
        weekday_spellings=_numbered(("mo", "di", "mi", "do", "fr", "sa", "so"), 0),
        day_joiners=_words("bis und oder zum auf den dem"),
    ),
    ENGLISH: Vocabulary(
        decimal=".",
        months={name: n for name, n in _ENGLISH_MONTHS.items() if name not in _UNCERTAIN_MONTHS},
        month_spellings=_numbered(
            ("jan", "feb", "mar march", "apr", "may", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec"), 1
        ),
        weekdays=(days := _weekdays(ENGLISH)) | {f"{name}s": number for name, number in days.items()},
        weekday_spellings=_numbered(("mon", "tue tues", "wed", "thu thurs", "fri", "sat", "sun"), 0),
        day_joiners=_words("to and or of the through"),
    ),
}
