"""Whether a sentence may take another's place: it must say no less, and nothing new may be wrong with it."""

from __future__ import annotations

from collections import Counter

from generator.checks.pairs.pair import Knowledge, PairText
from generator.checks.pairs.quantities import quantities
from generator.checks.pairs.registry import check_pair
from generator.checks.pairs.terms import TERMS
from generator.dates.find import find_dates
from generator.language.lexicons import LEXICONS
from generator.model import Language
from generator.terms.enforce import Judge


def is_no_worse(before: PairText, after: PairText, knowledge: Knowledge) -> bool:
    """Tell whether one translation may take the place of another of the same text.

    Args:
        before: the text with the translation that is there.
        after: the text with the other one.
        knowledge: what the checks know. Terms are not compared.
    """
    language = before.target_language
    if language in LEXICONS:
        if not _dates(before.target, language) <= _dates(after.target, language):
            return False
        if not quantities(before.target, language).values <= quantities(after.target, language).values:
            return False
    return _findings(after, knowledge) <= _findings(before, knowledge)


def judge_by(knowledge: Knowledge) -> Judge:
    """Return what tells whether a sentence with its terms put right may take the place of the engine's."""

    def judge(source: str, before: str, after: str, *languages: Language) -> bool:
        one, other = (PairText(source, target, *languages) for target in (before, after))
        return is_no_worse(one, other, knowledge)

    return judge


def _dates(text: str, language: Language) -> Counter[str]:
    """Return the words of each date: "next Tuesday"."""
    return Counter(found.quote.casefold() for found in find_dates(text, language))


def _findings(pair: PairText, knowledge: Knowledge) -> Counter[str]:
    return Counter(one.check for one in check_pair(pair, knowledge) if one.check != TERMS.name)
