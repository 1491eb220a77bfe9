"""What a line looks like: a date, a caption, an item of a list."""

from __future__ import annotations

import re

from generator.dates.calendar import MONTH, WEEKDAY, same_characters
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import ENGLISH

INSTITUTIONS = LEXICONS.united(lambda one: one.stamps.institutions)
ENGLISH_BODIES = LEXICONS[ENGLISH].stamps.institutions
LONG_ENDINGS = tuple(word for word in INSTITUTIONS if len(word) >= 5)
SMALL_WORDS = LEXICONS.function_words
BY_WORDS = LEXICONS.united(lambda one: one.stamps.by)
"""Words of a byline: "by", "von", "editor"."""
DOMAIN = re.compile(r"^(?P<name>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})\b(?:\s*[-–|:].*)?$", re.IGNORECASE)

DATED = re.compile(
    r"\d{4}-\d\d?-\d\d?|(?<![\w/])\d{4}/\d\d?/\d\d?(?![\w/])|(?<!\d)\d\d?\s?[./-]\s?\d\d?\s?[./-]\s?\d{2,4}"
    rf"|(?i:(?<!\d)\d\d?(?:\.|st|nd|rd|th)?\s{{0,2}}(?:of\s)?(?:{MONTH})\b|\b(?:{MONTH})\.?\s{{0,2}}\d\d?(?:st|nd|rd|th)?\b)"
)
"""The form of a day, whether or not there is such a day."""
JOINED = re.compile(r"\d\s?[./-]\s?\d")
IN_LOWER_CASE = re.compile(MONTH)
"""One of the two stands in a day: looking for them is far quicker than for the day."""
CASE = re.compile(rf"\d/\d|{DATED.pattern}")
"""A case has its number or day behind the court's name."""
DIGIT = re.compile(r"\d")
ONLY_DATE = re.compile(rf"(?:(?:{WEEKDAY}),?\s)?(?:{DATED.pattern})(?:,?\s\d{{4}})?\.?", re.IGNORECASE)


def is_dated(text: str) -> bool:
    """Tell whether a text holds what has the form of a day."""
    if not DIGIT.search(text):
        return False
    may_be = JOINED.search(text) or IN_LOWER_CASE.search(same_characters(text).lower())
    return may_be is not None and DATED.search(text) is not None


def is_only_date(text: str) -> bool:
    """Tell whether a line is a day and nothing else."""
    return ONLY_DATE.fullmatch(text.strip()) is not None


def is_name(text: str) -> bool:
    """Tell whether all words of a line begin with a capital, but for small ones."""
    words = text.split()
    return bool(words) and all(
        word[0].isupper() or not word[0].isalpha() or fold(word.strip(",")) in SMALL_WORDS for word in words
    )


def is_institution(name: str) -> bool:
    """Tell whether a line is the name of an institution: "Ministry of Defence of Norway"."""
    words = name.split()
    if len(words) > 14 or name[-1:] in ".:?!" or not name[0].isupper() or _is_case(name):
        return False
    folded = [fold(word.strip(",()'\"")) for word in words]
    bodies = [i for i, word in enumerate(folded[:5]) if word in INSTITUTIONS or word.endswith(LONG_ENDINGS)]
    if not bodies or ("," in name and SMALL_WORDS.isdisjoint(folded)):  # A list of topics has none.
        return False
    return is_name(name) and not _does_something(folded, bodies[-1], words)


def _is_case(name: str) -> bool:
    return DIGIT.search(name) is not None and CASE.search(name) is not None


def _does_something(folded: list[str], body: int, words: list[str]) -> bool:
    """Tell "Court Upholds Verdict", a headline, from "Court of Appeal" and "Landgericht Altenkirchen"."""
    is_followed = body + 1 < len(words) and words[body][-1] not in ",)" and words[body + 1][0].isalpha()
    return is_followed and folded[body] in ENGLISH_BODIES and folded[body + 1] not in SMALL_WORDS
