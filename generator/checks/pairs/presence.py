"""There is a translation, it is one, and it is in the right language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.checks.pairs.left import words_left
from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import words_of
from generator.language.codes import language_name, rank_languages
from generator.language.detect import is_plainly
from generator.language.lexicons import LEXICONS
from generator.language.sentences.quote import rough_sentences
from generator.model import ENGLISH, Language, Severity

SHARE_OF_SOURCE_WORDS = 0.3
LETTERS_TO_TELL_LANGUAGE = 80
"""Shorter texts, most of all with names in them, are taken for the wrong language too often."""
CERTAIN = 0.95


def _empty(pair: PairText, _: Knowledge) -> Iterator[str]:
    if words_of(pair.source) and not words_of(pair.target):
        yield "there is nothing in the translation"


def _unchanged(pair: PairText, _: Knowledge) -> Iterator[str]:
    """Names, figures and titles may be the same in both; a sentence may not."""
    if pair.source_language == pair.target_language:
        return
    source, target = words_of(pair.source), words_of(pair.target)
    common = _own_words(pair)
    if [word.folded for word in source] == [word.folded for word in target]:
        if any(word.folded in common for word in source):
            yield "the translation is the source text"
        return
    share = [word.folded for word in target if word.folded in common]
    if len(set(share)) >= 3 and len(share) >= SHARE_OF_SOURCE_WORDS * len(target):
        yield f"the translation is in {language_name(pair.source_language, ENGLISH)}: {quoted(share)}"


def _untranslated(pair: PairText, _: Knowledge) -> Iterator[str]:
    if pair.source_language == pair.target_language:
        return
    if left := list(words_left(pair)):
        yield f"{quoted(left)} is left in {language_name(pair.source_language, ENGLISH)}"


def _own_words(pair: PairText) -> frozenset[str]:
    """Return the common words of the source language that the target language does not have."""
    return _words_of_one_alone(pair.source_language, pair.target_language)


@cache
def _words_of_one_alone(one: Language, other: Language) -> frozenset[str]:
    source, target = LEXICONS.get(one), LEXICONS.get(other)
    if source is None or target is None:
        return frozenset()
    # "die", "war", "man" are words of both.
    return source.function_words - target.function_words - {"die", "war", "hat", "also", "on", "am", "will"}


def _language(pair: PairText, _: Knowledge) -> Iterator[str]:
    for text in rough_sentences(pair.target):
        # A passage of the source is as much as a quotation in its own language.
        if sum(map(str.isalpha, text)) < LETTERS_TO_TELL_LANGUAGE or text in pair.source:
            continue
        if is_plainly(text, pair.target_language):
            continue
        best, certainty = rank_languages(text)[0]
        if best not in (pair.target_language, pair.source_language) and certainty >= CERTAIN:
            yield f"“{text[:60]}…” is in {language_name(Language(best), ENGLISH)}"
            return


EMPTY = Check("empty", Severity.ERROR, "translate the paragraph", _empty, is_final=True)
UNCHANGED = Check("unchanged", Severity.WARNING, "translate the paragraph", _unchanged, is_final=True)
UNTRANSLATED = Check("untranslated", Severity.WARNING, "translate these words", _untranslated)
LANGUAGE = Check("language", Severity.WARNING, "translate the passage again", _language, is_final=True)
