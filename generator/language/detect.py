"""Tells the language of a text, offline (py3langid's model)."""

from __future__ import annotations

from generator.language.codes import is_language, rank_languages
from generator.model import Language

SAMPLE = 4_000
"""Characters looked at; more does not change the answer."""
CERTAIN = 0.99


def language_of(text: str) -> Language | None:
    """Return the language of a text; None when it can't be told with certainty."""
    code, probability = rank_languages(text[:SAMPLE])[0]
    if probability < CERTAIN or not is_language(code):
        return None
    return Language(code)


def is_foreign(line: str, language: Language) -> bool:
    """Tell whether a line is certainly in another language than `language`.

    Names and short labels have no language; only what the model is sure of counts.
    """
    if sum(char.isalpha() for char in line) < 12:
        return False
    ranked = rank_languages(line[:SAMPLE])
    best, probability = ranked[0]
    own = next((value for code, value in ranked if code == language), 0.0)
    return bool(best != language and probability > 0.9 and own < 0.001)
