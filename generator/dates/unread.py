"""Says which of a text's dates are not read, where its language has no lexicon."""

from __future__ import annotations

from generator.language.codes import language_name
from generator.language.lexicons import LEXICONS
from generator.model import ENGLISH, Language


def dates_unread(language: Language) -> str | None:
    """Return what to tell of a text in a language whose dates in words are not read; None: they are."""
    if language in LEXICONS:
        return None
    read = " and ".join(sorted(language_name(code, ENGLISH) for code in LEXICONS))
    name = language_name(language, ENGLISH)
    return f"only days in figures are read: it is in {name}, and dates in words are read in {read}"
