"""Days, months and weekdays in a text, for comparing two texts (not for dating them)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.checks.pairs.number_words import values_in_words
from generator.checks.pairs.vocabulary import ENGLISH, GERMAN, VOCABULARIES
from generator.checks.pairs.words import Word, words_of
from generator.model import Language

REACH = 6
"""Words looked at on either side of a month for its days: "vom 9. bis zum 13. August"."""
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:(?P<d>\d{1,2})(?P<sep>[./])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<y>\d{4}|\d\d(?!\d))"
    r"|(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d))(?![\d])"
)
_BETWEEN = ("", ".", "-", "–", "—", "/", ".-", ".–", "./", ".,", ",")
_MOST_DAYS = 31


@dataclass(frozen=True)
class DayAndMonth:
    """A day of a month."""

    day: int
    months: frozenset[int]
    """More than one where a date in numbers may be read in two ways."""
    surface: str

    def is_in(self, others: tuple[DayAndMonth, ...]) -> bool:
        """Tell whether it may be one of others."""
        return any(self.day == other.day and self.months & other.months for other in others)


@dataclass(frozen=True)
class Named:
    """Months, or weekdays, by their numbers and how they are written."""

    firm: Mapping[int, str]
    possible: frozenset[int]

    def missing_in(self, other: Named) -> list[str]:
        """Return those that the other text does not name."""
        return [word for number, word in self.firm.items() if number not in other.possible]


def days_of_months(text: str, language: Language) -> tuple[tuple[DayAndMonth, ...], str]:
    """Return the days that stand with their month, and the text without their numbers."""
    found: list[DayAndMonth] = []
    blanks: list[tuple[int, int]] = []
    for match in _NUMERIC.finditer(text):
        days = _numeric(match, language)
        if days:
            found += days
            last = match.end("y") if match["y"] and len(match["y"]) == 2 else match.end("m")
            first = match.start("d") if match["d"] else match.start("im")
            blanks.append((first, last if match["d"] else match.end("id")))
    words = words_of(text)
    for at, word in enumerate(words):
        month = _month(word, language)
        if month is None:
            continue
        for day in _days_beside(words, at, text, language):
            value = _day_value(day, language)
            found.append(DayAndMonth(value, frozenset((month,)), f"{day.surface} {word.surface}"))
            if day.surface[0].isdigit():
                blanks.append((day.start, day.end))
    return tuple(found), _blanked(text, blanks)


def months_named(text: str, language: Language) -> Named:
    """Return the months that a text names."""
    vocabulary = VOCABULARIES[language]
    firm: dict[int, str] = {}
    possible: set[int] = set()
    words = words_of(text)
    for at, word in enumerate(words):
        if number := vocabulary.months.get(word.folded):
            if word.surface[0].isupper() or language != GERMAN:
                firm.setdefault(number, word.surface)
        elif number := vocabulary.month_spellings.get(word.folded):
            possible.add(number)
            if word.surface[0].isupper() and _days_beside(words, at, text, language):
                firm.setdefault(number, word.surface)
        elif language == GERMAN:
            possible.update(n for name, n in vocabulary.months.items() if word.folded.startswith(name))
    for day in days_of_months(text, language)[0]:
        possible |= day.months
    return Named(firm, frozenset(possible | firm.keys()))


def weekdays_named(text: str, language: Language) -> Named:
    """Return the weekdays that a text names."""
    vocabulary = VOCABULARIES[language]
    firm: dict[int, str] = {}
    possible: set[int] = set()
    for word in words_of(text):
        if (number := vocabulary.weekdays.get(word.folded)) is not None:
            firm.setdefault(number, word.surface)
        elif (number := vocabulary.weekday_spellings.get(word.folded)) is not None:
            possible.add(number)
        elif language == GERMAN:
            # "Dienstagabend" names a Tuesday; "Aschermittwoch" may be Ash Wednesday.
            for name, n in vocabulary.weekdays.items():
                if word.folded.startswith(name):
                    firm.setdefault(n, word.surface)
                elif word.folded.endswith(name):
                    possible.add(n)
    return Named(firm, frozenset(possible | firm.keys()))


def _month(word: Word, language: Language) -> int | None:
    vocabulary = VOCABULARIES.get(language)
    if vocabulary is None or not word.surface[0].isupper():
        return None
    return vocabulary.months.get(word.folded) or vocabulary.month_spellings.get(word.folded)


def _days_beside(words: tuple[Word, ...], at: int, text: str, language: Language) -> list[Word]:
    """Return the day numbers joined to a month: before it and, in English, after it."""
    found = _walk(words, at, -1, text, language)
    if language == ENGLISH and not any(day.surface[0].isdigit() for day in found):
        after = _walk(words, at, 1, text, language)
        found = [*after, *(day for day in found if not after)]
    return found


def _walk(words: tuple[Word, ...], at: int, step: int, text: str, language: Language) -> list[Word]:
    found: list[Word] = []
    joiners = VOCABULARIES[language].day_joiners
    for count in range(1, REACH + 1):
        here = at + step * count
        if not 0 <= here < len(words):
            break
        word, neighbour = words[here], words[here - step]
        left, right = (word, neighbour) if step < 0 else (neighbour, word)
        between = text[left.end : right.start].strip()
        if between not in _BETWEEN or (between == "," and not found):
            break
        is_day = _day_value(word, language) > 0 and (
            # In German only "29." is a day.
            language != GERMAN
            or not word.surface.isdigit()
            or text[word.end : word.end + 1] in (".", "-", "–")
        )
        if is_day:
            found.append(word)
        elif word.folded not in joiners:
            break
    # Without a digit next to it, "one of the May ..." is no date.
    return found if any(day.surface[0].isdigit() for day in found) or _is_ordinal(found, language) else []


def _is_ordinal(found: list[Word], language: Language) -> bool:
    suffix = "th" if language == ENGLISH else "ten"
    return any(day.folded.endswith((suffix, "first", "second", "third")) for day in found)


def _day_value(word: Word, language: Language) -> int:
    digits = re.match(r"\d{1,2}(?:st|nd|rd|th)?$", word.folded)
    if digits:
        value = int(re.sub(r"\D", "", word.folded))
    else:
        if any(char.isdigit() for char in word.folded) or len(word.folded) < 4:
            return 0
        values = [int(v) for v in values_in_words((word,), language) if v.isdigit()]
        value = values[0] if len(values) == 1 else 0
    return value if 0 < value <= _MOST_DAYS else 0


def _numeric(match: re.Match[str], language: Language) -> list[DayAndMonth]:
    if match["iy"]:
        day, month = int(match["id"]), int(match["im"])
    else:
        day, month = int(match["d"]), int(match["m"])
    either_way = bool(match["d"]) and match["sep"] == "/" and language == ENGLISH
    orders = [(day, month), (month, day)] if either_way else [(day, month)]
    real = [(d, m) for d, m in orders if 1 <= d <= _MOST_DAYS and 1 <= m <= 12]
    return [DayAndMonth(d, frozenset((m,)), match[0]) for d, m in real]


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Put dots in place of what was read, so that nothing else moves."""
    pieces, at = [], 0
    for start, end in sorted(set(spans)):
        if start < at:
            continue
        pieces += [text[at:start], "·" * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
