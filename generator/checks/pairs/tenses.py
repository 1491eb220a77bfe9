"""What is over is not to come: "hat beschlossen" is not "will decide"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.pairs.negation import sentence_pairs
from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import Sentence
from generator.language.lexicons import LEXICONS
from generator.language.verbs import is_past, may_be_past
from generator.model import Language, Severity


def _problems(pair: PairText, _: Knowledge) -> Iterator[str]:
    if not {pair.source_language, pair.target_language} <= LEXICONS.keys():
        return
    for source, target in sentence_pairs(pair):
        will, will_too = _comes(source, pair.source_language), _comes(target, pair.target_language)
        if will_too and _is_over(source, pair.source_language):
            yield f"what the source tells as over is to come: {quoted([will_too])}"
        elif will and _is_over(target, pair.target_language):
            yield f"{quoted([will])} of the source is told as over"


def _comes(sentence: Sentence, language: Language) -> str:
    """Return the word with which a sentence tells of what is to come, and of nothing that is over."""
    futures = LEXICONS[language].futures
    will = next((word.surface for word in sentence.words if word.folded in futures), "")
    return will if will and not may_be_past(sentence.text, language) else ""


def _is_over(sentence: Sentence, language: Language) -> bool:
    """Tell whether a sentence of one clause tells of what is over: in others something may be to come."""
    return "," not in sentence.text and is_past(sentence.text, language)


TENSES = Check("tense", Severity.WARNING, "say that it is over, or to come, as the source does", _problems)
