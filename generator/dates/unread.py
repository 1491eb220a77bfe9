"""Says that a text's dates are not read, where its language has no lexicon."""

from __future__ import annotations

from generator.language.codes import language_name
from generator.language.lexicons import LEXICONS
from generator.model import ENGLISH, Language


def dates_unread(language: Language) -> str | None:
    """Return what to tell of a text in a language whose dates are not read; None: they are."""
    if language in LEXICONS:
        return None
    read = " and ".join(sorted(language_name(code, ENGLISH) for code in LEXICONS))
    return f"its dates are not read: it is in {language_name(language, ENGLISH)}, and only {read} dates are"
