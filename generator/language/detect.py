"""Tells the language of a text, offline (py3langid's model)."""

from __future__ import annotations

import re

from generator.language.codes import is_language, rank_languages
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Language

SAMPLE, LINE_SAMPLE = 4_000, 400
"""Characters looked at of a text, and of a line; more does not change the answer."""
CERTAIN = 0.99
FEWEST_LETTERS = 12
"""A shorter line may be a name or label, which has no language."""
OWN_SHARE = 0.25
"""Of a line's words: with as many small words of a language, it is in it. The model takes none of 6,014
such lines of German and English web pages for another language's, and its answer costs far more."""
WORD = re.compile(r"[^\W\d_]+")


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
    if sum(map(str.isalpha, line[:LINE_SAMPLE])) < FEWEST_LETTERS or is_plainly(line[:LINE_SAMPLE], language):
        return False
    ranked = rank_languages(line[:LINE_SAMPLE])
    best, probability = ranked[0]
    own = next((value for code, value in ranked if code == language), 0.0)
    return bool(best != language and probability > 0.9 and own < 0.001)


def is_plainly(text: str, language: Language) -> bool:
    """Tell whether a text has as many small words of a language as prose has, and more than of another."""
    words = [fold(word) for word in WORD.findall(text)]
    small = {code: sum(word in one.function_words for word in words) for code, one in LEXICONS.items()}
    own = small.pop(language, 0)
    return own >= max(1, OWN_SHARE * len(words)) and own > max(small.values(), default=0)
