"""Dates and kinds in words, in English and German.

A wording is there for every EDTF form the chronology uses; a form without one is shown as it is
written, never dropped.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from babel.dates import format_date, get_month_names

from generator.model import Kind, Language

ENGLISH = Language("en")
DAY_FORMAT = {"en": "d MMMM y", "de": "d. MMMM y"}
MONTH_FORMAT = {"en": "MMMM y", "de": "MMMM y"}
DAY_WITHOUT_YEAR = {"en": "d MMMM", "de": "d. MMMM"}
WORDS = {
    "en": {
        "week": "week of {}", "between": "a day between {} and {}", "from": "{} to {}",
        "about": "about {}", "maybe": "{} (uncertain)", "unknown": "date unknown",
        "no year": "{}, year unknown", "decade": "{}s", "since": "since {}", "until": "until {}",
    },
    "de": {
        "week": "Woche vom {}", "between": "ein Tag zwischen {} und {}", "from": "{} bis {}",
        "about": "etwa {}", "maybe": "{} (unsicher)", "unknown": "Datum unbekannt",
        "no year": "{}, Jahr unbekannt", "decade": "{}er Jahre", "since": "seit {}", "until": "bis {}",
    },
}  # fmt: skip
KINDS = {
    "en": {
        Kind.PRESS_CONFERENCE: "Press conference",
        Kind.PRESS_RELEASE: "Press release",
        Kind.ARTICLE: "Article",
    },
    "de": {
        Kind.PRESS_CONFERENCE: "Pressekonferenz",
        Kind.PRESS_RELEASE: "Pressemitteilung",
        Kind.ARTICLE: "Artikel",
    },
}
SUPPLIED_TITLE = {"en": "{kind} with {speaker}, {date}", "de": "{kind} mit {speaker}, {date}"}
SEASONS = {
    "en": {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"},
    "de": {"21": "Frühjahr", "22": "Sommer", "23": "Herbst", "24": "Winter"},
}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTH = re.compile(r"(\d{4})-(\d{2})")
NO_YEAR = re.compile(r"XXXX-(\d{2})-(\d{2})")
DECADE = re.compile(r"(\d{3})X")
DAYS_OF_WEEK = 7


def has_wording(language: Language) -> bool:
    """Tell whether dates can be worded in `language`."""
    return language in WORDS


@lru_cache(maxsize=10_000)
def date_in_words(date: str | None, language: Language = ENGLISH) -> str:
    """Return an EDTF date in words: `[2023-12-18..2023-12-24]` is "week of 18 December 2023"."""
    words = WORDS.get(language, WORDS["en"])
    if not date:
        return words["unknown"]
    day, _, time = date.partition("T")
    if time:
        return f"{date_in_words(day, language)}, {time[:5]}" + (" UTC" if "+00:00" in time else "")
    if "/" in date:
        return _interval(date, language)
    if date.endswith("~"):
        return words["about"].format(date_in_words(date[:-1], language))
    if date.endswith("?"):
        return words["maybe"].format(date_in_words(date[:-1], language))
    if date.startswith("[") and ".." in date:
        return _one_of(date, language)
    return _single(date, language)


def month_name(month: int, language: Language = ENGLISH) -> str:
    """Return the name of a month, 1 to 12."""
    return str(get_month_names(locale=language)[month])


def kind_in_words(kind: Kind, language: Language = ENGLISH) -> str:
    """Return what sort of document it is, in words."""
    return KINDS.get(language, KINDS["en"])[kind]


def supplied_title(kind: Kind, speaker: str, date: str, language: Language = ENGLISH) -> str:
    """Return a title for a document that has no headline."""
    known = language if language in SUPPLIED_TITLE else ENGLISH
    return SUPPLIED_TITLE[known].format(
        kind=kind_in_words(kind, known), speaker=speaker, date=date_in_words(date, known)
    )


def _single(date: str, language: Language) -> str:
    language = language if has_wording(language) else ENGLISH
    words = WORDS[language]
    if DAY.fullmatch(date):
        return _format(datetime.date.fromisoformat(date), DAY_FORMAT, language)
    if match := NO_YEAR.fullmatch(date):
        # 2000 is a leap year: 29 February can be worded.
        day = datetime.date(2000, int(match[1]), int(match[2]))
        return words["no year"].format(_format(day, DAY_WITHOUT_YEAR, language))
    if match := MONTH.fullmatch(date):
        if match[2] in SEASONS[language]:
            return f"{SEASONS[language][match[2]]} {match[1]}"
        return _format(datetime.date(int(match[1]), int(match[2]), 1), MONTH_FORMAT, language)
    if match := DECADE.fullmatch(date):
        return words["decade"].format(f"{match[1]}0")
    return date


def _one_of(date: str, language: Language) -> str:
    words = WORDS.get(language, WORDS["en"])
    start, _, end = date.strip("[]{}").partition("..")
    if not start or not end:
        return words["since" if start else "until"].format(date_in_words(start or end, language))
    if DAY.fullmatch(start) and DAY.fullmatch(end):
        first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
        if first.weekday() == 0 and (last - first).days == DAYS_OF_WEEK - 1:
            return words["week"].format(date_in_words(start, language))
    return words["between"].format(date_in_words(start, language), date_in_words(end, language))


def _interval(date: str, language: Language) -> str:
    words = WORDS.get(language, WORDS["en"])
    start, _, end = date.partition("/")
    if start in ("", ".."):
        return words["until"].format(date_in_words(end, language))
    if end in ("", ".."):
        return words["since"].format(date_in_words(start, language))
    return words["from"].format(date_in_words(start, language), date_in_words(end, language))


def _format(day: datetime.date, formats: dict[str, str], language: Language) -> str:
    return str(format_date(day, formats[language], locale=language))
