"""What is over is not to come: "hat beschlossen" is not "will decide"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.pairs.negation import sentence_pairs
from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import Sentence
from generator.language.lexicons import LEXICONS
from generator.language.verbs import PLANNING, is_past, may_be_past
from generator.model import ENGLISH, GERMAN, Language, Severity

_STATES = frozenset("is are be being ist sind".split())
_NO_PLANS = {GERMAN: ("beschlo", "planet"), ENGLISH: ("decid", "planet", "plant")}
_INFINITIVES = re.compile(r"\b(?:be|ver|er|ent|zer|über|unter)(?!ge)[a-zäöüß]{3,20}en(?=\s*(?:[.;:!?]|$))")
"""At the end of a sentence; some are participles as well."""


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
    """Return the word with which a sentence tells of what is to come, and of nothing that is over.

    "Wird verkauft" may be at present, "will be sold" is not; "wird verkaufen", though that could be a
    participle, is neither.
    """
    futures = LEXICONS[language].futures
    if futures.isdisjoint(sentence.folded):
        return ""
    will = next(word.surface for word in sentence.words if word.folded in futures)
    if language == GERMAN:
        is_told = may_be_past(_INFINITIVES.sub("", sentence.text), language)
    else:
        is_told = is_past(sentence.text.replace(will, ""), language)
    return "" if is_told else will


def _is_over(sentence: Sentence, language: Language) -> bool:
    """Tell whether a sentence tells of what is over, and neither how things are nor of plans.

    In one of several clauses something may be to come.
    """
    words = sentence.folded
    plans = any(word.startswith(PLANNING) and not word.startswith(_NO_PLANS[language]) for word in words)
    return not (plans or words & _STATES or "," in sentence.text) and is_past(sentence.text, language)


TENSES = Check("tense", Severity.WARNING, "say that it is over, or to come, as the source does", _problems)
