"""What can be seen in a line of a seed: prose, a date, a list item."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.generate.line_forms import begins_as_list_item
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

SENTENCE_END = re.compile(r"""[.!?…:。！？][)\]"'”“’»«›‹]*$""")
IDEOGRAPH = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]")
MONTHS = LEXICONS.months
WEEKDAYS = LEXICONS.joined(lambda one: {**one.calendar.weekdays, **one.calendar.short_weekdays})
LABELS = LEXICONS.united(lambda one: one.page.date_labels)
DATE_WORDS = frozenset((*MONTHS, *WEEKDAYS, *" ".join(LABELS).split())) | LEXICONS.united(
    lambda one: one.page.beside_dates
)
NUMERIC_DATE = re.compile(r"\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4})")
PLACE_AND_DATE = re.compile(r"^[A-ZÄÖÜ][\w. /-]{1,30}, (?:den |the )?(?=\d|[A-Z])")
DATE_LABEL = re.compile(rf"^(?:{'|'.join(sorted(LABELS))})\b", re.IGNORECASE)
TOKENS = re.compile(r"[^\W\d_]+|\d+")


def word_count(text: str) -> int:
    """Count the words of a line; two characters of a script without spaces count as one."""
    return len(text.split()) + len(IDEOGRAPH.findall(text)) // 2


def is_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does, however short ("„Nein.“")."""
    return bool(SENTENCE_END.search(text)) and any(char.isalpha() for char in text)


@lru_cache(maxsize=4096)
def is_prose(text: str) -> bool:
    """Tell whether a line is running text by itself: a whole sentence, or long."""
    return (is_sentence(text) and word_count(text) >= 6) or len(text) >= 200


def is_ideographic(text: str) -> bool:
    """Tell whether a line is in a script that writes no spaces between words: the models learned none."""
    signs = len(IDEOGRAPH.findall(text))
    return signs > 0 and 2 * signs > sum(map(str.isalpha, text))


def is_list_item(text: str) -> bool:
    """Tell whether a line is a bullet or numbered item with something to say."""
    return begins_as_list_item(text) and word_count(text) >= 3


def is_date_line(text: str) -> bool:
    """Tell whether a line is nothing but a date, with or without time, label and place."""
    if len(text) > 110 or not any(char.isdigit() for char in text):
        return False
    if DATE_LABEL.match(text) and not is_sentence(text):
        return True
    rest = PLACE_AND_DATE.sub("", text)
    return any(_only_date(candidate) for candidate in (text, rest))


def _only_date(text: str) -> bool:
    words = [fold(token) for token in TOKENS.findall(text) if not token.isdigit()]
    if any(word not in DATE_WORDS for word in words):
        return False
    has_month = any(word in MONTHS for word in words)
    return bool(NUMERIC_DATE.search(text)) or (has_month and any(c.isdigit() for c in text))
