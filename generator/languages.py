"""Language codes and their names in words."""

from __future__ import annotations

from functools import cache

from babel import Locale

from generator.model import Language


@cache
def _names(language: Language) -> dict[str, str]:
    return dict(Locale.parse(language).languages)


def is_language(code: str) -> bool:
    """Tell whether `code` is a two-letter code of a language (ISO 639-1)."""
    return len(code) == 2 and code in _names(Language("en"))


def language_name(language: Language, in_language: Language) -> str:
    """Return the name of `language` in words: `de` is "German" in English, "Deutsch" in German."""
    return _names(in_language).get(language, language)


@cache
def country_words() -> frozenset[str]:
    """Return the words that countries' names are made of, in English and German, in lower case."""
    names = [name for code in ("en", "de") for name in Locale.parse(code).territories.values()]
    return frozenset(word.strip("(),").casefold() for name in names for word in name.split())
